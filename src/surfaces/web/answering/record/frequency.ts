// SPDX-License-Identifier: Apache-2.0
// How often a medicine is taken, as people say it.
import type { Frequency } from '../../../../record/index.ts';

/** What the form offers; anything else that a record holds is put into words as well. */
export const frequencies: readonly (readonly [words: string, frequency: Frequency])[] = [
  ['once a day', { times: 1, per: 'day' }],
  ['twice a day', { times: 2, per: 'day' }],
  ['3 times a day', { times: 3, per: 'day' }],
  ['every other day', { times: 1, per: 'day', every: 2 }],
  ['once a week', { times: 1, per: 'week' }],
  ['twice a week', { times: 2, per: 'week' }],
  ['every 2 weeks', { times: 1, per: 'week', every: 2 }],
  ['once a month', { times: 1, per: 'month' }],
];
const same = (a: Frequency, b: Frequency): boolean =>
  a.times === b.times && a.per === b.per && (a.every ?? 1) === (b.every ?? 1);

/** "once a week"; "2 times every 3 months". */
export function frequencyWords(frequency: Frequency): string {
  const known = frequencies.find(([, one]) => same(one, frequency));
  if (known) return known[0];
  const { times, per, every = 1 } = frequency;
  return `${times === 1 ? 'once' : `${times} times`} ${every === 1 ? `a ${per}` : `every ${every} ${per}s`}`;
}
