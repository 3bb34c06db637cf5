#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# kordoc 4.14.1 (npm) and docx2txt 1.4 (Debian docx2txt 1.4-5).
# Expected: the main part of a DOCX is the one that _rels/.rels names (ECMA-376 part 2, 9.3, and
# part 1, 11.3.10), whatever it is called; files saved by Word for the web have word/document2.xml.
# Seen: both look for word/document.xml. kordoc takes the file for HWPX and says that it has no
# sections, in Korean; docx2txt cannot extract it. officeparser 8.1.1 and word-extractor 1.0.4 read
# it.
# Exits with 1 if this is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund kordoc@4.14.1 officeparser@8.1.1 word-extractor@1.0.4
apt-get download docx2txt=1.4-5 unzip > /dev/null
for package in *.deb; do dpkg -x "$package" root; done
export PATH=$PWD/root/usr/bin:$PATH
cat > write.py <<'PY'
import zipfile
package = "http://schemas.openxmlformats.org/package/2006/"
office = "http://schemas.openxmlformats.org/officeDocument/2006/"
for number in ("", "2"):
    with zipfile.ZipFile(f"report{number}.docx", "w") as z:
        z.writestr("[Content_Types].xml", f"""<Types xmlns="{package}content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document{number}.xml" ContentType=
"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""")
        z.writestr("_rels/.rels", f"""<Relationships xmlns="{package}relationships"><Relationship
Id="r" Type="{office}relationships/officeDocument" Target="word/document{number}.xml"/></Relationships>""")
        z.writestr(f"word/_rels/document{number}.xml.rels", f'<Relationships xmlns="{package}relationships"/>')
        z.writestr(f"word/document{number}.xml", '<w:document xmlns:w="http://schemas.openxmlformats.org/'
                   'wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>text</w:t></w:r></w:p></w:body></w:document>')
PY
python3 write.py
cat > read.mjs <<'JS'
import { readFile } from 'node:fs/promises';
import { parse } from 'kordoc';
import { OfficeParser } from 'officeparser';
import WordExtractor from 'word-extractor';
for (const path of ['report.docx', 'report2.docx']) {
  const bytes = await readFile(path);
  const result = await parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  console.log(path, 'kordoc', result.fileType, result.success ? result.markdown.trim() : result.code);
  const office = await (await OfficeParser.parseOffice(path)).to('text');
  const word = await new WordExtractor().extract(path);
  console.log(path, 'officeparser', office.value.trim(), 'word-extractor', word.getBody().trim());
}
JS
{ node read.mjs
  for path in report.docx report2.docx; do
    echo "$path docx2txt $(perl root/usr/bin/docx2txt $path - 2> /dev/null || echo fails)"
  done; } | tee seen
[[ $(cat seen) == 'report.docx kordoc docx text
report.docx officeparser text word-extractor text
report2.docx kordoc hwpx NO_SECTIONS
report2.docx officeparser text word-extractor text
report.docx docx2txt text
report2.docx docx2txt fails' ]]
