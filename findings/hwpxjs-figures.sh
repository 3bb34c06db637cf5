#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# hwpxjs 0.2.0 (npm @ssabrojs/hwpxjs), extractText of HWPX (KS X 6101).
# Expected: the runs of a paragraph give its text: "사망자는 " "23" "명" is 사망자는 23명.
# Seen: a run that holds nothing but a figure is lost, 사망자는명: the XML parser makes 23 a number, and
# only strings are taken. Figures in bold or red are such runs. A run with a note in it (hp:ctrl
# beside hp:t) is lost as a whole, and what tracked changes deleted is text like any other.
# extractHtml loses the same figures.
# Exits with 1 if this is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund @ssabrojs/hwpxjs@0.2.0
cat > write.py <<'PY'
import zipfile
schema = "http://www.hancom.co.kr/hwpml/2011/"
def run(content): return f'<hp:run charPrIDRef="0">{content}</hp:run>'
def text(words): return f"<hp:t>{words}</hp:t>"
def paragraph(*runs):
    return f'<hp:p id="0" paraPrIDRef="0" styleIDRef="0">{"".join(map(run, runs))}</hp:p>'
note = ('<hp:ctrl><hp:footNote number="1" instId="1"><hp:subList id="">'
        + paragraph(text("source")) + "</hp:subList></hp:footNote></hp:ctrl>")
body = paragraph(text("사망자는 "), text("23"), text("명"))
body += paragraph(text("rose by"), text("32% ") + note + text("in May"), text("."))
body += paragraph(text('fell <hp:deleteBegin Id="1" TcId="1"/>23%<hp:deleteEnd Id="1" TcId="1" paraend="0"/>'
                       '<hp:insertBegin Id="2" TcId="2"/>32%<hp:insertEnd Id="2" TcId="2" paraend="0"/>'))
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
    "Contents/header.xml": f'<hh:head xmlns:hh="{schema}head" version="1.4" secCnt="1"><hh:refList><hh:fontfaces itemCnt="0"/></hh:refList></hh:head>',
    "Contents/section0.xml":
    f'<hs:sec xmlns:hs="{schema}section" xmlns:hp="{schema}paragraph">{body}</hs:sec>'}
with zipfile.ZipFile("report.hwpx", "w") as z:
    z.writestr("mimetype", "application/hwp+zip")
    for name, content in parts.items(): z.writestr(name, xml + content)
PY
python3 write.py
cat > read.mjs <<'JS'
import { readFile } from 'node:fs/promises';
import { HwpxReader } from '@ssabrojs/hwpxjs';
const reader = new HwpxReader();
const bytes = await readFile('report.hwpx');
await reader.loadFromArrayBuffer(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
console.log(await reader.extractText());
console.log((await reader.extractHtml()).replace(/<[^>]*>/g, '').includes('23명'));
JS
node read.mjs | tee seen
[[ $(cat seen) == $'사망자는명\nrose by.\nfell23%32%\nfalse' ]]
