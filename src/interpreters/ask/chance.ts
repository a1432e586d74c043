// SPDX-License-Identifier: Apache-2.0
import {
  joinReads,
  readsOf,
  representativeValues,
  type FactId,
  type Guideline,
  type Patient,
  type Spread,
} from '../../model/index.ts';

/** A way in which a fact can come out, and how likely that is, from 0 to 1. */
export type Chance = { value: boolean | string | number; share: number };
/** The ways in which a fact can come out for one patient; their shares add up to 1. Empty when no rule reads the fact. */
export type Chances = (fact: FactId, patient: Patient) => readonly Chance[];
type Values = readonly Chance['value'][];

/** The share of people below a number, on straight lines between the quantiles. */
export function shareBelow(quantiles: readonly (readonly [share: number, value: number])[], number: number): number {
  const above = quantiles.findIndex(([, value]) => value > number);
  if (above < 0) return 1;
  const [[to, high], [from, low]] = [quantiles[above] ?? [1, 0], quantiles[above - 1] ?? [0, -Infinity]];
  return low === -Infinity ? 0 : from + ((to - from) * (number - low)) / (high - low);
}

/** Each number stands for what lies nearer to it than to its neighbours. */
function sharesOfNumbers(values: readonly number[], quantiles: Extract<Spread, { quantiles: unknown }>['quantiles']) {
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  const between = sorted.slice(1).map((value, i) => shareBelow(quantiles, (value + (sorted[i] ?? value)) / 2));
  return sorted.map((value, i) => ({ value, share: (between[i] ?? 1) - (between[i - 1] ?? 0) }));
}

const evenly = (values: Values): readonly Chance[] => values.map((value) => ({ value, share: 1 / values.length }));

function chancesIn(values: Values, spread: Spread): readonly Chance[] {
  if ('quantiles' in spread)
    return sharesOfNumbers(
      values.filter((value) => typeof value === 'number'),
      spread.quantiles,
    );
  return values.map((value) => ({ value, share: spread.probabilities[String(value)] ?? 0 }));
}

const fits = (when: Patient, patient: Patient): boolean =>
  Object.entries(when).every(([fact, value]) => patient[fact] === value);

/** The chances of every fact, compiled once: published or assumed frequencies where there are any, even odds otherwise. */
export function prepareChances(guideline: Guideline): Chances {
  const reads = joinReads([...guideline.rules, ...guideline.urgencies].map(({ when }) => readsOf(guideline, when)));
  const frequencies = new Map(guideline.frequencies.map((frequency) => [frequency.fact, frequency]));
  const prepared = new Map(
    [...reads].map(([id, read]) => {
      const [values, frequency] = [representativeValues(read), frequencies.get(id)];
      const otherwise = frequency ? chancesIn(values, frequency.spread) : evenly(values);
      const given = (frequency?.given ?? []).map(({ when, spread }) => ({ when, chances: chancesIn(values, spread) }));
      return [id, { otherwise, given }] as const;
    }),
  );
  return (fact, patient) => {
    const found = prepared.get(fact);
    return found?.given.find(({ when }) => fits(when, patient))?.chances ?? found?.otherwise ?? [];
  };
}
