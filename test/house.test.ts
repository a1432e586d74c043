// SPDX-License-Identifier: Apache-2.0
// The rules of the house that no compiler checks, each held against every file.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const tracked = execFileSync('git', ['ls-files'], { encoding: 'utf8', maxBuffer: 1e8 })
  .split('\n')
  .filter((file) => file !== '' && existsSync(file));
const code = tracked.filter((file) => /\.(ts|tsx|js|mjs)$/.test(file) && !file.endsWith('.d.ts'));
const text = (file: string): string => readFileSync(file, 'utf8');
const linesOf = (file: string): number => text(file).trimEnd().split('\n').length;

/** Who may import whom, as docs/architecture.md says it. */
const reach: Readonly<Record<string, readonly string[]>> = {
  model: [],
  'interpreters/answer': ['model'],
  'interpreters/ask': ['model', 'interpreters/answer'],
  'interpreters/explain': ['model', 'interpreters/answer'],
  'interpreters/prove': ['model', 'interpreters/answer', 'interpreters/ask'],
  'interpreters/count': ['model', 'interpreters/answer'],
  'interpreters/export': ['model', 'interpreters/answer', 'interpreters/count'],
  evidence: ['model'],
  measures: ['model'],
  record: ['model', 'measures'],
  plan: ['model', 'measures', 'record', 'interpreters/answer'],
  library: ['model', 'interpreters/explain'],
  authoring: ['model', 'record', 'evidence'],
  fhir: ['model', 'record'],
};
const below = Object.keys(reach);
const surfaces: Readonly<Record<string, readonly string[]>> = {
  'surfaces/said': below,
  'surfaces/mcp': [...below, 'surfaces/said'],
  'surfaces/cli': [...below, 'surfaces/said', 'surfaces/mcp'],
  'surfaces/server': [...below, 'surfaces/said', 'surfaces/mcp'],
  'surfaces/web': [...below, 'surfaces/said'],
};
const table = { ...reach, ...surfaces };
const folders = Object.keys(table);
const pairs = folders.flatMap((from) =>
  folders.filter((to) => to !== from).map((to) => ({ from, to, allowed: table[from]?.includes(to) === true })),
);

describe('the linter enforces the import table', () => {
  const copy = mkdtempSync(join(tmpdir(), 'house-'));
  const put = (file: string, words: string): void => {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    writeFileSync(join(copy, file), `// SPDX-License-Identifier: Apache-2.0\n${words}\n`);
  };
  const planted = (from: string, to: string): string => `src/${from}/to-${to.replace('/', '-')}.ts`;
  let found = '';
  beforeAll(() => {
    copyFileSync('.oxlintrc.json', join(copy, '.oxlintrc.json'));
    for (const folder of folders) put(`src/${folder}/index.ts`, 'export const here = 1;');
    for (const { from, to } of pairs)
      put(
        planted(from, to),
        `export { here } from '${relative(`src/${from}`, `src/${to}`).replace(/^(?!\.)/, './')}/index.ts';`,
      );
    put('src/model/clock.ts', 'export const at = (): void => console.log(process.version);');
    put('src/record/disk.ts', "export { readFileSync } from 'node:fs';");
    put('src/plan/cast.ts', 'export const day = (text: unknown): string => text as string;');
    found = spawnSync(resolve('node_modules/.bin/oxlint'), ['-f', 'unix'], { cwd: copy, encoding: 'utf8' }).stdout;
  });
  afterAll(() => rmSync(copy, { recursive: true }));
  const refused = (file: string, rule: string): boolean =>
    found.split('\n').some((line) => line.includes(`${file}:`) && line.includes(rule));

  it.each(pairs.filter(({ allowed }) => !allowed))('$from may not import $to', ({ from, to }) =>
    expect(refused(planted(from, to), 'no-restricted-imports')).toBe(true),
  );
  it.each(pairs.filter(({ allowed }) => allowed))('$from may import $to', ({ from, to }) =>
    expect(refused(planted(from, to), 'no-restricted-imports')).toBe(false),
  );
  it('the model cannot name the console or the process', () =>
    expect(refused('src/model/clock.ts', 'no-restricted-globals')).toBe(true));
  it('a record cannot read a file', () => expect(refused('src/record/disk.ts', 'no-restricted-imports')).toBe(true));
  it('a plan cannot cast', () => expect(refused('src/plan/cast.ts', 'consistent-type-assertions')).toBe(true));
});

describe('every file', () => {
  it('of code says its licence in its first three lines', () =>
    expect(
      code.filter(
        (file) => !text(file).split('\n').slice(0, 3).join('\n').includes('SPDX-License-Identifier: Apache-2.0'),
      ),
    ).toEqual([]));
  it('of the source has at most 250 lines', () =>
    expect(code.filter((file) => file.startsWith('src/') && !file.includes('.test.') && linesOf(file) > 250)).toEqual(
      [],
    ));
  it('speaks of nothing outside the project', () => {
    // Written in pieces, so that this file does not mention them either. What people ask about other tools is theirs to say.
    const places = new RegExp(`(^|[^\\w.])/(work|home|root)/\\w|evidence ${'folder'}`, 'im');
    const makers = new RegExp(`\\b(sub${'agent'}|cla${'ude'}|chat${'gpt'})\\b`, 'i');
    const written = tracked.filter(
      (file) => /\.(tsx?|m?js|css|md|json|ya?ml)$/.test(file) && file !== 'package-lock.json',
    );
    const said = (file: string): string => text(file).replace(/https?:\S+/g, '');
    const asked = /^(guideline|test)\/questions\//;
    expect(written.filter((file) => places.test(said(file)) || (!asked.test(file) && makers.test(said(file))))).toEqual(
      [],
    );
  });
});

it('every folder of the source that others import from says what it is for, in at most ten lines', () => {
  const files = [...folders, 'surfaces/mcp/tools'].map((folder) =>
    folder === 'surfaces/web' ? 'src/surfaces/web/pages/index.tsx' : `src/${folder}/index.ts`,
  );
  const wrong = files.filter((file) => {
    const says = existsSync(file) ? (/^(\/\/.*\n)+/.exec(text(file))?.[0].trimEnd().split('\n') ?? []) : [];
    return says.length < 2 || says.length > 11;
  });
  expect(wrong).toEqual([]);
});

describe('every command', () => {
  const commands = [...text('src/surfaces/cli/main.ts').matchAll(/^ {2}'?([a-z-]+)'?: async/gm)].map(
    ([, name]) => name ?? '',
  );
  it('is found by this test', () => expect(commands.length).toBeGreaterThan(10));
  it.each(commands)('%s has --help with an example of itself', (name) => {
    const { status, stdout } = spawnSync('node', ['bin/heliotrope.js', name, '--help'], { encoding: 'utf8' });
    expect({ status, example: stdout.includes(`npx heliotrope ${name}`) }).toEqual({ status: 0, example: true });
  });
  it.each(commands)('%s is in the README or in docs/json.md', (name) => {
    const named = new RegExp(`(heliotrope |\\| \`|\`)${name}(?![\\w-])`);
    expect(named.test(text('README.md') + text('docs/json.md'))).toBe(true);
  });
});

describe('decision records', () => {
  const records = readdirSync('docs/decisions').toSorted();
  it('are numbered once each', () => {
    const numbers = records.map((file) => /^(\d{4})-[a-z0-9-]+\.md$/.exec(file)?.[1]);
    expect(numbers).not.toContain(undefined);
    expect(new Set(numbers).size).toBe(records.length);
  });
  it.each(records)('%s fits one screen and carries its number', (file) => {
    expect(linesOf(`docs/decisions/${file}`)).toBeLessThanOrEqual(40);
    expect(text(`docs/decisions/${file}`)).toMatch(new RegExp(`^# ${Number(file.slice(0, 4))}\\. `));
  });
  it('name every library that the program runs on', () => {
    const { dependencies } = JSON.parse(text('package.json'));
    const all = records.map((file) => text(`docs/decisions/${file}`)).join('\n');
    expect(Object.keys(dependencies).filter((name) => !all.includes(`\`${name}\``))).toEqual([]);
  });
});
