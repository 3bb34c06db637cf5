#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# postal-mime 4.0.0 (npm), text of format=flowed (RFC 3676).
# Expected: lines of one depth of quotation that end in a space are joined after their quote marks
# have been taken off (RFC 3676, 4.1 and 4.5): "> fell to " "> 23%" is one quoted line, > fell to
# 23%.
# Seen: the second mark stays in the text: "> fell to > 23%", which reads as more than 23%. Lines
# without marks are joined right, also with DelSp. mailparser 3.14.2 takes the marks off.
# Exits with 1 if this is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund postal-mime@4.0.0 mailparser@3.14.2
cat > read.mjs <<'JS'
import { simpleParser } from 'mailparser';
import PostalMime from 'postal-mime';
const mail = ['Subject: s', 'MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8; format=flowed', '',
  '> fell to ', '> 23%', 'rose to ', '32%', ''].join('\r\n');
console.log(JSON.stringify((await PostalMime.parse(mail)).text.trim()));
console.log(JSON.stringify((await simpleParser(mail)).text.trim()));
JS
node read.mjs | tee seen
[[ $(cat seen) == '"> fell to > 23%\nrose to 32%"
"> fell to 23%\nrose to 32%"' ]]
