#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# mailparser 3.14.2 (npm), "text" of a mail that has only HTML.
# Expected: the plain text of a table has white space between cells and a line a row, as browsers
# copy it and as w3m prints it.
# Seen: cells and rows follow each other without anything between: the rows 8 | 9 and 10 | 11 are
# "891011". mailparser calls html-to-text, whose documentation says that tables are layout by
# default and that tabular data must be asked for, with an option that mailparser does not ask for;
# postal-mime 4.0.0 parts all cells where it makes text. 10<sup>6</sup> is 106.
# Exits with 1 if this is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund mailparser@3.14.2
cat > read.js <<'JS'
const { simpleParser } = require('mailparser');
const html = '<table><tr><td>8</td><td>9</td></tr><tr><td>10</td><td>11</td></tr></table><p>10<sup>6</sup></p>';
simpleParser(`Subject: s\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n${html}\r\n`)
  .then(({ text }) => console.log(JSON.stringify(text)));
JS
node read.js | tee seen
[[ $(cat seen) == '"891011\n\n106"' ]]
