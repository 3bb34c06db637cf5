// SPDX-License-Identifier: GPL-2.0-or-later
//
// A reader's ways to a page of hits: typed words, Hangul as an input method composes it, addresses,
// Back and Forward, and what narrows a search down.

async function typedWords({ check, newPage, origin, lead, where, texts }) {
  const page = await newPage();
  await page.goto(origin + '/');
  await page.type('#q', 'India S-400');
  await lead(page, () => page.keyboard.press('Enter'));
  check('Enter asks what was typed', '/?q=India+S-400', where(page));
  const typed = await texts(page, '.hits h2');
  check('typed words find passages', 10, typed.length);
  await page.goto(origin + '/?q=India%20S-400');
  check('the address finds the same', typed, await texts(page, '.hits h2'));
  check('the address fills the box', 'India S-400', await page.$eval('#q', (box) => box.value));

  await lead(page, () => page.click('.hits h2 a'));
  check('a hit leads to its passage', true, where(page).startsWith('/passage/'));
  await page.goBack();
  check('Back has the hits again', [typed, 'India S-400'],
    [await texts(page, '.hits h2'), await page.$eval('#q', (box) => box.value)]);
  await page.goForward();
  check('Forward has the passage again', true, where(page).startsWith('/passage/'));
}

async function composedHangul({ check, newPage, origin, lead, where, texts }) {
  const page = await newPage();
  await page.goto(origin + '/');
  await page.focus('#q');
  const asked = [];
  page.on('request', (request) => {
    if (request.isNavigationRequest()) asked.push(request.url());
  });
  const devtools = await page.createCDPSession();
  const compose = (text) => devtools.send('Input.imeSetComposition',
    { text, selectionStart: text.length, selectionEnd: text.length });
  for (const text of ['ㅇ', '이', '인', '인ㄷ', '인도']) await compose(text);
  // The Enter that ends the composition belongs to the input method, which says so by 229.
  for (const type of ['rawKeyDown', 'keyUp']) {
    await devtools.send('Input.dispatchKeyEvent',
      { type, key: 'Process', code: 'Enter', windowsVirtualKeyCode: 229 });
  }
  await devtools.send('Input.insertText', { text: '인도' });
  check('composing asks nothing', [], asked);
  await lead(page, () => page.keyboard.press('Enter'));
  check('Enter asks once', 1, asked.length);
  check('Enter asks what was composed', '/?q=인도', where(page));
  check('composed Hangul finds passages', 10, (await texts(page, '.hits h2')).length);
}

const quotable = (text) => text.replace(/["\\]/g, '\\$&');

// Each value on, and off by the sign above the hits.
async function facets({ check, newPage, origin, lead, where, text, texts }) {
  const page = await newPage();
  const start = origin + '/?q=India';
  await page.goto(start);
  const values = await page.$$eval('.facet a', (links) => links
    .filter((link) => !link.search.includes('all=')).map((link) => link.getAttribute('href')));
  check('there are facet values', true, values.length >= 10);
  check('of these kinds', ['source', 'publisher', 'report', 'section', 'language'],
    await page.$$eval('.facet', (all) => all.map((one) => one.id.replace('facet-', ''))));
  const wrong = [];
  for (const href of values) {
    if (page.url() !== start) await page.goto(start);
    const counted = await page.$$eval('.facet a', (links, of) => links
      .find((link) => link.getAttribute('href') === of).nextElementSibling.textContent, href);
    await lead(page, () => page.click(`.facet a[href="${quotable(href)}"]`));
    const on = page.url();
    const said = await text(page, 'main p[role=status]');
    const chosen = (await texts(page, '.chosen a')).length;
    const as_counted = said.startsWith(counted + ' ');
    if (chosen === 0 || !as_counted) wrong.push([href, counted, said, chosen]);
    if (chosen > 0) await lead(page, () => page.click('.chosen a'));
    if (on === start || page.url() !== start) wrong.push([href, on, page.url()]);
  }
  check('each facet value is on with its count, then off', [], wrong);

  // Each alone leaves out what the other has; the words of the query are needed with all of them.
  await page.goto(start);
  const allowed = await page.evaluate(async () => {
    const answer = await fetch('/v1/search?q=India&limit=1000');
    return (await answer.json()).hits.map((hit) => hit.passage.permalink);
  });
  for (const kind of ['publisher', 'section']) {
    await page.goto(start);
    const counts = [];
    for (let i = 0; i < 2; ++i) {
      counts.push(Number(await text(page, `#facet-${kind} .count`)));
      await lead(page, () => page.click(`#facet-${kind} a`));
    }
    const found = Number((await text(page, 'main p[role=status]')).split(' ')[0]);
    check(`either of two values of ${kind}`, [2, true, true],
      [(await texts(page, '.chosen a')).filter((one) => one.endsWith('×')).length,
        found > Math.max(...counts) - 1, found <= counts[0] + counts[1]]);
    const hits = await page.$$eval('.hits > li', (all) => all.map((hit) => hit.dataset.permalink));
    check(`${kind} finds nothing that the words alone do not`, [true, []],
      [hits.length > 1, hits.filter((hit) => !allowed.includes(hit))]);
  }

  await page.goto(start);
  for (const report of ['indo-pacific-air-defence-2024-07-15', 'climate-and-grid-2024-09-20']) {
    await lead(page, () => page.click(`#facet-report a[href$="report=${report}"]`));
  }
  check('two values of a facet are kept in the address',
    '/?q=India&report=indo-pacific-air-defence-2024-07-15&report=climate-and-grid-2024-09-20',
    where(page));
  check('either value', true, (await text(page, 'main p[role=status]')).startsWith('10 passages'));
}

// What the first view of a page loads: in few requests, and small, as nothing is kept yet.
async function firstViews({ check, newPage, origin }) {
  const passage = '/passage/indo-pacific-air-defence-2024-07-15%232-1.1';
  for (const address of ['/', '/?q=India', passage, '/report/climate-and-grid-2024-09-20', '/quote']) {
    const page = await newPage();
    const loaded = [];
    page.on('response', (answer) => loaded.push(answer.buffer().then((body) =>
      ({ type: answer.headers()['content-type'].split(';')[0], bytes: body.length }))));
    await page.goto(origin + address, { waitUntil: 'networkidle0' });
    const all = await Promise.all(loaded);
    const bytes = (type) => all.filter((one) => !type || one.type === type)
      .reduce((sum, one) => sum + one.bytes, 0);
    const seen = { requests: all.length, bytes: bytes(), script: bytes('text/javascript'),
      style: bytes('text/css') };
    const most = { requests: 4, bytes: 60_000, script: 15_000, style: 15_000 };
    const over = Object.keys(most).filter((what) => seen[what] > most[what] || seen[what] === 0);
    check(`first view of ${address} is small`, [], over.map((what) => [what, seen[what]]));
    await page.close();
  }
}

export default async function run(tools) {
  await firstViews(tools);
  await typedWords(tools);
  await composedHangul(tools);
  await facets(tools);
}
