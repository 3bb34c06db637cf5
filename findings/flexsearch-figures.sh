#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# FlexSearch 0.8.212 (npm), an index with the default options.
# Expected: a search for a figure finds that figure. The documentation says of the default encoder
# that it deduplicates letters ("missing" is "mising") and indexes letters and numbers.
# Seen: digits are deduplicated, too, after a number has been cut into threes: 10 and 100 are one
# term, so are 1 and 11, 5 and 55, 22 and 2; 1000 is "10" and "0", as is 10,000. A search for 100
# finds "10 cases", one for 55 finds 5%. Charset.Exact tells them apart.
# Exits with 1 if this is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund flexsearch@0.8.212
cat > search.js <<'JS'
const { Charset, Index } = require('flexsearch');
const texts = ['10 cases', '100 cases', '1 case', '11 cases', '5%', '55%'];
for (const options of [{}, { encoder: Charset.Exact }]) {
  const index = new Index(options);
  texts.forEach((text, id) => index.add(id, text));
  console.log(['100', '11', '55'].map((query) =>
    `${query}: ${index.search(query).map((id) => texts[id]).join(', ')}`).join('; '));
}
JS
node search.js | tee seen
[[ $(cat seen) == '100: 10 cases, 100 cases; 11: 1 case, 11 cases; 55: 5%, 55%
100: 100 cases; 11: 11 cases; 55: 55%' ]]
