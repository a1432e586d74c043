// SPDX-License-Identifier: Apache-2.0
// What can be added, and the places, feelings and tests that people name. Scores run from 0, none, to 10, worst.
export const kinds = {
  symptom: 'How I feel',
  strength: 'Strength test',
  medicine: 'Medicine',
  infusion: 'Drip',
  laboratory: 'Blood test',
  rash: 'Rash',
  measure: 'Doctor’s score',
  exercise: 'Exercise',
  vaccine: 'Vaccine',
  note: 'Note',
} as const;
export type Kind = keyof typeof kinds;
export const kindNames: readonly Kind[] = [
  'symptom',
  'strength',
  'medicine',
  'laboratory',
  'rash',
  'infusion',
  'measure',
  'exercise',
  'vaccine',
  'note',
];
export const symptoms = [
  'tiredness',
  'muscle pain',
  'itch',
  'trouble swallowing',
  'breathlessness',
  'low mood',
] as const;
export const regions = [
  'eyelids and face',
  'scalp',
  'neck and chest',
  'shoulders and back',
  'upper arms',
  'elbows',
  'hands and knuckles',
  'hips and thighs',
  'knees',
  'lower legs and feet',
] as const;
export type Region = (typeof regions)[number];
/** A test that can be done at home: its name, how it is asked, its unit, and the highest number that can be true. */
export const strengthTests = [
  { id: 'sts30', words: 'Stand up from a chair, times in 30 seconds', unit: '{times}', max: 60 },
  { id: 'tug', words: 'Stand up, walk 3 metres and back, seconds', unit: 's', max: 300 },
  { id: 'arm-lift-1kg', words: 'Lift 1 kilogram overhead, times in 30 seconds', unit: '{times}', max: 200 },
] as const;
/** Blood tests with the unit they most often have; the paper decides. */
export const bloodTests = [
  { id: 'creatine-kinase', words: 'Creatine kinase (CK)', unit: 'U/L' },
  { id: 'alt', words: 'ALT', unit: 'U/L' },
  { id: 'ast', words: 'AST', unit: 'U/L' },
  { id: 'ldh', words: 'LDH', unit: 'U/L' },
  { id: 'aldolase', words: 'Aldolase', unit: 'U/L' },
  { id: 'ggt', words: 'GGT', unit: 'U/L' },
  { id: 'creatinine', words: 'Creatinine', unit: 'umol/L' },
  { id: 'egfr', words: 'eGFR', unit: 'mL/min/{1.73_m2}' },
  { id: 'haemoglobin', words: 'Haemoglobin', unit: 'g/L' },
  { id: 'neutrophils', words: 'Neutrophils', unit: '10*9/L' },
  { id: 'lymphocytes', words: 'Lymphocytes', unit: '10*9/L' },
  { id: 'platelets', words: 'Platelets', unit: '10*9/L' },
  { id: 'ferritin', words: 'Ferritin', unit: 'ug/L' },
  { id: 'igg', words: 'IgG', unit: 'g/L' },
  { id: 'weight', words: 'Body weight', unit: 'kg' },
] as const;
/** Scores that a clinician gives, with their highest value. */
export const scores = [
  { id: 'mmt8', words: 'Strength of 8 muscle groups, both sides (MMT-8)', max: 150 },
  { id: 'physician-global-activity', words: 'Doctor’s global activity', max: 10 },
  { id: 'patient-global-activity', words: 'My own global activity', max: 10 },
  { id: 'extramuscular-activity', words: 'Activity beyond muscle', max: 10 },
  { id: 'haq_di', words: 'Daily tasks (HAQ-DI)', max: 3 },
  { id: 'cdasi_v2', words: 'Skin activity (CDASI)', max: 100 },
] as const;
export const doseUnits = [
  ['mg', 'milligrams (mg)'],
  ['g', 'grams (g)'],
  ['ug', 'micrograms'],
  ['[iU]', 'international units (IU)'],
] as const;
