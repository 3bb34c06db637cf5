#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# compromise 14.17.0 (npm), numbers().
# Expected: "-2.3%" is -2.3, as "minus 2.3 percent" is; "one and a half million" is 1,500,000, as
# "half a million" is 500,000 and "one and a half" is 1.5.
# Seen: the sign before a figure is kept as a prefix and left out of the value, be it a hyphen or
# U+2212: a fall of 2.3% is read as 2.3. "one and a half million" is 1,000,000, and toNumber()
# writes that into the text. "three and a quarter million" is three values: 3, null and 1,000,000.
# Exits with 1 if this is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund compromise@14.17.0
cat > read.js <<'JS'
const nlp = require('compromise');
const read = (text) => JSON.stringify(nlp(text).numbers().get());
console.log(['Growth was -2.3%.', 'Growth was \u22122.3%.', 'Growth was minus 2.3 percent.'].map(read).join(' '));
console.log(['half a million', 'one and a half', 'one and a half million people',
  'three and a quarter million'].map(read).join(' '));
console.log(nlp('one and a half million people').numbers().toNumber().all().text());
JS
node read.js | tee seen
[[ $(cat seen) == '[2.3] [2.3] [-2.3]
[500000] [1.5] [1000000] [3,null,1000000]
1000000 people' ]]
