#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# poppler 22.12.0 (Debian libpoppler126 22.12.0-2+deb12u*).
# Expected: a glyph without a known Unicode value comes out as a private character, U+FFFD or
# nothing, so that a reader of the text can tell.
# Seen: where an 8-bit font has no ToUnicode and a glyph's name is not in Adobe's list, poppler takes
# the glyph's code for ASCII. TeX's symbol font CMSY has the prime at code 48, the stroke of "not
# equal" at 54 and the tail of "maps to" at 55: 11″ is read as "1100", 30′ as "300", x ≠ 5 as
# "x 6= 5", x ↦ y as "x 7→ y". Ink on the page becomes digits of figures. In text_list and in all modes of
# pdftotext; PDFs by pdfTeX are of this kind unless they load cmap or glyphtounicode. MuPDF 1.21.1
# knows the names and gives 11′′, 30′ and ̸=.
# Exits with 1 if this is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download poppler-utils=22.12.0-2+deb12u3 libpoppler126=22.12.0-2+deb12u3 > /dev/null
for package in *.deb; do dpkg -x "$package" root; done
cat > write.py <<'PY'
text = "BT "
for font, shown in (("T", "cut 11"), ("S", "00"), ("T", " of 30"), ("S", "0"), ("T", " arc, x "),
                    ("S", "6"), ("T", "= 5, x "), ("S", "7!"), ("T", " y")):
    text += f"/{font} 12 Tf {'72 700 Td ' if text == 'BT ' else ''}({shown}) Tj "
text += "ET"
widths = "1000 " + "0 " * 14 + "275 0 0 0 0 0 0 0"  # of codes 33 to 55
objects = [
    "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
    "/Resources<</Font<</T 5 0 R/S 6 0 R>>>>>>",
    f"<</Length {len(text)}>>\nstream\n{text}\nendstream",
    "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>",
    f"<</Type/Font/Subtype/Type1/BaseFont/CMSY10/FirstChar 33/LastChar 55/Widths[{widths}]"
    "/FontDescriptor 7 0 R/Encoding<</Type/Encoding"
    "/Differences[33/arrowright 48/prime 54/negationslash/mapsto]>>>>",
    "<</Type/FontDescriptor/FontName/CMSY10/Flags 4/FontBBox[-29 -960 1116 775]/ItalicAngle -14"
    "/Ascent 750/Descent -250/CapHeight 683/StemV 40>>"]
out, places = b"%PDF-1.4\n", []
for number, body in enumerate(objects, 1):
    places.append(len(out))
    out += f"{number} 0 obj\n{body}\nendobj\n".encode()
table = "".join(f"{place:010d} 00000 n \n" for place in places)
size = len(objects) + 1
out += (f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<</Size {size}/Root 1 0 R>>\n"
        f"startxref\n{len(out)}\n%%EOF\n").encode()
open("sheet.pdf", "wb").write(out)
PY
python3 write.py
for mode in "" -raw -layout; do
  LD_LIBRARY_PATH=$(echo root/usr/lib/*-linux-gnu) root/usr/bin/pdftotext $mode sheet.pdf -
done | tr -d '\f' | sed 's/^ *//' | grep . | sort -u | tee seen
[[ $(cat seen) == 'cut 1100 of 300 arc, x 6= 5, x 7→ y' ]]
