// SPDX-License-Identifier: Apache-2.0
// What the parts of a measure are called: its inputs, the words it takes and the figures it gives.

/** Names that their parts in camelCase do not give by themselves; an empty name is left out. */
const names: Readonly<Record<string, string>> = {
  adjbw: 'adjusted body weight (kg)',
  adjustedIfBmi: 'adjusted from BMI 30',
  antiJo1: 'anti-Jo-1 antibody',
  bmi: 'body mass index',
  bsa: 'body surface (m²)',
  chaqDi: 'CHAQ disability index',
  chqPhS: 'CHQ physical summary',
  ck: 'CK (U/L)',
  cmas: 'CMAS',
  das: 'DAS',
  distanceM: 'distance (m)',
  doseGPerKg: 'dose (g/kg)',
  doseMg: 'dose (mg)',
  doses: 'steroid',
  dosingWeight: 'dosing weight (kg)',
  egfr: 'eGFR (mL/min/1.73 m²)',
  egfrRounded: 'eGFR, rounded',
  followUp: 'follow-up',
  gottronHands: 'Gottron on the hands',
  gottronNotOnHands: 'Gottron not on the hands',
  haqDi: 'HAQ disability index',
  haqDiAlternative: 'HAQ disability index, without aids and help',
  heightCm: 'height (cm)',
  ibw: 'ideal body weight (kg)',
  items: 'item',
  lowerLimitM: 'lower limit (m)',
  max: 'top of the scale',
  mechanicsHand: 'mechanic’s hands',
  mitax: 'MITAX',
  mitaxSum: 'MITAX sum',
  mmt8: 'MMT-8',
  myoact: 'MYOACT',
  myoactSum: 'MYOACT sum',
  organVas: 'damage, 10 cm line',
  pairs: '',
  pct: 'change (%)',
  phga: 'physician global activity',
  predictedM: 'predicted (m)',
  prednisoneEqMg: 'prednisone equivalent (mg)',
  ptga: 'patient global activity',
  readings: '',
  reps: '',
  scaleMax: 'top of the scale',
  sites: '',
  skindex16: 'item',
  strengthMax: 'strength, top of the scale',
  tScore: 'T score',
  totalDoseG: 'total dose (g)',
  uln: 'upper limit of normal',
  vNeckFrontal: 'V of the neck, front',
  visits: 'visit',
  weightKg: 'weight (kg)',
};
const options: Readonly<Record<string, string>> = {
  true: 'Yes',
  false: 'No',
  kendall0_10: 'Kendall, 0 to 10',
  mrc0_5: 'MRC, 0 to 5',
  EM_VAS: 'Extramuscular activity, 10 cm line',
  actual: 'Actual weight',
  adjusted_if_bmi_ge_30: 'Adjusted weight from BMI 30',
  ProDERM_confirmedDeterioration: 'ProDERM: confirmed deterioration',
  IMACS_DOI: 'IMACS: improvement',
  'ukat/L': 'µkat/L',
  'umol/L': 'µmol/L',
  NA: 'Not applicable',
  NR: 'Not relevant',
  DM: 'Dermatomyositis',
};
/** A name that has its own capitals, such as "eGFR", keeps its first letter. */
const capital = (text: string): string =>
  /^[a-z][A-Z]/.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);

/** One part of a path: "wristExtensors" is "wrist extensors", the index "0" is "1". */
const partName = (part: string): string =>
  names[part]
  ?? (/^\d+$/.test(part)
    ? String(Number(part) + 1)
    : part
        .replace(/([a-z])([A-Z])/g, '$1 $2')
        .replaceAll('_', ' ')
        .toLowerCase()
        .replace(/^gottron/, 'Gottron'));
const joined = (parts: readonly string[]): string =>
  capital(
    parts
      .map(partName)
      .filter(Boolean)
      .join(', ')
      .replace(/, (\d+)(?=,|$)/g, ' $1'),
  );

/** What an input is called, and what it belongs to: "sites.scalp.erythema" is "Erythema" of "Scalp". */
export function named(path: string): { group: string; label: string } {
  const parts = path.split('.');
  const last = parts.at(-1) ?? '';
  const numbered = /^\d+$/.test(last);
  const label = numbered ? joined(parts.slice(-2)) : joined([last]);
  return { group: joined(numbered ? parts.slice(0, -2) : parts.slice(0, -1)), label };
}
/** The whole name of an input, as a message needs it: "Scalp, erythema". */
export const wholeName = (path: string): string => joined(path.split('.'));
/** A word that a measure takes, or gives. */
export const optionName = (word: string): string => options[word] ?? capital(word.replaceAll('_', ' '));
/** What a figure of the result is called. */
export const resultName = (name: string): string => capital(partName(name));
