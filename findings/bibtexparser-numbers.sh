#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# bibtexparser 1.1.0 (Debian python3-bibtexparser 1.1.0+ds-5), with its default options.
# Expected: pages = 12 # "--" # 15 is a value like "12" # "--15": BibTeX joins strings, names of
# strings and numbers, and pybtex 0.24.0 reads 12--15.
# Seen: an entry with a bare number in a joined value is not in the result, without an error or a
# warning; the entries before and after it are.
# Exits with 1 if this is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download python3-bibtexparser=1.1.0+ds-5 python3-pyparsing python3-pybtex=0.24.0-3 python3-latexcodec \
  python3-six python3-yaml libyaml-0-2 > /dev/null
for package in *.deb; do dpkg -x "$package" root; done
cat > list.bib <<'BIB'
@article{first, author={A}, title={one}, pages="12" # "--15", year=2020}
@article{second, author={A}, title={two}, pages=12 # "--" # 15, year=2020}
@article{third, author={A}, title={three}, pages=12, year=2020}
BIB
cat > read.py <<'PY'
import bibtexparser, pybtex.database
with open("list.bib") as file: print(" ".join(entry["ID"] for entry in bibtexparser.load(file).entries))
entries = pybtex.database.parse_file("list.bib").entries
print(" ".join(entries), entries["second"].fields["pages"])
PY
LD_LIBRARY_PATH=$(echo root/usr/lib/*-linux-gnu) PYTHONPATH=root/usr/lib/python3/dist-packages \
  /usr/bin/python3 -W ignore read.py | tee seen
[[ $(cat seen) == $'first third\nfirst second third 12--15' ]]
