#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# Citation.js 0.8.2 (npm @citation-js/core, plugin-bibtex, plugin-csl and plugin-ris).
# Expected: the date {1990/} of a series that goes on, an open range of biblatex (manual, 2.3.8), is
# printed as 1990 or "1990-", or at least the year is kept, as {1990/1995} gives "1990-1995".
# Seen: the second date is null (CSL-JSON wants a list there); APA prints "(n.d.)", no date, and RIS
# has no year at all. Nothing is said, neither at reading nor at printing.
# Exits with 1 if this is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund @citation-js/core@0.8.2 \
  @citation-js/plugin-bibtex@0.8.2 @citation-js/plugin-csl@0.8.2 @citation-js/plugin-ris@0.8.2
cat > cite.mjs <<'JS'
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
for (const date of ['1990/1995', '1990/']) {
  const cite = new Cite(`@report{k, author={Kim, C.}, title={T}, date={${date}}, institution={X}}`);
  console.log(JSON.stringify(cite.data[0].issued), cite.format('bibliography', { template: 'apa' }).trim(),
    /^PY/m.test(cite.format('ris')));
}
JS
node cite.mjs | tee seen
[[ $(cat seen) == '{"date-parts":[[1990],[1995]]} Kim, C. (1990–1995). T. X. true
{"date-parts":[[1990],null]} Kim, C. (n.d.). T. X. false' ]]
