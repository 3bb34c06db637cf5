#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# @lingo-reader/epub-parser 0.4.6 and @gxl/epub-parser 2.0.4 (npm).
# Expected: href in an EPUB's manifest is a URL relative to the package file (EPUB 3.3, 5.6.2): a
# file "장.xhtml" may be named %EC%9E%A5.xhtml, and one in a folder beside the package file's
# ../text/a.xhtml. epub2 3.0.2 reads both.
# Seen: lingo-reader looks for a file with the percent signs in its name; the chapter is there
# without text, and a line on standard error is all it says. gxl looks for a folder named "..", and
# gives up on the book.
# Exits with 1 if this is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund @lingo-reader/epub-parser@0.4.6 \
  @gxl/epub-parser@2.0.4 epub2@3.0.2
cat > write.py <<'PY'
import zipfile
def page(text):
    return ('<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title>'
            f"</head><body>{text}</body></html>")
def book(path, package, href, name):
    with zipfile.ZipFile(path, "w") as z:
        z.writestr("mimetype", "application/epub+zip")
        z.writestr("META-INF/container.xml", '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:'
                   f'xmlns:container"><rootfiles><rootfile full-path="{package}" '
                   'media-type="application/oebps-package+xml"/></rootfiles></container>')
        z.writestr(package, f"""<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="u">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="u">urn:x:1</dc:identifier>
<dc:title>T</dc:title><dc:language>ko</dc:language><meta property="dcterms:modified">2024-01-01T00:00:00Z</meta>
</metadata><manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="a" href="{href}" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="a"/></spine></package>""")
        z.writestr(package.rpartition("/")[0] + "/nav.xhtml", page('<nav xmlns:epub="http://www.idpf.org/2007/ops" '
                   f'epub:type="toc"><ol><li><a href="{href}">1</a></li></ol></nav>'))
        z.writestr(name, page("<p>text</p>"))
book("encoded.epub", "OPS/book.opf", "%EC%9E%A5.xhtml", "OPS/장.xhtml")
book("beside.epub", "OPS/package/book.opf", "../text/a.xhtml", "OPS/text/a.xhtml")
PY
python3 write.py
cat > read.mjs <<'JS'
import { initEpubFile } from '@lingo-reader/epub-parser';
import { parseEpub } from '@gxl/epub-parser';
import { EPub } from 'epub2';
const text = (html) => JSON.stringify(html.replace(/<title>.*?<\/title>|<[^>]*>/gs, '').trim());
for (const path of ['encoded.epub', 'beside.epub']) {
  const lingo = await initEpubFile(path);
  console.log(path, 'lingo-reader', text((await lingo.loadChapter('a')).html));
  console.log(path, 'gxl', await parseEpub(path, { type: 'path' }).then(
    ({ sections }) => text(sections.find(({ id }) => id === 'a').htmlString), () => 'fails'));
  console.log(path, 'epub2', text(await (await EPub.createAsync(path)).getChapterAsync('a')));
}
JS
node read.mjs 2> /dev/null | tee seen
[[ $(cat seen) == 'encoded.epub lingo-reader ""
encoded.epub gxl "text"
encoded.epub epub2 "text"
beside.epub lingo-reader "text"
beside.epub gxl fails
beside.epub epub2 "text"' ]]
