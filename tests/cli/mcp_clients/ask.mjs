// SPDX-License-Identifier: GPL-2.0-or-later
//
// ask.mjs READERS CLIENT MODE QUESTIONS SERVER...: asks ibid as assistants do, with a client library
// from npm that lies in the folder READERS.
//   CLIENT     sdk (@modelcontextprotocol/sdk) or client (@modelcontextprotocol/client)
//   MODE       of the latter: default, legacy, auto or modern; of sdk: default
//   QUESTIONS  a file of JSON lines: {"tool":NAME, "arguments":{…}} or {"read":URI}
//   SERVER     a program and its arguments, or an address: URL TOKEN
// Prints JSON lines: {"revision":…, "server":…, "instructions":…}, {"tools":[…]}, {"resources":…},
// {"templates":…}, then for each question {"asked":…, "result":…} or {"asked":…, "error":…}. The
// tools are listed first, so that the client checks each answer against its schema.
import {readFileSync} from 'node:fs';
import {pathToFileURL} from 'node:url';

const [readers, library, mode, questions, ...server] = process.argv.slice(2);
const load = name => import(pathToFileURL(`${readers}/node_modules/@modelcontextprotocol/${name}`));
const isHttp = server[0].startsWith('http');

async function connected() {
  const info = {name: 'ibid tests', version: '1'};
  let Client, Stdio, Http;
  if (library === 'sdk') {
    const esm = 'sdk/dist/esm/client';
    ({Client} = await load(`${esm}/index.js`));
    ({StdioClientTransport: Stdio} = await load(`${esm}/stdio.js`));
    ({StreamableHTTPClientTransport: Http} = await load(`${esm}/streamableHttp.js`));
  } else {
    ({Client, StreamableHTTPClientTransport: Http} = await load('client/dist/index.mjs'));
    ({StdioClientTransport: Stdio} = await load('client/dist/stdio.mjs'));
  }
  const negotiation = {default: undefined, legacy: 'legacy', auto: 'auto', modern: {pin: '2026-07-28'}}[mode];
  const options = negotiation ? {versionNegotiation: {mode: negotiation}} : {};
  const client = new Client(info, options);
  client.onerror = error => print({onerror: String(error)});
  const headers = {Authorization: `Bearer ${server[1]}`};
  const transport = isHttp ? new Http(new URL(server[0]), {requestInit: {headers}})
                           : new Stdio({command: server[0], args: server.slice(1), env: process.env});
  await client.connect(transport);
  return client;
}

function print(line) {
  process.stdout.write(JSON.stringify(line) + '\n');
}

const client = await connected();
print({
  revision: client.getNegotiatedProtocolVersion?.() ?? null,
  server: client.getServerVersion() ?? null,
  instructions: client.getInstructions() ?? null,
});
print(await client.listTools());
const resources = [];
for (let cursor; ;) {
  const page = await client.listResources(cursor === undefined ? undefined : {cursor});
  resources.push(...page.resources);
  cursor = page.nextCursor;
  if (cursor === undefined) break;
}
print({resources});
print({templates: (await client.listResourceTemplates()).resourceTemplates});
for (const line of readFileSync(questions, 'utf8').split('\n')) {
  if (line === '') continue;
  const asked = JSON.parse(line);
  try {
    const result = asked.read ? await client.readResource({uri: asked.read})
                              : await client.callTool({name: asked.tool, arguments: asked.arguments});
    print({asked, result});
  } catch (error) {
    print({asked, error: {code: error.code ?? null, message: error.message}});
  }
}
await client.close();
