// SPDX-License-Identifier: Apache-2.0

/** UCUM units as people write them. */
const units: Readonly<Record<string, string>> = {
  a: 'years',
  mo: 'months',
  wk: 'weeks',
  d: 'days',
  'mg/d': 'mg a day',
  '10*9/L': '×10⁹/L',
  'mL/min/{1.73_m2}': 'mL/min/1.73 m²',
  'ug/L': 'µg/L',
  '{times_upper_limit}': 'times the upper limit',
};

/** A UCUM unit in words. A unit in braces is only a remark, so one that has no words here is left out: ''. */
export const unitWords = (unit: string): string => units[unit] ?? (unit.startsWith('{') ? '' : unit);
