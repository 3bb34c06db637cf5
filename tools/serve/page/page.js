// SPDX-License-Identifier: GPL-2.0-or-later
//
// What pages do besides being read: keys, copy buttons, and a word when the index or the server is
// no longer that of the page. All jobs are done without it. It makes no HTML of text, keeps nothing
// but one setting, and asks nobody but the server of the page.
'use strict';
(() => {
  const said = document.getElementById('said');
  if (!said) return;
  const words = said.dataset;
  const find = (selector, from = document) => from.querySelector(selector);

  let silence = 0;
  const say = (text) => {
    said.textContent = text;
    clearTimeout(silence);
    silence = setTimeout(() => { said.textContent = ''; }, 4000);
  };

  // ---- copying ------------------------------------------------------------------------------

  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      say(words.copied);
    } catch {
      say(words.notCopied);
    }
  };

  for (const shown of document.querySelectorAll('[data-copyable]')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'quiet';
    button.textContent = words.copy;
    const name = shown.dataset.copyable;
    if (name) button.setAttribute('aria-label', words.copy + ': ' + name);
    button.addEventListener('click', () => copy(shown.textContent));
    shown.after(button);
  }

  // ---- keys ---------------------------------------------------------------------------------

  const kSetting = 'ibid-keys';
  const remembered = () => {
    try { return localStorage.getItem(kSetting); } catch { return null; }
  };
  let keys_on = remembered() !== 'off';

  for (const toggle of document.querySelectorAll('[data-keys-toggle]')) {
    const show = () => { toggle.setAttribute('aria-pressed', String(keys_on)); };
    toggle.hidden = false;
    show();
    toggle.addEventListener('click', () => {
      keys_on = !keys_on;
      try { localStorage.setItem(kSetting, keys_on ? 'on' : 'off'); } catch { /* this page only */ }
      show();
      say(keys_on ? words.keysOn : words.keysOff);
    });
  }

  const stops = () => [...document.querySelectorAll('[data-stop]')];
  // The hit or passage that has the focus; else the one that the page is about, or the first.
  const current = () => {
    const active = document.activeElement;
    return active?.closest('[data-stop]') ?? find('[data-about]') ?? find('[data-stop]');
  };
  const move = (step) => {
    const all = stops();
    if (all.length === 0) return;
    const at = all.indexOf(document.activeElement?.closest('[data-stop]'));
    const next = all[at < 0 ? (step > 0 ? 0 : all.length - 1)
                            : Math.min(Math.max(at + step, 0), all.length - 1)];
    const target = find('a', next) ?? next;
    target.focus({preventScroll: true});
    next.scrollIntoView({block: 'nearest'});
  };
  const follow = (selector) => {
    const link = current() && find(selector, current());
    if (link) location.href = link.href;
  };
  const copy_of = (name) => {
    const text = current()?.dataset[name];
    if (text) copy(text);
  };
  const verify = () => {
    const text = String(getSelection()).trim() || current()?.dataset.text;
    const link = find('header a[href^="/quote"]');
    if (!text || !link) return;
    const url = new URL(link.href);
    url.searchParams.set('q', text.slice(0, 2000));
    location.href = url.href;
  };
  const to_search = () => {
    const box = find('#q');
    box.focus();
    box.select();
  };

  const actions = {
    '/': to_search,
    'j': () => move(1),
    'k': () => move(-1),
    'o': () => follow('[data-open]'),
    'c': () => copy_of('cite'),
    'y': () => copy_of('permalink'),
    'v': verify,
    '?': () => { location.href = find('header a[href^="/help"]').href; },
  };

  const is_typing = (element) =>
    element?.isContentEditable || /^(input|textarea|select)$/i.test(element?.tagName ?? '');

  document.addEventListener('keydown', (event) => {
    // While letters are composed (Hangul), keys belong to the input method; 229 is what older
    // browsers send then.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.key === 'Escape') {
      if (is_typing(document.activeElement)) document.activeElement.blur();
      said.textContent = '';
      return;
    }
    if (!keys_on || is_typing(event.target)) return;
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });

  // ---- is the page still that of the index? ----------------------------------------------------

  const offer = (address, text) => {
    clearTimeout(silence);
    const link = document.createElement('a');
    link.href = address;
    link.textContent = text;
    said.replaceChildren(link);
  };
  // Nothing on the page moves by itself: what is new is counted, and offered.
  const tell = async (generation) => {
    if (generation === undefined || String(generation) === words.generation) return;
    let count = 0;
    if (words.countNew) {
      const answer = await fetch(words.countNew, {headers: {Accept: 'application/json'}});
      if (answer.ok) count = (await answer.json()).end.matches;
    }
    if (count === 0) return offer(location.href, words.newer);
    offer(words.showNew, count === 1 ? words.newOne : words.newMany.replace('{0}', count));
  };
  const away = () => {
    clearTimeout(silence);
    said.textContent = words.away;
  };
  const look = async () => {
    if (document.visibilityState !== 'visible') return;
    try {
      const answer = await fetch('/v1/info', {headers: {Accept: 'application/json'}});
      if (answer.ok) await tell((await answer.json()).info?.generation);
    } catch {
      away();
    }
  };

  // A browser keeps few connections to a server: only the page that is seen has one for this.
  let events = null;
  let looking = 0;
  const keep_up = () => {
    const seen = document.visibilityState === 'visible';
    if (!seen || events) {
      if (!seen && events) { events.close(); events = null; }
      return;
    }
    events = new EventSource('/v1/events');
    events.addEventListener('generation', ({data}) => {
      if (said.textContent === words.away) said.textContent = '';
      tell(JSON.parse(data).generation).catch(away);
    });
    events.addEventListener('error', () => {
      look();
      // Refused, as when too many pages follow: it will not try again by itself.
      if (events?.readyState === EventSource.CLOSED && !looking) looking = setInterval(look, 60000);
    });
  };
  document.addEventListener('visibilitychange', keep_up);
  addEventListener('pagehide', () => { events?.close(); events = null; });
  addEventListener('pageshow', ({persisted}) => { if (persisted) keep_up(); });
  setTimeout(keep_up, 1000);
})();
