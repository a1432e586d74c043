// SPDX-License-Identifier: Apache-2.0
import { readdirSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { prepareAnswer } from '../../interpreters/answer/index.ts';
import { guidanceText } from './answer.ts';
import { loadCompiled, loadPatient } from './load.ts';
import { main } from './main.ts';

/** About three screens of 50 lines. */
const threeScreens = 150;
const loaded = await loadCompiled(undefined);
const prepared = prepareAnswer(loaded.guideline);
const answered = async (name: string): Promise<string> => {
  const patient = await loadPatient(loaded, `examples/${name}`, undefined);
  return guidanceText(loaded, patient, prepared(patient));
};
async function run(...args: readonly string[]): Promise<string> {
  let out = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true));
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
  await main(args);
  return out;
}
afterEach(() => vi.restoreAllMocks());

describe('the answer for each example', () => {
  it.each(readdirSync('examples').filter((name) => name.endsWith('.yaml')))(
    '%s fits on three screens',
    async (name) => {
      const text = await answered(name);
      expect(text.split('\n').length).toBeLessThan(threeScreens);
      expect(text).toContain('Heliotrope informs a decision');
    },
  );
});

it('names at most five of the questions that come first, and says how many there are', async () => {
  const line =
    /Not answered yet: ([^.]*)\./.exec((await answered('newly-diagnosed.yaml')).replace(/\s+/g, ' '))?.[1] ?? '';
  expect(line).toMatch(/^\d+ questions, such as /);
  expect(line.split(';')).toHaveLength(5);
});

it('what is taken and no longer called for says what would call for it, and not the claim of a rule that does not hold', async () => {
  expect(await answered('on-ivig.yaml')).toContain('Nothing known now calls for it.');
});

it('the usual start, a steroid with methotrexate, is said before its parts', async () => {
  const text = await answered('starting-treatment.yaml');
  const [start, part] = ['  Steroid tablets together with methotrexate', '  Azathioprine'].map((name) => text.indexOf(name)); // prettier-ignore
  expect(start).toBeGreaterThan(0);
  expect(start).toBeLessThan(part ?? 0);
});

it('explain takes a name as answer prints it', async () => {
  const byName = await run('explain', 'examples/stepping-up.yaml', 'plasma exchange');
  expect(byName).toContain('Plasma exchange: ');
  expect(byName).toBe(await run('explain', 'examples/stepping-up.yaml', 'plasma-exchange'));
});
