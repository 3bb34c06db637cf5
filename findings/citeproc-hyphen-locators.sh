#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# citeproc-js 2.4.63 (npm citeproc 2.4.63).
# Expected: the locator "2-1" with label "section", as a report numbers its second-level sections, is
# printed as it is, "sec. 2-1"; or, taken for a range, at least the three-level "2-1-1" is.
# Seen: "secs. 2–1", sections two to one: every hyphen beside a digit makes the label plural and may
# become an en dash, of "2-1-1" only the last. A non-breaking hyphen (U+2011) stays one section.
# Exits with 1 if this is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund citeproc@2.4.63 \
  @citation-js/core@0.7.21 @citation-js/plugin-csl@0.7.22
cat > cite.js <<'JS'
const CSL = require('citeproc');
const texts = (name) => require(`./node_modules/@citation-js/plugin-csl/lib/${name}.json`);
const engine = new CSL.Engine(
  {
    retrieveLocale: (language) => texts('locales')[language] || texts('locales')['en-US'],
    retrieveItem: (id) => ({ id, type: 'report', title: 'T', author: [{ literal: 'A' }] }),
  },
  texts('styles').apa, 'en-US');
engine.setOutputFormat('text');
engine.updateItems(['x']);
const cite = (locator) =>
  engine.makeCitationCluster([{ id: 'x', locator, label: 'section' }]).split(', ').pop();
console.log(['2-1', '2-1-1', '2\u20111', '2\u20111\u20111'].map(cite).join(' '));
JS
seen=$(node cite.js)
echo "$seen"
[[ $seen == 'secs. 2–1) secs. 2-1–1) sec. 2‑1) sec. 2‑1‑1)' ]]
