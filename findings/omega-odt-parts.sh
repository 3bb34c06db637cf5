#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# Omega 1.4.22 (Debian xapian-omega 1.4.22-1), omindex of OpenDocument text.
# Expected: a document without styles.xml is read: a package of OpenDocument 1.2 needs one of
# content.xml and styles.xml, and small writers leave out what they do not need.
# Seen: it is skipped with a line about a failed command, though its text is in content.xml: unzip
# -p says that styles.xml is not there, and its exit code is taken for a damaged file. The same
# document with an empty styles.xml is indexed.
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
oasis = "urn:oasis:names:tc:opendocument:xmlns:"
spaces = f'xmlns:office="{oasis}office:1.0" xmlns:text="{oasis}text:1.0"'
content = (f'<office:document-content {spaces} office:version="1.2"><office:body><office:text>'
           "<text:p>text</text:p></office:text></office:body></office:document-content>")
for name, parts in (("plain", {"content": content}),
                    ("styled", {"content": content,
                                "styles": f'<office:document-styles {spaces} office:version="1.2"/>'})):
    with zipfile.ZipFile(name + ".odt", "w") as z:
        z.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        z.writestr("META-INF/manifest.xml", f'<m:manifest xmlns:m="{oasis}manifest:1.0" m:version="1.2">'
                   '<m:file-entry m:full-path="/" m:media-type="application/vnd.oasis.opendocument.text"/>'
                   + "".join(f'<m:file-entry m:full-path="{part}.xml" m:media-type="text/xml"/>' for part in parts)
                   + "</m:manifest>")
        for part, xml in parts.items(): z.writestr(part + ".xml", xml)
PY
mkdir reports
(cd reports && python3 ../write.py)
omindex --db index --url / reports > log 2>&1
quest -d index text | grep -o '[a-z]*\.odt' | sort -u | tee seen
grep -o 'Skipping' log | tee -a seen
[[ $(cat seen) == $'styled.odt\nSkipping' ]]
