// SPDX-License-Identifier: GPL-2.0-or-later
//
// node to_csl.js FOLDER FILE: reads FILE with the citation-js installed in FOLDER and prints the
// result as CSL-JSON.
const fs = require('fs');
const { createRequire } = require('module');
const [folder, file] = process.argv.slice(2);
const load = createRequire(folder + '/');
const { Cite } = load('@citation-js/core');
load('@citation-js/plugin-bibtex');
load('@citation-js/plugin-csl');
load('@citation-js/plugin-ris');
const cite = new Cite(fs.readFileSync(file, 'utf8'));
console.log(JSON.stringify(cite.data.map(({ _graph, ...item }) => item)));
