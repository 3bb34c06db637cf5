#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# pandoc 2.17.1.1 (Debian pandoc 2.17.1.1-2~deb12u1), reading DOCX.
# Expected: a reader goes through elements that only mark what is in them (ECMA-376 part 1, 17.3.2,
# 17.5.1), as it does through w:sdt and w:smartTag.
# Seen: what is in w:customXml (a run or whole paragraphs), w:bdo or w:dir is lost without a warning.
# A tab to the margin (w:ptab, Word's "Alignment Tab") joins what it parts: "2024" and "31" become
# "202431". Where a paragraph's end is a tracked deletion the next one is joined, with a space
# that the page does not have: "20" and "24" become "20 24".
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
package = "http://schemas.openxmlformats.org/package/2006/"
office = "http://schemas.openxmlformats.org/officeDocument/2006/"
def run(text):
    return f"<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>"
def paragraph(content):
    return f"<w:p>{content}</w:p>"
def within(element, content):
    return f"<w:{element}>{content}</w:{element.split()[0]}>"
custom = "customXml w:uri='urn:example' w:element='figure'"
smart = "smartTag w:uri='urn:example' w:element='figure'"
pieces = [within(custom, run("23%")), within(smart, run("23%")), within("bdo w:val='ltr'", run("23%")),
          within("dir w:val='ltr'", run("23%"))]
body = "".join(paragraph(run("up ") + piece + run(".")) for piece in pieces)
body += within(custom, paragraph(run("a whole paragraph")))
body += paragraph("<w:r><w:t>2024</w:t><w:ptab w:relativeTo='margin' w:alignment='right' "
                  "w:leader='none'/><w:t>31</w:t></w:r>")
body += paragraph("<w:pPr><w:rPr><w:del w:id='1' w:author='a' w:date='2024-01-01T00:00:00Z'/></w:rPr>"
                  "</w:pPr>" + run("in 20")) + paragraph(run("24"))
with zipfile.ZipFile("report.docx", "w") as z:
    z.writestr("[Content_Types].xml", f"""<Types xmlns="{package}content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType=
"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""")
    z.writestr("_rels/.rels", f"""<Relationships xmlns="{package}relationships"><Relationship
Id="r" Type="{office}relationships/officeDocument" Target="word/document.xml"/></Relationships>""")
    z.writestr("word/document.xml", f"""<w:document
xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body>
</w:document>""")
PY
python3 write.py
LD_LIBRARY_PATH=root/usr/lib/$(gcc -print-multiarch) root/usr/bin/pandoc --data-dir=root/usr/share/pandoc/data \
  --fail-if-warnings -t plain --wrap=none report.docx | grep . | tee seen
[[ $(cat seen) == $'up .\nup 23%.\nup .\nup .\n202431\nin 20 24' ]]
