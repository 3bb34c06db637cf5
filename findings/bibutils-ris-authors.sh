#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# bibutils 7.2 (Debian bibutils 7.2-2, libbibutils8 7.2-2), ris2xml.
# Expected: a line AU of RIS is one author; the format repeats the line for the next one. "AU  -
# Ministry of Health and Welfare" is a ministry, or at worst a strange person.
# Seen: it is two persons: the line is split at "and" as an author field of BibTeX is, and the parts
# are turned into family and given names: "of Health, Ministry" and "Welfare". Converting RIS to RIS
# is enough. The MODS says type="personal" of both. A corporation file (-c) must name every agency
# beforehand. bib2xml keeps a name in double braces whole.
# Exits with 1 if this is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download bibutils=7.2-2 libbibutils8=7.2-2 > /dev/null
for package in *.deb; do dpkg -x "$package" root; done
LD_LIBRARY_PATH=$(echo root/usr/lib/*-linux-gnu)
export LD_LIBRARY_PATH
printf '%s\n' 'TY  - RPRT' 'AU  - Ministry of Health and Welfare' 'TI  - T' 'PY  - 2023' 'ER  - ' > report.ris
echo '@techreport{k, author={{Ministry of Health and Welfare}}, title={T}, year=2023}' > report.bib
{ root/usr/bin/ris2xml report.ris | root/usr/bin/xml2ris
  root/usr/bin/bib2xml report.bib | root/usr/bin/xml2ris; } 2> /dev/null | grep ^AU | tee seen
[[ $(cat seen) == $'AU  - of Health, Ministry\nAU  - Welfare\nAU  - Ministry of Health and Welfare' ]]
