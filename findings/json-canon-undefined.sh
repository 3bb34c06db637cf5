#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# json-canon 1.0.1 (npm), canonical JSON (RFC 8785).
# Expected: an object's member that is undefined is left out, as JSON.stringify and two other
# libraries, canonicalize 5.1.0 and json-canonicalize 3.0.1, do; or it is an error.
# Seen: {a: undefined, b: 1} becomes {,"b":1}, which is no JSON; a hash of it is still made and
# compares, so a record signed in one program cannot be checked in another. Only members before the
# first one with a value leave their comma behind.
# Exits with 1 if this is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund json-canon@1.0.1 canonicalize@5.1.0 json-canonicalize@3.0.1
cat > write.mjs <<'JS'
import canonicalize from 'canonicalize';
import canon from 'json-canon';
import { canonicalize as second } from 'json-canonicalize';
for (const value of [{ a: undefined, b: 1 }, { a: 1, b: undefined, c: 2 }])
  console.log([canon.default ?? canon, canonicalize, second].map((write) => write(value)).join(' '));
JS
node write.mjs | tee seen
[[ $(cat seen) == '{,"b":1} {"b":1} {"b":1}
{"a":1,"c":2} {"a":1,"c":2} {"a":1,"c":2}' ]]
