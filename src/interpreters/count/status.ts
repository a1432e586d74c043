// SPDX-License-Identifier: Apache-2.0
import type { Condition, Guideline, InterventionId, Meaning, Rule, Status } from '../../model/index.ts';

/** The four truths that decide a status, in any language. */
export type StatusParts<T> = { contraindicated: T; indicated: T; advisedAgainst: T; strong: T };
/** Their names, in one place, so that every exported column and define is called alike. */
export const partNames = [
  'contraindicated',
  'indicated',
  'advisedAgainst',
  'strong',
] as const satisfies readonly (keyof StatusParts<unknown>)[];
/** A status and the condition under which it is decided, if none before it is. */
export type StatusCase<T> = { when: T; then: Status };

/** Law 4 in any language: the cases in order; none of them is `suggested`. Same order as ANSWER's `decide`. */
export function statusCases<T>(
  { not, any }: Pick<Meaning<T>, 'not' | 'any'>,
  isUnknown: (truth: T) => T,
  parts: StatusParts<T>,
): readonly StatusCase<T>[] {
  const { contraindicated, indicated, advisedAgainst, strong } = parts;
  return [
    { when: contraindicated, then: 'contraindicated' },
    { when: not(indicated), then: 'not-indicated' },
    { when: advisedAgainst, then: 'advised-against' },
    { when: any([contraindicated, indicated, advisedAgainst].map(isUnknown)), then: 'undetermined' },
    { when: strong, then: 'recommended' },
  ];
}

/** The rules that each part of an intervention's status rests on. */
export function statusRules(guideline: Guideline, intervention: InterventionId): StatusParts<readonly Rule[]> {
  const rules = guideline.rules.filter((rule) => rule.intervention === intervention);
  const inDirection = (direction: 'for' | 'against') =>
    rules.filter((rule) => rule.kind === 'recommendation' && rule.direction === direction);
  return {
    contraindicated: rules.filter(({ kind }) => kind === 'contraindication'),
    advisedAgainst: inDirection('against'),
    indicated: inDirection('for'),
    strong: inDirection('for').filter((rule) => rule.kind === 'recommendation' && rule.strength === 'strong'),
  };
}

/** Each part of an intervention's status as one condition. With no rule at all it is false. */
export function statusConditions(guideline: Guideline, intervention: InterventionId): StatusParts<Condition> {
  const rules = statusRules(guideline, intervention);
  const anyOf = (some: readonly Rule[]): Condition => ({ op: 'any', parts: some.map(({ when }) => when) });
  return {
    contraindicated: anyOf(rules.contraindicated),
    indicated: anyOf(rules.indicated),
    advisedAgainst: anyOf(rules.advisedAgainst),
    strong: anyOf(rules.strong),
  };
}
