// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { readFile } from '../src/authoring/index.ts';
import { loadTrials } from '../src/authoring/trials.ts';
import { percent, waldDifference } from '../src/evidence/index.ts';

const { trials, diagnostics } = loadTrials('guideline/evidence/trials');
const outcomes = trials.flatMap((trial) =>
  trial.outcomes.map((outcome) => ({ ...outcome, name: `${trial.id}: ${outcome.label} (${outcome.id})` })),
);

/** Half a unit of the last digit that was printed. */
const rounding = (printed: number): number => 0.5 * 10 ** -(String(printed).split('.')[1]?.length ?? 0) + 1e-9;
const agrees = (found: number, printed: number, slack = rounding(printed)): void =>
  expect(Math.abs(found - printed)).toBeLessThanOrEqual(slack);
/** 5 of 9 was printed as 55.5: cut off, not rounded. */
const cutOff = new Set([55.5]);

it('every trial is well-formed', () => {
  expect(diagnostics).toEqual([]);
  expect(trials).toHaveLength(43);
});

it('every trial rests on a source we list', () => {
  const { value } = readFile('guideline/evidence/sources.yaml');
  const known = new Set(Array.isArray(value) ? value.map((source: { id: string }) => source.id) : []);
  const named = trials.flatMap(({ id, source, outcomes: all }) =>
    [source, ...all.flatMap(({ cites = [] }) => cites.map((cite) => cite.source))].map((one) => [id, one] as const),
  );
  expect(named.filter(([, source]) => !known.has(source))).toEqual([]);
});

describe('a count gives the percentage that was printed', () => {
  const printed = outcomes.flatMap(({ name, counts = [] }) =>
    counts.flatMap((it) => (it.percent === undefined ? [] : [[name, it, it.percent] as const])),
  );
  it('there are such counts', () => expect(printed.length).toBeGreaterThan(10));
  it.each(printed)('%s', (_name, counted, figure) =>
    agrees(percent(counted), figure, cutOff.has(figure) ? 0.1 : undefined),
  );
});

describe('two counts give the difference that was printed', () => {
  const printed = outcomes.flatMap(({ name, counts = [], difference }) =>
    difference ? [[name, counts, difference] as const] : [],
  );
  it('there are such differences', () => expect(printed.length).toBeGreaterThanOrEqual(3));
  it.each(printed)('%s', (_name, counts, { treated, control, points, ci95 }) => {
    const [a, b] = [treated, control].map((arm) => counts.find((it) => it.arm === arm));
    if (!a || !b) throw new Error('Both arms need a count.');
    const { value, low, high } = waldDifference(a, b);
    agrees(value * 100, points);
    if (ci95) {
      agrees(low * 100, ci95[0]);
      agrees(high * 100, ci95[1]);
    }
  });
});

describe('two printed means give the difference that was printed', () => {
  it.each([
    ['valor', 'mean-tis-30-mg-vs-placebo', 'brepocitinib-30'],
    ['alkivia-phase2', 'mean-tis', 'efgartigimod'],
    ['determine', 'mean-tis-20-mg-vs-placebo', 'lenabasum-20'],
  ])('%s', (name, outcome, arm) => {
    const found = trials.find(({ id }) => id === name),
      measured = found?.outcomes.find(({ id }) => id === outcome)?.measured ?? [],
      mean = (of: string): number => measured.find((it) => it.arm === of)?.value ?? NaN;
    const printed = found?.effects.find(({ measure }) => measure.startsWith('Difference of mean'))?.value ?? NaN;
    agrees(mean(arm) - mean('placebo'), printed);
  });
});

it('figures that another paper reports name that paper', () => {
  const safety = trials
    .find(({ id }) => id === 'proderm')
    ?.outcomes.filter(({ kind, counts, verified }) => kind === 'safety' && counts && verified === 'read');
  expect(safety?.length).toBeGreaterThan(9);
  expect(safety?.filter(({ cites }) => cites === undefined)).toEqual([]);
});

describe('what is only recalled is never computed', () => {
  it.each([
    ['dalakas-1993', /score|strength/i],
    ['rim', /week 8/i],
    ['proderm', /per 100 patient-months/i],
  ])('%s', (id, label) => {
    const recalled =
      trials.find((trial) => trial.id === id)?.outcomes.filter((outcome) => label.test(outcome.label)) ?? [];
    expect(recalled).not.toEqual([]);
    for (const { counts, measured } of recalled) expect([counts, measured]).toEqual([undefined, undefined]);
  });
  it('no standard deviation of TIS in ProDERM, no mean of Dalakas', () => {
    expect(trials.find(({ id }) => id === 'dalakas-1993')?.outcomes.flatMap(({ measured = [] }) => measured)).toEqual(
      [],
    );
    expect(
      outcomes.filter(({ name }) => /median time to minimal/i.test(name)).flatMap(({ measured = [] }) => measured),
    ).toEqual([]);
  });
  it('VALOR has no arm sizes', () =>
    expect(trials.find(({ id }) => id === 'valor')?.arms.every(({ n }) => n === undefined)).toBe(true));
});

describe('a trial in plain words', () => {
  it.each(trials.map((trial) => [trial.id, trial] as const))(
    '%s says what was tried and what was found',
    (_, trial) => {
      const { plain, ...rest } = trial;
      const [said, known] = [`${plain?.tried} ${plain?.found}`, JSON.stringify(rest)];
      expect(plain).toBeDefined();
      // A number that people read is one that the trial's own data say.
      expect((said.match(/\d[\d.]*\d|\d/g) ?? []).filter((number) => !known.includes(number))).toEqual([]);
      // No short form that a person would have to look up.
      expect(said).not.toMatch(/\b(?:DM|PM|IIM|IMNM|ASyS|TIS|ILD|IVIG|SC|IV|placebo)\b/);
    },
  );
});
