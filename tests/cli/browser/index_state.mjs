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

function index(name, lines) {
  appendFileSync(`reports/${name}-2024-10-09.txt`, 'New\n\nGOOVER DAILY REPORT October 9, 2024\n' +
    'goover\n\n1. Part\n\n' + lines.map((line) => `  • ${line}\n`).join(''));
  execSync(process.env.IBID_UPDATE);
}

// Pages that are open say by themselves what is new, in their language.
async function told({ check, newPage, origin, text, texts, lead, where }) {
  const [page, korean, sources] = [await newPage(), await newPage(), await newPage()];
  await page.goto(origin + '/?q=zebrafish');
  await korean.goto(origin + '/?lang=ko&q=S-400&sort=report');
  await sources.goto(origin + '/sources');
  const before = await generation(page);
  const hits = await texts(korean, '.hits > li');
  check('no passage yet', true, (await text(page, '#nothing')).length > 0);
  index('new', ['A zebrafish swam past the quay 제브라피시 today.',
    'S-400 체계가 새로 왔다.', 'Another S-400 arrived 왔다.']);
  for (const open of [page, korean, sources]) await open.waitForSelector('#said a');
  check('the page counts what is new to its query', '1 new passage', await text(page, '#said'));
  check('in Korean', '새 대목 2개', await text(korean, '#said'));
  check('a page without a query says that there is a newer index', true,
    (await text(sources, '#said')).startsWith('The index has changed'));
  check('it is a polite live region', 'status', await page.$eval('#said', (said) => said.role));
  check('the hits have not moved', hits, await texts(korean, '.hits > li'));

  await lead(korean, () => korean.click('#said a'));
  check('the link shows them alone', [`/?q=S-400&sort=report&since=${before}&lang=ko`, 2],
    [where(korean), (await korean.$$('.hits > li')).length]);
  check('and says so', true, (await text(korean, 'main')).includes(`${before}세대 뒤에`));
  await page.reload();
  check('the next page is of the new index', [before + 1, 1],
    [await generation(page), (await page.$$('.hits > li')).length]);

  index('newer', ['A second zebrafish came.']);
  await page.waitForSelector('#said a');
  index('newest', ['A third zebrafish 제브라피시 came.']);
  await page.waitForFunction(() => document.querySelector('#said').textContent[0] === '2');
  check('what came later is counted, too', '2 new passages', await text(page, '#said'));
}

// Only what is seen follows the index, so that many windows do not use up the connections.
async function followed({ check, newPage, origin }) {
  const page = await newPage();
  const streams = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/v1/events')) streams.push(request.url());
  });
  await page.evaluateOnNewDocument(() => {
    Object.defineProperty(document, 'visibilityState', { get: () => globalThis.seen ?? 'hidden' });
  });
  await page.goto(origin + '/?q=India');
  await new Promise((resolve) => { setTimeout(resolve, 1500); });
  check('a page that is not seen follows nothing', [], streams);
  await page.evaluate(() => {
    globalThis.seen = 'visible';
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await page.waitForResponse((response) => response.url().endsWith('/v1/events'))
    .catch(() => {});
  check('one that is seen does', 1, streams.length);
}

export default async function run(tools) {
  await printed(tools);
  await told(tools);
  await followed(tools);
}
