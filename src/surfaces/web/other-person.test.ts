// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../record/index.ts';
import { otherPerson } from './other-person.ts';

const fact = (on: string, name: string, value: boolean | string | number): Entry => ({
  kind: 'fact',
  id: `${name} ${on}`,
  on,
  fact: name,
  value,
});

describe('a file that is about somebody else than the record is told by age and sex at birth', () => {
  it.each<[what: string, kept: Entry[], opened: Entry[], says: RegExp | undefined]>([
    ['a child in a grown-up’s record', [fact('2026-01-05', 'age', 36)], [fact('2026-01-05', 'age', 8)], /age of 8.*36/],
    ['the same age', [fact('2026-01-05', 'age', 36)], [fact('2026-01-05', 'age', 36)], undefined],
    ['five years later', [fact('2021-01-05', 'age', 36)], [fact('2026-01-05', 'age', 41)], undefined],
    ['five years later, no older', [fact('2021-01-05', 'age', 36)], [fact('2026-01-05', 'age', 36)], /age of 36/],
    ['a file of four years before', [fact('2026-01-05', 'age', 36)], [fact('2022-01-05', 'age', 32)], undefined],
    ['a day before and after a birthday', [fact('2026-01-05', 'age', 36)], [fact('2026-01-04', 'age', 35)], undefined],
    [
      'another sex at birth',
      [fact('2026-01-05', 'sex-at-birth', 'female')],
      [fact('2026-01-05', 'sex-at-birth', 'male')],
      /male at birth.*female/,
    ],
    [
      'the age that was said last, not the one corrected since',
      [fact('2026-01-05', 'age', 63), fact('2026-01-06', 'age', 36)],
      [fact('2026-01-06', 'age', 36)],
      undefined,
    ],
    ['nothing is kept yet', [], [fact('2026-01-05', 'age', 8)], undefined],
    ['the file says neither', [fact('2026-01-05', 'age', 36)], [fact('2026-01-05', 'pregnant', true)], undefined],
  ])('%s', (_what, kept, opened, says) => {
    if (says === undefined) expect(otherPerson(kept, opened)).toBeUndefined();
    else expect(otherPerson(kept, opened)).toMatch(says);
  });
  it('one person is never taken for another, whatever day either was written', () => {
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2040-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90 }), day, day, (born, a, b) => {
        const aged = (on: Date): Entry =>
          fact(on.toISOString().slice(0, 10), 'age', Math.max(0, on.getUTCFullYear() - (2000 - born)));
        expect(otherPerson([aged(a)], [aged(b)])).toBeUndefined();
      }),
    );
  });
});
