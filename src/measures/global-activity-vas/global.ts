// SPDX-License-Identifier: Apache-2.0
import { outcome, reader, toSix, type Inputs, type Measure, type Outcome } from '../measure.ts';

const parts = ['phga', 'ptga', 'extramuscular'] as const;
const perUnit = { cm: 1, mm: 0.1 } as const;
/** Strata of the physician global as ProDERM used them: 0 to 3 mild, 4 to 6 moderate, 7 to 10 severe. */
const stratum = (cm: number): 'mild' | 'moderate' | 'severe' => (cm < 4 ? 'mild' : cm < 7 ? 'moderate' : 'severe');

/** Physician, patient or parent, and extramuscular global activity on a 10 cm line (IMACS): 0 inactive, 10 extremely active.
 *  `unit` is cm unless it says mm. A five-step Likert answer is not a line and is never converted. */
function score(inputs: Inputs): Outcome {
  const read = reader(inputs);
  const unit = read.has('unit') ? (read.word('unit', ['cm', 'mm']) ?? 'cm') : 'cm';
  const values = parts.map((part) => [part, read.optional(part, 0, 10 / perUnit[unit], unit)] as const);
  if (values.every(([, value]) => value === undefined) && read.problems.length === 0)
    read.report('phga', 'is missing, and so are ptga and extramuscular. Give at least one of them.');
  return outcome(read, () => {
    const inCm = values.map(
      ([part, value]) => [part, value === undefined ? null : toSix(value * perUnit[unit])] as const,
    );
    const physician = inCm[0]?.[1];
    return {
      ...Object.fromEntries(inCm),
      physicianStratum: typeof physician === 'number' ? stratum(physician) : null,
      missing: inCm.filter(([, value]) => value === null).map(([part]) => part),
    };
  });
}

export const globalActivity: Measure = {
  id: 'global_activity_vas',
  shortNames: ['global', 'physician-global', 'patient-global'],
  title: 'Global activity on a 10 cm line: physician, patient, outside the muscle',
  citation:
    'Rider LG et al. Arthritis Care Res 2011;63 Suppl 11:S118-157, Table 1; strata: Aggarwal R et al. 2022 (ProDERM)',
  licence: 'IMACS/NIEHS, free to use',
  score,
};
