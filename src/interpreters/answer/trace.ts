// SPDX-License-Identifier: Apache-2.0
import { interpret, type Comparison, type Condition, type Fact, type FactId, type Meaning, type Patient, type Trace, type Truth, type Vocabulary } from '../../model/index.ts';
import { all, any, atLeast, not, truth } from './truth.ts';

/** A condition compiled once per guideline, then applied to many patients. */
export type Evaluate = (patient: Patient) => Trace;

function compared(value: number, by: Comparison, limit: number): boolean {
  switch (by) {
    case '<': return value < limit;
    case '<=': return value <= limit;
    case '>=': return value >= limit;
    case '>': return value > limit;
    default: return by satisfies never;
  }
}

/** An absent fact is unknown, whatever is asked of it. */
const leaf = (condition: Condition, fact: Fact, holds: (value: boolean | string | number) => boolean): Evaluate => (patient) => {
  const value = patient[fact.id];
  return { condition, truth: value === undefined ? 'unknown' : truth(holds(value)), parts: [] };
};

function node(condition: (parts: readonly Trace[]) => Condition, of: readonly Evaluate[], decide: (truths: readonly Truth[]) => Truth): Evaluate {
  return (patient) => {
    const parts = of.map((evaluate) => evaluate(patient));
    return { condition: condition(parts), truth: decide(parts.map((part) => part.truth)), parts };
  };
}
const conditions = (parts: readonly Trace[]): readonly Condition[] => parts.map(({ condition }) => condition);
const first = (parts: readonly Trace[]): Condition => parts[0]?.condition ?? { op: 'all', parts: [] };

/** What each operator means as a function from a patient to a trace. */
const evaluation: Meaning<Evaluate> = {
  is: (fact, value) => leaf({ op: 'is', fact: fact.id, value }, fact, (known) => known === value),
  compare: (fact, by, limit) => leaf({ op: 'compare', fact: fact.id, by, value: limit }, fact, (known) => typeof known === 'number' && compared(known, by, limit)),
  not: (part) => node((parts) => ({ op: 'not', part: first(parts) }), [part], ([only]) => not(only ?? 'unknown')),
  all: (of) => node((parts) => ({ op: 'all', parts: conditions(parts) }), of, all),
  any: (of) => node((parts) => ({ op: 'any', parts: conditions(parts) }), of, any),
  atLeast: (points, of) => node(
    (parts) => ({ op: 'atLeast', points, parts: parts.map((part, i) => ({ points: of[i]?.points ?? 0, when: part.condition })) }),
    of.map(({ when }) => when), (truths) => atLeast(points, truths.map((when, i) => ({ points: of[i]?.points ?? 0, when })))),
  defined: (definition, body) => node(() => ({ op: 'defined', as: definition.id }), [body], ([only]) => only ?? 'unknown'),
};

/** Compiles a condition into a function that traces it for a patient. */
export function compile(vocabulary: Vocabulary, condition: Condition): Evaluate {
  return interpret(vocabulary, condition, evaluation);
}

/** Facts unknown below unknown nodes: nothing else can change the trace's truth. */
export function missing(trace: Trace): readonly FactId[] {
  if (trace.truth !== 'unknown') return [];
  const { condition } = trace;
  if (condition.op === 'is' || condition.op === 'compare') return [condition.fact];
  return [...new Set(trace.parts.flatMap(missing))];
}
