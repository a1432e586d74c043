// SPDX-License-Identifier: Apache-2.0
import { toSix } from '../measure.ts';

/** The six core set measures at one visit: globals in cm (0 to 10), strength as an MMT total with its maximum, HAQ or CHAQ (0 to 3),
 *  an enzyme with its upper limit. What was not measured is absent. */
export type CoreSet = {
  phga?: number;
  ptga?: number;
  extramuscular?: number;
  strength?: number;
  strengthMax?: number;
  function?: number;
  enzyme?: number;
  enzymeUln?: number;
};
export const coreMeasures = ['phga', 'ptga', 'extramuscular', 'strength', 'function', 'enzyme'] as const;
export type CoreMeasure = (typeof coreMeasures)[number];

const enzymeMultiple = 15;
/** The instrument's range, used only where the value at the start is 0 and a percent of it has no meaning. */
function range(measure: CoreMeasure, { strengthMax, enzymeUln }: CoreSet): number | undefined {
  if (measure === 'strength') return strengthMax;
  if (measure === 'function') return 3;
  if (measure === 'enzyme') return enzymeUln === undefined ? undefined : enzymeUln * enzymeMultiple;
  return 10;
}

/** Percent improvement of one measure relative to its value at the start; positive is better. Undefined when it was not measured twice. */
export function relativeChange(measure: CoreMeasure, before: CoreSet, after: CoreSet): number | undefined {
  const [b, f] = [before[measure], after[measure]];
  if (b === undefined || f === undefined) return undefined;
  const of = b === 0 ? range(measure, before) : b;
  if (of === undefined || of === 0) return undefined;
  return toSix((((measure === 'strength' ? 1 : -1) * (f - b)) / of) * 100);
}

const changes = (before: CoreSet, after: CoreSet, measures: readonly CoreMeasure[] = coreMeasures) =>
  measures.flatMap((measure) => {
    const change = relativeChange(measure, before, after);
    return change === undefined ? [] : [{ measure, change }];
  });

/** What a definition of improvement counts. A measure that was not taken counts neither way. */
export type Improvement = { improved: number; worse: number; evaluable: number; met: boolean };

/** IMACS definition of improvement: at least 3 of 6 better by 20 % or more, at most 2 worse by 25 % or more, strength not among them.
 *  Percent of the value at the start. Oddis et al. 2013 used it in RIM, on two visits in a row. */
export function imacsImprovement(before: CoreSet, after: CoreSet): Improvement {
  return improvement(before, after, {
    better: (change) => change >= 20,
    worse: (change) => change <= -25,
    mostWorse: 2,
  });
}

/** PRINTO 20: at least 3 of 6 better by 20 % or more, at most 1 worse by more than 30 %, strength not among them. */
export function printoImprovement(before: CoreSet, after: CoreSet): Improvement {
  return improvement(before, after, {
    better: (change) => change >= 20,
    worse: (change) => change < -30,
    mostWorse: 1,
  });
}

function improvement(
  before: CoreSet,
  after: CoreSet,
  is: { better: (change: number) => boolean; worse: (change: number) => boolean; mostWorse: number },
): Improvement {
  const found = changes(before, after);
  const improved = found.filter(({ change }) => is.better(change)).length;
  const worsened = found.filter(({ change }) => is.worse(change));
  const strengthWorse = worsened.some(({ measure }) => measure === 'strength');
  return {
    improved,
    worse: worsened.length,
    evaluable: found.length,
    met: improved >= 3 && worsened.length <= is.mostWorse && !strengthWorse,
  };
}

const worseBy = (cm: number, before: number | undefined, after: number | undefined): boolean =>
  before !== undefined && after !== undefined && toSix(after - before) >= cm;

/** The criteria of deterioration that one visit meets against the start (ProDERM, Aggarwal et al. 2024, figure 1). A: physician global
 *  worse by 2 cm and strength by 20 % of its start. B: extramuscular global worse by 2 cm. C: 3 measures worse by 30 %; ProDERM
 *  leaves the enzyme out of C, RIM counts it. */
export function deterioration(before: CoreSet, after: CoreSet, enzymeCounts = false): readonly ('A' | 'B' | 'C')[] {
  const strength = relativeChange('strength', before, after);
  const counted = coreMeasures.filter((measure) => enzymeCounts || measure !== 'enzyme');
  const met: ('A' | 'B' | 'C')[] = [];
  if (worseBy(2, before.phga, after.phga) && strength !== undefined && strength <= -20) met.push('A');
  if (worseBy(2, before.extramuscular, after.extramuscular)) met.push('B');
  if (changes(before, after, counted).filter(({ change }) => change <= -30).length >= 3) met.push('C');
  return met;
}

/** Whether two visits in a row met any criterion; the criteria may differ. */
export const isConfirmed = (perVisit: readonly (readonly string[])[]): boolean =>
  perVisit.some((met, i) => met.length > 0 && (perVisit[i + 1]?.length ?? 0) > 0);
