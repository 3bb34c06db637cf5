// SPDX-License-Identifier: GPL-2.0-or-later
//
// node cite_places.js FOLDER FILE STYLE: cites each place of the CSL-JSON in FILE with citeproc-js,
// as installed in FOLDER, and prints what it makes of each, a line each.
const fs = require('fs');
const { createRequire } = require('module');
const [folder, file, style] = process.argv.slice(2);
const load = createRequire(folder + '/');
const CSL = load('citeproc');
const texts = (name) =>
  JSON.parse(fs.readFileSync(`${folder}/node_modules/@citation-js/plugin-csl/lib/${name}.json`));
const styles = texts('styles');
const locales = texts('locales');
const works = JSON.parse(fs.readFileSync(file, 'utf8'));
const byId = Object.fromEntries(works.map((work) => [work.id, work]));
const engine = new CSL.Engine(
  {
    retrieveLocale: (language) => locales[language] || locales['en-US'],
    retrieveItem: (id) => byId[id],
  },
  styles[style], 'en-US');
engine.setOutputFormat('text');
engine.updateItems(works.map((work) => work.id));
for (const work of works) {
  for (const place of work.custom['citation-items']) {
    console.log(engine.makeCitationCluster([place]));
  }
}
