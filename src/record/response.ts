// SPDX-License-Identifier: Apache-2.0
import { deterioration, imacsImprovement, tis } from '../measures/index.ts';
import type { CoreSets, Visit } from './core-set.ts';
import { addDays, daysBetween, weeksBetween } from './days.ts';
import type { Day, EntryId } from './record.ts';
import type { Regimen } from './regimen.ts';

export type ResponseWord = 'worse' | 'none' | 'minimal' | 'moderate' | 'major';
/** How one person did on one regimen, at one time, against its start. */
export type Review = {
  /** The week after the start that it was meant for; `latest` is the last visit. */
  at: 12 | 16 | 24 | 'latest';
  on: Day;
  weeks: number;
  /** Undefined when too little was measured to tell. */
  response?: ResponseWord;
  /** Total improvement score, 0 to 100; null with its bounds when a measure is missing. */
  total: number | null;
  lowerBound: number;
  upperBound: number;
  missing: readonly string[];
  /** IMACS definition of improvement (3 of 6 better by 20 %). */
  improvedByImacs: boolean;
  /** ProDERM's criteria of deterioration against the start: A, B, C. */
  worseBy: readonly ('A' | 'B' | 'C')[];
  entries: readonly EntryId[];
};

/** Which visit counts as the start, and as the visit of a week: our choice, in days; trials plan visits about two weeks either side. */
const startWindow = { before: 56, after: 7 };
const visitWindow = { before: 14, after: 14 };
/** Nothing is judged before the fourth week. */
const earliestDays = 28;

const pair = (a: number | undefined, b: number | undefined, rest: object = {}) => ({
  ...(a === undefined ? {} : { baseline: a }),
  ...(b === undefined ? {} : { followUp: b }),
  ...(a === undefined && b === undefined ? {} : rest),
});
const activity = (value: number | undefined) => (value === undefined ? {} : { value, unit: 'U/L' });

/** The inputs of the total improvement score for two visits. Strength counts only when both were summed alike. */
export function scoreInputs(
  population: 'adult' | 'juvenile',
  start: Visit,
  end: Visit,
): { readonly [name: string]: unknown } {
  const [a, b] = [start.values, end.values];
  const sameStrength = a.strengthMax === b.strengthMax || a.strengthMax === undefined || b.strengthMax === undefined;
  const names = Object.keys(start.enzymes);
  return {
    population,
    phga: pair(a.phga, b.phga),
    ptga: pair(a.ptga, b.ptga),
    extramuscular: pair(a.extramuscular, b.extramuscular),
    strength: sameStrength ? pair(a.strength, b.strength, { max: a.strengthMax ?? b.strengthMax ?? 150 }) : {},
    function: pair(a.function, b.function),
    ...(names.length
      ? {
          enzyme: {
            readings: names.map((name) => ({
              name,
              baseline: activity(start.enzymes[name]),
              ...(end.enzymes[name] === undefined ? {} : { followUp: activity(end.enzymes[name]) }),
              uln: { value: 1, unit: 'U/L' },
            })),
          },
        }
      : {}),
  };
}

const isWord = (value: unknown): value is ResponseWord =>
  value === 'none' || value === 'minimal' || value === 'moderate' || value === 'major';
const numberIn = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** How two visits compare. A word is given only when what is missing cannot change it. */
export function compareVisits(
  population: 'adult' | 'juvenile',
  start: Visit,
  end: Visit,
): Omit<Review, 'at' | 'weeks'> {
  const outcome = tis.score(scoreInputs(population, start, end));
  const result = outcome.ok ? outcome.result : {};
  const worseBy = deterioration(start.values, end.values);
  const settled = result['categoryAtLeast'] === result['categoryAtMost'] ? result['categoryAtLeast'] : undefined;
  const word = isWord(result['category']) ? result['category'] : isWord(settled) ? settled : undefined;
  const response = worseBy.length && (word === undefined || word === 'none') ? 'worse' : word;
  const components = result['components'];
  const missing =
    typeof components === 'object' && components !== null
      ? Object.entries(components).flatMap(([name, part]: [string, unknown]) =>
          typeof part === 'object' && part !== null && 'missing' in part ? [name] : [],
        )
      : [];
  return {
    on: end.on,
    ...(response === undefined ? {} : { response }),
    total: typeof result['total'] === 'number' ? result['total'] : null,
    lowerBound: numberIn(result['lowerBound']),
    upperBound: numberIn(result['upperBound']),
    missing,
    improvedByImacs: imacsImprovement(start.values, end.values).met,
    worseBy,
    entries: [...new Set([...start.entries, ...end.entries])].sort(),
  };
}

/** The core set at the start of a regimen. */
export const startOf = (sets: CoreSets, { from }: Regimen): Visit =>
  sets.near(from, startWindow.before, startWindow.after);

/** The reviews of a regimen up to a day: at weeks 12, 16 and 24, as far as there was a visit, and the latest. */
export function reviewsOf(
  sets: CoreSets,
  regimen: Regimen,
  asOf: Day,
  population: 'adult' | 'juvenile',
): readonly Review[] {
  const until = regimen.until ?? addDays(asOf, 1);
  const start = startOf(sets, regimen);
  const days = sets.days.filter((day) => day < until && day <= asOf && daysBetween(regimen.from, day) >= earliestDays);
  const review = (at: Review['at'], end: Visit): Review => ({
    at,
    weeks: weeksBetween(regimen.from, end.on),
    ...compareVisits(population, start, end),
  });
  const planned = ([12, 16, 24] as const).flatMap((week) => {
    const target = addDays(regimen.from, week * 7);
    const nearest = days
      .filter((day) => Math.abs(daysBetween(target, day)) <= visitWindow.before)
      .sort((a, b) => Math.abs(daysBetween(target, a)) - Math.abs(daysBetween(target, b)))[0];
    return nearest === undefined ? [] : [review(week, sets.near(nearest, visitWindow.before, visitWindow.after))];
  });
  const last = days.at(-1);
  return last === undefined ? planned : [...planned, review('latest', sets.near(last, visitWindow.before, 0))];
}
