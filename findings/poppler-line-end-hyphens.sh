#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# poppler 22.12.0 (Debian poppler-utils and libpoppler126 22.12.0-2+deb12u3), pdftotext.
# Expected: a hyphen that ends a line is taken off where it parts a word, "hyper-" "tension", and
# stays elsewhere.
# Seen: it is taken off before figures as well, in the default order of pdftotext and in
# poppler-cpp's text(): "revenue: -" "23%" is "revenue: 23%", "2026-" "2027" is "20262027", "section
# 2-" "1" is "section 21". -raw and -layout keep it.
# Exits with 1 if this is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download poppler-utils=22.12.0-2+deb12u3 libpoppler126=22.12.0-2+deb12u3 > /dev/null
for package in *.deb; do dpkg -x "$package" root; done
cat > write.py <<'PY'
lines = ("Fourth quarter revenue: -", "23% on the year before, 2026-", "2027 see section 2-", "1 of the hyper-", "tension report.")
text = "BT /T 12 Tf 14 TL 72 700 Td " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
objects = [
    "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</T 5 0 R>>>>>>",
    f"<</Length {len(text)}>>\nstream\n{text}\nendstream",
    "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>"]
out, places = b"%PDF-1.4\n", []
for number, body in enumerate(objects, 1):
    places.append(len(out))
    out += f"{number} 0 obj\n{body}\nendobj\n".encode()
table = "".join(f"{place:010d} 00000 n \n" for place in places)
size = len(objects) + 1
out += (f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<</Size {size}/Root 1 0 R>>\n"
        f"startxref\n{len(out)}\n%%EOF\n").encode()
open("report.pdf", "wb").write(out)
PY
python3 write.py
for mode in "" -raw; do
  LD_LIBRARY_PATH=$(echo root/usr/lib/*-linux-gnu) root/usr/bin/pdftotext $mode report.pdf - | tr '\n\f' ' '
  echo
done | sed 's/ *$//' | tee seen
[[ $(cat seen) == 'Fourth quarter revenue: 23% on the year before, 20262027 see section 21 of the hypertension report.
Fourth quarter revenue: - 23% on the year before, 2026- 2027 see section 2- 1 of the hyper- tension report.' ]]
