// SPDX-License-Identifier: Apache-2.0
// docs/integrate.md as a reader follows it: each block of commands through a shell, against the started program.
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveProgram } from './mcp/serving.ts';

const text = readFileSync('docs/integrate.md', 'utf8');
const blocks = [...text.matchAll(/^```sh\n([\s\S]*?)^```\n\n^```text\n([\s\S]*?)^```$/gm)].map(
  ([, commands = '', printed = '']): [string, readonly string[]] => [commands, printed.trim().split('\n')],
);

let served: Awaited<ReturnType<typeof serveProgram>>, path: string;
beforeAll(async () => {
  served = await serveProgram();
  // `npx heliotrope` in a clone runs this very program; a name on the path does so without asking the registry.
  path = mkdtempSync(join(tmpdir(), 'heliotrope-'));
  symlinkSync(resolve('bin/heliotrope.js'), join(path, 'heliotrope'));
}, 60_000);
afterAll(async () => {
  expect(await served.stop()).toBe(0);
});

/** Runs commands as the reader would; gives everything that was printed. */
const shell = (commands: string): Promise<string> =>
  new Promise((done) => {
    const here = commands
      .replaceAll('http://127.0.0.1:8080', served.address)
      .replaceAll('npx heliotrope', `node ${join(path, 'heliotrope')}`);
    const env = { ...process.env, PATH: `${path}${delimiter}${process.env['PATH'] ?? ''}` };
    execFile('sh', ['-c', here], { env, maxBuffer: 1e8 }, (_error, out, problems) => done(out + problems));
  });

describe('connecting another system', () => {
  it('has a command for each kind of reader', () => {
    expect(blocks.length).toBe(text.match(/^```sh$/gm)?.length);
    for (const way of ['/cds-services', '/fhir/', '/mcp', '/smart.json', '/api/'])
      expect(blocks.some(([commands]) => commands.includes(way))).toBe(true);
  });
  it.each(blocks)('%s', async (commands, lines) => {
    const printed = await shell(commands);
    for (const line of lines) expect(printed).toContain(line);
  });
  it('names only files that exist', () => {
    const named = [...text.matchAll(/(?:docs|examples|test)\/[\w./-]+\.\w+/g)].map(([name]) => name);
    expect(named.filter((name) => !existsSync(name))).toEqual([]);
  });
});
