// SPDX-License-Identifier: Apache-2.0
import { interpret, type Condition, type Meaning, type Vocabulary } from './condition.ts';
import type { Fact, FactId } from './fact.ts';

/** The facts some conditions read, with the numbers they compare them to. */
export type Reads = ReadonlyMap<FactId, { fact: Fact; limits: ReadonlySet<number> }>;

/** Joins what several conditions read. */
export function joinReads(parts: readonly Reads[]): Reads {
  const joined = new Map<FactId, { fact: Fact; limits: Set<number> }>();
  for (const part of parts)
    for (const [id, { fact, limits }] of part)
      joined.set(id, { fact, limits: new Set([...(joined.get(id)?.limits ?? []), ...limits]) });
  return joined;
}
const reading: Meaning<Reads> = {
  is: (fact) => new Map([[fact.id, { fact, limits: new Set<number>() }]]),
  compare: (fact, _by, value) => new Map([[fact.id, { fact, limits: new Set([value]) }]]),
  not: (part) => part,
  all: joinReads,
  any: joinReads,
  atLeast: (_points, parts) => joinReads(parts.map(({ when }) => when)),
  defined: (_definition, body) => body,
};
/** What a condition reads, definitions followed. */
export const readsOf = (vocabulary: Vocabulary, condition: Condition): Reads =>
  interpret(vocabulary, condition, reading);

/** Values that stand for every way a fact can come out: each option; for a number, the limits it is compared to and both sides of each. */
export function representativeValues({
  fact,
  limits,
}: {
  fact: Fact;
  limits: ReadonlySet<number>;
}): readonly (boolean | string | number)[] {
  const { value } = fact;
  if (value.type === 'boolean') return [true, false];
  if (value.type === 'code') return value.options.map(({ code }) => code);
  const step = (value.max - value.min) / 10_000;
  return [...limits]
    .flatMap((limit) => [limit - step, limit, limit + step])
    .filter((number) => number >= value.min && number <= value.max);
}
