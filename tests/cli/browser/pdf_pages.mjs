// SPDX-License-Identifier: GPL-2.0-or-later
//
// Pages of a PDF: the picture is there, and the marks lie on what is printed.
import { appendFileSync, readFileSync } from 'node:fs';

// What is dark in the picture, inside and outside of the marks, and marks without any.
const darkPixels = async () => {
  const image = document.querySelector('.drawn img');
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  const drawing = canvas.getContext('2d');
  drawing.drawImage(image, 0, 0);
  const { data } = drawing.getImageData(0, 0, canvas.width, canvas.height);
  const shown = image.getBoundingClientRect();
  const scale = canvas.width / shown.width;
  const marks = [...document.querySelectorAll('.drawn rect')].map((mark) => {
    const box = mark.getBoundingClientRect();
    return { left: (box.left - shown.left) * scale, top: (box.top - shown.top) * scale,
      right: (box.right - shown.left) * scale, bottom: (box.bottom - shown.top) * scale, dark: 0 };
  });
  let outside = 0;
  for (let y = 0; y < canvas.height; ++y) {
    for (let x = 0; x < canvas.width; ++x) {
      if (data[(y * canvas.width + x) * 4] > 127) continue;
      const mark = marks.find((one) =>
        x >= one.left - 2 && x <= one.right + 2 && y >= one.top - 2 && y <= one.bottom + 2);
      if (mark) mark.dark += 1; else outside += 1;
    }
  }
  return { width: canvas.width, outside, marks: marks.map((mark) => mark.dark > 10) };
};

async function pictures({ check, newPage, origin, lead, where, text }) {
  const page = await newPage();
  await page.goto(origin + '/?q=%2Bgrain');
  await lead(page, () => page.click('.hits h2 a'));
  const { width, outside, marks } = await page.evaluate(darkPixels);
  check('the picture is large', true, width >= 1000);
  check('the marks are on the two lines of the passage', [[true, true], true], [marks, outside > 50]);
  check('its alternative text', 'Picture of page 1 of the file, with the passage marked',
    await page.$eval('.drawn img', (image) => image.alt));
  check('the printed page', 'p. 79 (page 1 of the file)', await text(page, '.drawn figcaption'));

  await lead(page, () => page.click('.drawn figcaption a'));
  check('leads to the page', '/report/harbour/page/1?at=', where(page).slice(0, 26));
  const on_page = await page.evaluate(darkPixels);
  check('with the same marks', marks, on_page.marks);
  check('its title', 'Harbour Review · Page 79 (1) · ibid', await page.title());
  await lead(page, () => page.click('.pages a[rel=next]'));
  check('the next page', ['/report/harbour/page/2', 0],
    [where(page), (await page.$$('.drawn rect')).length]);
  await lead(page, () => page.click('main a[href*="at="]'));
  check('marks all of what is chosen there, on a turned page', [true, 0],
    await page.evaluate(darkPixels).then((seen) =>
      [seen.marks.length > 0 && seen.marks.every((one) => one), seen.outside]));

  await page.goto(origin + '/report/harbour');
  await lead(page, () => page.click('.margin a[href*="/page/3"]'));
  check('the margin of the report leads there', [true],
    (await page.evaluate(darkPixels)).marks);
}

async function looks({ check, newPage, origin, require }) {
  const page = await newPage();
  const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  for (const language of ['en', 'ko']) {
    await page.goto(origin + '/report/harbour/page/1?lang=' + language);
    await page.evaluate(axe);
    for (const scheme of ['light', 'dark']) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      for (const width of [1280, 320]) {
        await page.setViewport({ width, height: 900 });
        const seen = await page.evaluate(async () => ({
          wide: document.documentElement.scrollWidth > innerWidth,
          found: (await axe.run(document, { resultTypes: ['violations'] })).violations
            .map((rule) => rule.id),
        }));
        check(`${language}, ${scheme}, ${width} px`, { wide: false, found: [] }, seen);
      }
    }
  }
}

async function withoutScripts({ check, newPage, origin }) {
  const page = await newPage();
  await page.setJavaScriptEnabled(false);
  const answers = [];
  page.on('response', (answer) => answers.push([answer.url().slice(origin.length).split('?')[0],
    answer.status()]));
  await page.goto(origin + '/report/harbour/page/3', { waitUntil: 'networkidle0' });
  check('the picture needs no script', true,
    answers.some(([path, status]) => path === '/report/harbour/page/3.png' && status === 200));
}

async function states({ check, newPage, origin, text, complaints }) {
  const page = await newPage();
  await page.goto(origin + '/report/harbour/page/1');
  const address = await page.$eval('.drawn img', (image) => image.getAttribute('src'));
  const asked = (path, headers) => page.evaluate(async (at, sent) => {
    const answer = await fetch(at, { headers: sent, cache: 'no-store' });
    return [answer.status, answer.headers.get('etag'), answer.headers.get('content-type')];
  }, path, headers);
  const [status, tag, type] = await asked(address, {});
  check('a picture has a tag', [200, true, 'image/png'], [status, /^"[0-9a-f]{12}-1"$/.test(tag), type]);
  check('it is not sent twice', 304, (await asked(address, { 'If-None-Match': tag }))[0]);
  const before = complaints.length;
  check('there is no page 0, 4 or 01', [404, 404, 404], [
    (await asked('/report/harbour/page/0.png', {}))[0],
    (await asked('/report/harbour/page/4.png', {}))[0],
    (await asked('/report/harbour/page/01.png', {}))[0]]);

  appendFileSync('reports/harbour.pdf', '\n% changed\n');
  await page.goto(origin + '/report/harbour/page/2');
  check('a changed file is not drawn', [0, true], [(await page.$$('.drawn')).length,
    (await text(page, 'main .warning')).startsWith('The file has changed since it was indexed')]);
  check('a picture drawn before is one of the file that was indexed', [200, tag],
    (await asked(address, {})).slice(0, 2));
  complaints.splice(before);  // the browser says that they are not there
}

export default async function run(tools) {
  await pictures(tools);
  await looks(tools);
  await withoutScripts(tools);
  await states(tools);
}
