// SPDX-License-Identifier: GPL-2.0-or-later
//
// node anchor_annotations.mjs FOLDER FILE: anchors each annotation of the W3C page in FILE on the
// source it names, with the apache-annotator installed in FOLDER. Prints a JSON line each: the texts
// found by the quotation and by the position, and that at the bytes.
import fs from 'fs';
import { createRequire } from 'module';
import { fileURLToPath, pathToFileURL } from 'url';

const [folder, file] = process.argv.slice(2);
const { JSDOM } = createRequire(folder + '/')('jsdom');
const window = new JSDOM('<!doctype html><pre></pre>').window;
for (const name of ['document', 'Node', 'NodeFilter', 'Range', 'Text']) {
  globalThis[name] = window[name];
}
const annotator = await import(
  pathToFileURL(folder + '/node_modules/@apache-annotator/dom/lib/index.js'));

async function found(matches) {
  const texts = [];
  for await (const range of matches) texts.push(range.toString());
  return texts;
}

const sources = new Map();
function source(id) {
  if (!sources.has(id)) {
    const bytes = fs.readFileSync(fileURLToPath(id));
    const element = window.document.createElement('pre');
    element.append(new TextDecoder().decode(bytes));
    sources.set(id, { bytes, element });
  }
  return sources.get(id);
}

for (const { target } of JSON.parse(fs.readFileSync(file, 'utf8')).items) {
  const { bytes, element } = source(target.source.id);
  const [quote, position, data] = target.selector;
  console.log(JSON.stringify({
    quote: await found(annotator.createTextQuoteSelectorMatcher(quote)(element)),
    position: await found(annotator.createTextPositionSelectorMatcher(position)(element)),
    data: new TextDecoder().decode(bytes.subarray(data.start, data.end)),
  }));
}
