// SPDX-License-Identifier: GPL-2.0-or-later
//
// node browse_pages.mjs READERS ORIGIN GROUP PROFILE: checks of one group (a file of this folder) on
// the pages of `ibid serve` at ORIGIN, in Chromium without a window. READERS is the folder with
// puppeteer-core and axe-core. Prints a line for each check, "ok NAME" or "FAILED NAME: why", and
// ends with 1 if one failed. Each group also checks what the browser asked for and complained of.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const [readers, origin, group, profile] = process.argv.slice(2);
const require = createRequire(join(resolve(readers), 'package.json'));
const puppeteer = require('puppeteer-core');

let failed = 0;
// check('name', wanted, got): the same, compared as JSON.
function check(name, wanted, got) {
  const same = JSON.stringify(wanted) === JSON.stringify(got);
  failed += same ? 0 : 1;
  console.log(same ? `ok ${name}`
    : `FAILED ${name}: wanted ${JSON.stringify(wanted)}, got ${JSON.stringify(got)}`);
}

const browser = await puppeteer.launch({
  executablePath: process.env.PATH.split(':').map((folder) => join(folder, 'chromium'))
    .find(existsSync),
  userDataDir: profile,
  pipe: true,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run',
    '--lang=en'],
});

// What pages asked for and complained of.
const asked = [];
const complaints = [];
async function newPage() {
  const context = await browser.createBrowserContext();
  await context.overridePermissions(
    origin, ['clipboard-read', 'clipboard-write', 'clipboard-sanitized-write']);
  const page = await context.newPage();
  page.setDefaultTimeout(10000);
  await page.setViewport({ width: 1280, height: 900 });
  await page.setExtraHTTPHeaders({ 'Accept-Language': 'en' });
  page.on('request', (request) => asked.push(request.url()));
  page.on('dialog', (dialog) => {
    complaints.push('dialog: ' + dialog.message());
    dialog.dismiss();
  });
  page.on('pageerror', (error) => complaints.push('error: ' + error.message));
  // The policy's violations are messages of the console, too.
  page.on('console', (message) => {
    if (['error', 'warn', 'issue'].includes(message.type())) complaints.push(message.text());
  });
  return page;
}

// What a check needs besides: pages, and the ways of a reader.
const tools = {
  check, newPage, origin, require, note: (text) => console.log('note ' + text), asked, complaints,
  // Does `act` and waits for the page that it leads to.
  lead: async (page, act) => {
    await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), act()]);
  },
  // The address without the origin, its query as people read it.
  where: (page) => decodeURIComponent(page.url().slice(origin.length)),
  text: (page, selector) => page.$eval(selector, (element) => element.textContent),
  texts: (page, selector) => page.$$eval(selector, (all) => all.map((one) => one.textContent)),
};

try {
  const { default: run } = await import(`./${group}.mjs`);
  await run(tools);
  check('asks only the server of the page', [], asked.filter((url) =>
    !url.startsWith(origin + '/') && !url.startsWith('data:')));
  check('the browser has nothing to complain of', [], complaints);
} catch (error) {
  failed += 1;
  console.log(`FAILED ${group}: ${error.stack}`);
} finally {
  await browser.close();
}
process.exit(failed === 0 ? 0 : 1);
