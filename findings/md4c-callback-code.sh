#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# md4c 0.4.8 (Debian libmd4c0 0.4.8-1).
# Expected: a callback "may abort further parsing of the document by returning non-zero", and then
# md_parse() returns that value, as md4c.h says. A program that needs no more returns 1.
# Seen: after a positive value the document is read to its end all the same, every callback is called
# again, and md_parse() returns 0; only a negative value ends it and comes back.
# Exits with 1 if this is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download libmd4c-dev=0.4.8-1 libmd4c0=0.4.8-1 >/dev/null
for package in *.deb; do dpkg -x "$package" root; done
lib=$(dirname "$(find root -name 'libmd4c.so.0' | head -1)")
cat > stop.c <<'C'
#include <md4c.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
static int code, paragraphs;
static int block(MD_BLOCKTYPE type, void* detail, void* data) {
  (void)detail, (void)data;
  if (type != MD_BLOCK_P) return 0;
  ++paragraphs;
  return code;
}
static int leave(MD_BLOCKTYPE type, void* detail, void* data) {
  (void)type, (void)detail, (void)data;
  return 0;
}
static int span(MD_SPANTYPE type, void* detail, void* data) {
  (void)type, (void)detail, (void)data;
  return 0;
}
static int text(MD_TEXTTYPE type, const MD_CHAR* chars, MD_SIZE size, void* data) {
  (void)type, (void)chars, (void)size, (void)data;
  return 0;
}
int main(int argc, char** argv) {
  const char* document = "one\n\ntwo\n\nthree\n";
  MD_PARSER parser = {0, 0, block, leave, span, span, text, 0, 0};
  (void)argc;
  code = atoi(argv[1]);
  int result = md_parse(document, (MD_SIZE)strlen(document), &parser, 0);
  printf("callback %d: %d of 3 paragraphs, md_parse returns %d\n", code, paragraphs, result);
  return 0;
}
C
cc -Iroot/usr/include stop.c -o stop "$lib/libmd4c.so.0" -Wl,-rpath,"$PWD/$lib"
seen=$(./stop 7; ./stop -7; ./stop 0)
echo "$seen"
grep -q 'returning non-zero' root/usr/include/md4c.h
[[ $seen == $'callback 7: 3 of 3 paragraphs, md_parse returns 0\ncallback -7: 1 of 3 paragraphs, md_parse returns -7\ncallback 0: 3 of 3 paragraphs, md_parse returns 0' ]]
