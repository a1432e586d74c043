// SPDX-License-Identifier: Apache-2.0
// The numbers of a record as charts on one time axis, the most telling first.
import type { Guideline } from '../../../../model/index.ts';
import { seriesOf, type Derived, type Series } from '../../../../record/index.ts';
import { measureUnit, nameOf, unitName } from './words.ts';

export type Point = { on: string; value: number };
/** A range with a name, drawn behind the numbers. */
export type Band = { from: number; to: number; name: string };
export type Chart = {
  key: string;
  name: string;
  unit: string;
  shape: 'points' | 'step';
  points: readonly Point[];
  /** Where the scale begins and, when it has an end, ends. */
  from: number;
  to?: number;
  bands: readonly Band[];
  goal?: { value: number; name: string };
};
export type Taken = { id: string; name: string; spans: readonly { from: string; until?: string }[] };

/** What is drawn first: the dose, strength, the muscle enzyme, and whether it works; then scores, tests and how it feels. */
const order: readonly string[] = [
  'dose',
  'measure mmt8',
  'measure mmt8-one-side',
  'strength',
  'laboratory creatine-kinase',
  'improvement',
  'measure',
  'laboratory',
  'symptom',
  'rash',
  'exercise',
];
const rank = ({ kind, id }: Series): number => {
  const own = order.indexOf(`${kind} ${id}`);
  return own < 0 ? order.indexOf(kind) : own;
};
/** Thresholds of the 2016 ACR/EULAR criteria for adults. */
const improvementBands: readonly Band[] = [
  { from: 20, to: 40, name: 'minimal' },
  { from: 40, to: 60, name: 'moderate' },
  { from: 60, to: 100, name: 'major' },
];

/** The highest normal value, where the last result came with one. */
function limitOf({ points }: Series): Pick<Chart, 'bands'> {
  const limit = points.findLast(({ upperLimit }) => upperLimit !== undefined)?.upperLimit;
  return { bands: limit === undefined ? [] : [{ from: 0, to: limit, name: `normal, up to ${limit}` }] };
}

function scaleOf({ kind, id }: Series): Pick<Chart, 'from' | 'to' | 'goal'> {
  if (kind === 'symptom' || kind === 'rash') return { from: 0, to: 10 };
  if (kind === 'improvement') return { from: 0, to: 100 };
  if (id === 'mmt8') return { from: 0, to: 150, goal: { value: 150, name: 'full strength' } };
  if (id === 'mmt8-one-side') return { from: 0, to: 80, goal: { value: 80, name: 'full strength' } };
  if (id === 'haq_di' || id === 'chaq') return { from: 0, to: 3 };
  return { from: 0 };
}

const chartOf = (series: Series): Chart => {
  const { id, kind, unit, shape, points } = series;
  return {
    key: `${kind} ${id} ${unit}`,
    name: kind === 'rash' ? `Rash, ${id}` : nameOf(id),
    unit: kind === 'measure' ? measureUnit(id) : unitName(unit),
    shape,
    points: points.map(({ on, value }) => ({ on, value: Math.round(value * 100) / 100 })),
    bands: kind === 'improvement' ? improvementBands : [],
    ...scaleOf(series),
    ...(kind === 'laboratory' ? limitOf(series) : {}),
  };
};

/** Every number over time, the most telling first. */
export const chartsOf = (guideline: Guideline, derived: Derived): readonly Chart[] =>
  [...seriesOf(guideline, derived)].sort((a, b) => rank(a) - rank(b)).map(chartOf);

/** When each medicine was taken. */
export const takenOf = (guideline: Guideline, { courses }: Derived): readonly Taken[] =>
  [...courses]
    .filter(([, list]) => list.length > 0)
    .map(([id, list]) => ({
      id,
      name: guideline.interventions[id]?.label ?? id,
      spans: list.map(({ from, until }) => ({ from, ...(until === undefined ? {} : { until }) })),
    }));
