// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import {
  emptyGuideline,
  type Condition,
  type Fact,
  type Guideline,
  type Patient,
  type Rule,
} from '../../model/index.ts';
import { answer } from '../answer/index.ts';
import { explain } from './explain.ts';
import { whatIsLacking } from './hold.ts';

const fact = (id: string, label: string): Fact => ({
  id,
  label,
  value: { type: 'boolean' },
  question: `${label}?`,
  why: 'It matters.',
  coding: [],
  obtainedBy: 'history',
});
const is = (id: string): Condition => ({ op: 'is', fact: id, value: true });
const all = (...ids: readonly string[]): Condition => ({ op: 'all', parts: ids.map(is) });
const rule = (id: string, when: Condition, claim: string): Rule => ({
  id,
  intervention: 'drug',
  kind: 'recommendation',
  direction: 'for',
  strength: 'conditional',
  line: 'first',
  when,
  because: [claim],
});
const claim = (id: string) => ({
  id,
  statement: `The statement of ${id}.`,
  certainty: 'low' as const,
  verified: 'read' as const,
  cites: [{ source: 's', at: 'p. 1' }] as const,
});
const guideline: Guideline = {
  ...emptyGuideline,
  facts: { weak: fact('weak', 'Weak muscles'), rash: fact('rash', 'A rash'), new: fact('new', 'Just found') },
  rules: [rule('three', all('weak', 'rash', 'new'), 'far'), rule('two', all('weak', 'new'), 'near')],
  interventions: {
    drug: { id: 'drug', kind: 'medicine', label: 'The drug', summary: '', coding: [], reviewed: '2026-01-01' },
    other: { id: 'other', kind: 'medicine', label: 'The other', summary: '', coding: [], reviewed: '2026-01-01' },
  },
  claims: { far: claim('far'), near: claim('near') },
};
const optionOf = (patient: Patient, id = 'drug') => {
  const option = answer(guideline, patient).options.find(({ intervention }) => intervention === id);
  if (!option) throw new Error('The small guideline has both interventions.');
  return option;
};
const lacking = (patient: Patient, id?: string) => whatIsLacking(guideline, optionOf(patient, id));

describe('what would call for something that nothing calls for', () => {
  it('is what the recommendation nearest to holding lacks, with the claim of that recommendation', () => {
    expect(lacking({ weak: false, rash: false, new: true })).toEqual({
      text: 'Nothing known now calls for it. This would: weak muscles.',
      cites: ['near'],
    });
  });
  it('is not what never changes, while another recommendation needs less than that', () => {
    const { weak } = guideline.facts;
    const lasting = { ...guideline, facts: { ...guideline.facts, ...(weak ? { weak: { ...weak, lasting: true } } : {}) }, rules: [...guideline.rules, rule('rash-only', all('rash', 'new'), 'far')] }; // prettier-ignore
    const [option] = answer(lasting, { weak: false, rash: false, new: true }).options;
    expect(option && whatIsLacking(lasting, option)?.text).toBe('Nothing known now calls for it. This would: a rash.');
  });
  it('is an end of what stands against it', () => {
    const unless: Condition = { op: 'all', parts: [is('weak'), { op: 'is', fact: 'rash', value: false }] };
    const [option] = answer({ ...guideline, rules: [rule('unless', unless, 'near')] }, { weak: true, rash: true }).options; // prettier-ignore
    expect(option && whatIsLacking({ ...guideline, rules: [rule('unless', unless, 'near')] }, option)?.text).toBe(
      'Nothing known now calls for it. This would: an end of this: a rash.',
    );
  });
  it('is what stands against it, where that never ends, such as a treatment that failed', () => {
    const unless: Condition = { op: 'all', parts: [is('weak'), { op: 'is', fact: 'rash', value: false }] };
    const { rash } = guideline.facts;
    const failed = { ...guideline, facts: { ...guideline.facts, ...(rash ? { rash: { ...rash, lasting: true } } : {}) }, rules: [rule('unless', unless, 'near')] }; // prettier-ignore
    const [option] = answer(failed, { weak: true, rash: true }).options;
    expect(option && whatIsLacking(failed, option)?.text).toBe(
      'Nothing known now calls for it. This speaks against it: a rash.',
    );
  });
  it('is that no recommendation speaks for it, where there is none', () => {
    expect(lacking({}, 'other')?.text).toBe('No recommendation in this guideline speaks for it.');
  });
  it('is not said of what is called for, or may be', () => {
    expect(lacking({ weak: true, new: true })).toBeUndefined();
    expect(lacking({ weak: true })).toBeUndefined();
  });
});

it('never gives the claim of a recommendation that does not hold as a reason', () => {
  const patient = { weak: false, rash: false, new: true };
  const texts = explain(guideline, patient, optionOf(patient)).map(({ text }) => text);
  expect(texts.filter((text) => text.startsWith('The statement of'))).toEqual([]);
});
