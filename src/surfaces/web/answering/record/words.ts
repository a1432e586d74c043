// SPDX-License-Identifier: Apache-2.0
// Names of tests and units as people say them. What is not listed is shown as it was written.

const names: Readonly<Record<string, string>> = {
  sts30: 'Standing up from a chair',
  tug: 'Stand up, walk and come back',
  'arm-lift-1kg': 'Lifting 1 kilogram overhead',
  'creatine-kinase': 'Creatine kinase (CK)',
  alt: 'ALT, a liver test',
  ast: 'AST, a liver and muscle test',
  ldh: 'LDH',
  ggt: 'GGT, a liver test',
  egfr: 'Kidney filter (eGFR)',
  mmt8: 'Strength, MMT-8',
  'mmt8-one-side': 'Strength, MMT-8, one side',
  'physician-global-activity': 'How active it is, by your doctor',
  'patient-global-activity': 'How active it is, by you',
  'extramuscular-activity': 'How active it is beyond muscle',
  haq_di: 'Daily tasks (HAQ)',
  'vitamin-d': 'Vitamin D',
  'six-minute-walk': 'Walk of six minutes',
  cdasi_v2: 'Skin activity (CDASI)',
  'cdasi-damage': 'Lasting skin damage (CDASI)',
  chaq: 'Daily tasks (CHAQ)',
  dlqi: 'Skin and daily life (DLQI)',
  itch_5d: 'Itch (5-D)',
  fi3: 'Muscle endurance (FI-3)',
  six_mwt: 'Walking for 6 minutes',
  'skindex-symptoms': 'Skin symptoms (Skindex)',
  'skindex-emotions': 'Skin and feelings (Skindex)',
  'skindex-functioning': 'Skin and daily life (Skindex)',
  global_activity_vas: 'Global scores of doctor and patient',
  'total-improvement-score': 'Total improvement',
  minutes: 'Exercise',
};
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
/** A test, a measure or a symptom by its name. */
export const nameOf = (id: string): string =>
  Object.hasOwn(names, id) ? (names[id] ?? id) : capital(id.replaceAll(/[-_]/g, ' '));

const units: Readonly<Record<string, string>> = {
  'mg/d': 'mg a day',
  '{of 10}': '0 none to 10 worst',
  '{of 100}': 'of 100',
  '{times}': 'times in 30 seconds',
  '{score}': 'points',
  s: 'seconds',
  min: 'minutes',
  'U/L': 'U/L',
  ug: 'micrograms',
  '[iU]': 'IU',
  '10*9/L': '×10⁹/L',
  '10*6/L': '×10⁶/L',
  'umol/L': 'µmol/L',
  'ug/L': 'µg/L',
  'mL/min/{1.73_m2}': 'mL/min per 1.73 m²',
  '{times_upper_limit}': 'times the upper limit',
};
/** A unit in words. */
export const unitName = (code: string): string => (Object.hasOwn(units, code) ? (units[code] ?? code) : code);

const ranges: Readonly<Record<string, string>> = {
  mmt8: 'of 150',
  'mmt8-one-side': 'of 80',
  chaq: '0 to 3, lower is better',
  'cdasi-damage': '0 to 32, lower is better',
  six_mwt: 'percent of what is usual',
  'physician-global-activity': '0 to 10',
  'patient-global-activity': '0 to 10',
  'extramuscular-activity': '0 to 10',
  haq_di: '0 to 3, lower is better',
  cdasi_v2: '0 to 100, lower is better',
};
/** What stands behind a measure's number: its range where it has one. */
export const measureUnit = (id: string): string => ranges[id] ?? 'points';

/** A day written out: "23 November 2026"; a day that is none stays as it was written. */
export function dayWords(on: string, style: 'long' | 'short' = 'long'): string {
  const day = new Date(`${on}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return on;
  return day.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: style,
    timeZone: 'UTC',
    ...(style === 'long' ? { year: 'numeric' } : {}),
  });
}
