// SPDX-License-Identifier: Apache-2.0
import { problemsIn, readNumber, readWord, type Inputs, type Measure, type Outcome } from '../measure.ts';

/** Knots and exponents by sex: Inker et al. 2021, race-free creatinine equation. */
const coefficients = { female: { k: 0.7, a: -0.241, factor: 1.012 }, male: { k: 0.9, a: -0.302, factor: 1 } } as const;
const stages = [[90, 'G1'], [60, 'G2'], [45, 'G3a'], [30, 'G3b'], [15, 'G4'], [0, 'G5']] as const;
/** Micromoles a litre in one milligram a decilitre of creatinine. */
const perMilligram = 88.4;

/** CKD-EPI 2021 in mL/min/1.73 m² (unrounded bands), for adults of 18 to 120 completed years; no value below 18. Creatinine in mg/dL or umol/L.
 *  Low muscle mass in myositis lowers creatinine, so the result can be too high. */
function score(inputs: Inputs): Outcome {
  const unit = readWord(inputs, 'unit', ['mg/dL', 'umol/L']);
  const inMicromoles = unit === 'umol/L';
  const creatinine = readNumber(inputs, 'creatinine', inMicromoles ? 5 : 0.05, inMicromoles ? 4000 : 45, typeof unit === 'string' ? unit : 'mg/dL');
  const [age, sex] = [readNumber(inputs, 'age', 0, 120, 'years'), readWord(inputs, 'sex', ['female', 'male'])];
  if (typeof unit !== 'string' || typeof creatinine !== 'number' || typeof age !== 'number' || typeof sex !== 'string')
    return { ok: false, problems: problemsIn([unit, creatinine, age, sex]) };
  if (age < 18) return { ok: true, result: { egfr: null, egfrRounded: null, stage: null, caution: 'Children need a paediatric equation; this one is for adults.' } };
  const { k, a, factor } = coefficients[sex];
  const ratio = (inMicromoles ? creatinine / perMilligram : creatinine) / k;
  const egfr = 142 * Math.min(ratio, 1) ** a * Math.max(ratio, 1) ** -1.2 * 0.9938 ** Math.floor(age) * factor;
  return { ok: true, result: { egfr: Math.round(egfr * 100) / 100, egfrRounded: Math.round(egfr), stage: stages.find(([from]) => egfr >= from)?.[1],
    caution: 'Low muscle mass in myositis lowers creatinine, so this can be too high.' } };
}

export const egfr: Measure = { id: 'egfr_ckdepi2021', shortNames: ['egfr'], title: 'eGFR, CKD-EPI 2021 creatinine equation',
  citation: 'Inker LA et al. N Engl J Med 2021;385:1737-1749', licence: 'Published equation, free to use', score };
