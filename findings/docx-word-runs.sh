#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# Omega 1.4.22 and Recoll 1.34.3 (Debian xapian-omega 1.4.22-1, recollcmd 1.34.3-1), indexing DOCX.
# Expected: the runs of a paragraph (w:r) are joined as they stand: a run ends wherever formatting,
# a bookmark or the spelling checker's state changes, also within a word or figure.
# Seen: both put a space between runs: "20" "24" "0" is indexed as 20, 24 and 0, so 20240 is not
# found and 20 is; "hyper" "tension" is no hypertension. What Word parts depends on where it was
# edited. Recoll's style sheet also gives what is in a text box three times, once for the paragraph
# and twice for the box and its fallback.
# Exits with 1 if this is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download xapian-omega=1.4.22-1 recollcmd=1.34.3-1 libxapian30 libmagic1 libmagic-mgc libpcre2-8-0 \
  xapian-tools unzip xsltproc libxslt1.1 libxml2 libgcrypt20 libgpg-error0 libicu72 libuuid1 > /dev/null
for package in *.deb; do dpkg -x "$package" root; done
multiarch=$(gcc -print-multiarch)
export LD_LIBRARY_PATH=$PWD/root/usr/lib/$multiarch:$PWD/root/lib/$multiarch PATH=$PWD/root/usr/bin:$PATH
export MAGIC=$PWD/root/usr/lib/file/magic.mgc
cat > write.py <<'PY'
import zipfile
package = "http://schemas.openxmlformats.org/package/2006/"
office = "http://schemas.openxmlformats.org/officeDocument/2006/"
runs = "".join(f"<w:r>{bold}<w:t>{text}</w:t></w:r>" for text, bold in (
    ("20", ""), ("24", "<w:rPr><w:b/></w:rPr>"), ("0", "")))
runs += '<w:r><w:t xml:space="preserve"> with hyper</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>tension</w:t></w:r>'
with zipfile.ZipFile("report.docx", "w") as z:
    z.writestr("[Content_Types].xml", f"""<Types xmlns="{package}content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType=
"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""")
    z.writestr("_rels/.rels", f"""<Relationships xmlns="{package}relationships"><Relationship
Id="r" Type="{office}relationships/officeDocument" Target="word/document.xml"/></Relationships>""")
    z.writestr("word/document.xml", f"""<w:document
xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p>{runs}</w:p></w:body>
</w:document>""")
PY
mkdir reports
(cd reports && python3 ../write.py)
omindex --db index --url / reports > /dev/null 2>&1
xapian-delve -d -r 1 index | grep ^sample= | tee seen
unzip -p reports/report.docx word/document.xml |
  xsltproc root/usr/share/recoll/filters/openxml-word-body.xsl - | sed 's/<[^>]*>//g; s/^ *//' | grep . | tee -a seen
[[ $(cat seen) == $'sample=20 24 0 with hyper tension\n20 24 0  with hyper tension' ]]
