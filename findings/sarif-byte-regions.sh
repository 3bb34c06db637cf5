#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# SARIF multitool 5.7.0 (npm @microsoft/sarif-multitool-linux 5.7.0), Microsoft's SDK for SARIF.
# Expected: "rewrite --insert RegionSnippets" adds the text of a region that has startLine and
# endLine, whatever else the region has: SARIF 2.1.0 (3.30) lets one region have line, column and
# byte properties together.
# Seen: a region that also has a byteOffset gets no snippet, and no contextRegion either, without a
# word; it is taken for a region of a binary file. Without byteOffset it gets both.
# Exits with 1 if this is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund @microsoft/sarif-multitool-linux@5.7.0
tool=node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool
chmod +x "$tool"
printf 'first line\nsecond line\n' > text.txt
log() {
  cat <<JSON
{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"t"}},"results":[{"message":{"text":"m"},
"locations":[{"physicalLocation":{"artifactLocation":{"uri":"file://$PWD/text.txt"},
"region":{"startLine":2,"startColumn":1,"endLine":2,"endColumn":7$1}}}]}]}]}
JSON
}
snippets() {
  log "$1" > in.sarif
  "$tool" rewrite in.sarif -o out.sarif --insert 'RegionSnippets;ContextRegionSnippets' >/dev/null
  grep -c '"snippet"' out.sarif || true
  rm out.sarif
}
seen="lines alone: $(snippets ''), with bytes: $(snippets ',"byteOffset":11,"byteLength":6')"
echo "snippets: $seen"
[[ $seen == 'lines alone: 2, with bytes: 0' ]]
