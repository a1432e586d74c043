// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { printoImprovement } from './change.ts';

it.each([
  [13, true],
  [13.1, false],
])('PRINTO: two measures worse, the enzyme from 10 to %s, still improved: %s', (enzyme, met) => {
  const before = { phga: 5, ptga: 5, function: 2, extramuscular: 2, enzyme: 10 };
  const after = { phga: 2, ptga: 2, function: 1, extramuscular: 3, enzyme };
  expect(printoImprovement(before, after).met).toBe(met);
});
