// SPDX-License-Identifier: Apache-2.0
import type { Comparison, Meaning } from '../../model/index.ts';
import { decimal } from './cql.ts';
import { names, type Language } from './language.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
/** A node of ELM r1, the JSON that CQL compiles to. */
export type Elm = { readonly type: string; readonly [name: string]: Json };

export const systemType = (name: 'Boolean' | 'Decimal' | 'String'): string => `{urn:hl7-org:elm-types:r1}${name}`;
const literal = (type: 'Boolean' | 'Decimal' | 'String', value: string): Elm => ({
  type: 'Literal',
  valueType: systemType(type),
  value,
});
const yes = literal('Boolean', 'true');
const no = literal('Boolean', 'false');
const number = (value: number): Elm => literal('Decimal', decimal(value));
const unknown: Elm = { type: 'As', operand: { type: 'Null' }, asType: systemType('Boolean') };
const fact = (id: string): Elm => ({ type: 'ParameterRef', name: id });
const comparisons: Readonly<Record<Comparison, string>> = {
  '<': 'Less',
  '<=': 'LessOrEqual',
  '>=': 'GreaterOrEqual',
  '>': 'Greater',
};
const both = (type: string, left: Elm, right: Elm): Elm => ({ type, operand: [left, right] });
const not = (part: Elm): Elm => ({ type: 'Not', operand: part });
const choose = (condition: Elm, then: Elm, otherwise: Elm): Elm => ({ type: 'If', condition, then, else: otherwise });

/** ELM's And, Or and Add take two. Folded as a balanced tree, so that a long list does not nest deeply. */
function folded(type: string, parts: readonly Elm[], empty: Elm): Elm {
  const [only] = parts;
  if (only === undefined) return empty;
  if (parts.length === 1) return only;
  const middle = Math.ceil(parts.length / 2);
  return both(type, folded(type, parts.slice(0, middle), empty), folded(type, parts.slice(middle), empty));
}

/** As in CQL: a null condition of If falls to else. */
function atLeast(points: number, parts: readonly { points: number; when: Elm }[]): Elm {
  const sure = folded(
    'Add',
    parts.map(({ points: each, when }) => choose(when, number(each), number(0))),
    number(0),
  );
  const possible = folded(
    'Add',
    parts.map(({ points: each, when }) => choose(not(when), number(0), number(each))),
    number(0),
  );
  const reaches = (sum: Elm) => both('GreaterOrEqual', sum, number(points));
  return choose(reaches(sure), yes, choose(reaches(possible), unknown, no));
}

/** What each operator means in ELM, where each fact is a parameter, null when unknown. */
export const elmMeaning: Meaning<Elm> = {
  is: ({ id }, value) => {
    if (typeof value === 'string') return both('Equal', fact(id), literal('String', value));
    return value ? fact(id) : not(fact(id));
  },
  compare: ({ id }, by, value) => both(comparisons[by], fact(id), number(value)),
  not,
  all: (parts) => folded('And', parts, yes),
  any: (parts) => folded('Or', parts, no),
  atLeast,
  defined: ({ id }) => ({ type: 'ExpressionRef', name: names.definition(id) }),
};

export const elm: Language<Elm> = {
  meaning: elmMeaning,
  reference: (name) => ({ type: 'ExpressionRef', name }),
  isUnknown: (truth) => ({ type: 'IsNull', operand: truth }),
  firstOf: (cases, otherwise) => ({
    type: 'Case',
    caseItem: cases.map(({ when, then }) => ({ when, then: literal('String', then) })),
    else: literal('String', otherwise),
  }),
};
