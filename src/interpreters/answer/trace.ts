// SPDX-License-Identifier: Apache-2.0
import {
  interpret,
  type Condition,
  type Fact,
  type Meaning,
  type Patient,
  type Trace,
  type Truth,
  type Vocabulary,
} from '../../model/index.ts';
import { compares } from './decision.ts';
import { atLeast, not } from './truth.ts';

/** A condition compiled once per guideline, then applied to many patients. */
export type Evaluate = (patient: Patient) => Trace;

/** A condition with its evaluation; the condition is built once, so that a trace only points at it. */
type Part = { condition: Condition; evaluate: Evaluate };

const unknown = (condition: Condition): Trace => ({ condition, truth: 'unknown', parts: [] });
/** An absent fact is unknown, whatever is asked of it. A leaf has only three traces, so they are made once. */
function leaf(condition: Condition, fact: Fact, holds: (value: boolean | string | number) => boolean): Part {
  const [yes, no, open]: readonly [Trace, Trace, Trace] = [
    { condition, truth: 'true', parts: [] },
    { condition, truth: 'false', parts: [] },
    unknown(condition),
  ];
  const { id } = fact;
  return {
    condition,
    evaluate: (patient) => {
      const value = patient[id];
      return value === undefined ? open : holds(value) ? yes : no;
    },
  };
}

type Parts = readonly Trace[];
function node(condition: Condition, of: readonly Part[], decide: (parts: Parts) => Truth): Part {
  const run = of.map(({ evaluate }) => evaluate);
  return {
    condition,
    evaluate: (patient) => {
      const parts: Trace[] = [];
      for (const evaluate of run) parts.push(evaluate(patient));
      return { condition, truth: decide(parts), parts };
    },
  };
}
/** One part that settles it is enough; an unknown part keeps it open. */
const until =
  (settles: Truth, otherwise: Truth) =>
  (parts: Parts): Truth => {
    let truth = otherwise;
    for (const part of parts) {
      if (part.truth === settles) return settles;
      if (part.truth === 'unknown') truth = 'unknown';
    }
    return truth;
  };
const first = ([only]: Parts): Truth => only?.truth ?? 'unknown';
const conditions = (parts: readonly Part[]): readonly Condition[] => parts.map(({ condition }) => condition);

/** What each operator means as a function from a patient to a trace. */
const evaluation: Meaning<Part> = {
  is: (fact, value) => leaf({ op: 'is', fact: fact.id, value }, fact, (known) => known === value),
  compare: (fact, by, limit) =>
    leaf(
      { op: 'compare', fact: fact.id, by, value: limit },
      fact,
      (known) => typeof known === 'number' && compares[by](known, limit),
    ),
  not: (part) => node({ op: 'not', part: part.condition }, [part], (parts) => not(first(parts))),
  all: (of) => node({ op: 'all', parts: conditions(of) }, of, until('false', 'true')),
  any: (of) => node({ op: 'any', parts: conditions(of) }, of, until('true', 'false')),
  atLeast: (points, of) =>
    node(
      { op: 'atLeast', points, parts: of.map((part) => ({ points: part.points, when: part.when.condition })) },
      of.map(({ when }) => when),
      (parts) =>
        atLeast(
          points,
          parts.map(({ truth }, i) => ({ points: of[i]?.points ?? 0, when: truth })),
        ),
    ),
  defined: (definition, body) => node({ op: 'defined', as: definition.id }, [body], first),
};

/** Compiles a condition into a function that traces it for a patient. */
export function compile(vocabulary: Vocabulary, condition: Condition): Evaluate {
  return interpret(vocabulary, condition, evaluation).evaluate;
}
