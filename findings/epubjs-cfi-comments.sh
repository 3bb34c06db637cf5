#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# epubjs 0.3.93 and epub-cfi-resolver 1.0.2 (npm).
# Expected: in an EPUB CFI the text between two elements is one step with an odd number, and
# comments and CDATA marks do not count (EPUB CFI 1.1, 3.1.1): of "ab", a comment, "cd", an element
# and "fg" the d is /1:3 and the g /3:1.
# Seen: epubjs counts each piece as a step: d is /3:1, which is the g by the standard, and g is
# /5:1, which is nowhere. So a place cited with one reader is another place, or none, in the next,
# and moves when an edition drops a comment. epub-cfi-resolver makes what the standard says.
# Exits with 1 if this is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund epubjs@0.3.93 epub-cfi-resolver@1.0.2 jsdom@24.1.3
cat > make.js <<'JS'
const { JSDOM } = require('jsdom');
const page = '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head>' +
  '<body><p>ab<!-- -->cd<b>e</b>fg</p></body></html>';
const { window } = new JSDOM(page, { contentType: 'application/xhtml+xml' });
const { document } = window;
for (const name of ['Node', 'Range', 'XPathResult', 'document', 'window'])
  globalThis[name] = name === 'window' ? window : window[name];
const { EpubCFI } = require('epubjs');
const resolver = require('epub-cfi-resolver');
const [, , second, , last] = document.querySelector('p').childNodes;
for (const [letter, node] of [['d', second], ['g', last]]) {
  const range = document.createRange();
  range.setStart(node, 1);
  range.setEnd(node, 1);
  console.log(letter, new EpubCFI(range, '/6/2').toString(), resolver.generate(node, 1));
}
JS
node make.js | tee seen
[[ $(cat seen) == 'd epubcfi(/6/2!/4/2/3:1) epubcfi(/2/4/2/1:3)
g epubcfi(/6/2!/4/2/5:1) epubcfi(/2/4/2/3:1)' ]]
