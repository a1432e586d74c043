// SPDX-License-Identifier: Apache-2.0
import { lines, type FactId, type Guideline, type InterventionId, type Rule } from '../../model/index.ts';
import type { Circuit, Gate } from './circuit.ts';

/** A rule with its condition's gate: decided for the patient at hand, traced only where somebody will read it. */
export type Compiled = {
  rule: Rule;
  gate: Gate;
  /** The place of a recommendation's line in the pathway; after the last line for every other rule. */
  line: number;
};

/** The rules of one intervention, compiled and sorted by what they do, once. */
export type Prepared = {
  id: InterventionId;
  current: string | undefined;
  /** The wishes that it goes against. */
  wishes: readonly FactId[];
  for: readonly Compiled[];
  strong: readonly Compiled[];
  against: readonly Compiled[];
  forbid: readonly Compiled[];
  /** Precautions, prerequisites and monitoring. */
  advice: readonly Compiled[];
  /** What is missing of its strong recommendations, of what may rule it out, and of that and its recommendations. */
  missing: Record<'strong' | 'ruledOut' | 'all', () => readonly FactId[]>;
};

const isFor = (rule: Rule): boolean => rule.kind === 'recommendation' && rule.direction === 'for';
const isAgainst = (rule: Rule): boolean => rule.kind === 'recommendation' && rule.direction === 'against';
const isStrong = (rule: Rule): boolean => rule.kind === 'recommendation' && rule.strength === 'strong';
const lineOf = (rule: Rule): number => (rule.kind === 'recommendation' ? lines.indexOf(rule.line) : lines.length);

/** Compiles the rules of one intervention in a circuit that all interventions share. */
export function prepareRules(guideline: Guideline, circuit: Circuit, id: InterventionId): Prepared {
  const compiled = guideline.rules
    .filter((rule) => rule.intervention === id)
    .map((rule) => ({ rule, gate: circuit.gate(rule.when), line: lineOf(rule) }));
  const only = (wanted: (rule: Rule) => boolean) => compiled.filter(({ rule }) => wanted(rule));
  const missing = (...groups: readonly (readonly Compiled[])[]) => {
    const places = groups.flat().map(({ gate }) => gate.place);
    return () => circuit.missing(places);
  };
  const kinds = {
    for: only(isFor),
    strong: only((rule) => isFor(rule) && isStrong(rule)),
    against: only(isAgainst),
    forbid: only(({ kind }) => kind === 'contraindication'),
    advice: only(({ kind }) => kind !== 'contraindication' && kind !== 'recommendation'),
  };
  return {
    id,
    current: guideline.interventions[id]?.currentFact,
    wishes: guideline.wishes.filter(({ brings }) => brings.includes(id)).map(({ fact }) => fact),
    ...kinds,
    missing: {
      strong: missing(kinds.strong),
      ruledOut: missing(kinds.forbid, kinds.against),
      all: missing(kinds.for, kinds.forbid, kinds.against),
    },
  };
}
