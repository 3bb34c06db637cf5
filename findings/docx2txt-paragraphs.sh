#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# docx2txt 1.4 (Debian docx2txt 1.4-5).
# Expected: paragraphs are parted by line ends and cells by some white space, whatever attributes
# the elements have; w:p has none that it needs.
# Seen: a paragraph counts only if its tag has attributes, as Word writes it: of plain "<w:p><w:r>",
# what python-docx and other libraries write, the text runs on into the next, so that the cells 12
# and 34 of a table are 1234. A soft hyphen becomes " - " within the word, and character references
# (&#xAC00;, what XML libraries write for Hangul in ASCII) stay as they are.
# Exits with 1 if this is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download docx2txt=1.4-5 unzip > /dev/null
for package in *.deb; do dpkg -x "$package" root; done
export PATH=$PWD/root/usr/bin:$PATH
cat > write.py <<'PY'
import zipfile
package = "http://schemas.openxmlformats.org/package/2006/"
office = "http://schemas.openxmlformats.org/officeDocument/2006/"
word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
def table(attributes):
    cell = "<w:tc><w:p{}><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    return f"<w:tbl><w:tr>{cell.format(attributes, 12)}{cell.format(attributes, 34)}</w:tr></w:tbl>"
for name, body in (("plain", table("")), ("word", table(' w:rsidR="00A1"')), ("hyphen",
        "<w:p><w:r><w:t>hyper</w:t><w:softHyphen/><w:t>tension &#xAC00;</w:t></w:r></w:p>")):
    with zipfile.ZipFile(name + ".docx", "w") as z:
        z.writestr("[Content_Types].xml", f"""<Types xmlns="{package}content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType=
"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""")
        z.writestr("_rels/.rels", f"""<Relationships xmlns="{package}relationships"><Relationship
Id="r" Type="{office}relationships/officeDocument" Target="word/document.xml"/></Relationships>""")
        z.writestr("word/_rels/document.xml.rels", f'<Relationships xmlns="{package}relationships"/>')
        z.writestr("word/document.xml", f"<w:document {word}><w:body>{body}</w:body></w:document>")
PY
python3 write.py
for name in plain word hyphen; do
  echo "$name: $(perl root/usr/bin/docx2txt $name.docx - | tr '\n' '|')"
done | tee seen
[[ $(cat seen) == 'plain: 1234
word: 12|34|
hyphen: hyper - tension &#xAC00;' ]]
