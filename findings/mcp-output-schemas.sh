#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# Clients of the Model Context Protocol (npm @modelcontextprotocol/sdk 1.32.2 and
# @modelcontextprotocol/client 2.4.0), which check a tool's answer against its output schema.
# Expected: both check by JSON Schema 2020-12, the dialect that the protocol names for schemas
# without $schema (2025-11-25, "JSON Schema Usage").
# Seen: the sdk reads them by an earlier draft and passes over the later keywords in silence: an
# answer against dependentRequired, prefixItems, unevaluatedProperties or minContains is accepted.
# The client refuses each. A server tested with one of them only learns half.
# Exits with 1 if this is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund \
  @modelcontextprotocol/sdk@1.32.2 @modelcontextprotocol/client@2.4.0
cat > check.mjs <<'JS'
import {Client as SdkClient} from '@modelcontextprotocol/sdk/client/index.js';
import {Client, InMemoryTransport} from '@modelcontextprotocol/client';
const cases = [
  [{type: 'object', required: ['a']}, {}],  // both know this one
  [{type: 'object', dependentRequired: {a: ['b']}}, {a: 1}],
  [{type: 'object', properties: {a: {prefixItems: [{type: 'integer'}]}}}, {a: ['x']}],
  [{type: 'object', properties: {a: {}}, unevaluatedProperties: false}, {b: 1}],
  [{type: 'object', properties: {a: {contains: {type: 'integer'}, minContains: 2}}}, {a: [1]}],
];
async function verdicts(Library) {
  const [near, far] = InMemoryTransport.createLinkedPair();
  const results = {
    initialize: () => ({protocolVersion: '2025-11-25', capabilities: {tools: {}},
                        serverInfo: {name: 's', version: '1'}}),
    'tools/list': () => ({tools: cases.map(([outputSchema], i) => (
        {name: `t${i}`, inputSchema: {type: 'object'}, outputSchema}))}),
    'tools/call': (params) => ({content: [], structuredContent: cases[params.name.slice(1)][1]}),
  };
  far.onmessage = ({id, method, params}) =>
      id === undefined || far.send({jsonrpc: '2.0', id, result: results[method](params)});
  await far.start();
  const client = new Library({name: 'c', version: '1'});
  await client.connect(near);
  await client.listTools();
  const called = cases.map((_, i) => client.callTool({name: `t${i}`, arguments: {}}));
  return (await Promise.allSettled(called)).map(
      ({status}) => status === 'fulfilled' ? 'accepted' : 'refused').join(' ');
}
console.log(await verdicts(SdkClient));
console.log(await verdicts(Client));
JS
seen=$(node check.mjs)
echo "$seen"
[[ $seen == 'refused accepted accepted accepted accepted
refused refused refused refused refused' ]]
