// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal } from './smt.ts';

describe('a number for the solver has neither sign nor exponent, and loses nothing', () => {
  it.each([
    { value: 0, written: '0.0' },
    { value: 30, written: '30.0' },
    { value: -2.5, written: '(- 2.5)' },
    { value: 1e-7, written: '0.0000001' },
    { value: 1.25e-21, written: '0.00000000000000000000125' },
    { value: 1.5e21, written: '1500000000000000000000.0' },
  ])('$value → $written', ({ value, written }) => expect(decimal(value)).toBe(written));

  it('read back, every number is itself', () =>
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const written = decimal(value);
        expect(written).toMatch(/^(\d+\.\d+|\(- \d+\.\d+\))$/);
        expect(Math.abs(Number(written.replace(/[()\- ]/g, '')))).toBe(Math.abs(value));
      }),
    ));
});
