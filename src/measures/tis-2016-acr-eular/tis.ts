// SPDX-License-Identifier: Apache-2.0
import { outcome, reader, sum, toSix, type Inputs, type Measure, type Outcome, type Reader } from '../measure.ts';
import { bandPoints, categoryOf, maxima, type ComponentId, type Population } from './tables.ts';
import { enzymeChange } from './enzyme.ts';

/** Percent improvement of a component, as a share of its instrument's range; positive is better. Undefined: not measured twice. */
type Change = number | undefined;

/** A score before and after, when both are there. One side alone is missing data, not a problem. */
function change(read: Reader, max: number, better: 1 | -1): Change {
  const [before, after] = [read.optional('baseline', 0, max), read.optional('followUp', 0, max)];
  return before === undefined || after === undefined || max <= 0
    ? undefined
    : toSix(((better * (after - before)) / max) * 100);
}

const scaleOf = (read: Reader, otherwise: number): number => read.optional('scaleMax', 10, 100) ?? otherwise;
function strengthChange(read: Reader): Change {
  if (!read.has('baseline') && !read.has('followUp')) return undefined;
  return change(read, read.number('max', 1, 260) ?? 260, 1);
}

function changes(
  read: Reader,
  printo: boolean,
): { enzymeUsed: string | null; changes: Partial<Record<ComponentId, Change>> } {
  const vas = (name: 'phga' | 'ptga' | 'extramuscular') => {
    const part = read.inside(name);
    return change(part, scaleOf(part, 10), -1);
  };
  const shared = {
    phga: vas('phga'),
    ptga: vas('ptga'),
    strength: strengthChange(read.inside('strength')),
    function: change(read.inside('function'), 3, -1),
  };
  if (printo) {
    const qol = read.inside('qol');
    const range = qol.has('baseline') ? (qol.number('range', 1, 1000) ?? 1000) : 1000;
    return {
      enzymeUsed: null,
      changes: { ...shared, qol: change(qol, range, 1), extramuscular: vas('extramuscular') },
    };
  }
  const enzyme = enzymeChange(read);
  return {
    enzymeUsed: enzyme.name,
    changes: { ...shared, enzyme: enzyme.change, extramuscular: vas('extramuscular') },
  };
}

function total(population: Population, found: ReturnType<typeof changes>): Record<string, unknown> {
  const entries: readonly (readonly [string, Change])[] = Object.entries(found.changes);
  const components = Object.fromEntries(
    entries.map(([id, pct]) => [id, pct === undefined ? { missing: true } : { pct, points: bandPoints(id, pct) }]),
  );
  const lowerBound = sum(entries.map(([id, pct]) => (pct === undefined ? 0 : bandPoints(id, pct))));
  const upperBound = lowerBound + sum(entries.filter(([, pct]) => pct === undefined).map(([id]) => maxima(id)));
  const complete = entries.every(([, pct]) => pct !== undefined);
  return {
    status: complete ? 'complete' : 'incomplete',
    total: complete ? lowerBound : null,
    category: complete ? categoryOf(population, lowerBound) : null,
    lowerBound,
    upperBound,
    categoryAtLeast: categoryOf(population, lowerBound),
    categoryAtMost: categoryOf(population, upperBound),
    enzymeUsed: found.enzymeUsed,
    components,
  };
}

/** Total improvement score, 0 to 100 in steps of 2.5: six core set measures, absolute percent of each range, in bands.
 *  Aggarwal et al. and Rider et al. 2017, 2016 ACR/EULAR criteria (adult, juvenile). Missing measures give bounds, never a total; it sees little of the skin. */
function score(inputs: Inputs): Outcome {
  const read = reader(inputs);
  const population = read.word('population', ['adult', 'juvenile']);
  const coreSet = read.has('coreSet') ? read.word('coreSet', ['IMACS', 'PRINTO']) : 'IMACS';
  if (coreSet === 'PRINTO' && population === 'adult')
    read.report('coreSet', 'is PRINTO, which is for juvenile disease only.');
  const found = changes(read, coreSet === 'PRINTO');
  return outcome(read, () => total(population ?? 'adult', found));
}

export const tis: Measure = {
  id: 'tis_2016_acr_eular',
  shortNames: ['tis', 'total-improvement-score'],
  title: 'Total improvement score, 2016 ACR/EULAR',
  citation:
    'Aggarwal R et al. Arthritis Rheumatol 2017;69:898-910; Rider LG et al. Arthritis Rheumatol 2017;69:911-923',
  licence: 'Published criteria, free to use',
  score,
};
