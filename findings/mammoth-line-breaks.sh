#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# mammoth 1.13.0 (npm), the usual reader of DOCX for Node and browsers.
# Expected: extractRawText gives the text of a document with formatting ignored: where a line ends
# (w:br, w:cr) there is white space of some kind, as between paragraphs, which get two line ends.
# Seen: a line break is nothing. "2024" <w:br/> "31 cases" comes out as "202431 cases", two figures
# made one; a tab (w:tab) is kept. convertToHtml keeps the break as <br />. A tab to the margin
# (w:ptab, what Word's "Alignment Tab" writes) and text in equations (m:oMath) are lost in both.
# Exits with 1 if this is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund mammoth@1.13.0
cat > write.py <<'PY'
import zipfile
package = "http://schemas.openxmlformats.org/package/2006/"
office = "http://schemas.openxmlformats.org/officeDocument/2006/"
run = "<w:p><w:r><w:t>2024</w:t>{}<w:t xml:space='preserve'>31 cases</w:t></w:r></w:p>"
body = "".join(run.format(x) for x in ("<w:br/>", "<w:cr/>", "<w:tab/>",
               "<w:ptab w:relativeTo='margin' w:alignment='right' w:leader='none'/>"))
body += ("<w:p><w:r><w:t xml:space='preserve'>rate </w:t></w:r>"
         "<m:oMath><m:r><m:t>-23</m:t></m:r></m:oMath></w:p>")
with zipfile.ZipFile("report.docx", "w") as z:
    z.writestr("[Content_Types].xml", f"""<Types xmlns="{package}content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType=
"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""")
    z.writestr("_rels/.rels", f"""<Relationships xmlns="{package}relationships"><Relationship
Id="r" Type="{office}relationships/officeDocument" Target="word/document.xml"/></Relationships>""")
    z.writestr("word/document.xml", f"""<w:document xmlns:m="{office}math"
xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body>
</w:document>""")
PY
python3 write.py
cat > read.js <<'JS'
const mammoth = require('mammoth');
(async () => {
  const input = {path: 'report.docx'};
  console.log(JSON.stringify((await mammoth.extractRawText(input)).value.trim().split('\n\n')));
  console.log((await mammoth.convertToHtml(input)).value);
})();
JS
node read.js | tee seen
[[ $(cat seen) == '["202431 cases","202431 cases","2024\t31 cases","202431 cases","rate"]
<p>2024<br />31 cases</p><p>202431 cases</p><p>2024	31 cases</p><p>202431 cases</p><p>rate </p>' ]]
