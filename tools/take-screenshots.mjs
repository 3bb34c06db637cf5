// SPDX-License-Identifier: GPL-2.0-or-later
//
// node take-screenshots.mjs READERS ORIGIN PROFILE print FILE.pdf | docs FOLDER | all FOLDER | check FOLDER:
// pictures of the pages of `ibid serve` at ORIGIN; tools/make-screenshots runs it. READERS is the
// folder with puppeteer-core. "print" makes a PDF of a sample report, as an office would.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const [readers, origin, profile, mode, into] = process.argv.slice(2);
const puppeteer = createRequire(join(resolve(readers), 'package.json'))('puppeteer-core');

const kPassage = 'indo-pacific-air-defence-2024-07-15%232-1.1';
const kOther = 'indo-pacific-air-defence-ko-2024-07-16%232-1.1';
const kThird = 'indo-pacific-air-defence-2024-07-15%232-2.1';
const kAltered = 'India signed for six S-400 regiments on October 5, 2018';
const kClaims = 'India signed for five S-400 regiments in 2018.\n인도는 2018년 10월 5일 S-400 5개 연대를 계약했다.\n'
  + 'Trade between China and Russia reached $300 billion in 2023.';
const text = encodeURIComponent;

// Where each page is, and which element is at the top of its picture.
const kPages = {
  start: { at: '/' },
  search: { at: '/?q=India%20S-400' },
  nothing: { at: '/?q=%2Bzeppelins' },
  passage: { at: '/passage/' + kPassage },
  'pdf-passage': { at: '/report/grid-briefing-2024-09-23/page/1', to: '.columns a[href*="%232-2.1"]' },
  'pdf-page': { at: '/report/grid-briefing-2024-09-23/page/1', to: '.columns a[href*="at=2-1.2"]' },
  compare: { at: `/compare?a=${kPassage}&b=${kThird}` },
  'compare-languages': { at: `/compare?a=${kPassage}&b=${kOther}` },
  sources: { at: '/sources' },
  source: { at: '/source?id=go-public-news-eng-7730195527486610293-0-0' },
  reports: { at: '/reports' },
  report: { at: '/report/indo-pacific-air-defence-2024-07-15', top: '.report' },
  quote: { at: '/quote?q=' + text(kAltered) },
  claims: { at: '/check?q=' + text(kClaims) },
  audit: { at: '/audit' },
  'audit-graph': { at: '/audit', top: '#together' },
  'audit-report': { at: '/audit/report/indo-pacific-air-defence-2024-07-15' },
  help: { at: '/help' },
};

// Of the documentation: page, language, scheme, width, height.
const kDocs = [
  ['search', 'en', 'light', 1280, 860], ['passage', 'en', 'light', 1280, 860],
  ['pdf-page', 'en', 'light', 1280, 960], ['report', 'en', 'light', 1280, 800],
  ['quote', 'en', 'light', 1280, 760], ['claims', 'en', 'light', 1280, 800],
  ['compare', 'en', 'light', 1280, 720], ['audit', 'en', 'light', 1280, 860],
  ['source', 'en', 'light', 1280, 800], ['search', 'ko', 'dark', 1280, 860],
  ['search', 'ko', 'light', 375, 812], ['passage', 'en', 'dark', 375, 812],
];

const browser = await puppeteer.launch({
  executablePath: process.env.PATH.split(':').map((folder) => join(folder, 'chromium'))
    .find(existsSync),
  userDataDir: profile, pipe: true,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run',
    '--hide-scrollbars', '--font-render-hinting=none', '--lang=en'],
});
const page = await browser.newPage();
const inLanguage = (at, language) => origin + at + (at.includes('?') ? '&' : '?') + 'lang=' + language;

async function open(name, language, scheme, width, height) {
  const { at, to, top } = kPages[name];
  await page.setViewport({ width, height });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  const answer = await page.goto(inLanguage(at, language));
  if (answer.status() >= 400) throw new Error(`${name}: ${answer.status()}`);
  if (to) await Promise.all([page.waitForNavigation(), page.$eval(to, (link) => link.click())]);
  await page.evaluate((selector) => {
    document.activeElement?.blur();
    if (selector) document.querySelector(selector)?.scrollIntoView({ behavior: 'instant' });
  }, top);
  await page.$$eval('img', (images) => Promise.all(images.map((image) => {
    image.loading = 'eager';
    return image.decode();
  })));
}

async function takeDocs() {
  for (const [name, language, scheme, width, height] of kDocs) {
    await open(name, language, scheme, width, height);
    const file = [name, language, scheme === 'dark' ? 'dark' : '', width < 600 ? 'phone' : '']
      .filter((part) => part).join('-') + '.png';
    await page.screenshot({ path: join(into, file) });
  }
}

async function takeAll() {
  for (const name of Object.keys(kPages)) {
    for (const language of ['en', 'ko']) {
      for (const scheme of ['light', 'dark']) {
        for (const width of [320, 768, 1280]) {
          if (scheme === 'dark' && width === 768) continue;
          await open(name, language, scheme, width, 900);
          await page.evaluate(() => scrollTo(0, 0));
          const height = await page.evaluate(() =>
            Math.min(document.documentElement.scrollHeight, 3000));
          await page.setViewport({ width, height });
          await page.screenshot({ path: join(into, `${name}-${language}-${scheme}-${width}.png`) });
        }
      }
      const printed = await browser.newPage();
      await printed.goto(inLanguage(kPages[name].at, language));
      await printed.pdf({ path: join(into, `${name}-${language}.pdf`), format: 'A4' });
      await printed.close();
      await page.bringToFront();
    }
  }
}

try {
  if (mode === 'print') {
    await page.goto(inLanguage('/report/climate-and-grid-2024-09-20?findings=none', 'en'));
    // As an office prints: the text alone, with no margin of ours.
    await page.evaluate(() => {
      for (const own of document.querySelectorAll('header, footer, nav, dl, details, .sheet, .margin, .actions')) {
        own.remove();
      }
      document.title = 'Grid Briefing: Hot Summers, Long Queues and the Wires in Between';
      document.querySelector('h1').textContent = document.title;
    });
    await page.pdf({ path: into, format: 'A4' });
  } else if (mode === 'all') {
    await takeAll();
  } else {
    await takeDocs();
  }
} finally {
  await browser.close();
}
