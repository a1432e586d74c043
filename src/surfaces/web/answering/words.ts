// SPDX-License-Identifier: Apache-2.0
// Facts in the words of a form: what is asked together, under which heading, and how an answer is written.
import type { Fact, Guideline } from '../../../model/index.ts';

const asked = new Set([
  'signs-now',
  'signs-lately',
  'about-pregnancy',
  'conditions',
  'symptoms',
  'about-treatment',
  'what-matters',
]);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What stands beside the box of one fact in a list: a treatment by its name, anything else by its own question. */
export function listWords(guideline: Guideline, fact: Fact): string {
  if (fact.group !== undefined && asked.has(fact.group)) return fact.question;
  const treatment =
    Object.values(guideline.interventions).find(({ currentFact }) => currentFact === fact.id)
    ?? guideline.interventions[fact.id.replace(/^failed-/, '')];
  return treatment?.label ?? fact.choice ?? capital(fact.label.replace(/^Serious reaction to /, ''));
}

const units: Readonly<Record<string, string>> = {
  a: 'years',
  mo: 'months',
  wk: 'weeks',
  d: 'days',
  kg: 'kilograms',
  '%': '%',
  'mg/d': 'mg a day',
  'mL/min/{1.73_m2}': 'mL/min per 1.73 m²',
};
/** A unit in words; nothing for a bare number. */
export const unitWords = (code: string): string =>
  code.startsWith('{') || code === '1'
    ? ''
    : (units[code] ?? code.replaceAll('10*9/L', '×10⁹ per litre').replace(/[{}]/g, ''));

/** The unit behind a number: "1 month", "2 months", "8 times the upper limit". */
const counted = (unit: string, value: boolean | string | number): string => {
  if (unit === '{times_upper_limit}') return 'times the upper limit';
  const words = unitWords(unit);
  return value === 1 && Object.hasOwn(units, unit) ? words.replace(/^(year|month|week|day|kilogram)s$/, '$1') : words;
};

/** An answer as it is shown beside its question. */
export function answerWords({ value: kind }: Fact, value: boolean | string | number): string {
  if (kind.type === 'boolean') return value === true ? 'Yes' : 'No';
  if (kind.type === 'quantity') return `${String(value)} ${counted(kind.unit, value)}`.trim();
  return capital(kind.options.find(({ code }) => code === value)?.label ?? String(value));
}
