#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# md4c 0.4.8 (Debian libmd4c0 0.4.8-1), MD_FLAG_TABLES.
# Expected: "| a | b |" over "|--|--|" is a table, as the GitHub-flavoured Markdown that the flag
# names has it (a delimiter cell needs one hyphen), and as cmark-gfm reads it.
# Seen: md4c reads a paragraph. A cell of the delimiter row needs three characters in md4c, so
# "|--|--|" and "|-|-|" make no table and "|---|---|" does. Tables written by hand with short rules
# lose their rows without a word.
# Exits with 1 if this is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download libmd4c-dev=0.4.8-1 libmd4c0=0.4.8-1 cmark-gfm=0.29.0.gfm.6-6 \
  libcmark-gfm0.29.0.gfm.6=0.29.0.gfm.6-6 libcmark-gfm-extensions0.29.0.gfm.6=0.29.0.gfm.6-6 >/dev/null
for package in *.deb; do dpkg -x "$package" root; done
lib=$(dirname "$(find root -name 'libmd4c.so.0' | head -1)")
cat > count.c <<'C'
#include <md4c.h>
#include <stdio.h>
#include <string.h>
static int tables;
static int block(MD_BLOCKTYPE type, void* detail, void* data) {
  (void)detail, (void)data;
  tables += type == MD_BLOCK_TABLE;
  return 0;
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
  MD_PARSER parser = {0, MD_FLAG_TABLES, block, leave, span, span, text, 0, 0};
  (void)argc;
  md_parse(argv[1], (MD_SIZE)strlen(argv[1]), &parser, 0);
  printf("%d\n", tables);
  return 0;
}
C
cc -Iroot/usr/include count.c -o count "$lib/libmd4c.so.0" -Wl,-rpath,"$PWD/$lib"
status=0
for dashes in '-' '--' '---'; do
  table=$(printf '| a | b |\n|%s|%s|\n| c | d |\n' "$dashes" "$dashes")
  md4c=$(./count "$table")
  cmark=$(printf '%s\n' "$table" | LD_LIBRARY_PATH="$lib" root/usr/bin/cmark-gfm -e table |
    grep -c '<table>' || true)
  echo "|$dashes|$dashes|: tables by md4c $md4c, by cmark-gfm $cmark"
  wanted=0
  [[ $dashes == '---' ]] && wanted=1
  [[ $md4c == "$wanted" && $cmark == 1 ]] || status=1
done
exit "$status"
