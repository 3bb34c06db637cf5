#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# @rowanmanning/feed-parser 2.1.5 (npm), a parser of RSS and Atom for Node with no options.
# Expected: the text of an element is what the XML parser makes of it, decoded once; a title or
# content of type="text" holds no HTML (RFC 4287, 3.1.1.1), so "&amp;lt;" there means the four
# characters "&lt;". In content of type="html" it means a sign "<" of the page's text.
# Seen: everything is decoded once more as HTML. A text about signs loses them ("write &lt; for <"
# comes out as "write < for <", "&nbsp;" as a space), and in content of type="html" the text
# "5 < 7" is no longer HTML that says so. feedsmith 3.0.1 decodes once.
# Exits with 1 if this is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund \
  @rowanmanning/feed-parser@2.1.5 feedsmith@3.0.1 2> /dev/null
cat > read.mjs <<'JS'
import { createRequire } from 'node:module';
import { parseFeed as parseBySmith } from 'feedsmith';
const { parseFeed } = createRequire(import.meta.url)('@rowanmanning/feed-parser');
const feed = `<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:x</id><title>t</title>
<updated>2024-06-27T00:00:00Z</updated><author><name>a</name></author>
<entry><id>urn:x:1</id><updated>2024-06-27T00:00:00Z</updated>
<title type="text">write &amp;lt; for &lt;</title>
<content type="html">&lt;p&gt;5 &amp;lt; 7&lt;/p&gt;</content></entry></feed>`;
const entry = parseBySmith(feed).feed.entries[0];
console.log(entry.title.value + ' | ' + entry.content.value);
const item = parseFeed(feed).items[0];
console.log(item.title + ' | ' + item.content);
JS
node read.mjs | tee seen
[[ $(cat seen) == 'write &lt; for < | <p>5 &lt; 7</p>
write < for < | <p>5 < 7</p>' ]]
