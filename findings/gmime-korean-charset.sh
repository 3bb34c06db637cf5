#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# GMime 3.2.13 (Debian libgmime-3.0-0 3.2.13+dfsg-2) on glibc 2.36 (2.36-9+deb12u*).
# Expected: a mail that says charset="ks_c_5601-1987" is read as CP949, as browsers do (WHATWG) and
# as the Korean programs that write this name mean it; or what cannot be read is marked, at least.
# Seen: GMime maps the name to EUC-KR, and glibc's EUC-KR takes a lead byte below A1 for a control
# character, without an error: 똠 (8C 63) comes out as U+008C and the letter c. The text is valid
# UTF-8, so nothing tells that a syllable became a letter. "windows-949" is right: it maps to CP949.
# glibc itself knows neither of the two names.
# Exits with 1 if this is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download libgmime-3.0-dev=3.2.13+dfsg-2 libgmime-3.0-0=3.2.13+dfsg-2 libglib2.0-dev \
  libglib2.0-0 libgpgme11 libassuan0 libgpg-error0 libidn2-0 libunistring2 libpcre2-8-0 libffi8 \
  libmount1 libblkid1 libselinux1 zlib1g > /dev/null
for package in *.deb; do dpkg -x "$package" tree; done
lib=tree/usr/lib/$(gcc -print-multiarch)
libs=$PWD/$lib:$PWD/tree/lib/$(gcc -print-multiarch)
cat > mail.c <<'C'
#include <gmime/gmime.h>
#include <stdio.h>
#include <string.h>
static void show(const char* charset) {
  char mail[400];
  snprintf(mail, sizeof mail,
           "MIME-Version: 1.0\nContent-Type: text/plain; charset=\"%s\"\n"
           "Content-Transfer-Encoding: base64\n\njGMgMjMl\n",  // 똠 23% in CP949
           charset);
  GMimeStream* stream = g_mime_stream_mem_new_with_buffer(mail, strlen(mail));
  GMimeParser* parser = g_mime_parser_new_with_stream(stream);
  GMimeMessage* message = g_mime_parser_construct_message(parser, NULL);
  char* text = g_mime_text_part_get_text(GMIME_TEXT_PART(g_mime_message_get_mime_part(message)));
  printf("%s (%s):", charset, g_mime_charset_iconv_name(charset));
  for (const unsigned char* c = (const unsigned char*)text; *c; ++c) printf(" %02x", *c);
  puts("");
}
int main(void) {
  g_mime_init();
  show("ks_c_5601-1987");
  show("windows-949");
  return 0;
}
C
cc -Itree/usr/include/gmime-3.0 -Itree/usr/include/glib-2.0 -I"$lib/glib-2.0/include" mail.c -o mail \
  -L"$lib" "$lib/libgmime-3.0.so.0" -lgobject-2.0 -lglib-2.0 -Wl,-rpath,"$libs" -Wl,-rpath-link,"$libs"
LD_LIBRARY_PATH=$libs ./mail | tee seen
for name in KS_C_5601-1987 WINDOWS-949; do
  echo | iconv -f $name -t UTF-8 > /dev/null 2>&1 && exit 1
done
[[ $(cat seen) == $'ks_c_5601-1987 (EUC-KR): c2 8c 63 20 32 33 25\nwindows-949 (CP949): eb 98 a0 20 32 33 25' ]]
