// SPDX-License-Identifier: GPL-2.0-or-later
//
// All jobs are done without scripts.

const kDraft = 'The report says "India signed for six S-400 regiments on October 5, 2018".';

export default async function run({ check, newPage, origin, lead, where, text, texts }) {
  const page = await newPage();
  await page.setJavaScriptEnabled(false);
  await page.goto(origin + '/');
  await page.type('#q', '인도 S-400');
  await lead(page, () => page.click('#ask button'));
  check('a search', ['/?q=인도+S-400', 10], [where(page), (await texts(page, '.hits h2')).length]);
  check('no script ran', '', await text(page, '#said'));
  await lead(page, () => page.click('.pages a[rel=next]'));
  check('the next hits', '11', await page.$eval('.hits', (list) => list.getAttribute('start')));

  await page.goto(origin + '/?q=regiments');
  const found = (await texts(page, '.hits .passage'))[0].slice(0, 40);
  await lead(page, () => page.click('.hits h2 a'));
  check('its passage', true, (await text(page, '#passage')).includes(found));
  await page.click('#cite summary');
  check('its citation', true,
    await page.$eval('#cite pre', (shown) => shown.getBoundingClientRect().height > 0));
  const passage = page.url();
  await lead(page, () => page.click('main a[href^="/quote?"]'));
  check('its words are verified', true, (await text(page, 'main')).includes('The words are in the reports exactly so'));
  await page.goto(passage);
  await lead(page, () => page.click('.source h3 a'));
  check('its source', true, where(page).startsWith('/source?id='));
  check('the source has a heading', true, (await text(page, 'h1')).length > 5);

  await lead(page, () => page.click('header a[href^="/quote"]'));
  await page.type('#text', 'India signed for six S-400 regiments on October 5, 2018');
  await lead(page, () => page.click('main form button[type=submit]'));
  check('a quotation, and its wrong word', true, (await text(page, 'main')).includes('five'));
  await page.goto(origin + '/quote');
  await page.type('#text', kDraft);
  await page.select('#as', 'draft');
  await lead(page, () => page.click('main form button[type=submit]'));
  check('a draft', true, (await text(page, 'main')).includes('six S-400'));

  await lead(page, () => page.click('header a[href^="/check"]'));
  await page.type('#text', 'India signed for six S-400 regiments.');
  await lead(page, () => page.click('main form button[type=submit]'));
  check('a claim, and what the report says', true, (await text(page, 'main')).includes('five'));

  await lead(page, () => page.click('header a[href^="/audit"]'));
  check('the audit', true, (await texts(page, 'main h2')).length >= 3);
  await lead(page, () => page.click('main a[href^="/audit/report/"] .chart-bar'));
  check('the audit of a report', true, where(page).startsWith('/audit/report/'));

  await lead(page, () => page.click('header a[href^="/reports"]'));
  await lead(page, () => page.click('main a[href^="/report/indo-pacific-air-defence-2024-07-15"]'));
  check('a report', true, where(page).startsWith('/report/') && (await texts(page, '.line')).length > 5);

  await lead(page, () => page.click('.languages a[hreflang=ko]'));
  check('in Korean', 'ko', await page.$eval('html', (html) => html.lang));
}
