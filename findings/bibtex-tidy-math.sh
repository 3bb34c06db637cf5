#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# bibtex-tidy 1.14.0 (npm), with its default options.
# Expected: formulas between dollar signs stay as they are while other characters are escaped.
# Seen: a formula right before a figure is deleted with the figure, "doses $<$5 mg" becomes "doses
# mg", or takes the place of another: "risk $<$1 of $>$ 2" becomes "risk $>$ of $>$ 2". Formulas are
# put away under MATH.EXP.0 and so on, so that the first before a 1 reads MATH.EXP.01, which is the
# second. Before a space nothing is lost, and --no-escape keeps all.
# Exits with 1 if this is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund bibtex-tidy@1.14.0
cat > tidy.js <<'JS'
const { tidy } = require('bibtex-tidy');
const title = (text, options) =>
  tidy(`@book{k, title={${text}}}`, options).bibtex.match(/= \{(.*)\}/)[1];
for (const text of ['doses $<$5 mg or $\\pm$ 2', 'risk $<$1 of $>$ 2']) {
  console.log(title(text));
  console.log(title(text, { escape: false }));
}
JS
node tidy.js | tee seen
[[ $(cat seen) == 'doses  mg or $\pm$ 2
doses $<$5 mg or $\pm$ 2
risk $>$ of $>$ 2
risk $<$1 of $>$ 2' ]]
