// SPDX-License-Identifier: Apache-2.0
import type { Fact, Guideline, Index, NonEmpty, Value } from '../../model/index.ts';

type Options = NonEmpty<{ code: string; label: string }>;
const joinOptions = (old: Options, now: Options): Options => [
  ...now,
  ...old.filter(({ code }) => !now.some((other) => other.code === code)),
];

/** Everything that either vocabulary allows. Where the type differs the new one counts: that is what a patient file states today. */
function joinValue(old: Value, now: Value): Value {
  if (old.type === 'code' && now.type === 'code') return { ...now, options: joinOptions(old.options, now.options) };
  if (old.type === 'quantity' && now.type === 'quantity')
    return { ...now, min: Math.min(old.min, now.min), max: Math.max(old.max, now.max) };
  return now;
}

function joinFacts(old: Guideline, now: Guideline): Index<Fact> {
  const shared = Object.values(now.facts).map((fact) => {
    const before = old.facts[fact.id];
    return before ? { ...fact, value: joinValue(before.value, fact.value) } : fact;
  });
  return Object.fromEntries([...Object.values(old.facts), ...shared].map((fact) => [fact.id, fact]));
}

/** Two editions over one vocabulary, so that the same patient can be asked about in both. A fact that one edition does not
 *  know may be stated, and that edition does not look at it. */
export function overOneVocabulary(old: Guideline, now: Guideline): { old: Guideline; now: Guideline } {
  const facts = joinFacts(old, now);
  return { old: { ...old, facts }, now: { ...now, facts } };
}

const meant = ({ value }: Fact): string =>
  JSON.stringify(value.type === 'code' ? value.options.map(({ code }) => code).sort() : value);

/** What a patient file may state in one edition and not, or not so, in the other: one sentence for each fact. */
export function vocabularyChanges(old: Guideline, now: Guideline): readonly string[] {
  const before = Object.values(old.facts);
  return [
    ...before.filter(({ id }) => !now.facts[id]).map(({ id }) => `The fact ${id} is gone.`),
    ...Object.values(now.facts).flatMap((fact) => {
      const was = old.facts[fact.id];
      if (!was) return [`The fact ${fact.id} is new.`];
      return meant(was) === meant(fact) ? [] : [`The fact ${fact.id} takes other values.`];
    }),
  ];
}
