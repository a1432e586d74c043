// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { inUnit } from './unit.ts';

describe('a value keeps its meaning in another unit', () => {
  it.each<[number, string, string, number | undefined]>([
    [98.6, 'degF', 'Cel', 37],
    [32, '°F', 'Cel', 0],
    [37, '°C', 'Cel', 37],
    [1000, 'mcg', 'mg', 1],
    [1000, 'mcg', 'ug', 1000],
    [154, 'lbs', 'kg', 69.853225],
    [70, 'kgs', 'kg', 70],
    [250, 'K/uL', '10*9/L', 250],
    [1500, 'cells/uL', '10*9/L', 1.5],
    [30, 'IU/L', 'U/L', 30],
    [60, 'mL/min/1.73m2', 'mL/min/{1.73_m2}', 60],
    [1, 'mg', 'mL', undefined],
    [37, 'Cel', '[degF]', undefined],
    [1, 'furlongs', 'mg', undefined],
    [1, '', 'mg', undefined],
    [1, 'constructor', 'mg', undefined],
  ])('%d %s in %s is %s', (value, unit, to, expected) => expect(inUnit(value, unit, to)).toBe(expected));
});
