#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# pandoc 2.17.1.1 (Debian pandoc 2.17.1.1-2~deb12u1), reading JATS.
# Expected: a label, the number that a publisher gave to a thing, is text: "Table 7" above a table,
# "Box 3", "(4)" beside a formula, "12." before an item of a list; as that of a section is.
# Seen: labels of tables, figures, formulas and boxes are left out without a warning, so that "see
# Table 7" refers to nothing, and the items 9. and 12. of a list are 1. and 2. The section's "2.1"
# is kept.
# Exits with 1 if this is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
version=2.17.1.1-2~deb12u1
apt-get download pandoc=$version pandoc-data=$version liblua5.3-0 libyaml-0-2 > /dev/null
for package in *.deb; do dpkg -x "$package" root; done
cat > report.xml <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD v1.2 20190208//EN"
 "JATS-archivearticle1.dtd">
<article xmlns:mml="http://www.w3.org/1998/Math/MathML"><front><article-meta><title-group>
<article-title>T</article-title></title-group></article-meta></front><body><sec><label>2.1</label><title>Head</title>
<p>See Table 7, box 3 and (4).</p>
<table-wrap><label>Table 7</label><caption><p>Cases</p></caption><table><tbody><tr><td>12</td></tr></tbody></table>
</table-wrap><boxed-text><label>Box 3</label><p>In short</p></boxed-text>
<disp-formula><label>(4)</label><mml:math><mml:mn>42</mml:mn></mml:math></disp-formula>
<list list-type="order"><list-item><label>9.</label><p>nine</p></list-item><list-item><label>12.</label>
<p>twelve</p></list-item></list></sec></body></article>
XML
LD_LIBRARY_PATH=root/usr/lib/$(gcc -print-multiarch) root/usr/bin/pandoc --data-dir=root/usr/share/pandoc/data \
  --fail-if-warnings -f jats -t plain --wrap=none report.xml | grep '[^ -]' | sed 's/^ *//; s/  */ /g' | tee seen
[[ $(cat seen) == $'2.1. Head\nSee Table 7, box 3 and (4).\nCases\n12\nIn short\n42\n1. nine\n2. twelve' ]]
