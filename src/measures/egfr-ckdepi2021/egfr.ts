// SPDX-License-Identifier: Apache-2.0
import { outcome, reader, type Inputs, type Measure, type Outcome, type Result } from '../measure.ts';

/** Knots and exponents by sex: Inker et al. 2021, race-free creatinine equation. */
const coefficients = { female: { k: 0.7, a: -0.241, factor: 1.012 }, male: { k: 0.9, a: -0.302, factor: 1 } } as const;
const stages = [
  [90, 'G1'],
  [60, 'G2'],
  [45, 'G3a'],
  [30, 'G3b'],
  [15, 'G4'],
  [0, 'G5'],
] as const;
/** Micromoles a litre in one milligram a decilitre of creatinine. */
const perMilligram = 88.4;

const forChildren: Result = {
  egfr: null,
  egfrRounded: null,
  stage: null,
  caution: 'Children need a paediatric equation; this one is for adults.',
};
/** Creatinine in mg/dL; stages are decided before rounding. */
function forAdult(creatinine: number, age: number, sex: keyof typeof coefficients): Result {
  const { k, a, factor } = coefficients[sex];
  const ratio = creatinine / k;
  const egfr = 142 * Math.min(ratio, 1) ** a * Math.max(ratio, 1) ** -1.2 * 0.9938 ** Math.floor(age) * factor;
  return {
    egfr: Math.round(egfr * 100) / 100,
    egfrRounded: Math.round(egfr),
    stage: stages.find(([from]) => egfr >= from)?.[1],
    caution: 'Low muscle mass in myositis lowers creatinine, so this can be too high.',
  };
}

/** CKD-EPI 2021 in mL/min/1.73 m² (unrounded bands), for adults of 18 to 120 completed years; no value below 18. Creatinine in mg/dL or umol/L.
 *  Low muscle mass in myositis lowers creatinine, so the result can be too high. */
function score(inputs: Inputs): Outcome {
  const read = reader(inputs);
  const unit = read.word('unit', ['mg/dL', 'umol/L']);
  const inMicromoles = unit === 'umol/L';
  const creatinine = read.number('creatinine', inMicromoles ? 5 : 0.05, inMicromoles ? 4000 : 45, unit ?? 'mg/dL') ?? 1;
  const [age, sex] = [read.number('age', 0, 120, 'years') ?? 0, read.word('sex', ['female', 'male']) ?? 'female'];
  return outcome(read, () =>
    age < 18 ? forChildren : forAdult(inMicromoles ? creatinine / perMilligram : creatinine, age, sex),
  );
}

export const egfr: Measure = {
  id: 'egfr_ckdepi2021',
  shortNames: ['egfr'],
  title: 'eGFR, CKD-EPI 2021 creatinine equation',
  citation: 'Inker LA et al. N Engl J Med 2021;385:1737-1749',
  licence: 'Published equation, free to use',
  score,
};
