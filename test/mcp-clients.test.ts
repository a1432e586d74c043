// SPDX-License-Identifier: Apache-2.0
// The official client library against the built program, over stdio and over HTTP.
import { request } from 'node:http';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveProgram } from './mcp/serving.ts';

let served: Awaited<ReturnType<typeof serveProgram>>;
beforeAll(async () => {
  served = await serveProgram(['--log']);
}, 60_000);
afterAll(async () => {
  expect(await served.stop()).toBe(0);
});
const transports = {
  stdio: () => new StdioClientTransport({ command: process.execPath, args: ['bin/heliotrope.js', 'mcp'] }),
  HTTP: () => new StreamableHTTPClientTransport(new URL(`${served.address}/mcp`)),
};

describe.each(['stdio', 'HTTP'] as const)('an assistant over %s', (way) => {
  let client: Client;
  beforeAll(async () => {
    client = new Client({ name: 'test', version: '1' });
    await client.connect(transports[way]());
  });
  afterAll(() => client.close());
  it('is told how to use it, and finds eight tools, none of which writes', async () => {
    expect(client.getInstructions()).toContain('never prescribes');
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name).sort()).toEqual([
      'answer',
      'ask',
      'compare',
      'explain',
      'facts',
      'measure',
      'plan',
      'question',
    ]);
    for (const { annotations } of tools)
      expect(annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false });
  });
  it('is told what a translation must keep, and to say that it is one', () => {
    const told = client.getInstructions() ?? '';
    for (const words of ['"never"', 'every number with its unit', 'still unknown', 'your translation', 'the English'])
      expect(told).toContain(words);
  });
  it('never sees a fixture of the conformance suite', async () => {
    const [{ tools }, { resources }] = [await client.listTools(), await client.listResources()];
    expect(
      [...tools.map(({ name }) => name), ...resources.map(({ uri }) => uri)].filter((it) => /^test[_:]/.test(it)),
    ).toEqual([]);
    expect(client.getServerCapabilities()?.prompts).toBeUndefined();
  });
  it('gets an answer that fits the listed output schema, which the client checks', async () => {
    await client.listTools();
    const told = await client.callTool({ name: 'answer', arguments: { facts: { age: 40, pregnant: true } } });
    expect(told.structuredContent).toMatchObject({ shape: 'heliotrope-guidance-brief/1' });
    expect(told.isError).toBeUndefined();
  });
  it('asks, puts the answer in, and is asked something else', async () => {
    const ask = async (facts: Record<string, unknown>) =>
      JSON.stringify((await client.callTool({ name: 'ask', arguments: { facts, most: 1 } })).structuredContent);
    const first = await ask({});
    const ids = [...first.matchAll(/"id":"([\w-]+)","label"/g)].map(([, id]) => id);
    const next = await ask(Object.fromEntries(ids.map((id) => [id, false])));
    for (const id of ids) expect(next).not.toContain(`"id":"${id}"`);
  });
  it('reads a treatment and a trial by address, completes an id, and is told of one that is not there', async () => {
    const ivig = await client.readResource({ uri: 'heliotrope://interventions/ivig' });
    expect(JSON.stringify(ivig)).toContain('37 of 47');
    const proderm = await client.readResource({ uri: 'heliotrope://trials/proderm' });
    expect(JSON.stringify(proderm)).toContain('NCT02728752');
    const ref = { type: 'ref/resource' as const, uri: 'heliotrope://interventions/{id}' };
    const { completion } = await client.complete({ ref, argument: { name: 'id', value: 'metho' } });
    expect(completion.values).toContain('methotrexate');
    await expect(client.readResource({ uri: 'heliotrope://trials/prodrm' })).rejects.toThrow('Did you mean');
  });
  it('is told of a tool that is not there, and the next call works', async () => {
    await expect(client.callTool({ name: 'prescribe', arguments: {} })).rejects.toThrow('There is no tool "prescribe"');
    expect(await client.ping()).toEqual({});
  });
});

describe('MCP over HTTP', () => {
  const post = (body: string, headers: Record<string, string> = {}) =>
    fetch(`${served.address}/mcp`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream', ...headers },
    });
  const question = (words: string) =>
    JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: 'question', arguments: { question: words } },
    });
  it('answers one message without a session', async () => {
    const answered = await post(question('is exercise safe'));
    expect(answered.status).toBe(200);
    expect(answered.headers.get('mcp-session-id')).toBeNull();
    expect(await answered.text()).toContain('Discuss this with your clinician');
  });
  it.each([
    ['what is no JSON', '{"jsonrpc":', 400],
    ['what is no message', '[[[[]]]]', 400],
    ['brackets without end', '['.repeat(100_000), 400],
  ])('refuses %s, and goes on', async (_name, body, status) => {
    expect((await post(body)).status).toBe(status);
    expect((await post(question('what is IVIG'))).status).toBe(200);
  });
  it('refuses more than it reads before it is sent, and goes on', async () => {
    const status = await new Promise((done) => {
      const headers = { 'content-type': 'application/json', 'content-length': 4_000_001 };
      const sending = request(`${served.address}/mcp`, { method: 'POST', headers }, (answer) => {
        done(answer.statusCode);
        sending.destroy();
      });
      sending.on('error', () => undefined); // the rest of the body never goes
      sending.flushHeaders();
    });
    expect(status).toBe(413);
    expect((await post(question('what is IVIG'))).status).toBe(200);
  });
  it('refuses a page of another site, and opens no stream', async () => {
    expect((await post(question('x'), { origin: 'https://evil.example' })).status).toBe(403);
    const stream = await fetch(`${served.address}/mcp`, { headers: { accept: 'text/event-stream' } });
    expect([stream.status, stream.headers.get('allow')]).toEqual([405, 'POST']);
  });
  it('says no word of what was asked in an error', async () => {
    const text = await (await post(JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'no-such', params: {} }))).text();
    expect(text).not.toMatch(/at .*\.js|node_modules/);
  });
});
