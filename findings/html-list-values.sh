#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# Turndown 7.2.5, html-to-text 10.0.1 (npm) and html2text 2020.1.16 (Debian python3-html2text
# 2020.1.16-2).
# Expected: the items of a numbered list have the numbers that a browser shows (HTML, 4.4.5 and
# 4.4.8): start, value and reversed change them. Pages of laws and of long reports use value for
# gaps and for lists that go on.
# Seen: all three count on from start: <li value="9"> after 5 is item 6, and a reversed list of two
# counts 1, 2 where the page says 2, 1. So "item 9" of the page is not in the text, and the text's
# item 6 is another. w3m 0.5.3 knows value; reversed it does not know, either.
# Exits with 1 if this is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund turndown@7.2.5 html-to-text@10.0.1
apt-get download python3-html2text=2020.1.16-2 w3m=0.5.3+git20230121-2 libgc1 libssl3 libtinfo6 zlib1g \
  > /dev/null
for package in *.deb; do dpkg -x "$package" root; done
multiarch=$(gcc -print-multiarch)
export LD_LIBRARY_PATH=$PWD/root/usr/lib/$multiarch:$PWD/root/lib/$multiarch HOME=$PWD
cat > page.html <<'HTML'
<ol start="5"><li>five</li><li value="9">nine</li></ol><p>x</p><ol reversed><li>two</li><li>one</li></ol>
HTML
cat > read.js <<'JS'
const page = require('fs').readFileSync('page.html', 'utf8');
const { convert } = require('html-to-text');
const Turndown = require('turndown');
const show = (text) => text.split('\n').filter((line) => /[0-9]/.test(line)).map((line) => line.trim().replace(/ +/, ' ')).join(', ');
console.log('Turndown', show(new Turndown().turndown(page)));
console.log('html-to-text', show(convert(page)));
JS
items() { grep '[0-9]' | sed 's/^ *//; s/ *$//' | paste -sd, | sed 's/,/, /g'; }
{ node read.js
  echo "html2text.py $(PYTHONPATH=root/usr/lib/python3/dist-packages python3 -m html2text page.html | items)"
  echo "w3m $(root/usr/bin/w3m -dump page.html | items)"; } | tee seen
[[ $(cat seen) == 'Turndown 5. five, 6. nine, 1. two, 2. one
html-to-text 5. five, 6. nine, 1. two, 2. one
html2text.py 5. five, 6. nine, 1. two, 2. one
w3m 5. five, 9. nine, 1. two, 2. one' ]]
