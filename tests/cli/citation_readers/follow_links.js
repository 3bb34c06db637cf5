// SPDX-License-Identifier: GPL-2.0-or-later
//
// node follow_links.js PROFILE FILE: opens each address of FILE, a line each, in Chromium without a
// window, and prints the id of the paragraph that it scrolls to; an empty line if it goes nowhere.
// Pages have paragraphs that are higher than the window. PROFILE is a folder for the browser's own
// files.
const { spawn } = require('child_process');
const fs = require('fs');
const [profile, file] = process.argv.slice(2);
const browser = spawn(
  'chromium',
  ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking',
    '--no-first-run', '--remote-debugging-pipe', '--window-size=1200,900',
    `--user-data-dir=${profile}`, 'about:blank'],
  { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });

// The DevTools protocol: JSON, each message ended by a NUL.
const answers = new Map();
const watchers = new Set();
let last = 0;
let unread = Buffer.alloc(0);
browser.stdio[4].on('data', (bytes) => {
  unread = Buffer.concat([unread, bytes]);
  for (let end = unread.indexOf(0); end >= 0; end = unread.indexOf(0)) {
    const message = JSON.parse(unread.subarray(0, end));
    unread = unread.subarray(end + 1);
    if (message.id) answers.get(message.id)(message);
    for (const watch of watchers) watch(message);
  }
});
function send(method, params = {}, sessionId = undefined) {
  return new Promise((resolve, reject) => {
    const id = ++last;
    answers.set(id, ({ result, error }) => error ? reject(Error(error.message)) : resolve(result));
    browser.stdio[3].write(JSON.stringify({ id, method, params, sessionId }) + '\0');
  });
}
function loaded() {
  return new Promise((resolve) => {
    watchers.add(function watch({ method }) {
      if (method !== 'Page.loadEventFired') return;
      watchers.delete(watch);
      resolve();
    });
  });
}

// After two frames, so that a scroll that is due has been made.
const scrolledTo = `new Promise((give) => requestAnimationFrame(() => requestAnimationFrame(() => {
  const middle = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
  give(scrollY === 0 || !middle || !middle.closest('p') ? '' : middle.closest('p').id);
})))`;
const kTries = 15;

async function follow(session, address) {
  const load = loaded();
  await send('Page.navigate', { url: address }, session);
  await load;
  for (let i = 0; i < kTries; ++i) {
    const { result } = await send(
      'Runtime.evaluate', { expression: scrolledTo, awaitPromise: true, returnByValue: true },
      session);
    if (result.value !== '') return result.value;
  }
  return '';
}

async function main() {
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
  await send('Page.enable', {}, sessionId);
  for (const address of fs.readFileSync(file, 'utf8').split('\n').filter((line) => line)) {
    console.log(await follow(sessionId, address));
  }
  await send('Browser.close');
}
main().then(() => process.exit(0), (error) => {
  console.error(error.message);
  browser.kill();
  process.exit(1);
});
