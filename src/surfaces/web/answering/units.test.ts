// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { ratio as byLibrary } from '../../../measures/unit-conversions/ucum.ts';
import { fetchUnits, ratio } from './units.ts';

it('knows no foreign unit until the library is fetched, then says what the library says', async () => {
  expect(await fetchUnits()).toBe(false);
  expect(ratio('g', 'g')).toBe(1);
  expect(await fetchUnits()).toBe(false);
  expect(ratio('g', 'mg')).toBeUndefined();
  expect(await fetchUnits()).toBe(true);
  for (const [from, to] of [
    ['g', 'mg'],
    ['g/dL', 'g/L'],
    ['[lb_av]', 'kg'],
    ['mg', 'mol'],
    ['mg/(((', 'mg'],
  ] as const)
    expect(ratio(from, to)).toBe(byLibrary(from, to));
  expect(await fetchUnits()).toBe(false);
});
it('says the same again after more units were asked for than it remembers', () => {
  expect(ratio('g', 'mg')).toBe(1000);
  for (let i = 0; i < 2100; i += 1) expect(ratio('mg', `no-unit-${i}`)).toBeUndefined();
  expect(ratio('g', 'mg')).toBe(1000);
});
