#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# UriTemplate of the Model Context Protocol's libraries for JavaScript (npm
# @modelcontextprotocol/client 2.4.0; 1.32.2 of @modelcontextprotocol/sdk has the same).
# Expected: what RFC 6570 has for templates of resources, and that match() finds the values that
# expand() was given.
# Seen: match() leaves them percent-encoded, so a report named "협정" comes back as "%ED%98%91…". An
# expression with several variables encodes nothing ({x,hello} leaves a space in the URI; RFC 6570,
# 3.2.2, has %20), and a prefix ({var:3}) gives nothing at all.
# Exits with 1 if this is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund @modelcontextprotocol/client@2.4.0
cat > expand.mjs <<'JS'
import {UriTemplate} from '@modelcontextprotocol/client';
const values = {x: '1024', hello: 'Hello World!', var: 'value', id: '협정'};
const expand = (template) => new UriTemplate(template).expand(values);
const report = new UriTemplate('ibid://report/{id}');
console.log([
  report.match(report.expand(values)).id, expand('{hello}'), expand('{x,hello}'), expand('{var:3}'),
].join('|'));
JS
seen=$(node expand.mjs)
echo "$seen"
[[ $seen == '%ED%98%91%EC%A0%95|Hello%20World!|1024,Hello World!|' ]]
