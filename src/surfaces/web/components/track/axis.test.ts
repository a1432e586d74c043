// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisOf, labelled, pushedIn, scaleOf, ticksOf } from './axis.ts';
import type { Chart } from '../../answering/record/charts.ts';

const day = (n: number): string => new Date(Date.UTC(2025, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);
const chart = (values: readonly number[], rest: Partial<Chart> = {}): Chart => ({
  key: 'k',
  name: 'CK',
  unit: 'U/L',
  shape: 'points',
  points: values.map((value, i) => ({ on: day(i * 7), value })),
  from: 0,
  bands: [],
  ...rest,
});

describe('the line of time', () => {
  it('puts later days further right, inside the picture', () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.nat(3000), fc.nat(3000), (start, a, b) => {
        const { x } = axisOf(day(start), day(start + 3000));
        const [first, second] = [Math.min(a, b), Math.max(a, b)].map((n) => x(day(start + n)));
        expect(first).toBeLessThanOrEqual(second ?? 0);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(second).toBeLessThanOrEqual(100);
      }),
    );
  });
  it('names at most eight months, whatever the years', () => {
    for (const length of [10, 59, 60, 400, 1500, 4000]) {
      const ticks = ticksOf(axisOf(day(0), day(length)));
      expect(ticks.length).toBeGreaterThan(0);
      expect(ticks.length).toBeLessThanOrEqual(8);
    }
  });
});

describe('the names of the months', () => {
  it('leave room for each other, also the first, which begins at the edge', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.integer({ min: 60, max: 900 }), (start, length) => {
        const ticks = ticksOf(axisOf(day(start), day(start + length)));
        const [first, second] = ticks;
        if (first && second && first.x < pushedIn) expect(second.x - first.x).toBeGreaterThanOrEqual(14);
        expect(ticks.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('the scale', () => {
  it('holds every value between its ends, and rises upwards', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1 }), (values) => {
        const { y } = scaleOf(chart(values), 132);
        for (const value of values) {
          expect(y(value)).toBeGreaterThanOrEqual(20);
          expect(y(value)).toBeLessThanOrEqual(130.001);
        }
        expect(y(Math.max(...values))).toBeLessThanOrEqual(y(Math.min(...values)));
      }),
    );
  });
  it('starts strength above nought only when every value is in the upper part', () => {
    expect(scaleOf(chart([114, 127], { to: 150, goal: { value: 150, name: 'full' } }), 132).from).toBe(90);
    expect(scaleOf(chart([60, 127], { to: 150, goal: { value: 150, name: 'full' } }), 132).from).toBe(0);
  });
});

it('always writes the last value, and never two that would touch', () => {
  const { points } = chart(Array.from({ length: 52 }, (_, i) => i));
  const { x } = axisOf(day(0), day(52 * 7));
  const marked = [...labelled(points, x, 15)];
  expect(marked).toContain(points.at(-1));
  for (const a of marked)
    for (const b of marked) if (a !== b) expect(Math.abs(x(a.on) - x(b.on))).toBeGreaterThanOrEqual(15);
});
