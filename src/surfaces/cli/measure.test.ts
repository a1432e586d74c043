// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { measures } from '../../measures/index.ts';
import { main } from './main.ts';

const folder = mkdtempSync(join(tmpdir(), 'measure-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => {
  vi.restoreAllMocks();
});
const file = (inputs: unknown): string => {
  const path = join(folder, 'inputs.json');
  writeFileSync(path, typeof inputs === 'string' ? inputs : JSON.stringify(inputs));
  return path;
};
async function command(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((said.out += String(text)), true));
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((said.err += String(text)), true));
  const code = await main(['measure', ...args]);
  return { code, ...said };
}
const sound = { creatinine: 0.8, unit: 'mg/dL', age: 50, sex: 'female' };

describe.each(measures.map(({ id, shortNames }) => [id, shortNames] as const))('heliotrope measure %s', (id, names) => {
  const { vectors }: { vectors: { inputs: object; expected: Record<string, unknown> }[] } = JSON.parse(
    readFileSync(`src/measures/${id.replaceAll('_', '-')}/vectors.json`, 'utf8'),
  );
  it('--json has every field of its published vectors, whatever they hold', async () => {
    for (const { inputs, expected } of vectors) {
      const { code, out } = await command(id, file(inputs), '--json');
      const { measure, result, citation } = JSON.parse(out);
      expect(code).toBe(expected['status'] === 'invalid' ? 2 : 0);
      expect(measure).toBe(id);
      expect(citation.length).toBeGreaterThan(10);
      expect(Object.keys(result)).toEqual(expect.arrayContaining(Object.keys(expected)));
    }
  });
  it('goes by its short names, too', async () => {
    const path = file(vectors[0]?.inputs ?? {});
    const { out } = await command(id, path);
    for (const name of names) expect((await command(name, path)).out).toBe(out);
  });
});

it('alone lists every measure, for people and for programs', async () => {
  const [people, programs] = [await command(), await command('--json')];
  const { measures: listed }: { measures: { id: string; citation: string }[] } = JSON.parse(programs.out);
  expect(listed.map(({ id }) => id)).toEqual(measures.map(({ id }) => id));
  for (const { id, citation } of listed) {
    expect(people.out).toContain(id);
    expect(citation.length).toBeGreaterThan(10);
  }
});

describe('what cannot be scored is refused with its place, without a number', () => {
  it.each([
    { what: 'a measure nobody published', args: ['egg', file(sound)], says: /no measure called "egg"/ },
    { what: 'the name of a property', args: ['__proto__', file(sound)], says: /no measure called/ },
    { what: 'no file', args: ['egfr'], says: /Name a file/ },
    { what: 'two files', args: ['egfr', file(sound), 'more.json'], says: /"more\.json" is neither/ },
    { what: 'a file that is not there', args: ['egfr', join(folder, 'none.json')], says: /unreadable/ },
  ])('$what', async ({ args, says }) => {
    const { code, out, err } = await command(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(says);
  });
  it.each<{ what: string; inputs: unknown; says: RegExp }>([
    { what: 'a word for a number', inputs: { ...sound, age: 'fifty' }, says: /inputs\.json:1:40 +age is "fifty"/ },
    { what: 'another unit', inputs: { ...sound, unit: 'g/L' }, says: /inputs\.json:1:26 +unit is "g\/L"/ },
    {
      what: 'out of range',
      inputs: { ...sound, creatinine: 900 },
      says: /inputs\.json:1:15 +creatinine is 900\. Give a number from/,
    },
    { what: 'below nothing', inputs: { ...sound, creatinine: -1 }, says: /inputs\.json:1:15 +creatinine is -1/ },
    {
      what: 'no number',
      inputs: 'creatinine: .nan\nunit: mg/dL\nage: 50\nsex: female\n',
      says: /inputs\.json:1:13 +creatinine is NaN/,
    },
    { what: 'a list of one', inputs: { ...sound, age: [50] }, says: /inputs\.json:1:34 +age is "\[50\]"/ },
    { what: 'nothing at all', inputs: {}, says: /unit is missing.*\n.*creatinine is missing.*\n.*age is missing/ },
    { what: 'a list', inputs: [sound], says: /the inputs are one object/ },
    { what: 'an empty file', inputs: '', says: /empty-file/ },
  ])('$what', async ({ inputs, says }) => {
    const { code, out, err } = await command('egfr', file(inputs));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(says);
  });
});
