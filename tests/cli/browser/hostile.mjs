// SPDX-License-Identifier: GPL-2.0-or-later
//
// A report that holds markup, scripts and addresses of scripts is text on each page that shows it.
// Scripts of it would open dialogs or ask another server, which each group checks.

const kAddresses = ['/?q=quayside', '/?q=quayside&explain=1', '/passage/hostile-2024-10-05%231.1',
  '/report/hostile-2024-10-05', '/reports', '/sources', '/audit', '/audit/report/hostile-2024-10-05',
  '/compare?a=hostile-2024-10-05%231.1&b=hostile-2024-10-05%231.2',
  '/check?q=quayside%20cargo%20fell', '/quote?q=%3Cimg%20src=x%20onerror=alert(1)%3E',
  '/?q=%3Cscript%3Ealert(20)%3C/script%3E%22onfocus=%22alert(21)',
  '/?q=a&lang=%22%3E%3Cscript%3Ealert(22)%3C/script%3E', '/%3Cscript%3Ealert(23)%3C/script%3E'];

export default async function run({ check, newPage, origin, asked, complaints }) {
  const page = await newPage();
  const strange = [];
  let shown = 0;
  for (const address of kAddresses) {
    const before = complaints.length;
    const answer = await page.goto(origin + address);
    await page.$$eval('details', (all) => all.forEach((one) => { one.open = true; }));
    if (answer.status() === 404) complaints.splice(before);
    shown += (await page.evaluate(() => document.body.textContent)).includes('<script>alert') ? 1 : 0;
    strange.push(...await page.evaluate(() => [...document.querySelectorAll('*')]
      .filter((element) => ['IMG', 'IFRAME', 'OBJECT', 'EMBED', 'BASE'].includes(element.tagName) ||
        (element.tagName === 'SCRIPT' && !element.src) ||
        /^(javascript|data|vbscript):/i.test(element.href ?? '') ||
        [...element.attributes].some(({ name }) => name.startsWith('on') || name === 'style'))
      .map((element) => location.pathname + ' ' + element.outerHTML.slice(0, 200))));
  }
  check('markup of a report is shown as text', true, shown >= 5);
  check('it makes no elements', [], strange);
  check('it asks for nothing', [], asked.filter((url) => url.includes('hostile-image')));
}
