// SPDX-License-Identifier: Apache-2.0
// The hazard log cannot rot: whatever it names as standing against harm exists, and words alone lower no risk.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  isWords,
  levelOf,
  likelihoods,
  loadHazards,
  parts,
  severities,
  type Control,
} from '../src/authoring/hazards.ts';
import { loadGuideline } from '../src/authoring/load.ts';
import { gradeOf } from '../src/authoring/reading.ts';

const { hazards, diagnostics, shown } = loadHazards('docs');
const { loaded } = loadGuideline('guideline');
if (!loaded) throw new Error('The guideline does not load.');
const { guideline } = loaded;

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');
const read = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');
const invariants = new Set(guideline.invariants.map(({ id }) => id));
const rules = new Set([...guideline.rules, ...guideline.urgencies, ...guideline.scope].map(({ id }) => id));
const laws = oneLine(read('docs/architecture.md').split('## Laws')[1]?.split('\n## ')[0] ?? '');
const codes = new Set([...read('docs/diagnostics.md').matchAll(/^## (\S+)/gm)].map(([, code]) => code ?? ''));
/** Whether a file has a test, or a group of tests, of this title; numbers that a run puts into it are left out. */
const hasTest = (file: string, title: string): boolean =>
  new RegExp(`\\(\\s*(['"\`])${title.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(\\1| \\()`).test(
    read(file).replaceAll('${runs} ', '').replaceAll("\\'", "'"),
  );

/** What a control names that does not exist. */
function missing(one: Control): readonly string[] {
  if ('invariants' in one) return one.invariants.filter((id) => !invariants.has(id));
  if ('rules' in one) return one.rules.filter((id) => !rules.has(id));
  if ('law' in one) return laws.includes(one.law) ? [] : [one.law];
  if ('check' in one) return codes.has(one.check) ? [] : [one.check];
  if ('test' in one) return one.in.endsWith('.test.ts') && hasTest(one.in, one.test) ? [] : [`${one.in}: ${one.test}`];
  return oneLine(read(one.in)).includes(one.says) ? [] : [`${one.in}: ${one.says}`];
}

describe('the hazard log', () => {
  it('is well-formed', () => expect(diagnostics, shown()).toEqual([]));
  it('has at least 25 hazards, in every part of the product', () => {
    expect(hazards.length).toBeGreaterThanOrEqual(25);
    expect([...new Set(hazards.map(({ part }) => part))]).toEqual([...parts]);
  });
  it.each(hazards)('$id: whatever stands against it exists', ({ controls }) =>
    expect(controls.flatMap(missing)).toEqual([]),
  );
  it('makes no harm less likely by words alone', () =>
    expect(
      hazards.filter(
        ({ controls, before, after }) => controls.every(isWords) && after.likelihood !== before.likelihood,
      ),
    ).toEqual([]));
  it('never calls a risk greater after its controls, nor the harm itself smaller than it would be', () => {
    for (const { id, before, after } of hazards) {
      expect(likelihoods.indexOf(after.likelihood), id).toBeLessThanOrEqual(likelihoods.indexOf(before.likelihood));
      expect(after.severity, id).toBe(before.severity);
    }
  });
  it('says openly, of each risk that stays high, that it does', () => {
    const high = hazards.filter(({ after }) => levelOf(after) === 'high');
    expect(high.length).toBeGreaterThan(0);
    expect(high.filter(({ remains }) => !/stays high|not counted as lower/.test(remains))).toEqual([]);
  });
  it('can be read by patients: what could happen and what remains are read at grade 9 at most', () =>
    expect(
      hazards
        .map(({ id, what, remains }) => [id, Math.round(gradeOf(`${what} ${remains}`))] as const)
        .filter(([, grade]) => grade > 9),
    ).toEqual([]));
});

describe('a control that does not exist is noticed', () => {
  it.each<[kind: string, control: Control]>([
    ['an invariant', { does: 'x', invariants: ['nev-999-nothing'] }],
    ['a rule', { does: 'x', rules: ['no-such-rule'] }],
    ['a law', { does: 'x', law: 'Everybody is always right.' }],
    ['a check', { does: 'x', check: 'no-such-code' }],
    ['a test without its file', { does: 'x', test: 'has examples', in: 'test/no-such.test.ts' }],
    ['a test without its title', { does: 'x', test: 'never fails', in: 'test/hazards.test.ts' }],
    ['words that stand nowhere', { does: 'x', says: 'These words stand nowhere.', in: 'docs/intended-use.md' }],
  ])('%s', (_kind, control) => expect(missing(control)).toHaveLength(1));
  it('and one that does exist is not', () =>
    expect(missing({ does: 'x', test: 'the hazard log', in: 'test/hazards.test.ts' })).toEqual([]));
});

describe('how much a risk weighs', () => {
  it.each(
    severities.map((severity, i) => ({ severity, levels: ['lllmm', 'llmmm', 'lmmmh', 'mmmhh', 'mmhhh'][i] ?? '' })),
  )('$severity, from improbable to frequent: $levels', ({ severity, levels }) =>
    expect(likelihoods.map((likelihood) => levelOf({ severity, likelihood })[0]).join('')).toBe(levels),
  );
});

describe('the statement of intended use', () => {
  const said = read('docs/intended-use.md');
  it('names only files that exist', () => {
    const links = [...said.matchAll(/\]\(([^)#]+)\)/g)]
      .map(([, href]) => href ?? '')
      .filter((href) => !/^https?:/.test(href));
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((href) => !existsSync(`docs/${href}`))).toEqual([]);
  });
  it('is of the editions at hand', () => {
    expect(said).toContain(`guideline ${guideline.version}`);
    expect(said).toContain(`software ${String(JSON.parse(read('package.json')).version)}`);
  });
  it('fits two screens of 60 lines', () => expect(said.trimEnd().split('\n').length).toBeLessThanOrEqual(120));
  it('cites each numbered source, and numbers each that it cites', () => {
    const numbers = [...said.matchAll(/^(\d)\. /gm)].map(([, n]) => n);
    expect([...new Set([...said.matchAll(/ \[(\d)\]/g)].map(([, n]) => n))].toSorted()).toEqual(numbers);
  });
});

it('a decision record says why the log is kept as it is', () =>
  expect(readdirSync('docs/decisions').some((name) => name.startsWith('0047-'))).toBe(true));
