// SPDX-License-Identifier: Apache-2.0
import type { ClaimId, Index, NonEmpty } from './evidence.ts';
import type { Fact, FactId } from './fact.ts';

/** Strong Kleene logic, as in SQL and CQL. Words, not booleans: unknown must never read as false. */
export type Truth = 'true' | 'false' | 'unknown';
export type DefinitionId = string;
export type Comparison = '<' | '<=' | '>=' | '>';

/** A question about a patient. Closed: no functions, no dates, no loops, no strings to parse. */
export type Condition =
  | { op: 'is'; fact: FactId; value: boolean | string }
  | { op: 'compare'; fact: FactId; by: Comparison; value: number }
  | { op: 'not'; part: Condition }
  | { op: 'all'; parts: readonly Condition[] }
  | { op: 'any'; parts: readonly Condition[] }
  | { op: 'atLeast'; points: number; parts: readonly { points: number; when: Condition }[] }
  | { op: 'defined'; as: DefinitionId };

/** A named condition, so that "active muscle disease" is said once. CPG: case feature, inferred. */
export type Definition = {
  id: DefinitionId;
  label: string;
  when: Condition;
  because: NonEmpty<ClaimId>;
  /** Definitions that never hold together with this one; PROVE shows it. */
  excludes?: readonly DefinitionId[];
};

/** What each operator means in T. The core of an interpreter is one Meaning. */
export type Meaning<T> = {
  is: (fact: Fact, value: boolean | string) => T;
  compare: (fact: Fact, by: Comparison, value: number) => T;
  not: (part: T) => T;
  all: (parts: readonly T[]) => T;
  any: (parts: readonly T[]) => T;
  atLeast: (points: number, parts: readonly { points: number; when: T }[]) => T;
  defined: (definition: Definition, body: T) => T;
};

/** The names a condition may use. A Guideline is one. */
export type Vocabulary = { facts: Index<Fact>; definitions: Index<Definition> };

/** The value of a checked vocabulary under this id. Throws on an id that checking would have refused: our own bug. */
function named<T>(index: Index<T>, id: string): T {
  const found = Object.hasOwn(index, id) ? index[id] : undefined;
  if (found === undefined) throw new Error(`The guideline was not checked: nothing is called "${id}".`);
  return found;
}

/** The only recursion over conditions: gives a condition its meaning in T. The vocabulary must have been checked
 *  (every name exists, definitions have no cycle); otherwise it throws. */
export function interpret<T>(vocabulary: Vocabulary, condition: Condition, meaning: Meaning<T>): T {
  const of = (part: Condition): T => interpret(vocabulary, part, meaning);
  switch (condition.op) {
    case 'is':
      return meaning.is(named(vocabulary.facts, condition.fact), condition.value);
    case 'compare':
      return meaning.compare(named(vocabulary.facts, condition.fact), condition.by, condition.value);
    case 'not':
      return meaning.not(of(condition.part));
    case 'all':
      return meaning.all(condition.parts.map(of));
    case 'any':
      return meaning.any(condition.parts.map(of));
    case 'atLeast':
      return meaning.atLeast(
        condition.points,
        condition.parts.map(({ points, when }) => ({ points, when: of(when) })),
      );
    case 'defined': {
      const definition = named(vocabulary.definitions, condition.as);
      return meaning.defined(definition, of(definition.when));
    }
    default:
      return condition satisfies never;
  }
}
