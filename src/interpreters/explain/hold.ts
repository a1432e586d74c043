// SPDX-License-Identifier: Apache-2.0
import { interpret, readsOf, type Guideline, type Option, type Trace } from '../../model/index.ts';
import type { Sentence } from './explain.ts';
import { english, lowerFirst } from './phrases.ts';

/** The parts of a condition that fail, as large as they are said: of "a and b" those that do not hold, else the whole. */
const failing = (trace: Trace): readonly Trace[] =>
  trace.condition.op === 'all' && trace.truth === 'false'
    ? trace.parts.filter(({ truth }) => truth === 'false').flatMap(failing)
    : [trace];

/** What stands against it for good, in words: a treatment that failed is not imagined not to have. Undefined for any other part. */
function standsAgainst(guideline: Guideline, { condition }: Trace): string | undefined {
  const fact = condition.op === 'is' && condition.value === false ? guideline.facts[condition.fact] : undefined;
  return fact?.lasting === true ? lowerFirst(fact.label) : undefined;
}

/** A part that fails, as what would have to be so. */
function words(guideline: Guideline, { condition }: Trace): string {
  const fact = condition.op === 'is' && condition.value === false ? guideline.facts[condition.fact] : undefined;
  return fact ? `an end of this: ${lowerFirst(fact.label)}` : interpret(guideline, condition, english);
}

/** Whether a part rests on what never changes, such as age at onset: that is not imagined otherwise while another way is open. */
const lasts = (guideline: Guideline, { condition }: Trace): boolean =>
  [...readsOf(guideline, condition).values()].some(({ fact }) => fact.lasting === true);

/** What would have to hold for an option that nothing calls for now: what the recommendation nearest to holding lacks. A claim of
 *  a rule that does not hold is no reason, so this is said in its place. Undefined for any other status. */
export function whatIsLacking(guideline: Guideline, { status, decidedBy }: Option): Sentence | undefined {
  if (status !== 'not-indicated') return undefined;
  const [nearest] = decidedBy
    .map(({ rule, trace }) => ({ rule, lacks: failing(trace) }))
    .map((one) => ({ ...one, closed: one.lacks.some((part) => lasts(guideline, part)) }))
    .toSorted((a, b) => Number(a.closed) - Number(b.closed) || a.lacks.length - b.lacks.length);
  const rule = guideline.rules.find(({ id }) => id === nearest?.rule);
  if (!nearest || !rule) return { text: 'No recommendation in this guideline speaks for it.', cites: [] };
  const against = nearest.lacks.flatMap((part) => standsAgainst(guideline, part) ?? []);
  if (against.length > 0)
    return {
      text: `Nothing known now calls for it. This speaks against it: ${against.join('; ')}.`,
      cites: rule.because,
    };
  const lacks = nearest.lacks.map((part) => words(guideline, part));
  return { text: `Nothing known now calls for it. This would: ${lacks.join('; and ')}.`, cites: rule.because };
}
