#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# kordoc 4.14.1 (npm), reading HWPX (KS X 6101).
# Expected: the number of a caption (hp:autoNum has it in num), a number in a circle (hp:compose has
# it in composeText), a hyphen (hp:hyphen) and a fixed space (hp:nbSpace) are read, as they are
# printed.
# Seen: all four are nothing, without a warning: "표 7. 사망자" is "표 . 사망자", "조사 ⑫ 참고" is "조사 참고",
# "-23%" is "23%", "2-1" is "21" and "12 000" is "12000". Footnotes, equations and fields in the
# same file are read.
# Exits with 1 if this is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund kordoc@4.14.1
cat > write.py <<'PY'
import zipfile
schema = "http://www.hancom.co.kr/hwpml/2011/"
def text(words): return f"<hp:t>{words}</hp:t>"
def paragraph(content):
    return ('<hp:p id="0" paraPrIDRef="0" styleIDRef="0" pageBreak="0" columnBreak="0" merged="0">'
            f'<hp:run charPrIDRef="0">{content}</hp:run></hp:p>')
number = ('<hp:ctrl><hp:autoNum num="7" numType="TABLE"><hp:autoNumFormat type="DIGIT" userChar="" prefixChar="" '
          'suffixChar="" supscript="0"/></hp:autoNum></hp:ctrl>')
circle = ('<hp:compose circleType="SHAPE_CIRCLE" charSz="-3" composeType="SPREAD" charPrCnt="1" '
          'composeText="12"><hp:charPr prIDRef="4294967295"/></hp:compose>')
body = paragraph(text("표 ") + number + text(". 사망자")) + paragraph(text("조사 ") + circle + text(" 참고"))
body += paragraph(text("<hp:hyphen/>23% of 12<hp:nbSpace/>000 in section 2<hp:hyphen/>1"))
xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
parts = {
    "version.xml": f'<v:HCFVersion xmlns:v="{schema}version" major="5" minor="1" xmlVersion="1.4"/>',
    "META-INF/container.xml": '<o:container xmlns:o="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<o:rootfiles><o:rootfile full-path="Contents/content.hpf" media-type="application/hwpml-package+xml"/>'
    "</o:rootfiles></o:container>",
    "Contents/content.hpf": '<o:package xmlns:o="http://www.idpf.org/2007/opf/"><o:manifest>'
    '<o:item id="header" href="Contents/header.xml" media-type="application/xml"/>'
    '<o:item id="section0" href="Contents/section0.xml" media-type="application/xml"/></o:manifest>'
    '<o:spine><o:itemref idref="header"/><o:itemref idref="section0"/></o:spine></o:package>',
    "Contents/header.xml": f'<hh:head xmlns:hh="{schema}head" version="1.4" secCnt="1"><hh:refList>'
    '<hh:charProperties itemCnt="1"><hh:charPr id="0" height="1000"/></hh:charProperties></hh:refList></hh:head>',
    "Contents/section0.xml":
    f'<hs:sec xmlns:hs="{schema}section" xmlns:hp="{schema}paragraph">{body}</hs:sec>'}
with zipfile.ZipFile("report.hwpx", "w") as z:
    z.writestr("mimetype", "application/hwp+zip")
    for name, content in parts.items(): z.writestr(name, xml + content)
PY
python3 write.py
cat > read.mjs <<'JS'
import { readFile } from 'node:fs/promises';
import { parse } from 'kordoc';
const bytes = await readFile('report.hwpx');
const result = await parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
console.log(result.markdown.trim(), result.warnings?.length ?? 0);
JS
node read.mjs | tee seen
[[ $(cat seen) == $'표 . 사망자\n\n조사 참고\n\n23% of 12000 in section 21 0' ]]
