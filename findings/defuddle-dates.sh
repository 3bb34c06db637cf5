#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# Defuddle 0.19.4 (npm), which takes the main content out of a page, with its default options.
# Expected: what is left out is around the article, not in it: of a chronology, dates in paragraphs
# of their own with what happened below each, all stays; and the caption of a table stays with it,
# also in Markdown.
# Seen: the first date is left out, so that its event stands without one: "Chronology. The first
# case was found. 9 March 2024 ...". It is taken for the line with the date of publication, wherever
# it stands. Dates such as 2024-03-05 and 2024. 3. 5. stay. In Markdown the caption "Table 7: Cases"
# is left out; in HTML it is there.
# Exits with 1 if this is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund defuddle@0.19.4 jsdom@24.1.3
cat > read.mjs <<'JS'
import { Defuddle } from 'defuddle/node';
import { JSDOM } from 'jsdom';
const text = `<p>${'Sales rose in the year, and many people came to the city to see what was new in it. '.repeat(8)}</p>`;
const page = `<html><head><title>T</title></head><body><article><h1>T</h1>${text}<h2>Chronology</h2>
<p>5 March 2024</p><p>The first case was found.</p><p>9 March 2024</p><p>Twelve more were found.</p>
<table><caption>Table 7: Cases</caption><tr><th>Year</th><th>Cases</th></tr><tr><td>2024</td><td>13</td></tr></table>
${text}</article></body></html>`;
for (const markdown of [false, true]) {
  const url = 'https://example.org/';
  const { content } = await Defuddle(new JSDOM(page, { url }).window.document, url, { markdown });
  console.log(['5 March', '9 March', 'Table 7'].filter((words) => content.includes(words)).join(', '));
}
JS
node read.mjs | tee seen
[[ $(cat seen) == $'9 March, Table 7\n9 March' ]]
