#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# odt2txt 0.5 and Omega 1.4.22 (Debian odt2txt 0.5-7, xapian-omega 1.4.22-1), reading OpenDocument
# text.
# Expected: text:s is the space that it stands for (OpenDocument 1.2, part 1, 6.1.3), text:tab a
# tab; what text:deletion holds is not text of the document.
# Seen: text:s is nothing in both: 2024<text:s/>31 is "202431", also with text:c="3". text:tab is
# white space. Both begin with what tracked changes deleted; odt2txt puts author and time right
# before it, so that a deleted 23% reads "a2024-01-01T00:00:0023%". odt2txt prints character
# references (&#xAC00;) as they are. OpenDocument written by LibreOffice has a plain space before
# most text:s.
# Exits with 1 if this is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download odt2txt=0.5-7 xapian-omega=1.4.22-1 libxapian30 libmagic1 libmagic-mgc libpcre2-8-0 \
  xapian-tools unzip libuuid1 > /dev/null
for package in *.deb; do dpkg -x "$package" root; done
multiarch=$(gcc -print-multiarch)
export LD_LIBRARY_PATH=$PWD/root/usr/lib/$multiarch:$PWD/root/lib/$multiarch PATH=$PWD/root/usr/bin:$PATH
export MAGIC=$PWD/root/usr/lib/file/magic.mgc LC_ALL=C.UTF-8
cat > write.py <<'PY'
import zipfile
oasis = "urn:oasis:names:tc:opendocument:xmlns:"
spaces = f'xmlns:office="{oasis}office:1.0" xmlns:text="{oasis}text:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
when = "<dc:creator>a</dc:creator><dc:date>2024-01-01T00:00:00</dc:date>"
body = ('<text:tracked-changes><text:changed-region text:id="c"><text:deletion><office:change-info>' + when
        + "</office:change-info><text:p>23%</text:p></text:deletion></text:changed-region></text:tracked-changes>"
        '<text:p>fell <text:change text:change-id="c"/>32%</text:p>'
        '<text:p>2024<text:s/>31 2024<text:s text:c="3"/>31 2024<text:tab/>31</text:p>')
with zipfile.ZipFile("report.odt", "w") as z:
    z.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    z.writestr("META-INF/manifest.xml", f"""<m:manifest xmlns:m="{oasis}manifest:1.0" m:version="1.2">
<m:file-entry m:full-path="/" m:media-type="application/vnd.oasis.opendocument.text"/>
<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/>
<m:file-entry m:full-path="meta.xml" m:media-type="text/xml"/>
<m:file-entry m:full-path="styles.xml" m:media-type="text/xml"/></m:manifest>""")
    for part in ("meta", "styles"):
        z.writestr(part + ".xml", f'<office:document-{part} {spaces} office:version="1.2"/>')
    z.writestr("content.xml", f'<office:document-content {spaces} office:version="1.2">'
               f"<office:body><office:text>{body}</office:text></office:body></office:document-content>")
PY
mkdir reports
(cd reports && python3 ../write.py)
root/usr/bin/odt2txt.odt2txt --width=-1 --encoding=UTF-8 reports/report.odt | grep . | tee seen
omindex --db index --url / reports > /dev/null 2>&1
xapian-delve -d -r 1 index | grep ^sample= | tee -a seen
[[ $(cat seen) == $'a2024-01-01T00:00:0023%\nfell 32%\n202431 202431 2024  31
sample=a2024-01-01T00:00:00 23% fell 32% 202431 202431 2024 31' ]]
