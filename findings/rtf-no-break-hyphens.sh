#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# UnRTF 0.21.10 and catdoc 0.95 (Debian unrtf 0.21.10-clean-1, catdoc 1:0.95-6~deb12u1), reading
# RTF.
# Expected: "\_", RTF's non-breaking hyphen, is a hyphen or U+2011, as "\~" is a space.
# Seen: both leave it out, UnRTF in plain text and in HTML: "-23%" is read as "23%" and section 2-1
# as section 21. Recoll reads RTF with UnRTF. catdoc also prints the replacement of a Unicode
# character as text, "−?5" for \u8722?5, and joins the cells of a row: 12 and 34 are 1234.
# Exits with 1 if this is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download unrtf=0.21.10-clean-1 catdoc=1:0.95-6~deb12u1 > /dev/null
for package in *.deb; do dpkg -x "$package" root; done
cat > report.rtf <<'RTF'
{\rtf1\ansi\ansicpg1252\deff0\uc1{\fonttbl{\f0\froman Times;}}\f0
by \_23% in section 2\_1, \u8722?5\par
\trowd\cellx1000\cellx2000\pard\intbl 12\cell 34\cell\row\pard\par}
RTF
export LC_ALL=C.UTF-8 HOME=$folder
printf 'charset_path=%s\nmap_path=%s\n' root/usr/share/catdoc root/usr/share/catdoc > .catdocrc
for format in text html; do
  root/usr/bin/unrtf -P root/usr/share/unrtf --$format report.rtf 2> /dev/null
done | sed 's/<[^>]*>//g' | grep -o 'by .* section [-0-9]*' | tee seen
root/usr/bin/catdoc -d utf-8 report.rtf | grep . | tee -a seen
[[ $(cat seen) == $'by 23% in section 21\nby 23% in section 21\nby 23% in section 21, −?5\n1234' ]]
