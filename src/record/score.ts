// SPDX-License-Identifier: Apache-2.0
// The numbers that one entry of a measure holds: the score as it was written down, or what its parts come to.
import { measureName, scored } from './core-set.ts';
import type { Entry } from './record.ts';

/** One number of a measure; `id` names its series. */
export type Score = { id: string; value: number };

/** Results that are numbers a person follows over time, by measure; the first that has a number is taken, unless `all`. */
const results: Readonly<Record<string, { all?: true; of: readonly (readonly [result: string, id: string])[] }>> = {
  mmt8: {
    of: [
      ['bilateral', 'mmt8'],
      ['unilateral', 'mmt8-one-side'],
    ],
  },
  haq_di: { of: [['haqDi', 'haq_di']] },
  chaq: { of: [['chaqDi', 'chaq']] },
  cdasi_v2: {
    all: true,
    of: [
      ['activity', 'cdasi_v2'],
      ['damage', 'cdasi-damage'],
    ],
  },
  global_activity_vas: {
    all: true,
    of: [
      ['phga', 'physician-global-activity'],
      ['ptga', 'patient-global-activity'],
      ['extramuscular', 'extramuscular-activity'],
    ],
  },
  tis_2016_acr_eular: { of: [['total', 'total-improvement-score']] },
  egfr_ckdepi2021: { of: [['egfr', 'egfr']] },
  sts30: { of: [['count', 'sts30']] },
  dlqi: { of: [['total', 'dlqi']] },
  itch_5d: { of: [['total', 'itch_5d']] },
  fi3: { of: [['total', 'fi3']] },
  skindex: {
    all: true,
    of: [
      ['symptoms', 'skindex-symptoms'],
      ['emotions', 'skindex-emotions'],
      ['functioning', 'skindex-functioning'],
    ],
  },
  six_mwt: { of: [['percentPredicted', 'six_mwt']] },
};

/** The scores of one entry. Parts that cannot be scored, or a measure that has no single number, give none. */
export function scoresOf(entry: Entry & { kind: 'measure' }): readonly Score[] {
  const name = measureName(entry.measure);
  if ('score' in entry) return [{ id: name, value: entry.score }];
  const [known, result] = [results[name], scored(entry)];
  if (!known || !result) return [];
  const found = known.of.flatMap(([part, id]): readonly Score[] => {
    const value = result[part];
    return typeof value === 'number' ? [{ id, value }] : [];
  });
  return known.all ? found : found.slice(0, 1);
}
