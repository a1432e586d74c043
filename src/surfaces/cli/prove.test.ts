// SPDX-License-Identifier: Apache-2.0
// The command lines of `prove`, `diff` and the mutations, over a guideline of one treatment: exit codes, data, files, misuse.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { kinds, targets } from '../../interpreters/prove/index.ts';
import { main } from './main.ts';
import { mutate } from './mutate.ts';

const small = 'test/diagnostics/good/small';
const folder = mkdtempSync(join(tmpdir(), 'heliotrope-prove-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

/** A copy of the small guideline in which one file says something else. */
function changed(name: string, file: string, from: string, to: string): string {
  const copy = join(folder, name);
  cpSync(small, copy, { recursive: true });
  const text = readFileSync(join(copy, file), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(copy, file), text.replace(from, to));
  return copy;
}
const drug = 'interventions/medicines/drug.yaml';
const kidneysAt = (limit: number) => changed(`kidneys-${limit}`, drug, 'below: 30', `below: ${limit}`);
/** The invariant speaks of kidneys that no rule looks at. */
const unsafe = () =>
  changed('unsafe', 'invariants.yaml', 'when: pregnant,', 'when: { any: [pregnant, { egfr: { below: 45 } }] },');

type Ran = { code: number; out: string; err: string };
async function run(work: () => Promise<number>): Promise<Ran> {
  const said = { out: '', err: '' };
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((said.out += String(text)), true));
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((said.err += String(text)), true));
  const code = await work();
  vi.restoreAllMocks();
  return { code, ...said };
}
const command = (...args: readonly string[]): Promise<Ran> => run(() => main(args));

const proofs = z.strictObject({
  shape: z.literal('heliotrope-proofs/2'),
  guideline: z.string(),
  proved: z.int(),
  kinds: z.array(z.strictObject({ kind: z.enum(kinds), stated: z.int(), proved: z.int() })),
  refuted: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(kinds),
      says: z.string(),
      patient: z.record(z.string(), z.union([z.boolean(), z.string(), z.number()])).optional(),
      completion: z.record(z.string(), z.union([z.boolean(), z.string(), z.number()])).optional(),
    }),
  ),
  findings: z.array(z.strictObject({ id: z.string(), kind: z.enum(kinds), says: z.string() })),
  relations: z.strictObject({
    implies: z.array(z.array(z.string())),
    equivalent: z.array(z.array(z.string())),
    disjoint: z.array(z.array(z.string())),
  }),
  interviews: z.array(
    z.strictObject({
      name: z.string(),
      asked: z.int().optional(),
      settled: z.array(z.string()),
      open: z.array(z.string()),
    }),
  ),
});
const differences = z.strictObject({
  shape: z.literal('heliotrope-diff/1'),
  old: z.string(),
  new: z.string(),
  unnamed: z.int(),
  vocabulary: z.array(z.string()),
  differences: z.array(z.looseObject({ about: z.string(), patient: z.record(z.string(), z.unknown()) })),
});
const mutations = z.strictObject({
  shape: z.literal('heliotrope-mutations/1'),
  rates: z.array(z.strictObject({ of: z.enum(targets), killed: z.int(), survived: z.int(), harmless: z.int() })),
  survived: z.array(z.strictObject({ id: z.string(), of: z.enum(targets), how: z.string(), difference: z.looseObject({}) })), // prettier-ignore
});

describe('heliotrope prove', () => {
  it('ends with 0 when everything is proved, and says so in English', async () => {
    const { code, out, err } = await command('prove', small);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/\d+ proved, 0 refuted, \d+ findings\.\n$/);
  });
  it('ends with 1 when something is refuted, and prints a patient file that shows it', async () => {
    const { code, out } = await command('prove', unsafe());
    expect(code).toBe(1);
    expect(out).toContain('REFUTED invariant: never-in-pregnancy: The drug is never offered in pregnancy.');
    expect(out).toMatch(/# counterexample to never-in-pregnancy\n# .*\nfacts:\n/);
  });
  it('--json has the documented shape', async () => {
    const report = proofs.parse(JSON.parse((await command('prove', unsafe(), '--json')).out));
    expect(report.refuted.map(({ id }) => id)).toEqual(['never-in-pregnancy']);
    expect(Object.keys(report.refuted[0]?.patient ?? {})).toContain('egfr');
  });
  it('--out writes each counterexample, and answer reads it and offers the drug', async () => {
    const [from, out] = [unsafe(), join(folder, 'found')];
    expect((await command('prove', from, '--out', out)).code).toBe(1);
    expect(readdirSync(out)).toEqual(['never-in-pregnancy.yaml']);
    const answered = await command('answer', join(out, 'never-in-pregnancy.yaml'), '--guideline', from, '--json');
    expect(answered.out).toMatch(/"recommended"|"suggested"/);
  });
  it.each([
    { misuse: 'two folders', args: [small, small], code: 2, says: /One folder at most/ },
    { misuse: 'an option it does not have', args: ['--fast'], code: 2, says: /--fast/ },
    { misuse: 'a folder that is not there', args: ['no-such-folder'], code: 2, says: /no-such-folder/ },
  ])('refuses $misuse', async ({ args, code, says }) => {
    const ran = await command('prove', ...args);
    expect({ code: ran.code, out: ran.out }).toEqual({ code, out: '' });
    expect(ran.err).toMatch(says);
  });
});

describe('heliotrope diff', () => {
  it('ends with 0 when nobody is advised differently', async () => {
    const { code, out } = await command('diff', small, small);
    expect({ code, out }).toEqual({ code: 0, out: 'Proved: no patient is advised differently.\n' });
  });
  it('ends with 1 when somebody is, with a smallest patient and the rule that did it', async () => {
    const { code, out } = await command('diff', small, kidneysAt(45));
    expect(code).toBe(1);
    expect(out).toContain('because the rule drug-kidneys was');
    expect(out).toMatch(/facts:[^#]*egfr: (3\d|4[0-4])(\.\d+)?\b/);
  });
  it('--json has the documented shape', async () => {
    const { out } = await command('diff', small, kidneysAt(45), '--json');
    const { differences: found, unnamed } = differences.parse(JSON.parse(out));
    expect(found.map(({ about }) => about)).toContain('status');
    expect(unnamed).toBe(found.length);
  });
  it.each([
    { entry: '★ The drug: for people with weak kidneys, the limit is 45.', open: 0, code: 0 },
    { entry: '★ Another drug-like thing: for some people.', open: 1, code: 1 },
    { entry: 'The drug: no star, so nobody is told.', open: 1, code: 1 },
  ])('--changelog with "$entry" leaves $open unnamed', async ({ entry, open, code }) => {
    const log = join(folder, 'CHANGELOG.md');
    writeFileSync(log, `# Changelog\n\n## Unreleased\n\n- ${entry}\n`);
    const ran = await command('diff', small, kidneysAt(45), '--changelog', log);
    expect({ code: ran.code, last: ran.out.trim().split('\n').at(-1) }).toEqual({
      code,
      last: expect.stringContaining(`${open} of them`),
    });
  });
  it.each([
    { misuse: 'one edition only', args: [small], says: /Name two editions/ },
    { misuse: 'an edition that is nothing', args: [small, 'no-such-edition'], says: /neither a folder/ },
    { misuse: 'a changelog that is not there', args: [small, small, '--changelog', 'no.md'], says: /no file "no.md"/ },
  ])('refuses $misuse', async ({ args, says }) => {
    const { code, out, err } = await command('diff', ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(says);
  });
});

describe('the mutations', () => {
  it('end with 1 when wrongs in a contraindication go unnoticed, and print whom each would advise wrongly', async () => {
    const { code, out } = await run(() => mutate([small, '--of', 'contraindication']));
    expect(code).toBe(1);
    expect(out).toContain('SURVIVED contraindication drug-kidneys/');
    expect(out).toMatch(/contraindication: \d+ of \d+ killed \(\d+\.\d %\); \d+ change nobody's advice\n$/);
  });
  it('--json has the documented shape', async () => {
    const { out } = await run(() => mutate([small, '--json']));
    const { rates, survived } = mutations.parse(JSON.parse(out));
    expect(rates.map(({ of }) => of)).toEqual(targets);
    expect(survived.length).toBe(rates.reduce((sum, rate) => sum + rate.survived, 0));
  });
  it('end with 0 when every wrong is noticed', async () => {
    const cases = '- name: Kidneys just too weak\n  rests-on: [it-harms]\n  like: usual\n  given: { egfr: 29.9 }\n  expect: { drug: contraindicated }\n- name: Kidneys just good enough\n  rests-on: [it-harms]\n  like: usual\n  given: { egfr: 30 }\n  expect: { drug: recommended }\n- name: Pregnant, that alone\n  rests-on: [it-harms]\n  given: { pregnant: true }\n  expect: { drug: contraindicated }\n- name: Weak kidneys, that alone\n  rests-on: [it-harms]\n  given: { egfr: 29 }\n  expect: { drug: contraindicated }\n'; // prettier-ignore
    const whole = join(folder, 'whole');
    cpSync(small, whole, { recursive: true });
    writeFileSync(join(whole, 'cases', 'more.yaml'), cases);
    const { code, out } = await run(() => mutate([whole, '--of', 'contraindication']));
    expect(out).toMatch(/^contraindication: (\d+) of \1 killed \(100\.0 %\)/);
    expect(code).toBe(0);
  });
  it.each([
    { misuse: 'wrongs of no kind', args: ['--of', 'kindness'], says: /no mutants of "kindness"/ },
    { misuse: 'every none-th', args: ['--every', '0'], says: /--every is a whole number/ },
    { misuse: 'two folders', args: [small, small], says: /One folder at most/ },
  ])('refuse $misuse', async ({ args, says }) => expect(mutate(args)).rejects.toThrow(says));
});
