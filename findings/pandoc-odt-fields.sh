#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# pandoc 2.17.1.1 (Debian pandoc 2.17.1.1-2~deb12u1), reading OpenDocument text.
# Expected: the content of a field's element is what the page shows (OpenDocument 1.2, part 1, 7.1):
# a fixed date, a variable, the result of an expression. A reader that knows no fields shows it.
# Seen: the sentence stays and its figures go, without a warning: "by text:date sales fell
# text:expression" becomes "by sales fell". A numbered paragraph (text:numbered-paragraph, ODF's
# other form of a list) and a text box go as a whole. The number of a caption (text:sequence) stays.
# Exits with 1 if this is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
version=2.17.1.1-2~deb12u1
apt-get download pandoc=$version pandoc-data=$version liblua5.3-0 libyaml-0-2 > /dev/null
for package in *.deb; do dpkg -x "$package" root; done
cat > write.py <<'PY'
import zipfile
oasis = "urn:oasis:names:tc:opendocument:xmlns:"
names = {"office": "office", "text": "text", "draw": "drawing", "svg": "svg-compatible"}
spaces = " ".join(f'xmlns:{short}="{oasis}{full}:1.0"' for short, full in names.items())
body = """<text:p>by <text:date text:date-value="2001-02-03" text:fixed="true">3 Feb 2001</text:date>
sales fell <text:expression text:formula="ooow:-23" office:value-type="float"
office:value="-23">-23</text:expression>%, says <text:user-defined
text:name="by">the ministry</text:user-defined></text:p>
<text:numbered-paragraph text:list-id="list"><text:p>a numbered paragraph</text:p></text:numbered-paragraph>
<text:p>beside <draw:frame text:anchor-type="as-char" svg:width="5cm"><draw:text-box><text:p>a
box</text:p></draw:text-box></draw:frame> the box</text:p>
<text:p>Table <text:sequence text:name="Table">7</text:sequence></text:p>"""
with zipfile.ZipFile("report.odt", "w") as z:
    z.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    z.writestr("META-INF/manifest.xml", f"""<m:manifest xmlns:m="{oasis}manifest:1.0" m:version="1.2">
<m:file-entry m:full-path="/" m:media-type="application/vnd.oasis.opendocument.text"/>
<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>""")
    z.writestr("styles.xml", f"""<office:document-styles {spaces} office:version="1.2">
<office:styles/></office:document-styles>""")
    z.writestr("content.xml", f"""<office:document-content {spaces} office:version="1.2">
<office:body><office:text>{body}</office:text></office:body></office:document-content>""")
PY
python3 write.py
LD_LIBRARY_PATH=root/usr/lib/$(gcc -print-multiarch) root/usr/bin/pandoc --data-dir=root/usr/share/pandoc/data \
  --fail-if-warnings -t plain --wrap=none report.odt | tee seen
[[ $(cat seen) == $'by sales fell %, says\n\nbeside the box\n\nTable 7' ]]
