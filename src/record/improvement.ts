// SPDX-License-Identifier: Apache-2.0
import { tis, type CoreSet } from '../measures/index.ts';
import { coreSets, type Visit } from './core-set.ts';
import type { Derived } from './derive.ts';
import type { Day } from './record.ts';
import { scoreInputs, startOf, type ResponseWord } from './response.ts';

/** One of the six core set measures, then and now, with its points of the total. Points are absent when it was not measured twice. */
export type ImprovementPart = {
  part: 'phga' | 'ptga' | 'strength' | 'function' | 'enzyme' | 'extramuscular';
  then?: number;
  now?: number;
  points?: number;
};
/** How the total improvement score of the latest review is made. `total` is null while a measure is missing; its bounds always stand. */
export type Improvement = {
  from: Day;
  on: Day;
  total: number | null;
  lowerBound: number;
  upperBound: number;
  response?: ResponseWord;
  parts: readonly ImprovementPart[];
};

const parts = ['phga', 'ptga', 'strength', 'function', 'enzyme', 'extramuscular'] as const;
const pointsOf = (components: unknown, part: string): number | undefined => {
  if (typeof components !== 'object' || components === null) return undefined;
  const found: unknown = Object.entries(components).find(([name]) => name === part)?.[1];
  return typeof found === 'object' && found !== null && 'points' in found && typeof found.points === 'number'
    ? found.points
    : undefined;
};
const given = (name: 'then' | 'now', value: number | undefined) => (value === undefined ? {} : { [name]: value });

function partsOf(start: Visit, end: Visit, components: unknown): readonly ImprovementPart[] {
  const of = (values: CoreSet, part: ImprovementPart['part']): number | undefined => values[part];
  return parts.map((part) => {
    const points = pointsOf(components, part);
    return {
      part,
      ...given('then', of(start.values, part)),
      ...given('now', of(end.values, part)),
      ...(points === undefined ? {} : { points }),
    };
  });
}

/** The latest review against the start of its regimen, part by part; none when there is no regimen or no visit after four weeks.
 *  2016 ACR/EULAR criteria (Aggarwal et al., Rider et al. 2017). */
export function improvementOf({ entries, regimen, reviews, patient }: Derived): Improvement | undefined {
  const review = reviews.find(({ at }) => at === 'latest');
  if (!regimen || !review) return undefined;
  const sets = coreSets(entries);
  const [start, end] = [startOf(sets, regimen), sets.near(review.on, 14, 0)];
  const population = typeof patient['age'] === 'number' && patient['age'] < 18 ? 'juvenile' : 'adult';
  const outcome = tis.score(scoreInputs(population, start, end));
  return {
    from: regimen.from,
    on: review.on,
    total: review.total,
    lowerBound: review.lowerBound,
    upperBound: review.upperBound,
    ...(review.response === undefined ? {} : { response: review.response }),
    parts: partsOf(start, end, outcome.ok ? outcome.result['components'] : undefined),
  };
}
