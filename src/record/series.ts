// SPDX-License-Identifier: Apache-2.0
import { coreSets } from './core-set.ts';
import { addDays } from './days.ts';
import type { Derived } from './derive.ts';
import type { Day } from './record.ts';
import { compareVisits, startOf } from './response.ts';
import { scoresOf } from './score.ts';
import { regimens } from './regimen.ts';
import type { Guideline } from '../model/index.ts';
import { testName } from './laboratory.ts';
import { convertUnit, prednisoneEquivalent } from '../measures/index.ts';
import { perDay } from './treatment.ts';

/** Numbers of one kind over time, for a chart. `step` holds its value until the next point, as a dose does. */
export type Series = {
  id: string;
  kind: 'laboratory' | 'strength' | 'symptom' | 'rash' | 'measure' | 'dose' | 'improvement' | 'exercise';
  unit: string;
  shape: 'points' | 'step';
  points: readonly { on: Day; value: number; upperLimit?: number }[];
};

type Point = Series['points'][number];
type Row = Omit<Series, 'points'> & { points: Point[] };

function rowsOf({ entries }: Derived): Map<string, Row> {
  const rows = new Map<string, Row>();
  const put = (id: string, kind: Series['kind'], unit: string, point: Point): void => {
    const key = `${kind}:${id}:${unit}`;
    const row: Row = rows.get(key) ?? { id, kind, unit, shape: 'points', points: [] };
    row.points.push(point);
    rows.set(key, row);
  };
  for (const entry of entries) {
    if (entry.kind === 'symptom') put(entry.symptom, 'symptom', '{of 10}', { on: entry.on, value: entry.score });
    if (entry.kind === 'rash') put(entry.region, 'rash', '{of 10}', { on: entry.on, value: entry.score });
    if (entry.kind === 'strength')
      put(testName(entry.test), 'strength', entry.unit, { on: entry.on, value: entry.value });
    if (entry.kind === 'laboratory')
      put(testName(entry.test), 'laboratory', entry.unit, {
        on: entry.on,
        value: entry.value,
        ...(entry.upperLimit === undefined ? {} : { upperLimit: entry.upperLimit }),
      });
    if (entry.kind === 'measure')
      for (const { id, value } of scoresOf(entry)) put(id, 'measure', '{score}', { on: entry.on, value });
    if (entry.kind === 'exercise' && entry.minutes !== undefined)
      put('minutes', 'exercise', 'min', { on: entry.on, value: entry.minutes });
  }
  return rows;
}

function steroidSeries({ courses }: Derived): readonly Series[] {
  const points = (courses.get('prednisone') ?? []).flatMap(({ spans, until }) => [
    ...spans.flatMap(({ from, dose, frequency, product }): readonly Point[] => {
      const mg = dose && convertUnit(dose.value, dose.unit, 'mg');
      const equal = mg === undefined ? undefined : prednisoneEquivalent(product ?? 'prednisone', mg);
      return equal === undefined || !frequency ? [] : [{ on: from, value: equal * perDay(frequency) }];
    }),
    ...(until === undefined ? [] : [{ on: until, value: 0 }]),
  ]);
  return points.length ? [{ id: 'prednisone', kind: 'dose', unit: 'mg/d', shape: 'step', points }] : [];
}

/** Total improvement score at each visit, against the start of the regimen of its time; complete scores only. */
function improvementSeries(guideline: Guideline, { entries, courses, patient }: Derived): readonly Series[] {
  const sets = coreSets(entries);
  const all = regimens(guideline, [...courses.values()].flat());
  const population = typeof patient['age'] === 'number' && patient['age'] < 18 ? 'juvenile' : 'adult';
  const points = sets.days.flatMap((day): readonly Point[] => {
    const regimen = all.findLast(({ from }) => addDays(from, 28) <= day);
    const { total } = regimen
      ? compareVisits(population, startOf(sets, regimen), sets.near(day, 14, 0))
      : { total: null };
    return total === null ? [] : [{ on: day, value: total }];
  });
  return points.length
    ? [{ id: 'total-improvement-score', kind: 'improvement', unit: '{of 100}', shape: 'points', points }]
    : [];
}

/** Every number of a record over time, each with its own unit, the earliest point first. */
export const seriesOf = (guideline: Guideline, derived: Derived): readonly Series[] => [
  ...rowsOf(derived).values(),
  ...steroidSeries(derived),
  ...improvementSeries(guideline, derived),
];
