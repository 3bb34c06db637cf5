// SPDX-License-Identifier: GPL-2.0-or-later
//
// Single keys as the help page lists them, their switch, and what is copied.

async function keysOfHits({ check, newPage, origin, lead, where }) {
  const page = await newPage();
  await page.goto(origin + '/?q=India');
  const press = (key) => page.keyboard.press(key);
  const focused = () => page.evaluate(() =>
    document.activeElement.closest('[data-stop]')?.id ?? document.activeElement.tagName);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  const said = (text) => page.waitForFunction((wanted) =>
    document.getElementById('said').textContent.startsWith(wanted), {}, text);

  const seen = [await focused()];
  for (const key of ['j', 'j', 'j', 'k']) {
    await press(key);
    seen.push(await focused());
  }
  check('j and k go from hit to hit', ['BODY', 'hit-1', 'hit-2', 'hit-3', 'hit-2'], seen);

  for (const [key, name] of [['c', 'cite'], ['y', 'permalink']]) {
    await press(key);
    await said('Copied');
    check(`${key} copies the ${name}`,
      await page.$eval('#hit-2', (hit, of) => hit.dataset[of], name), await copied());
    await press('Escape');
  }

  const report = await page.$eval('#hit-2 [data-open]', (link) => link.href);
  await lead(page, () => press('o'));
  check('o opens the hit in its report', report, page.url());
  await page.goBack();
  await page.focus('#hit-2 h2 a');
  const passage = await page.$eval('#hit-2 h2 a', (link) => link.href);
  await lead(page, () => press('Enter'));
  check('Enter opens the hit', passage, page.url());

  const words = await page.$eval('#passage', (shown) => {
    getSelection().selectAllChildren(shown);
    return String(getSelection());
  });
  await lead(page, () => press('v'));
  check('v verifies what is selected', [true, words.trim()],
    [where(page).startsWith('/quote?'), await page.$eval('#text', (field) => field.value)]);
  await lead(page, () => press('?'));
  check('? leads to the help', '/help', where(page));
}

async function keysAndTyping({ check, newPage, origin }) {
  const page = await newPage();
  await page.goto(origin + '/?q=India');
  const address = page.url();
  await page.keyboard.press('/');
  const box = () => page.evaluate(() =>
    [document.activeElement.id, document.getElementById('q').value]);
  check('/ goes to the box', ['q', 'India'], await box());
  await page.keyboard.type('jkocyv?/');
  check('keys are letters while one types', ['q', 'jkocyv?/'], await box());
  await page.keyboard.press('Escape');
  check('Esc leaves the box', 'BODY', await page.evaluate(() => document.activeElement.tagName));
  check('and nothing else happened', address, page.url());
}

async function keysOff({ check, newPage, origin }) {
  const page = await newPage();
  await page.goto(origin + '/help');
  const pressed = () => page.$eval('[data-keys-toggle]', (button) => button.ariaPressed);
  const before = await pressed();
  await page.click('[data-keys-toggle]');
  check('the switch is on, then off', ['true', 'false'], [before, await pressed()]);
  await page.goto(origin + '/?q=India');
  for (const key of ['j', '/', '?', 'o']) await page.keyboard.press(key);
  check('no key does anything when they are off', ['BODY', origin + '/?q=India'],
    [await page.evaluate(() => document.activeElement.tagName), page.url()]);
  await page.goto(origin + '/help');
  check('the switch is remembered', 'false', await pressed());
}

async function copying({ check, newPage, origin, lead, texts }) {
  const page = await newPage();
  await page.goto(origin + '/?q=%EC%9D%B8%EB%8F%84');
  await lead(page, () => page.click('.hits h2 a'));
  await page.click('#cite summary');
  const shown = await texts(page, '#cite [data-copyable]');
  check('there are citations to copy', true, shown.length >= 6);
  const copied = [];
  for (const button of await page.$$('#cite [data-copyable] + button')) {
    await button.click();
    await page.waitForFunction(() => document.getElementById('said').textContent === 'Copied');
    copied.push(await page.evaluate(() => navigator.clipboard.readText()));
    await page.evaluate(() => { document.getElementById('said').textContent = ''; });
  }
  check('what is copied is exactly what is shown', shown, copied);
}

export default async function run(tools) {
  await keysOfHits(tools);
  await keysAndTyping(tools);
  await keysOff(tools);
  await copying(tools);
}
