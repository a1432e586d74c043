// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { loadGuideline } from '../../../authoring/load.ts';
import { changes, movesInWords, tryChange } from './changes.ts';
import { comparison } from './compare.ts';
import { guidanceView } from './guidance.ts';
import { interview, prepare } from './interview.ts';

const { loaded } = loadGuideline('guideline');
if (!loaded) throw new Error('The guideline does not load.');
const prepared = prepare(loaded.guideline);
const ana = {
  'diagnosis-status': 'confirmed',
  'myositis-type': 'classic-dm',
  age: 36,
  'treatment-phase': 'inadequate-response',
  'muscle-weakness': 'moderate',
  'taking-methotrexate': true,
};

describe('the comparison', () => {
  it('shows the same rows of every treatment, so that none stands in a better light', () => {
    const { options } = comparison(prepared, ana, ['methotrexate', 'ivig', 'rituximab']);
    const rows = options.map((option) => Object.keys(option).sort());
    expect(rows).toHaveLength(3);
    expect(rows[1]).toEqual(rows[0]);
    expect(rows[2]).toEqual(rows[0]);
  });
  it('leaves out what does not exist', () =>
    expect(comparison(prepared, {}, ['nothing-of-this-name', 'ivig']).options.map(({ id }) => id)).toEqual(['ivig']));
});

describe('the guidance page', () => {
  it('knows where on the pathway somebody is whose treatment is not enough', () =>
    expect(guidanceView(prepared, ana).here?.id).toBe('escalation'));
  it('puts every treatment in exactly one group', () => {
    const { groups } = guidanceView(prepared, ana);
    const ids = Object.values(groups).flatMap((group) => group.map(({ id }) => id));
    expect(ids.toSorted()).toEqual(Object.keys(loaded.guideline.interventions).toSorted());
  });
  it('numbers each source once, and every number has a source', () => {
    const { groups, references } = guidanceView(prepared, ana);
    const numbers = Object.values(groups).flatMap((group) =>
      group.flatMap(({ reason, why }) => [...reason.refs, ...why.flatMap(({ refs }) => refs)]),
    );
    expect(Math.max(...numbers)).toBe(references.length);
    expect(new Set(references.map(({ title, author, year }) => `${title} ${author} ${year}`)).size).toBeGreaterThan(
      references.length * 0.9,
    );
  });
  it('says only changes that come out so when they are tried', () => {
    for (const { fact, value, moves } of changes(prepared, ana))
      expect(tryChange(prepared, ana, fact, value)).toEqual(moves);
  });
});

it('says what was told as it was told, and a no as a no', () => {
  const { groups } = guidanceView(prepared, { ...ana, 'failed-ivig': false, 'failed-rituximab': false });
  const told = Object.values(groups).flatMap((options) => options.flatMap(({ you }) => you));
  expect(told.filter((one) => one.startsWith('not:'))).toEqual([]);
  expect(told.some((one) => one.endsWith(': no'))).toBe(true);
});

describe('the interview', () => {
  it('asks red flags that a person can see before anything else', () => {
    const { page } = interview(prepared, {}, new Set());
    expect(page?.urgent).toBe(true);
    expect(page?.facts[0]?.fact.obtainedBy).toBe('history');
  });
  it('offers the three answers that most treatments wait for while nothing fits, and no longer', () => {
    const signs = Object.values(loaded.guideline.facts).filter(({ group }) => group === 'signs-now');
    const well = Object.fromEntries(signs.map(({ id }) => [id, false]));
    const { opens } = interview(prepared, well, new Set());
    expect(opens.map(({ id }) => id)).toEqual(['diagnosis-status', 'myositis-type', 'treatment-phase']);
    expect(interview(prepared, well, new Set(['myositis-type'])).opens.map(({ id }) => id)).not.toContain(
      'myositis-type',
    );
    const said = { 'diagnosis-status': 'confirmed', 'myositis-type': 'classic-dm', 'treatment-phase': 'new-untreated' };
    expect(interview(prepared, { ...well, ...said }, new Set())).toMatchObject({
      opens: [],
      soFar: { fits: expect.arrayContaining([expect.objectContaining({ id: 'sun-protection' })]) },
    });
  });
  it('offers none of them beside an urgent sign', () =>
    expect(interview(prepared, { 'seizure-or-confusion': true }, new Set()).opens).toEqual([]));
  it('ends when everything that can be asked is open', () => {
    const all = new Set(Object.keys(loaded.guideline.facts));
    const { page, part } = interview(prepared, {}, all);
    expect([page, part]).toEqual([undefined, 'done']);
  });
});

it('names in the middle of a line are written small, unless they are written with capitals', () => {
  const move = (label: string) => ({ id: label, label, from: 'waits', to: 'check' }) as const;
  expect(movesInWords(['Rituximab', 'A second look at the diagnosis', 'PET-CT scan'].map(move))).toEqual([
    'Rituximab, a second look at the diagnosis, PET-CT scan: check first',
  ]);
});
