// SPDX-License-Identifier: GPL-2.0-or-later
//
// node tools/bench/first-hit.mjs READERS ORIGIN QUESTIONS [NUMBER]: how long readers wait in
// Chromium. Types each of NUMBER (300) lines of the file QUESTIONS into the search field of the page
// at ORIGIN (`ibid serve --no-token`), presses Enter, and prints as a line of JSON how many
// milliseconds pass until the first frame that shows a hit (p50, p95, most), and how many of them
// between request and whole answer.
//
// READERS is the folder with puppeteer-core (tests/cli/citation_readers/install makes it). From the
// keydown event that Chromium dispatches to the time of the paint that follows the hit's element,
// both on the clock of the browser (performance.timeOrigin + now); a frame is at most 17 ms more.
import { readFileSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const [readers, origin, file, number = '300'] = process.argv.slice(2);
const puppeteer = createRequire(join(resolve(readers), 'package.json'))('puppeteer-core');
const lines = readFileSync(file, 'utf8').split('\n').filter((line) => line !== '');
// Spread over the file, so that kinds of questions come as often as they are in it.
const step = Math.max(1, Math.floor(lines.length / Number(number)));
const questions = lines.filter((_, n) => n % step === 0).slice(0, Number(number));

const browser = await puppeteer.launch({
  executablePath: process.env.PATH.split(':').map((folder) => join(folder, 'chromium'))
    .find(existsSync),
  pipe: true,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
});
const page = await browser.newPage();
await page.setViewport({ width: 1280, height: 900 });
// In each document: when Enter was pressed there, and when its first hit was painted.
await page.evaluateOnNewDocument(() => {
  const now = () => performance.timeOrigin + performance.now();
  addEventListener('keydown', (event) => {
    if (event.key === 'Enter') sessionStorage.setItem('entered', String(now()));
  }, true);
  const look = () => {
    if (document.getElementById('hit-1') === null) return requestAnimationFrame(look);
    // A task after the frame in which it was there: that frame has been made.
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => { window.paintedAt = now(); };
      channel.port2.postMessage(0);
    });
  };
  requestAnimationFrame(look);
});

const times = [], answers = [];
let without = 0;
try {
  await page.goto(origin + '/', { waitUntil: 'load' });
  for (const [n, question] of questions.entries()) {
    await page.$eval('input[name=q]', (field) => { field.value = ''; });
    await page.type('input[name=q]', question);
    await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.keyboard.press('Enter')]);
    if (await page.$('#hit-1') === null) {
      without += 1;
      continue;
    }
    await page.waitForFunction('window.paintedAt !== undefined');
    const [took, answered] = await page.evaluate(() => {
      const { requestStart, responseEnd } = performance.getEntriesByType('navigation')[0];
      return [window.paintedAt - Number(sessionStorage.getItem('entered')),
        responseEnd - requestStart];
    });
    if (n === 0) continue;  // it also loads style and script
    times.push(took);
    answers.push(answered);
  }
} finally {
  await browser.close();
}
const at = (sorted, share) => Math.round(10 * sorted[Math.min(sorted.length - 1,
  Math.floor(share * sorted.length))]) / 10;
const shares = (all) => {
  all.sort((a, b) => a - b);
  return { p50_ms: at(all, 0.5), p95_ms: at(all, 0.95), most_ms: at(all, 1) };
};
console.log(JSON.stringify({
  questions: times.length, without_hits: without, first_hit: shares(times), answer: shares(answers),
}));
