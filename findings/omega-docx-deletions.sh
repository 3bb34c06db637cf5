#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# Omega 1.4.22 (Debian xapian-omega 1.4.22-1), omindex of DOCX.
# Expected: what is indexed is what the document shows, or shows plus notes and comments.
# Seen: the text that tracked changes deleted (w:delText) and the instructions of fields
# (w:instrText) are text like any other, in terms and in the sample: "fell 23%32%", "page PAGEREF
# _Toc9 \h 12"; a search for pageref finds every report with a table of contents. Footnotes and
# endnotes, which are shown, are not indexed: only the parts document, header and footer are read.
# Exits with 1 if this is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download xapian-omega=1.4.22-1 libxapian30 libmagic1 libmagic-mgc libpcre2-8-0 xapian-tools unzip \
  libuuid1 > /dev/null
for package in *.deb; do dpkg -x "$package" root; done
multiarch=$(gcc -print-multiarch)
export LD_LIBRARY_PATH=$PWD/root/usr/lib/$multiarch:$PWD/root/lib/$multiarch PATH=$PWD/root/usr/bin:$PATH
export MAGIC=$PWD/root/usr/lib/file/magic.mgc
cat > write.py <<'PY'
import zipfile
package = "http://schemas.openxmlformats.org/package/2006/"
office = "http://schemas.openxmlformats.org/officeDocument/2006/"
word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
kind = "application/vnd.openxmlformats-officedocument.wordprocessingml."
mark = 'w:id="1" w:author="a" w:date="2024-01-01T00:00:00Z"'
def run(content): return f"<w:r>{content}</w:r>"
def text(words): return f'<w:t xml:space="preserve">{words}</w:t>'
def field(kind): return run(f'<w:fldChar w:fldCharType="{kind}"/>')
body = "<w:p>" + run(text("fell ")) + f"<w:del {mark}>" + run("<w:delText>23%</w:delText>") + "</w:del>"
body += f"<w:ins {mark}>" + run(text("32%")) + "</w:ins>" + run('<w:footnoteReference w:id="2"/>')
body += "</w:p><w:p>" + run(text("page ")) + field("begin")
body += run("<w:instrText> PAGEREF _Toc9 \\h </w:instrText>") + field("separate") + run(text("12"))
body += field("end") + "</w:p>"
with zipfile.ZipFile("report.docx", "w") as z:
    z.writestr("[Content_Types].xml", f"""<Types xmlns="{package}content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType="{kind}document.main+xml"/>
<Override PartName="/word/footnotes.xml" ContentType="{kind}footnotes+xml"/></Types>""")
    z.writestr("_rels/.rels", f"""<Relationships xmlns="{package}relationships"><Relationship
Id="r" Type="{office}relationships/officeDocument" Target="word/document.xml"/></Relationships>""")
    z.writestr("word/_rels/document.xml.rels", f"""<Relationships xmlns="{package}relationships"><Relationship
Id="f" Type="{office}relationships/footnotes" Target="footnotes.xml"/></Relationships>""")
    z.writestr("word/document.xml", f"<w:document {word}><w:body>{body}</w:body></w:document>")
    z.writestr("word/footnotes.xml", f'<w:footnotes {word}><w:footnote w:id="2"><w:p>{run(text("census"))}</w:p>'
               "</w:footnote></w:footnotes>")
PY
mkdir reports
(cd reports && python3 ../write.py)
omindex --db index --url / reports > /dev/null 2>&1
xapian-delve -d -r 1 index | grep ^sample= | tee seen
xapian-delve -a -1 index | grep -cx '23\|pageref\|census' | tee -a seen
[[ $(cat seen) == $'sample=fell 23%32% page PAGEREF _Toc9 \\h 12\n2' ]]
