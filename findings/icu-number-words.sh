#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# ICU 72.1 (Debian libicu72 72.1-3+deb12u*), unum_parse of UNUM_SPELLOUT, English.
# Expected: "thirty five" is 35, as "thirty-five" is, or parsing stops after "thirty"; "nineteen
# ninety-nine" shows that years are known, too.
# Seen: it is 3005, "ninety nine" is 9009, "forty two" 4002. Parsing tries every set of rules, also
# the one for years, in which "thirty five" is century and year, and the longest match wins. Lenient
# parsing (UNUM_LENIENT_PARSE) reads 35 and 99. "one hundred twenty five" is 120, with "five" left
# over.
# Exits with 1 if this is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download libicu72=72.1-3+deb12u1 libicu-dev=72.1-3+deb12u1 > /dev/null
for package in *.deb; do dpkg -x "$package" root; done
lib=$PWD/root/usr/lib/$(gcc -print-multiarch)
cat > parse.c <<'C'
#include <stdio.h>
#include <unicode/unum.h>
#include <unicode/ustring.h>
int main(void) {
  const char* words[] = {"thirty-five", "thirty five", "ninety nine", "forty two",
                         "one hundred twenty five"};
  for (int lenient = 0; lenient < 2; ++lenient)
    for (int i = 0; i < 5; ++i) {
      UErrorCode status = U_ZERO_ERROR;
      UNumberFormat* format = unum_open(UNUM_SPELLOUT, NULL, 0, "en", NULL, &status);
      unum_setAttribute(format, UNUM_LENIENT_PARSE, lenient);
      UChar text[100];
      int32_t end = 0;
      u_uastrcpy(text, words[i]);
      double value = unum_parseDouble(format, text, -1, &end, &status);
      printf("%s: %g%s%s", words[i], value, text[end] ? " ..." : "", i < 4 ? ", " : "\n");
      unum_close(format);
    }
  return 0;
}
C
cc -Iroot/usr/include parse.c -o parse -L"$lib" -licui18n -licuuc -licudata -Wl,-rpath,"$lib"
./parse | tee seen
[[ $(cat seen) == 'thirty-five: 35, thirty five: 3005, ninety nine: 9009, forty two: 4002, one hundred twenty five: 120 ...
thirty-five: 35, thirty five: 35, ninety nine: 99, forty two: 42, one hundred twenty five: 125' ]]
