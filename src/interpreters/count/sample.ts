// SPDX-License-Identifier: Apache-2.0
// Synthetic people: drawn from published and assumed frequencies, so that a cohort can be counted without anybody's data.
import { monitoringRules, onColumn, sinceColumn, type Monitoring } from './monitoring.ts';
import type { Fact, Frequency, Guideline, Patient, Spread } from '../../model/index.ts';

/** A number from 0 up to 1, the next of a seeded series. */
export type Random = () => number;
type Value = boolean | string | number;

/** A small seeded generator (mulberry32), so that the same seed gives the same people everywhere. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The number at a share of people, on the straight lines between the quantiles. */
export function atShare(quantiles: readonly (readonly [number, number])[], share: number): number {
  const above = quantiles.findIndex(([at]) => at >= share);
  const [[from, low], [to, high]] = [quantiles[Math.max(above - 1, 0)] ?? [0, 0], quantiles[above] ?? [1, 0]];
  return to === from ? high : low + ((high - low) * (share - from)) / (to - from);
}

function drawOption(probabilities: Readonly<Record<string, number>>, share: number): string | undefined {
  let sum = 0;
  for (const code in probabilities) {
    sum += probabilities[code] ?? 0;
    if (share < sum) return code;
  }
  return Object.keys(probabilities).findLast((code) => (probabilities[code] ?? 0) > 0);
}

/** As finely as people write it: three figures, never outside the fact's range. */
const rounded = (value: number): number => Number(value.toPrecision(3));

function draw({ value }: Fact, spread: Spread, random: Random): Value | undefined {
  const share = random();
  if ('quantiles' in spread) return rounded(atShare(spread.quantiles, share));
  const code = drawOption(spread.probabilities, share);
  return value.type === 'boolean' ? code === 'true' : code;
}

/** How complete a record is: some hold everything, most miss a little. Our own choice, not a published figure. */
export const completeness = [
  { share: 0.35, known: 1 },
  { share: 0.3, known: 0.985 },
  { share: 0.25, known: 0.93 },
  { share: 0.1, known: 0.7 },
] as const;
function howMuchIsKnown(random: Random): number {
  const share = random();
  let sum = 0;
  for (const each of completeness) if (share < (sum += each.share)) return each.known;
  return 1;
}

const fits = (when: Patient, drawn: Readonly<Record<string, Value>>): boolean => {
  for (const id in when) if (drawn[id] !== when[id]) return false;
  return true;
};

type Ordered = readonly (Omit<Frequency, 'fact'> & { fact: Fact })[];

/** Everything there is to know of one person: facts in order, each given those before it. */
function drawAll(ordered: Ordered, random: Random): Record<string, Value> {
  const drawn: Record<string, Value> = {};
  for (const { fact, spread, given, atMost } of ordered) {
    const value = draw(fact, given.find(({ when }) => fits(when, drawn))?.spread ?? spread, random);
    const limit = atMost === undefined ? undefined : drawn[atMost];
    if (value !== undefined)
      drawn[fact.id] = typeof value === 'number' && typeof limit === 'number' ? Math.min(value, limit) : value;
  }
  return drawn;
}

/** How late tests are, as a multiple of the longest time between them. Our own choice: about one in four is overdue. */
const lateness = 1.35;
/** Weeks on each treatment that is taken, and since each of its tests. */
function drawTimes(monitoring: readonly Timed[], drawn: Record<string, Value>, random: Random): void {
  for (const { rule, taken } of monitoring) {
    if (drawn[taken] !== true) continue;
    const on = (drawn[onColumn(rule.intervention)] ??= rounded(1 + random() * 150));
    const longest = Math.max(0, ...rule.schedule.steps.map(({ everyWeeks }) => everyWeeks));
    drawn[sinceColumn(rule.id)] = Math.min(rounded(random() * longest * lateness), Number(on));
  }
}
type Timed = { rule: Monitoring; taken: string };

/** Makes a drawer of synthetic people. Facts are drawn in the order of the frequencies, each given those before it, and
 *  some are then forgotten. A fact without a frequency stays unknown. */
export function prepareSample(
  guideline: Pick<Guideline, 'facts' | 'rules' | 'interventions'>,
  frequencies: readonly Frequency[],
): (random: Random) => Patient {
  const ordered = frequencies.flatMap((frequency) => {
    const fact = guideline.facts[frequency.fact];
    return fact ? [{ ...frequency, fact }] : [];
  });
  const monitoring = monitoringRules(guideline).flatMap((rule) => {
    const taken = guideline.interventions[rule.intervention]?.currentFact;
    return taken === undefined ? [] : [{ rule, taken }];
  });
  return (random) => {
    const drawn = drawAll(ordered, random);
    drawTimes(monitoring, drawn, random);
    const known = howMuchIsKnown(random);
    const seen: Record<string, Value> = {};
    for (const id in drawn) {
      const value = drawn[id];
      if (value !== undefined && random() < known) seen[id] = value;
    }
    return seen;
  };
}
