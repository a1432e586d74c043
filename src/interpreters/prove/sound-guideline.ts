// SPDX-License-Identifier: Apache-2.0
// A small guideline of which everything is proved. The tests plant faults in it.
import type { Condition, Fact, Guideline, Invariant, Rule, Urgency } from '../../model/index.ts';

export const fact = (id: string, value: Fact['value']): Fact => ({
  id,
  label: id,
  question: id,
  why: id,
  coding: [],
  value,
  obtainedBy: 'history',
});
export const codes = {
  type: 'code' as const,
  options: [
    { code: 'none', label: 'none' },
    { code: 'mild', label: 'mild' },
    { code: 'severe', label: 'severe' },
  ] as const,
};
export const facts = {
  pregnant: fact('pregnant', { type: 'boolean' }),
  weak: fact('weak', { type: 'boolean' }),
  rash: fact('rash', codes),
  egfr: fact('egfr', { type: 'quantity', unit: 'mL/min', min: -10, max: 200 }),
};
export const is = (id: string, value: boolean | string = true): Condition => ({ op: 'is', fact: id, value });
export const below = (limit: number): Condition => ({ op: 'compare', fact: 'egfr', by: '<', value: limit });
export const recommend = (
  id: string,
  direction: 'for' | 'against',
  when: Condition,
): Rule & { kind: 'recommendation' } => ({
  id,
  intervention: 'drug',
  kind: 'recommendation',
  direction,
  strength: 'conditional',
  line: 'first',
  when,
  because: ['c'],
});
export const forbid = (id: string, when: Condition): Rule => ({
  id,
  intervention: 'drug',
  kind: 'contraindication',
  when,
  because: ['c'],
});
export const flag = (level: Urgency['level'], when: Condition): Urgency => ({
  id: `flag-${level}`,
  level,
  when,
  advice: 'call',
  because: ['c'],
});
const stated = { statement: 's', because: ['c'] as const };
export const neverDrug: Invariant = { ...stated, id: 'never-drug', never: 'drug', when: is('pregnant') };

export const sound: Guideline = {
  version: '1',
  title: 't',
  disclaimer: 'd',
  facts,
  groups: {},
  definitions: {
    'kidneys-fail': { id: 'kidneys-fail', label: 'k', when: below(30), because: ['c'], excludes: ['kidneys-work'] },
    'kidneys-work': {
      id: 'kidneys-work',
      label: 'k',
      when: { op: 'compare', fact: 'egfr', by: '>=', value: 30 },
      because: ['c'],
    },
  },
  interventions: {
    drug: { id: 'drug', kind: 'medicine', label: 'Drug', summary: 's', coding: [], reviewed: '2026-01-01' },
  },
  claims: {},
  sources: {},
  rules: [
    { ...recommend('for-weak', 'for', is('weak')), yieldsTo: ['against-rash'] },
    recommend('against-rash', 'against', is('rash', 'severe')),
    forbid('no-pregnancy', is('pregnant')),
    forbid('no-kidneys', { op: 'defined', as: 'kidneys-fail' }),
  ],
  stages: [],
  scope: [],
  contradictions: [],
  combinations: [],
  wishes: [],
  frequencies: [],
  urgencies: [flag('emergency', { op: 'all', parts: [is('weak'), below(10)] })],
  invariants: [
    neverDrug,
    { ...stated, id: 'level', atLeast: 'urgent', when: { op: 'all', parts: [is('weak'), below(5)] } },
    {
      ...stated,
      id: 'always-drug',
      always: 'drug',
      when: {
        op: 'all',
        parts: [
          is('weak'),
          is('pregnant', false),
          is('rash', 'none'),
          { op: 'compare', fact: 'egfr', by: '>=', value: 30 },
        ],
      },
    },
  ],
};
