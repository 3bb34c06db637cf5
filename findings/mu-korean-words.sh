#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# mu 1.8.14 (Debian maildir-utils 1.8.14-1), on Xapian 1.4.
# Expected: a word of eight to ten syllables, as names of Korean offices with a particle are, is
# found like any other. It is 30 bytes in UTF-8; Xapian's TermGenerator leaves out words beyond 64.
# Seen: it is never found, not in full, with a wildcard or in a phrase: mu decomposes all text
# (NFKD), so a syllable becomes two or three letters of three bytes each, and from the eighth
# syllable on most words pass the limit. notmuch 0.37, on the same Xapian, finds it.
# Exits with 1 if this is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download maildir-utils=1.8.14-1 notmuch=0.37-1+b1 libnotmuch5=0.37-1+b1 libtalloc2 libsexp1 libxapian30 \
  guile-3.0-libs libgc1 libgmime-3.0-0 libglib2.0-0 libgpgme11 libassuan0 libgpg-error0 libidn2-0 \
  libunistring2 libpcre2-8-0 libffi8 libmount1 libblkid1 libselinux1 libuuid1 libreadline8 libtinfo6 libgmp10 \
  zlib1g > /dev/null
for package in *.deb; do dpkg -x "$package" root; done
multiarch=$(gcc -print-multiarch)
export LD_LIBRARY_PATH=$PWD/root/usr/lib/$multiarch:$PWD/root/lib/$multiarch HOME=$PWD/home LC_ALL=C.UTF-8
mkdir -p home mail/cur mail/new mail/tmp
printf '%s\n' 'From: a@example.org' 'Subject: report' 'Message-ID: <1@example.org>' \
  'Date: Tue, 05 Mar 2024 10:00:00 +0900' 'MIME-Version: 1.0' 'Content-Type: text/plain; charset=utf-8' \
  'Content-Transfer-Encoding: 8bit' '' '국민건강보험공단에서 보고서는 발표했다' > mail/cur/1:2,S
root/usr/bin/mu init --maildir="$PWD/mail" > /dev/null 2>&1
root/usr/bin/mu index > /dev/null 2>&1
printf '[database]\npath=%s\n[user]\nname=a\nprimary_email=a@example.org\n' "$PWD/mail" > home/.notmuch-config
root/usr/bin/notmuch new > /dev/null 2>&1
for query in 보고서는 국민건강보험공단에서 '국민건강보험*'; do
  echo "$query: mu $(root/usr/bin/mu find "$query" 2> /dev/null | grep -c report || true)," \
    "notmuch $(root/usr/bin/notmuch count "$query")"
done | tee seen
[[ $(cat seen) == '보고서는: mu 1, notmuch 1
국민건강보험공단에서: mu 0, notmuch 1
국민건강보험*: mu 0, notmuch 1' ]]
