// SPDX-License-Identifier: Apache-2.0
import { convertUnit, findMeasure, type CoreSet, type Inputs } from '../measures/index.ts';
import { dayNumber } from './days.ts';
import { testName } from './laboratory.ts';
import type { Day, Entry, EntryId } from './record.ts';

/** One core set measure on one day. Enzymes are multiples of their upper limit, so that laboratories can be compared. */
type Point = {
  on: Day;
  number: number;
  entry: EntryId;
  measure: keyof CoreSet;
  value: number;
  max?: number;
  enzyme?: string;
};
/** The core set measures nearest to a day, with the entries they came from. */
export type Visit = {
  on: Day;
  values: CoreSet;
  enzymes: Readonly<Record<string, number>>;
  entries: readonly EntryId[];
};

const enzymes: Readonly<Record<string, string>> = {
  'creatine-kinase': 'CK',
  aldolase: 'aldolase',
  ldh: 'LDH',
  ast: 'AST',
  alt: 'ALT',
};
const numberOf = (result: Inputs | undefined, name: string): number | undefined => {
  const value = result?.[name];
  return typeof value === 'number' ? value : undefined;
};
/** The scored result of a measure entry, when it has inputs that can be scored. */
export function scored(entry: Entry & { kind: 'measure' }): Inputs | undefined {
  if (!('inputs' in entry)) return undefined;
  const outcome = findMeasure(entry.measure)?.score(entry.inputs);
  return outcome?.ok ? outcome.result : undefined;
}
export const measureName = (written: string): string =>
  findMeasure(written)?.id ?? written.toLowerCase().replaceAll('_', '-');

function measured(entry: Entry & { kind: 'measure' }): readonly Point[] {
  const name = measureName(entry.measure);
  const at = { on: entry.on, number: dayNumber(entry.on), entry: entry.id };
  const whole = 'score' in entry ? entry.score : undefined;
  const result = scored(entry);
  const point = (measure: Point['measure'], value: number | undefined, max?: number): readonly Point[] =>
    value === undefined ? [] : [{ ...at, measure, value, ...(max === undefined ? {} : { max }) }];
  switch (name) {
    case 'global_activity_vas':
      return (['phga', 'ptga', 'extramuscular'] as const).flatMap((part) => point(part, numberOf(result, part)));
    case 'physician-global-activity':
      return point('phga', whole);
    case 'patient-global-activity':
      return point('ptga', whole);
    case 'extramuscular-activity':
      return point('extramuscular', whole);
    case 'mmt8': {
      const both = whole ?? numberOf(result, 'bilateral');
      return both === undefined ? point('strength', numberOf(result, 'unilateral'), 80) : point('strength', both, 150);
    }
    case 'haq_di':
      return point('function', whole ?? numberOf(result, 'haqDi'));
    case 'chaq':
      return point('function', whole ?? numberOf(result, 'chaqDi'));
    default:
      return [];
  }
}

function pointsOf(entry: Entry): readonly Point[] {
  if (entry.kind === 'measure') return measured(entry);
  const enzyme = entry.kind === 'laboratory' ? enzymes[testName(entry.test)] : undefined;
  if (entry.kind !== 'laboratory' || enzyme === undefined) return [];
  const multiple =
    entry.unit === '{times_upper_limit}'
      ? entry.value
      : entry.upperLimit && convertUnit(1, entry.unit, 'U/L') !== undefined
        ? entry.value / entry.upperLimit
        : undefined;
  return multiple === undefined
    ? []
    : [{ on: entry.on, number: dayNumber(entry.on), entry: entry.id, measure: 'enzyme', value: multiple, enzyme }];
}

/** Core set measures by day, ready to be looked up. */
export type CoreSets = {
  /** The measures nearest to a day, within so many days before and after it. */
  near: (day: Day, before: number, after: number) => Visit;
  /** Days on which a global, strength or function was measured, the earliest first. */
  days: readonly Day[];
};

/** Where the points of a day or later begin; points are in the order of their days. */
function firstFrom(points: readonly Point[], number: number): number {
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle]?.number ?? number) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Gathers the core set measures of a record; entries are in the order of their days. */
export function coreSets(entries: readonly Entry[]): CoreSets {
  const points = entries.flatMap(pointsOf);
  const days = [...new Set(points.filter(({ measure }) => measure !== 'enzyme').map(({ on }) => on))];
  const near = (day: Day, before: number, after: number): Visit => {
    const values: CoreSet = {};
    const found: Record<string, number> = {};
    const used = new Set<EntryId>();
    const number = dayNumber(day);
    const within = points
      .slice(firstFrom(points, number - before), firstFrom(points, number + after + 1))
      .map((point) => ({ point, away: Math.abs(number - point.number) }))
      .sort((a, b) => b.away - a.away);
    for (const { point } of within) {
      used.add(point.entry);
      if (point.enzyme !== undefined) found[point.enzyme] = point.value;
      else values[point.measure] = point.value;
      if (point.measure === 'strength' && point.max !== undefined) values.strengthMax = point.max;
    }
    const enzyme = found['CK'] ?? Object.values(found)[0];
    if (enzyme !== undefined) [values.enzyme, values.enzymeUln] = [enzyme, 1];
    return { on: day, values, enzymes: found, entries: [...used].sort() };
  };
  return { near, days };
}
