#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# LibreOffice 7.4.7 (Debian libreoffice-writer-nogui 4:7.4.7-1+deb12u*), converting to plain text.
# Expected: "soffice --convert-to txt" writes what the printed page shows; so it is often taken as
# the reference for other readers of DOCX and ODT.
# Seen: tracked deletions and the old place of moved text are written as if they were text, with no
# sign, in front of what replaced them: "fell 23% 32%". A section that is not displayed is written,
# too, and the stored result of a DATE field is replaced by the day of the conversion, so that two
# runs over one file can differ. Downloads about 85 MB; mounts in a user namespace.
# Exits with 1 if this is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
version=4:7.4.7-1+deb12u14
libreoffice="writer-nogui core-nogui common base-core style-colibre"
uno="sal3 cppu3 salhelpergcc3-3 cppuhelpergcc3-3 purpenvhelpergcc3-3"
others="abw-0.1-1 boost-locale1.74.0 boost-thread1.74.0 clucene-contribs1v5 clucene-core1v5 e-book-0.1-1
  eot0 epubgen-0.1-1 etonyek-0.1-1 exttextcat-2.0-0 gpgmepp6 harfbuzz-icu0 hunspell-1.7-0 hyphen0
  langtag1 ltdl7 mhash2 mwaw-0.3-3 mythes-1.2-0 numbertext-1.0-0 odfgen-0.1-1 orcus-0.17-0
  orcus-parser-0.17-0 raptor2-0 rasqal3 rdf0 revenge-0.0-0 staroffice-0.0-0 wpd-0.10-10 wpg-0.3-3
  wps-0.4-4 yajl2"
apt-get download "ure=$version" "uno-libs-private=$version" $(printf "libreoffice-%s=$version " $libreoffice) \
  $(printf "libuno-%s=$version " $uno) $(printf "lib%s " $others) > /dev/null
for package in *.deb; do dpkg -x "$package" tree; done
cat > write.py <<'PY'
import zipfile
oasis = "urn:oasis:names:tc:opendocument:xmlns:"
spaces = f'xmlns:office="{oasis}office:1.0" xmlns:text="{oasis}text:1.0"'
spaces += ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
when = "<dc:creator>a</dc:creator><dc:date>2024-01-01T00:00:00</dc:date>"
with zipfile.ZipFile("changed.odt", "w") as z:
    z.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    z.writestr("META-INF/manifest.xml", f"""<m:manifest xmlns:m="{oasis}manifest:1.0" m:version="1.2">
<m:file-entry m:full-path="/" m:media-type="application/vnd.oasis.opendocument.text"/>
<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>""")
    z.writestr("content.xml", f"""<office:document-content {spaces} office:version="1.2">
<office:body><office:text><text:tracked-changes><text:changed-region text:id="c"><text:deletion>
<office:change-info>{when}</office:change-info><text:p>23% </text:p></text:deletion>
</text:changed-region></text:tracked-changes><text:p>fell <text:change text:change-id="c"/>32%</text:p>
<text:section text:name="s" text:display="none"><text:p>hidden</text:p></text:section>
</office:text></office:body></office:document-content>""")
package = "http://schemas.openxmlformats.org/package/2006/"
office = "http://schemas.openxmlformats.org/officeDocument/2006/"
mark = 'w:id="1" w:author="a" w:date="2024-01-01T00:00:00Z"'
with zipfile.ZipFile("marked.docx", "w") as z:
    z.writestr("[Content_Types].xml", f"""<Types xmlns="{package}content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType=
"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""")
    z.writestr("_rels/.rels", f"""<Relationships xmlns="{package}relationships"><Relationship
Id="r" Type="{office}relationships/officeDocument" Target="word/document.xml"/></Relationships>""")
    z.writestr("word/document.xml", f"""<w:document
xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t
xml:space="preserve">fell </w:t></w:r><w:del {mark}><w:r><w:delText xml:space="preserve">23% </w:delText>
</w:r></w:del><w:ins {mark}><w:r><w:t>32%</w:t></w:r></w:ins></w:p><w:p><w:r><w:t
xml:space="preserve">of </w:t></w:r><w:fldSimple w:instr=" DATE "><w:r><w:t>1999</w:t></w:r>
</w:fldSimple></w:p></w:body></w:document>""")
PY
python3 write.py
# LibreOffice finds its parts by absolute paths: laid over /usr and /etc for one process only.
unshare --user --map-root-user --mount bash -c 'mount -t overlay overlay -o lowerdir="$PWD/tree/usr:/usr" /usr
  mount -t overlay overlay -o lowerdir="$PWD/tree/etc:/etc" /etc
  soffice -env:UserInstallation="file://$PWD/home" --headless \
    --convert-to "txt:Text (encoded):UTF8" changed.odt marked.docx' > /dev/null 2>&1
seen=$(sed 's/^\xef\xbb\xbf//; s/\r//' changed.txt marked.txt | grep .)
echo "$seen"
[[ $seen == $'fell 23% 32%\nhidden\nfell 23% 32%\nof '"$(date +%-m/%-d/%y)" ]]
