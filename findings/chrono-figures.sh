#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# chrono-node 2.10.3 (npm), casual and strict English.
# Expected: "In June 30,000 people" holds the month June; a figure with a comma, a decimal point or
# a percent sign is no day, year or hour, least of all in strict mode.
# Seen: 30 June: the figure is cut at its comma. "In May 12.5%" is 12 May, "in March 23%" 23 March,
# "On 5 March 23%" a day in 2023, and "by 30 June 2023, 12%" that day at 12:00. Strict mode gives
# the same. The match ends within the figure, so what is left of the sentence has another figure,
# ",000 people".
# Exits with 1 if this is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund chrono-node@2.10.3
cat > read.js <<'JS'
const chrono = require('chrono-node');
for (const text of ['In June 30,000 people', 'In May 12.5% of', 'in March 23% of', 'On 5 March 23% of',
  'by 30 June 2023, 12% of'])
  console.log([chrono.casual, chrono.strict].map((language) => {
    const [{ text: match, start }] = language.parse(text, new Date(2024, 0, 15));
    const known = ['year', 'month', 'day', 'hour'].filter((part) => start.isCertain(part));
    return `${match} (${known.map((part) => `${part} ${start.get(part)}`).join(', ')})`;
  }).join(' | '));
JS
node read.js | tee seen
[[ $(cat seen) == 'June 30 (month 6, day 30) | June 30 (month 6, day 30)
May 12 (month 5, day 12) | May 12 (month 5, day 12)
March 23 (month 3, day 23) | March 23 (month 3, day 23)
On 5 March 23 (year 2023, month 3, day 5) | On 5 March 23 (year 2023, month 3, day 5)
30 June 2023, 12 (year 2023, month 6, day 30, hour 12) | 30 June 2023, 12 (year 2023, month 6, day 30, hour 12)' ]]
