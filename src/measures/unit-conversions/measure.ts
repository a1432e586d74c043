// SPDX-License-Identifier: Apache-2.0
import { outcome, reader, toSix, type Inputs, type Measure, type Outcome } from '../measure.ts';
import { convertUnit } from './convert.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** A value in another unit, at full precision to six decimals. A unit that cannot be converted is refused, never guessed. */
function score(inputs: Inputs): Outcome {
  const read = reader(inputs);
  const value = read.number('value', -1e9, 1e9);
  const [analyte, from, to] = [text(inputs['analyte']), text(inputs['from']), text(inputs['to'])];
  if (!from) read.report('from', 'is missing. Give the unit it was measured in, such as mg/dL.');
  if (!to) read.report('to', 'is missing. Give the unit you want, such as umol/L.');
  const converted = value === undefined || !from || !to ? undefined : convertUnit(value, from, to, analyte);
  if (value !== undefined && from && to && converted === undefined)
    read.report('to', `is "${to}". ${analyte || 'This'} cannot be converted from ${from} to it.`);
  return outcome(read, () => ({ value: toSix(converted ?? 0), unit: to }));
}

export const unitConversions: Measure = {
  id: 'unit_conversions',
  shortNames: ['convert', 'unit'],
  title: 'A laboratory value in another unit',
  citation: 'UCUM (unitsofmeasure.org); molar masses as laboratories round them',
  licence: 'Facts, free to use',
  score,
};
