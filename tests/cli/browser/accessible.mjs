// SPDX-License-Identifier: GPL-2.0-or-later
//
// axe-core on every page, light and dark, English and Korean, at 320 and 1280 px: no violation of
// WCAG 2.2 AA that it can see, and nothing wider than the window.
import { readFileSync } from 'node:fs';

const kPassage = 'indo-pacific-air-defence-2024-07-15%232-1.1';
const kOther = 'indo-pacific-air-defence-ko-2024-07-16%232-1.1';
const kSource = 'go-public-news-eng-7730195527486610293-0-0';
const kQuote = 'India signed for six S-400 regiments on October 5, 2018';
const kPages = {
  start: '/', search: '/?q=India&explain=1', nothing: '/?q=zzzz', passage: '/passage/' + kPassage,
  compare: `/compare?a=${kPassage}&b=${kOther}`, source: '/source?id=' + kSource,
  sources: '/sources', report: '/report/indo-pacific-air-defence-2024-07-15', reports: '/reports',
  quote: '/quote?q=' + encodeURIComponent(kQuote),
  check: '/check?q=' + encodeURIComponent(kQuote), audit: '/audit',
  'audit of a report': '/audit/report/indo-pacific-air-defence-2024-07-15', help: '/help',
  'no page': '/nowhere',
};

// Dark pages differ in colours only.
const kLight = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] };
const kDark = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

// Violations, each with the elements; colours that axe cannot tell are only noted.
async function seen(page, scheme) {
  const found = await page.evaluate((runOnly) => axe.run(document, {
    runOnly, preload: false, elementRef: false, resultTypes: ['violations', 'incomplete'],
  }), scheme === 'light' ? kLight : kDark);
  const short = (most) => (rule) => rule.id + ': ' + rule.nodes.slice(0, most).map((node) =>
    node.target.join(' ') + (node.any[0] ? ' (' + node.any[0].message + ')' : '')).join('; ') +
    ` [${rule.nodes.length}]`;
  return {
    violations: found.violations.map(short(4)),
    unknown: found.incomplete.filter((rule) => rule.id === 'color-contrast').map(short(1)),
  };
}

// Elements that stand out of the window at its right.
const wide = () => document.documentElement.scrollWidth <= innerWidth ? [] : [
  `${document.documentElement.scrollWidth} px`,
  ...[...document.querySelectorAll('body *')]
    .filter((element) => element.getBoundingClientRect().right > innerWidth + 1).slice(0, 5)
    .map((element) => element.tagName + '.' + (element.getAttribute('class') ?? ''))];

export async function accessible({ check, newPage, origin, require, note, complaints }, language) {
  const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  const page = await newPage();
  for (const [name, address] of Object.entries(kPages)) {
    const before = complaints.length;
    await page.goto(origin + address + (address.includes('?') ? '&' : '?') + 'lang=' + language);
    if (name === 'no page') complaints.splice(before);  // the browser says that it is not there
    await page.evaluate(axe);
    for (const scheme of ['light', 'dark']) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      for (const width of [1280, 320]) {
        await page.setViewport({ width, height: 900 });
        const what = `${name}, ${scheme}, ${width} px`;
        const { violations, unknown } = await seen(page, scheme);
        check(`${what}: axe finds nothing`, [], violations);
        if (unknown.length > 0) note(`${what}: axe cannot tell ${unknown}`);
        check(`${what}: not wider than the window`, [], await page.evaluate(wide));
      }
    }
  }
}
