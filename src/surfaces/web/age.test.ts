// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { ageWarning } from './age.ts';

describe('pages made on 24 November 2026', () => {
  it.each<[today: string, says: RegExp | undefined]>([
    ['2026-11-24', undefined],
    ['2026-11-23', undefined], // another time zone
    ['2026-11-21', /today is 21 November 2026.*its date is wrong/],
    ['1970-01-01', /its date is wrong/],
    ['2027-05-26', undefined],
    ['2027-05-27', /made 6 months ago, on 24 November 2026/],
    ['2028-11-24', /made 24 months ago/],
    ['no day', undefined],
  ])('read on %s', (today, says) => {
    if (says === undefined) expect(ageWarning('2026-11-24', today)).toBeUndefined();
    else expect(ageWarning('2026-11-24', today)).toMatch(says);
  });
});
