// SPDX-License-Identifier: Apache-2.0
import { convertUnit } from '../record/index.ts';

/** Ways a unit is often written that are not UCUM, and what they mean. Lower case, spaces left out. */
const written: Readonly<Record<string, string>> = {
  'ml/min/1.73m2': 'mL/min/{1.73_m2}',
  'ml/min/1.73m^2': 'mL/min/{1.73_m2}',
  'ml/min/1.73_m2': 'mL/min/{1.73_m2}',
  'ml/min/1.73.m2': 'mL/min/{1.73_m2}',
  'ml/min/{1.73m2}': 'mL/min/{1.73_m2}',
  'ml/min/1.73m²': 'mL/min/{1.73_m2}',
  'k/ul': '10*3/uL',
  'k/mm3': '10*3/uL',
  'thousand/ul': '10*3/uL',
  'thous/mcl': '10*3/uL',
  'x10e3/ul': '10*3/uL',
  'x10e9/l': '10*9/L',
  '10^3/ul': '10*3/uL',
  '10e3/ul': '10*3/uL',
  '10*3/mm3': '10*3/uL',
  '10^9/l': '10*9/L',
  '10e9/l': '10*9/L',
  'x10^9/l': '10*9/L',
  'x10*9/l': '10*9/L',
  'cells/ul': '/uL',
  '/mm3': '/uL',
  'mm/hr': 'mm/h',
  'mcg/l': 'ug/L',
  'µg/l': 'ug/L',
  'μg/l': 'ug/L',
  mcg: 'ug',
  'iu/l': 'U/L',
  'u/l': 'U/L',
  lb: '[lb_av]',
  lbs: '[lb_av]',
  pounds: '[lb_av]',
  kgs: 'kg',
  kilograms: 'kg',
  kilogram: 'kg',
  c: 'Cel',
  '°c': 'Cel',
  degc: 'Cel',
  f: '[degF]',
  '°f': '[degF]',
  degf: '[degF]',
  percent: '%',
  grams: 'g',
  gm: 'g',
  milligram: 'mg',
  milligrams: 'mg',
  mgs: 'mg',
};

/** The units of most results, which are UCUM already. */
const usual: ReadonlySet<string> = new Set(
  [...Object.values(written), 'g/dL', 'g/L', 'ng/mL', 'mg/dL', 'mmol/L', 'umol/L'].filter(
    (unit) => asUcum(unit) === unit,
  ),
);
/** A unit as UCUM, where we know how it was meant. */
export const ucum = (unit: string): string => (usual.has(unit) ? unit : asUcum(unit));
function asUcum(unit: string): string {
  const plain = unit.replaceAll(' ', '').toLowerCase();
  return Object.hasOwn(written, plain) ? (written[plain] ?? unit) : unit.trim();
}

/** No unit is longer; a longer one is not looked up. */
const longest = 40;

/** A value in another unit, to 9 significant digits (converting leaves traces of its arithmetic); absent when the two do not measure
 *  the same thing, or the unit is not known. Never a guess. From a mass to an amount of substance only where the `analyte` is one whose
 *  molar mass is known. */
export function inUnit(value: number, unit: string, to: string, analyte = ''): number | undefined {
  const from = ucum(unit);
  if (from === to) return value;
  if (from === '[degF]' && to === 'Cel') return Number((((value - 32) * 5) / 9).toPrecision(9));
  if (from.length > longest || from === 'Cel' || to === 'Cel') return undefined;
  const converted = convertUnit(value, from, to, analyte);
  return converted === undefined || !Number.isFinite(converted) ? undefined : Number(converted.toPrecision(9));
}
