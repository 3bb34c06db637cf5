#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# dateparser 1.1.6 (Debian python3-dateparser 1.1.6-1), languages=["ko"], which it supports.
# Expected: "2024년 3월 5일", the usual way to write a date, is 5 March 2024, as "2024. 3. 5." is; "오후
# 3시" is 3 o'clock in the afternoon.
# Seen: the date is not read (reported in 2019, scrapinghub/dateparser#590), though "2024년 3월" is.
# Parts of dates are read as times ago, without 전 (ago): of 11:00 on 1 December 2026 "오후 3시" is
# 08:00 that day, three hours earlier, "5일" (the fifth) is 26 November, and "2024년" (the year) is
# the year 2.
# Exits with 1 if this is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download python3-dateparser=1.1.6-1 python3-tz python3-tzlocal python3-pytz-deprecation-shim \
  python3-dateutil python3-six python3-regex > /dev/null
for package in *.deb; do dpkg -x "$package" root; done
cat > read.py <<'PY'
import datetime, dateparser
settings = {"RELATIVE_BASE": datetime.datetime(2026, 12, 1, 11), "TIMEZONE": "UTC"}
for text in ("2024. 3. 5.", "2024년 3월", "2024년 3월 5일", "오후 3시", "5일", "2024년", "5일 전"):
    print(text, dateparser.parse(text, languages=["ko"], settings=settings))
PY
PYTHONPATH=root/usr/lib/python3/dist-packages TZ=UTC /usr/bin/python3 -W ignore read.py | tee seen
[[ $(cat seen) == '2024. 3. 5. 2024-03-05 00:00:00
2024년 3월 2024-03-01 00:00:00
2024년 3월 5일 None
오후 3시 2026-12-01 08:00:00
5일 2026-11-26 11:00:00
2024년 0002-12-01 11:00:00
5일 전 2026-11-26 11:00:00' ]]
