// SPDX-License-Identifier: Apache-2.0
import { ratio } from './ucum.ts';

/** Units that people write for a UCUM unit. */
const spellings: Readonly<Record<string, string>> = {
  lb: '[lb_av]',
  in: '[in_i]',
  IU: '[iU]',
  'IU/L': 'U/L',
  'mEq/L': 'meq/L',
  µkat: 'ukat',
  'µkat/L': 'ukat/L',
  'µg/L': 'ug/L',
  'µmol/L': 'umol/L',
  '×10⁹/L': '10*9/L',
  '10^9/L': '10*9/L',
  '10*3/uL': '10*9/L',
};
/** Amounts of substance per mass: what one unit of the first is in the second, for one analyte. Exact ones follow from definitions,
 *  the others from molar masses, as laboratories round them. */
const factors: readonly { analyte: readonly string[]; from: string; to: string; factor: number }[] = [
  { analyte: ['creatinine'], from: 'mg/dL', to: 'umol/L', factor: 88.4 },
  { analyte: ['haemoglobin', 'hemoglobin'], from: 'g/dL', to: 'mmol/L', factor: 0.6206 },
  { analyte: ['glucose'], from: 'mg/dL', to: 'mmol/L', factor: 1 / 18.0156 },
  { analyte: ['urea', 'bun'], from: 'mg/dL', to: 'mmol/L', factor: 0.357 },
  { analyte: ['bilirubin'], from: 'mg/dL', to: 'umol/L', factor: 17.1 },
  { analyte: ['calcium'], from: 'mg/dL', to: 'mmol/L', factor: 0.2495 },
  { analyte: ['vitamin-d', '25-oh vitamin d'], from: 'ng/mL', to: 'nmol/L', factor: 2.496 },
  { analyte: ['uric-acid', 'uric acid'], from: 'mg/dL', to: 'umol/L', factor: 59.48 },
  { analyte: ['cholesterol'], from: 'mg/dL', to: 'mmol/L', factor: 0.02586 },
];
const enzymeUnit = /^(u?kat|nkat|U|\[iU\])\/(L|mL)$/;
const unitsPerMicrokatal = 60;
const inMicrokatals: Readonly<Record<string, number>> = {
  'ukat/L': 1,
  'nkat/L': 0.001,
  'nkat/mL': 1,
  'ukat/mL': 1000,
  'kat/L': 1e6,
  'U/L': 1 / unitsPerMicrokatal,
  'U/mL': 1000 / unitsPerMicrokatal,
};

const ucumOf = (unit: string): string => (Object.hasOwn(spellings, unit) ? (spellings[unit] ?? unit) : unit);
/** A value in another unit; undefined when no conversion is known, never a guess. Enzyme activities: 1 ukat is 60 U exactly.
 *  Mass to amount of substance needs the analyte. Other conversions are UCUM's (proportional units only). */
export function convertUnit(value: number, from: string, to: string, analyte = ''): number | undefined {
  const [a, b] = [ucumOf(from), ucumOf(to)];
  if (a === b) return value;
  if (enzymeUnit.test(a) && enzymeUnit.test(b)) {
    const [one, other] = [inMicrokatals[a], inMicrokatals[b]];
    return one === undefined || other === undefined ? undefined : (value * one) / other;
  }
  const direct = ratio(a, b);
  if (direct !== undefined) return value * direct;
  const row = factors.find((one) => one.analyte.includes(analyte.toLowerCase()));
  if (!row) return undefined;
  const [mass, amount] = [ratio(a, row.from), ratio(row.to, b)];
  if (mass !== undefined && amount !== undefined) return value * mass * row.factor * amount;
  const [back, forth] = [ratio(a, row.to), ratio(row.from, b)];
  return back !== undefined && forth !== undefined ? ((value * back) / row.factor) * forth : undefined;
}
