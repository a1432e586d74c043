// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import {
  emptyGuideline,
  interpret,
  type Claim,
  type Condition,
  type Fact,
  type Guideline,
  type Option,
  type Patient,
  type Rule,
  type Value,
} from '../../model/index.ts';
import { answer } from '../answer/index.ts';
import { whatWouldChange } from './change.ts';
import { explain, scheduleWords } from './explain.ts';
import { english, saidValue } from './phrases.ts';

const fact = (id: string, label: string, value: Value = { type: 'boolean' }): Fact => ({
  id,
  label,
  value,
  question: `${label}?`,
  why: 'It matters.',
  coding: [],
  obtainedBy: 'history',
});
const facts = {
  weak: fact('weak', 'Weak muscles'),
  pregnant: fact('pregnant', 'Pregnant'),
  iga: fact('iga', 'IgA level', {
    type: 'code',
    options: [
      { code: 'low', label: 'Too low' },
      { code: 'normal', label: 'Normal' },
    ],
  }),
  egfr: fact('egfr', 'Kidney function (eGFR)', { type: 'quantity', unit: 'mL/min/{1.73_m2}', min: 0, max: 200 }),
};
const is = (id: string, value: boolean | string = true): Condition => ({ op: 'is', fact: id, value });
const below: Condition = { op: 'compare', fact: 'egfr', by: '<', value: 30 };
const claim = (id: string): Claim => ({
  id,
  statement: `The statement of ${id}.`,
  certainty: 'low',
  verified: 'read',
  cites: [{ source: 's', at: 'p. 1' }],
});
const shared = { intervention: 'drug', because: ['helps'] as const };
const rules: readonly Rule[] = [
  { ...shared, id: 'for-weak', kind: 'recommendation', direction: 'for', strength: 'conditional', line: 'first', when: is('weak') },
  { ...shared, id: 'not-pregnant', kind: 'contraindication', when: is('pregnant'), because: ['harms'] },
  { ...shared, id: 'not-kidneys', kind: 'contraindication', when: below, because: ['harms'] },
  { ...shared, id: 'not-iga', kind: 'contraindication', when: is('iga', 'low'), because: ['harms'] },
  {
    ...shared,
    id: 'watch',
    kind: 'monitoring',
    when: is('weak'),
    test: 'blood count',
    schedule: { baseline: true, steps: [{ everyWeeks: 2, untilWeek: 6 }, { everyWeeks: 12 }] },
    actOn: [{ when: 'it is low', act: 'Call the team.' }],
  },
]; // prettier-ignore
const guideline: Guideline = {
  ...emptyGuideline,
  facts,
  rules,
  interventions: { drug: { id: 'drug', kind: 'medicine', label: 'The drug', summary: '', coding: [], reviewed: '2026-01-01' } }, // prettier-ignore
  claims: { helps: claim('helps'), harms: claim('harms') },
};
const optionOf = (patient: Patient): Option => {
  const [option] = answer(guideline, patient).options;
  if (!option) throw new Error('The small guideline has one intervention.');
  return option;
};
const fit: Patient = { weak: true, pregnant: false, egfr: 90, iga: 'normal' };

describe('a value in words', () => {
  it.each([
    { id: 'weak', value: true, words: 'weak muscles' },
    { id: 'weak', value: false, words: 'not: weak muscles' },
    { id: 'iga', value: 'low', words: 'IgA level: too low' },
    { id: 'egfr', value: 45, words: 'kidney function (eGFR) 45 mL/min/1.73 m²' },
  ] as const)('$id $value is "$words"', ({ id, value, words }) => expect(saidValue(facts[id], value)).toBe(words));
});

describe('a condition in words', () => {
  it.each<{ condition: Condition; words: string }>([
    { condition: { op: 'all', parts: [is('weak'), { op: 'not', part: is('pregnant') }] }, words: 'weak muscles and not (pregnant)' },
    { condition: { op: 'any', parts: [is('weak'), below] }, words: 'weak muscles or kidney function (eGFR) below 30 mL/min/1.73 m²' },
    { condition: { op: 'all', parts: [] }, words: 'everybody' },
    { condition: { op: 'any', parts: [] }, words: 'nobody' },
    { condition: { op: 'atLeast', points: 2, parts: [{ points: 1, when: is('weak') }, { points: 2, when: is('pregnant') }] }, words: 'at least 2 points of: weak muscles (1), pregnant (2)' },
  ])('$words', ({ condition, words }) => expect(interpret(guideline, condition, english)).toBe(words)); // prettier-ignore
});

describe('how often something is watched', () => {
  it.each([
    { baseline: true, steps: [{ everyWeeks: 2, untilWeek: 6 }, { everyWeeks: 12 }], words: 'at the start, every 2 weeks until week 6, then every 12 weeks' },
    { baseline: false, steps: [{ everyWeeks: 1 }], words: 'every week' },
    { baseline: true, steps: [], words: 'at the start' },
  ])('$words', ({ words, ...schedule }) => expect(scheduleWords(schedule)).toBe(words)); // prettier-ignore
});

describe('why an option has its status', () => {
  const said = (patient: Patient) => explain(guideline, patient, optionOf(patient)).map(({ text }) => text);

  it("says the status, the rule with this person's facts, the claim, and what to watch", () => {
    expect(said(fit)).toEqual([
      'The drug: can be considered.',
      'Can be considered when weak muscles. This holds (weak muscles).',
      'The statement of helps.',
      'Watch: blood count, at the start, every 2 weeks until week 6, then every 12 weeks.',
      'Watch: if it is low: Call the team.',
    ]);
  });
  it('says what is unknown, and why it matters', () => {
    expect(said({ weak: true, pregnant: false, egfr: 90 })).toContain('Not known: IgA level. It matters.');
  });
  it('says a claim once, however many rules rest on it', () => {
    const texts = said({ ...fit, pregnant: true, iga: 'low' });
    expect(texts.filter((text) => text === 'The statement of harms.')).toHaveLength(1);
  });
});

describe('advice that may not apply', () => {
  const careful: Rule = { ...shared, id: 'care', kind: 'precaution', advice: 'Ask about it.', when: is('pregnant') };
  const of = { ...guideline, rules: [...rules, careful] };
  const said = (patient: Patient) => {
    const [option] = answer(of, patient).options;
    return option ? explain(of, patient, option).map(({ text }) => text) : [];
  };
  it('says what it depends on while that is unknown', () => {
    expect(said({ weak: true, egfr: 90, iga: 'normal' })).toContain(
      'Take care if this is so for you (not known: pregnant): Ask about it.',
    );
  });
  it('is said plainly when it applies, and not at all when it does not', () => {
    expect(said({ ...fit, pregnant: true })).toContain('Take care: Ask about it.');
    expect(said(fit).join(' ')).not.toContain('Ask about it.');
  });
});

describe('what would change a status', () => {
  const changes = (patient: Patient) =>
    whatWouldChange(guideline, patient, 'drug').map(({ words, status }) => `${words.join(' and ')}: ${status}`);

  it('is every single fact that would, with a limit said as a limit', () => {
    expect(changes(fit)).toEqual([
      'pregnant: contraindicated',
      'not: weak muscles: not-indicated',
      'kidney function (eGFR) below 30 mL/min/1.73 m²: contraindicated',
      'IgA level: too low: contraindicated',
    ]);
  });
  it('is two facts together where one alone would not', () => {
    expect(changes({ ...fit, pregnant: true, egfr: 10 })).toContain(
      'not: pregnant and kidney function (eGFR) 30 mL/min/1.73 m²: suggested',
    );
  });
  it('is minimal: no smaller set of facts brings the same status', () => {
    for (const { facts: changed, status } of whatWouldChange(guideline, { ...fit, pregnant: true, egfr: 10 }, 'drug'))
      for (const id of Object.keys(changed)) {
        const { [id]: _left, ...fewer } = changed;
        expect(optionOf({ ...fit, pregnant: true, egfr: 10, ...fewer }).status).not.toBe(status);
      }
  });
  it('is minimal whatever is known: no part of a change brings the same status by itself', () => {
    const flags = [undefined, true, false];
    for (const weak of flags)
      for (const pregnant of flags)
        for (const egfr of [undefined, 10, 90])
          for (const iga of [undefined, 'low', 'normal']) {
            const patient = Object.fromEntries(
              Object.entries({ weak, pregnant, egfr, iga }).flatMap(([id, value]) =>
                value === undefined ? [] : [[id, value]],
              ),
            );
            for (const { facts: changed, status } of whatWouldChange(guideline, patient, 'drug', 100)) {
              expect(status).not.toBe('undetermined');
              for (const id of Object.keys(changed)) {
                const { [id]: _left, ...fewer } = changed;
                expect(optionOf({ ...patient, ...fewer }).status, JSON.stringify({ patient, changed })).not.toBe(
                  status,
                );
              }
            }
          }
  });
  it('shows what is not known yet before what is', () => {
    expect(changes({ weak: true, pregnant: false, egfr: 90 })[0]).toBe('IgA level: too low: contraindicated');
  });
  it('leaves alone what never changes once it is known, and names it where it is not', () => {
    const lasting = { ...guideline, facts: { ...facts, pregnant: { ...facts.pregnant, lasting: true } } };
    const named = (patient: Patient) =>
      whatWouldChange(lasting, patient, 'drug').some(({ facts: changed }) => 'pregnant' in changed);
    expect(named(fit)).toBe(false);
    expect(named({ weak: true, egfr: 90, iga: 'normal' })).toBe(true);
  });
  it('really brings that status', () => {
    for (const { facts: changed, status } of whatWouldChange(guideline, fit, 'drug'))
      expect(optionOf({ ...fit, ...changed }).status).toBe(status);
  });
});

describe('each kind of rule says what it does, and how it came out', () => {
  const said = (patient: Patient, more: Partial<Guideline> = {}): readonly string[] => {
    const of = { ...guideline, ...more };
    const [option] = answer(of, patient).options;
    return option ? explain(of, patient, option).map(({ text }) => text) : [];
  };
  it('a contraindication that holds is said as one, with the fact that made it so and no other', () => {
    expect(said({ ...fit, pregnant: true })).toContain('Must not be offered when pregnant. This holds (pregnant).');
    expect(said({ ...fit, egfr: 29 })).toContain(
      'Must not be offered when kidney function (eGFR) below 30 mL/min/1.73 m². This holds (kidney function (eGFR) 29 mL/min/1.73 m²).',
    );
  });
  it('of several ways to hold only the one that did is given', () => {
    const either: Rule = { id: 'either', intervention: 'drug', kind: 'contraindication', because: ['harms'], when: { op: 'any', parts: [is('pregnant'), below] } }; // prettier-ignore
    const [text] = said({ weak: true, pregnant: true, egfr: 90 }, { rules: [either] }).filter((one) => one.startsWith('Must not')); // prettier-ignore
    expect(text).toMatch(/This holds \(pregnant\)\.$/);
  });
  it.each([
    { direction: 'for', strength: 'strong', opening: 'Recommended when' },
    { direction: 'for', strength: 'conditional', opening: 'Can be considered when' },
    { direction: 'against', strength: 'strong', opening: 'Usually not advised when' },
  ] as const)('$direction, $strength: $opening', ({ direction, strength, opening }) => {
    const one: Rule = { id: 'one', intervention: 'drug', kind: 'recommendation', line: 'first', because: ['helps'], when: is('weak'), direction, strength }; // prettier-ignore
    const other: Rule = { id: 'other', intervention: 'drug', kind: 'recommendation', line: 'first', because: ['helps'], when: is('weak'), direction: 'for', strength: 'strong' }; // prettier-ignore
    expect(said({ weak: true }, { rules: direction === 'against' ? [one, other] : [one] })).toContain(`${opening} weak muscles. This holds (weak muscles).`); // prettier-ignore
  });
  it('a definition is said by its label, and as not so when it is not', () => {
    const active = { id: 'active', label: 'active muscle disease', when: is('weak'), because: ['helps'] } as const;
    const one: Rule = { id: 'one', intervention: 'drug', kind: 'recommendation', line: 'first', because: ['helps'], when: { op: 'defined', as: 'active' }, direction: 'for', strength: 'strong' }; // prettier-ignore
    const of = { definitions: { active }, rules: [one] };
    expect(said({ weak: true }, of)).toContain('Recommended when active muscle disease. This holds (active muscle disease).'); // prettier-ignore
    expect(said({ weak: false }, of)).toContain('Recommended when active muscle disease. This does not hold (not: active muscle disease).'); // prettier-ignore
  });
  it('what is unknown is said as not known yet', () =>
    expect(said({ pregnant: false, egfr: 90, iga: 'normal' })).toContain(
      'Can be considered when weak muscles. This is not known yet (not known: weak muscles).',
    ));
  it('two rules that say the same are said once, with the claims of both', () => {
    const twin = (id: string, claimed: string): Rule => ({ id, intervention: 'drug', kind: 'recommendation', line: 'first', because: [claimed], when: is('weak'), direction: 'for', strength: 'strong' }); // prettier-ignore
    const of = { ...guideline, rules: [twin('one', 'helps'), twin('two', 'harms')] };
    const [option] = answer(of, { weak: false }).options;
    if (!option) throw new Error('The small guideline has one intervention.');
    const sentences = explain(of, { weak: false }, option).filter(({ text }) => text.startsWith('Recommended when'));
    expect(sentences.map(({ cites }) => cites)).toEqual([['helps', 'harms']]);
  });
});
