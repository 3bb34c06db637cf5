// SPDX-License-Identifier: GPL-2.0-or-later
//
// node read_feeds.mjs READERS ATOM JSON: reads a feed in its two formats with parsers from npm.
// Prints a JSON line for each parser and format: {"parser", "title", "self", "home", "entries"}, an
// entry as {"id", "title", "address", "time", "author", "text"}, its text without the HTML around
// it. What a parser does not tell is missing.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [readers, atom, json] = process.argv.slice(2);
const require = createRequire(readers + '/');
const xml = readFileSync(atom, 'utf8');

const signs = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" };
const text_of = (html) => html.replace(/^<p>|<\/p>$/g, '')
  .replace(/&(lt|gt|amp|quot|#39);/g, (_, name) => signs[name]);
const time_of = (time) => new Date(time).toISOString();
const print = (line) => console.log(JSON.stringify(line));

async function by_rss_parser() {
  const feed = await new (require('rss-parser'))().parseString(xml);
  print({ parser: 'rss-parser', title: feed.title, self: feed.feedUrl, home: feed.link,
    entries: feed.items.map((item) => ({ id: item.id, title: item.title, address: item.link,
      time: time_of(item.isoDate), author: item.author, text: text_of(item.content) })) });
}

async function by_feedparser() {
  const parser = new (require('feedparser'))({});
  const items = [];
  parser.on('readable', () => {
    for (let item; (item = parser.read());) items.push(item);
  });
  await new Promise((resolve, reject) => {
    parser.on('end', resolve).on('error', reject);
    parser.end(xml);
  });
  print({ parser: 'feedparser', title: parser.meta.title, self: parser.meta.xmlurl,
    home: parser.meta.link,
    entries: items.map((item) => ({ id: item.guid, title: item.title, address: item.link,
      time: time_of(item.date), author: item.author, text: text_of(item.description) })) });
}

async function by_feedsmith() {
  const { parseAtomFeed, parseJsonFeed } =
    await import(pathToFileURL(require.resolve('feedsmith')));
  const feed = parseAtomFeed(xml);
  const link = (links, rel) => links.find((one) => one.rel === rel).href;
  print({ parser: 'feedsmith atom', title: feed.title.value ?? feed.title,
    self: link(feed.links, 'self'), home: link(feed.links, 'alternate'),
    entries: feed.entries.map((entry) => ({ id: entry.id, title: entry.title.value ?? entry.title,
      address: link(entry.links, 'alternate'), time: time_of(entry.updated),
      author: entry.authors?.[0].name, text: text_of(entry.content.value ?? entry.content) })) });
  const other = parseJsonFeed(readFileSync(json, 'utf8'));
  print({ parser: 'feedsmith json', title: other.title, self: other.feed_url,
    home: other.home_page_url,
    entries: other.items.map((item) => ({ id: item.id, title: item.title, address: item.url,
      time: time_of(item.date_published), author: item.authors?.[0].name,
      text: item.content_text })) });
}

await by_rss_parser();
await by_feedparser();
await by_feedsmith();
