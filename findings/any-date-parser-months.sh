#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# any-date-parser 2.2.4 (npm), attempt(), which gives the parts that a text has.
# Expected: "2024-03" is March 2024, as ISO 8601 has it and as "March 2024" is read; a report's date
# often has no day.
# Seen: {year: 2024, day: 3}, the third of no month, and so for 2024/03, 2024.3 and, unless the
# locale is Korean, "2024년 3월". "2024-13", no date at all, is the thirteenth. The parts look valid,
# so a program that fills in what is missing makes it 3 January.
# Exits with 1 if this is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund any-date-parser@2.2.4
cat > read.mjs <<'JS'
import parser from 'any-date-parser';
for (const text of ['March 2024', '2024-03', '2024.3', '2024년 3월', '2024-13', '2024-03-05'])
  console.log(text, JSON.stringify(parser.attempt(text, 'en-US')));
JS
node read.mjs | tee seen
[[ $(cat seen) == 'March 2024 {"year":2024,"month":3}
2024-03 {"year":2024,"day":3}
2024.3 {"year":2024,"day":3}
2024년 3월 {"year":2024,"day":3}
2024-13 {"year":2024,"day":13}
2024-03-05 {"year":2024,"month":3,"day":5}' ]]
