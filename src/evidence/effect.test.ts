// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import {
  isCounted,
  naturalFrequency,
  percent,
  riskDifference,
  riskRatio,
  waldDifference,
  type Counted,
  type Estimate,
} from './index.ts';

const count = (events: number, of: number): Counted => ({ events, of });
const near = (found: Estimate | undefined, expected: readonly number[], digits: number): void => {
  [found?.value, found?.low, found?.high].forEach((figure, i) =>
    expect(figure).toBeCloseTo(expected[i] ?? NaN, digits),
  );
};

describe('risk difference', () => {
  // Newcombe, Stat Med 1998;17:873-890, table II: method 10 and, for the first two, method 1.
  it.each([
    [56, 70, 48, 80, 0.2, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.6, 0.1705, 0.809],
    [10, 10, 0, 20, 1, 0.6791, 1],
    [0, 10, 0, 20, 0, -0.1611, 0.2775],
  ])('Newcombe %i/%i - %i/%i', (a, m, b, n, ...expected) =>
    near(riskDifference(count(a, m), count(b, n)), expected, 4),
  );
  it.each([
    [56, 70, 48, 80, 0.2, 0.0575, 0.3425],
    [9, 10, 3, 10, 0.6, 0.2605, 0.9395],
  ])('Wald %i/%i - %i/%i', (a, m, b, n, ...expected) => near(waldDifference(count(a, m), count(b, n)), expected, 4));
  it('ProDERM: 37 of 47 against 21 of 48 is 34.97 points (16.70 to 53.24)', () =>
    near(waldDifference(count(37, 47), count(21, 48)), [0.3497, 0.167, 0.5324], 4));
  it('changes sign, and nothing else, when the arms change places', () => {
    const there = riskDifference(count(37, 47), count(21, 48)),
      back = riskDifference(count(21, 48), count(37, 47));
    near(back, [-there.value, -there.high, -there.low], 12);
  });
});

describe('risk ratio', () => {
  it('ProDERM', () => expect(riskRatio(count(37, 47), count(21, 48))?.value).toBeCloseTo(1.799, 3));
  it('has the interval that the log formula gives by hand', () =>
    // se² = 1/10 - 1/20 + 1/5 - 1/20 = 0.2
    near(riskRatio(count(10, 20), count(5, 20)), [2, 2 * Math.exp(-0.876523), 2 * Math.exp(0.876523)], 4));
  it('has no interval without events', () => {
    expect(riskRatio(count(5, 11), count(0, 5))).toBeUndefined();
    expect(riskRatio(count(0, 5), count(5, 11))).toBeUndefined();
  });
});

describe('counts', () => {
  it('are said as people', () => expect(naturalFrequency(count(37, 47))).toBe('37 of 47'));
  it('give percentages', () => expect(percent(count(37, 47))).toBeCloseTo(78.72, 2));
  it.each([
    [48, 47],
    [-1, 5],
    [1.5, 5],
    [0, 0],
    [Number.NaN, 5],
  ])('%d of %d is refused', (events, of) => {
    expect(isCounted(count(events, of))).toBe(false);
    expect(() => percent(count(events, of))).toThrow(RangeError);
    expect(() => naturalFrequency(count(events, of))).toThrow(RangeError);
  });
});
