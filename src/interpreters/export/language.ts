// SPDX-License-Identifier: Apache-2.0
import {
  interpret,
  type ClaimId,
  type Condition,
  type Guideline,
  type InterventionId,
  type Meaning,
  type Rule,
  type Status,
} from '../../model/index.ts';
import { partNames, statusCases, statusRules, type StatusParts } from '../count/index.ts';

/** A language with named expressions: what conditions mean in it, and the little more that a status needs. */
export type Language<T> = {
  meaning: Meaning<T>;
  reference: (define: string) => T;
  isUnknown: (truth: T) => T;
  /** The status of the first case that holds. */
  firstOf: (cases: readonly { when: T; then: Status }[], otherwise: Status) => T;
};
/** A named expression, what it says in words, and the claims it rests on; none when it only puts others together. */
export type Define<T> = { name: string; says: string; because: readonly ClaimId[]; body: T };

/** Defines are named by what they are and by their id, so that no two are called alike. */
export const names = {
  definition: (id: string) => `definition/${id}`,
  rule: (id: string) => `rule/${id}`,
  urgency: (id: string) => `urgency/${id}`,
  status: (id: InterventionId) => `status/${id}`,
  part: (part: string, id: InterventionId) => `${part}/${id}`,
} as const;

/** The definitions a condition names itself. */
function definitionsIn(condition: Condition): readonly string[] {
  switch (condition.op) {
    case 'is':
    case 'compare':
      return [];
    case 'defined':
      return [condition.as];
    case 'not':
      return definitionsIn(condition.part);
    case 'all':
    case 'any':
      return condition.parts.flatMap(definitionsIn);
    case 'atLeast':
      return condition.parts.flatMap(({ when }) => definitionsIn(when));
    default:
      return condition satisfies never;
  }
}

/** Definitions, each after those it rests on: some readers of CQL want a name before its use. */
function inOrder({ definitions }: Pick<Guideline, 'definitions'>): readonly string[] {
  const placed = new Set<string>();
  const place = (id: string): void => {
    if (placed.has(id)) return;
    definitionsIn(definitions[id]?.when ?? { op: 'all', parts: [] }).forEach(place);
    placed.add(id);
  };
  Object.keys(definitions).forEach(place);
  return [...placed];
}

/** One intervention: each part of its status by reference to its rules, then the status (law 4). */
function interventionDefines<T>(guideline: Guideline, language: Language<T>, id: InterventionId): readonly Define<T>[] {
  const { meaning, reference, isUnknown, firstOf } = language;
  const label = guideline.interventions[id]?.label ?? id;
  const rules = statusRules(guideline, id);
  const anyOf = (some: readonly Rule[]) => meaning.any(some.map((rule) => reference(names.rule(rule.id))));
  const part = (name: string) => reference(names.part(name, id));
  const parts: StatusParts<T> = {
    contraindicated: part('contraindicated'),
    indicated: part('indicated'),
    advisedAgainst: part('advisedAgainst'),
    strong: part('strong'),
  };
  return [
    ...partNames.map((name) => ({
      name: names.part(name, id),
      says: `${label}: ${name}`,
      because: [],
      body: anyOf(rules[name]),
    })),
    {
      name: names.status(id),
      says: `${label}: status`,
      because: [],
      body: firstOf(statusCases(meaning, isUnknown, parts), 'suggested'),
    },
  ];
}

/** Everything the guideline says, as named expressions of a language: definitions, rules, red flags, statuses. */
export function defines<T>(guideline: Guideline, language: Language<T>): readonly Define<T>[] {
  const of = (when: Condition) => interpret(guideline, when, language.meaning);
  return [
    ...inOrder(guideline).flatMap((id) => {
      const found = guideline.definitions[id];
      return found
        ? [{ name: names.definition(id), says: found.label, because: found.because, body: of(found.when) }]
        : [];
    }),
    ...guideline.rules.map((rule) => ({
      name: names.rule(rule.id),
      says: `${rule.kind}, ${guideline.interventions[rule.intervention]?.label ?? rule.intervention}`,
      because: rule.because,
      body: of(rule.when),
    })),
    ...guideline.urgencies.map(({ id, level, advice, because, when }) => ({
      name: names.urgency(id),
      says: `${level}: ${advice}`,
      because,
      body: of(when),
    })),
    ...Object.keys(guideline.interventions).flatMap((id) => interventionDefines(guideline, language, id)),
  ];
}
