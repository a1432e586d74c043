// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadExercise, loadGuideline, type Loaded } from '../../../authoring/index.ts';
import type { Trial } from '../../../authoring/trials.ts';
import type { Guideline, Rule } from '../../../model/index.ts';
import { hardExercise, review } from './index.ts';

const { loaded, shown } = loadGuideline('test/diagnostics/good/small');
if (!loaded) throw new Error(shown());
const small: Loaded = loaded;
const changed = (change: Partial<Guideline>): Loaded => ({ ...small, guideline: { ...small.guideline, ...change } });
const trial = (percent: number, points: number, source = 'trial-2020'): Trial => ({
  id: 'trial',
  source,
  label: 'A trial',
  verified: 'read',
  arms: [
    { id: 'drug', label: 'Drug' },
    { id: 'placebo', label: 'Placebo' },
  ],
  outcomes: [
    {
      id: 'better',
      label: 'Better',
      kind: 'primary',
      verified: 'read',
      counts: [
        { arm: 'drug', events: 37, of: 47, percent },
        { arm: 'placebo', events: 21, of: 48 },
      ],
      difference: { treated: 'drug', control: 'placebo', points, ci95: [17, 53] },
    },
  ],
  effects: [],
  notes: [],
});
const against: Rule = {
  id: 'drug-not-weak',
  intervention: 'drug',
  kind: 'recommendation',
  direction: 'against',
  strength: 'strong',
  line: 'first',
  when: { op: 'is', fact: 'weak', value: true },
  because: ['it-harms'],
};
const [favours] = small.guideline.rules;
if (favours?.kind !== 'recommendation') throw new Error('The small guideline begins with a recommendation.');
const forever: Rule = { ...against, id: 'drug-never', kind: 'contraindication', when: { op: 'any', parts: [] } };
const codes = (of: Loaded, trials: readonly Trial[] = [], today = '2026-11-24') =>
  review(of, trials, today).findings.map(({ severity, code }) => `${severity} ${code}`);

describe('a review of the guideline', () => {
  it('finds nothing wrong in the small guideline but the side that no case shows', () => {
    expect(review(small, [trial(79, 35)], '2026-11-24').findings.map(({ message }) => message)).toEqual([
      'No case shows "drug-for-weakness" when it does not hold.',
      'No case shows "drug-kidneys" when it holds.',
      '"drug-kidneys" holds for nobody in the cases or among 300 synthetic people.',
    ]);
  });
  it.each([
    { fault: 'no rule at all', of: changed({ rules: [] }), found: 'error nothing-examined' },
    { fault: 'a case that comes out otherwise', of: changed({ rules: small.guideline.rules.slice(0, 1) }), found: 'error case-differs' },
    { fault: 'an invariant that a case breaks', of: changed({ rules: small.guideline.rules.slice(0, 1) }), found: 'error invariant-broken' },
    { fault: 'equal strength for and against', of: changed({ rules: [...small.guideline.rules, against] }), found: 'error contradiction' },
    { fault: 'a rule that holds for nobody', of: changed({ rules: [...small.guideline.rules, forever] }), found: 'error never-holds' },
    { fault: 'a rule without a case on each side', of: changed({ rules: [...small.guideline.rules, forever] }), found: 'error missing-case' },
    { fault: 'a fact that nothing reads', of: changed({ facts: { ...small.guideline.facts, idle: { id: 'idle', label: 'Idle', question: 'Idle?', why: 'No.', coding: [], value: { type: 'boolean' }, obtainedBy: 'history' } } }), found: 'note unused-fact' },
    { fault: 'a rule that rests on memory', of: changed({ claims: Object.fromEntries(Object.entries(small.guideline.claims).map(([id, claim]) => [id, { ...claim, verified: 'recalled' }])) }), found: 'note unverified' },
    { fault: 'a text that is hard to read', of: changed({ interventions: { drug: { id: 'drug', kind: 'medicine', label: 'The drug', coding: [], reviewed: '2026-11-01', summary: 'Immunosuppressive pharmacotherapy necessitates comprehensive haematological surveillance throughout administration, notwithstanding any apparent symptomatological improvement.' } } }), found: 'error hard-to-read' },
  ])('says $fault: $found', ({ of, found }) => expect(codes(of)).toContain(found)); // prettier-ignore

  it('says why a fact that no rule reads is kept', () => {
    const idle = { id: 'idle', label: 'Idle', question: 'Idle?', why: 'No.', coding: [], value: { type: 'boolean' }, obtainedBy: 'history', kept: 'a record shows it.' } as const; // prettier-ignore
    const { findings } = review(changed({ facts: { ...small.guideline.facts, idle } }), [], '2026-11-24');
    const said = findings.map(({ message }) => message);
    expect(said).toContain('No rule uses the fact "idle". It is kept: a record shows it.');
  });
  it('does not call it a contradiction where one of the two is marked to yield', () => {
    const yielding = { ...favours, yieldsTo: [against.id] };
    expect(codes(changed({ rules: [yielding, ...small.guideline.rules.slice(1), against] }))).not.toContain(
      'error contradiction',
    );
  });
  it.each([
    { fault: 'a percentage its count does not give', of: trial(74, 35), found: 'error number-differs' },
    { fault: 'a difference its counts do not give', of: trial(79, 38), found: 'error number-differs' },
    { fault: 'a source nobody lists', of: trial(79, 35, 'nowhere'), found: 'error unknown-source' },
  ])('says $fault: $found', ({ of, found }) => expect(codes(small, [of])).toContain(found));

  it.each([
    { today: '2028-05-31', stale: false },
    { today: '2028-06-01', stale: true },
  ])('a review of 1 November 2026 is stale on $today: $stale', ({ today, stale }) =>
    expect(codes(small, [], today).includes('note stale-review')).toBe(stale),
  );

  it('has an entry in docs/diagnostics.md for every code', () => {
    const documented = readFileSync('docs/diagnostics.md', 'utf8');
    const written = ['cases', 'coverage', 'trust', 'words', 'review']
      .map((name) => readFileSync(`src/surfaces/cli/review/${name}.ts`, 'utf8'))
      .join('\n');
    const found = [...written.matchAll(/(?:code: |'(?:error|note)',\s+)'([a-z-]+)'/g)].map(([, code]) => code);
    expect(found.length).toBeGreaterThanOrEqual(11);
    for (const code of found) expect(documented).toContain(`## ${code}\n`);
  });
});

describe('a review of the exercise library', () => {
  const own = loadGuideline('guideline').loaded;
  const library = own && loadExercise('guideline', own.guideline).library;
  if (!library) throw new Error('The exercise library does not load.');
  it('finds every text of a movement, a stop sign and a rule plain enough', () =>
    expect(hardExercise(library)).toEqual([]));
  it('names the one that is not, with its grade', () => {
    const [first, ...others] = library.stopRules;
    if (!first) throw new Error('The library has no stop rule.');
    const sign =
      'irregular palpitations necessitating immediate cardiological evaluation, particularly syncope or presyncope';
    expect(hardExercise({ ...library, stopRules: [{ ...first, sign }, ...others] })).toMatchObject([
      { severity: 'error', code: 'hard-to-read', message: expect.stringContaining(`"${first.id}"`) },
    ]);
  });
});
