#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# officeparser 8.1.1, word-extractor 1.0.4 and kordoc 4.14.1 (npm), reading DOCX.
# Expected: w:noBreakHyphen, what Word writes for Ctrl+Shift+Hyphen, is a hyphen or U+2011. It
# stands where a hyphen must not end a line: in front of a figure and in numbers of sections.
# Seen: all three leave it out: "-23%" is read as "23%", "section 2-1" as "section 21". mammoth
# 1.13.0 keeps it. kordoc leaves out HWPX's hp:hyphen as well.
# Exits with 1 if this is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund officeparser@8.1.1 word-extractor@1.0.4 \
  kordoc@4.14.1 mammoth@1.13.0
cat > write.py <<'PY'
import zipfile
package = "http://schemas.openxmlformats.org/package/2006/"
office = "http://schemas.openxmlformats.org/officeDocument/2006/"
with zipfile.ZipFile("report.docx", "w") as z:
    z.writestr("[Content_Types].xml", f"""<Types xmlns="{package}content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType=
"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""")
    z.writestr("_rels/.rels", f"""<Relationships xmlns="{package}relationships"><Relationship
Id="r" Type="{office}relationships/officeDocument" Target="word/document.xml"/></Relationships>""")
    z.writestr("word/document.xml", """<w:document
xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t
xml:space="preserve">by </w:t><w:noBreakHyphen/><w:t>23% in section 2</w:t><w:noBreakHyphen/><w:t>1</w:t>
</w:r></w:p></w:body></w:document>""")
PY
python3 write.py
cat > read.mjs <<'JS'
import { readFile } from 'node:fs/promises';
import mammoth from 'mammoth';
import WordExtractor from 'word-extractor';
import { parse } from 'kordoc';
import { OfficeParser } from 'officeparser';
const show = (name, text) => console.log(name, text.trim());
const parsed = await OfficeParser.parseOffice('report.docx');
show('officeparser', (await parsed.to('text')).value);
show('word-extractor', (await new WordExtractor().extract('report.docx')).getBody());
const bytes = await readFile('report.docx');
show('kordoc', (await parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))).markdown);
show('mammoth', (await mammoth.extractRawText({ path: 'report.docx' })).value);
JS
node read.mjs | tee seen
[[ $(cat seen) == 'officeparser by 23% in section 21
word-extractor by 23% in section 21
kordoc by 23% in section 21
mammoth by ‑23% in section 2‑1' ]]
