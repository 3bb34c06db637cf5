// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a sheet of paper holds, and pages while the index changes. $IBID_UPDATE is the command that
// updates the index.
import { execFileSync, execSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';

const generation = (page) => page.$eval('#said', (said) => Number(said.dataset.generation));

async function printed({ check, newPage, origin }) {
  const page = await newPage();
  await page.goto(origin + '/?q=India%20S-400');
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  const sheets = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf }).toString()
    .split('\f').slice(0, -1);
  check('there is more than a sheet', true, sheets.length > 1);
  const wanted = `Query: India S-400 · generation ${await generation(page)}`;
  check('each sheet holds the query and the generation', [], sheets
    .filter((sheet) => !sheet.replace(/\s+/g, ' ').includes(wanted))
    .map((sheet) => sheet.slice(0, 200)));
  check('the sheets hold the hits', true, sheets.join('').includes('2018'));
}

async function rebuilt({ check, newPage, origin, text }) {
  const page = await newPage();
  await page.goto(origin + '/?q=zebrafish');
  const before = await generation(page);
  check('no passage yet', true, (await text(page, '#nothing')).length > 0);
  appendFileSync('reports/new-2024-10-09.txt', 'New\n\nGOOVER DAILY REPORT October 9, 2024\n' +
    'goover\n\n1. Part\n\n  • A zebrafish swam past the quay 제브라피시 today.\n');
  execSync(process.env.IBID_UPDATE);
  // The page that is open says so once it is looked at again.
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await page.waitForSelector('#said a');
  check('the open page says that there is a newer index', true,
    (await text(page, '#said')).startsWith('The index has changed'));
  await page.reload();
  check('the next page is of the new index', [before + 1, 1],
    [await generation(page), (await page.$$('.hits > li')).length]);
}

export default async function run(tools) {
  await printed(tools);
  await rebuilt(tools);
}
