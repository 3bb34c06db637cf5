#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# UnRTF 0.21.10 (Debian unrtf 0.21.10-clean-1), in a UTF-8 locale.
# Expected: "\u8722?5" is a minus sign for readers that know Unicode, a question mark (of \uc1 one
# character) for others, then 5. "\endash" is a dash, or a hyphen in plain text, as "\u8211-" is.
# Seen: in HTML the whole word after the character is left out, not one character: "−5 and 7" comes
# out as "&minus; and 7", "≈23%" (\u8776~23%) as "&asymp;". In plain text \endash and \emdash are
# nothing, so 5–10 is "510", and the dash of Windows-1252 (\'96) is U+0013. A replacement in a code
# (\'3f) is read right.
# Exits with 1 if this is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download unrtf=0.21.10-clean-1 > /dev/null
dpkg -x unrtf_*.deb root
cat > report.rtf <<'RTF'
{\rtf1\ansi\ansicpg1252\deff0\uc1{\fonttbl{\f0\froman Times;}}\f0
\u8722?5 and 7, \u8722\'3f5 and 7, \u8776~23% of\par
5\endash 10, 5\'9610, 5\u8211-10\par}
RTF
export LC_ALL=C.UTF-8
{ root/usr/bin/unrtf -P root/usr/share/unrtf --html report.rtf | sed 's/<[^>]*>//g' | grep 'and 7'
  root/usr/bin/unrtf -P root/usr/share/unrtf --text report.rtf | grep 10,; } 2> /dev/null | cat -v | tee seen
[[ $(cat seen) == $'&minus; and 7, &minus;5 and 7, &asymp; of\n510, 5^S10, 5-10' ]]
