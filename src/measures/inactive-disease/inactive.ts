// SPDX-License-Identifier: Apache-2.0
import { outcome, reader, type Inputs, type Measure, type Outcome } from '../measure.ts';

/** The four criteria of PRINTO, each with the values that meet it. */
const criteria = [
  { name: 'ck', min: 0, max: 1e6, unit: 'U/L', met: (value: number) => value <= 150 },
  { name: 'cmas', min: 0, max: 52, unit: '', met: (value: number) => value >= 48 },
  { name: 'mmt8', min: 0, max: 80, unit: '', met: (value: number) => value >= 78 },
  { name: 'phga', min: 0, max: 10, unit: 'cm', met: (value: number) => value <= 0.2 },
] as const;
const enough = 3;

/** Clinically inactive juvenile disease: at least 3 of 4 criteria (PRINTO, Lazarevic et al. 2013). With something missing it is decided
 *  only when the rest cannot change it. `modified` also asks for the physician global, because the four see little of the skin.
 *  Adults have no agreed definition. */
function score(inputs: Inputs): Outcome {
  const read = reader(inputs);
  const found = criteria.map(({ name, min, max, unit, met }) => {
    const value = read.optional(name, min, max, unit);
    return value === undefined ? undefined : met(value);
  });
  if (found.every((met) => met === undefined) && read.problems.length === 0)
    read.report('ck', 'is missing, and so are the others. Give at least one of ck, cmas, mmt8 and phga.');
  return outcome(read, () => {
    const met = found.filter((one) => one === true).length;
    const failed = found.filter((one) => one === false).length;
    const inactive = met >= enough ? true : failed > criteria.length - enough ? false : null;
    const global = found[3];
    return {
      criteriaMet: met,
      inactive,
      modified:
        inactive === false || global === false ? false : inactive === null || global === undefined ? null : true,
      missing: criteria.filter((_, i) => found[i] === undefined).map(({ name }) => name),
    };
  });
}

export const inactiveDisease: Measure = {
  id: 'inactive_disease',
  shortNames: ['inactive'],
  title: 'Clinically inactive disease (juvenile dermatomyositis, PRINTO)',
  citation: 'Lazarevic D et al. Ann Rheum Dis 2013;72:686-693',
  licence: 'Published criteria, free to use',
  score,
};
