#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# biblatex-csl-converter 3.6.0 (npm), from biblatex to CSL-JSON.
# Expected: number of @article is the issue (biblatex manual, 2.3.11: "the issue number of a
# journal"), number of @report the report's number; @article is CSL's article-journal. So
# Citation.js 0.8.2 has it.
# Seen: @article is CSL's "article", a preprint, and number becomes collection-number, the number in
# a series; institution is left out. APA prints "T. In J (Vol. 12)." for "T. J, 12(3)." and "T (5)."
# for "T (Report No. 5). X.". The converter's own table says issue for article-journal, which it
# never chooses.
# Exits with 1 if this is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund biblatex-csl-converter@3.6.0 \
  @citation-js/core@0.8.2 @citation-js/plugin-bibtex@0.8.2 @citation-js/plugin-csl@0.8.2
cat > cite.mjs <<'JS'
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import { BibLatexParser, CSLExporter } from 'biblatex-csl-converter';
for (const entry of ['@article{k, author={Kim, C.}, title={T}, journaltitle={J}, date={2023}, volume={12}, number={3}}',
  '@report{k, author={Kim, C.}, title={T}, institution={X}, type={Report}, date={2023}, number={5}}']) {
  const [converted] = Object.values(new CSLExporter(new BibLatexParser(entry).parse().entries).parse());
  for (const data of [converted, new Cite(entry).data[0]]) {
    const { type, issue, number, 'collection-number': collection } = data;
    console.log(JSON.stringify({ type, issue, number, collection }),
      new Cite(data).format('bibliography', { template: 'apa' }).trim());
  }
}
JS
node cite.mjs | tee seen
[[ $(cat seen) == '{"type":"article","collection":"3"} Kim, C. (2023). T. In J (Vol. 12).
{"type":"article-journal","issue":"3"} Kim, C. (2023). T. J, 12(3).
{"type":"report","collection":"5"} Kim, C. (2023). T (5).
{"type":"report","number":"5"} Kim, C. (2023). T (Report No. 5). X.' ]]
