// SPDX-License-Identifier: Apache-2.0
import type { Condition, Guideline, InterventionId, Rule, Urgency } from '../../model/index.ts';
import { wrongs } from './mutate.ts';

/** What a mutant is of. Those of `indication` (whom a recommendation for is for) are counted apart: they are no safety rule. */
export const targets = ['contraindication', 'advice against', 'red flag', 'definition', 'indication'] as const;
export type Target = (typeof targets)[number];
/** The guideline with one thing wrong, and whose status that can touch; none named means everybody's. */
export type Mutant = {
  id: string;
  of: Target;
  how: string;
  guideline: Guideline;
  touches: readonly InterventionId[];
  redFlags: boolean;
};

function targetOf(rule: Rule): Target | undefined {
  if (rule.kind === 'contraindication') return 'contraindication';
  if (rule.kind !== 'recommendation') return undefined;
  return rule.direction === 'against' ? 'advice against' : 'indication';
}

/** A rule and what combinations inherit of it, changed alike: it is written once. */
const isOf =
  (id: string) =>
  (rule: Rule): boolean =>
    rule.id === id || rule.id.endsWith(`--${id}`);

function ruleMutants(guideline: Guideline, rule: Rule): readonly Mutant[] {
  const of = targetOf(rule);
  if (of === undefined || rule.id.includes('--')) return [];
  const same = isOf(rule.id);
  const touches = guideline.rules.filter(same).map(({ intervention }) => intervention);
  const shared = { of, touches, redFlags: false };
  const dropped = guideline.rules.filter((other) => !same(other));
  const changed = (when: Condition) => guideline.rules.map((other) => (same(other) ? { ...other, when } : other));
  return [
    { ...shared, id: `${rule.id}/dropped`, how: 'dropped', guideline: { ...guideline, rules: dropped } },
    ...wrongs(guideline, rule.when).map(({ how, when }, i) => ({
      ...shared,
      id: `${rule.id}/${i + 1}`,
      how,
      guideline: { ...guideline, rules: changed(when) },
    })),
  ];
}

/** A red flag made of a treatment's contraindications is wrong when they are, and is not written by itself. */
const isWritten = ({ id }: Urgency): boolean => !id.includes('-taken-with-contraindication');

function redFlagMutants(guideline: Guideline): readonly Mutant[] {
  const shared = { of: 'red flag' as const, touches: [], redFlags: true };
  return guideline.urgencies.filter(isWritten).flatMap((flag) => {
    const others = guideline.urgencies.filter(({ id }) => id !== flag.id);
    return [
      { ...shared, id: `${flag.id}/dropped`, how: 'dropped', guideline: { ...guideline, urgencies: others } },
      ...wrongs(guideline, flag.when).map(({ how, when }, i) => ({
        ...shared,
        id: `${flag.id}/${i + 1}`,
        how,
        guideline: { ...guideline, urgencies: [...others, { ...flag, when }] },
      })),
    ];
  });
}

function definitionMutants(guideline: Guideline): readonly Mutant[] {
  const everything = Object.keys(guideline.interventions);
  return Object.values(guideline.definitions).flatMap((definition) =>
    wrongs(guideline, definition.when).map(({ how, when }, i) => ({
      id: `${definition.id}/${i + 1}`,
      of: 'definition' as const,
      how,
      guideline: { ...guideline, definitions: { ...guideline.definitions, [definition.id]: { ...definition, when } } },
      touches: everything,
      redFlags: true,
    })),
  );
}

/** Every guideline with one thing wrong in what decides a status or raises a red flag. */
export function mutants(guideline: Guideline): readonly Mutant[] {
  return [
    ...guideline.rules.flatMap((rule) => ruleMutants(guideline, rule)),
    ...redFlagMutants(guideline),
    ...definitionMutants(guideline),
  ];
}
