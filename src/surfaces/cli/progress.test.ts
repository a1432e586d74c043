// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { barText, steps, type Bar } from './progress.ts';

describe('a line of progress', () => {
  it.each([
    { done: 0, bar: '[........................]   0 %' },
    { done: 0.5, bar: '[############............]  50 %' },
    { done: 1, bar: '[########################] 100 %' },
    { done: -1, bar: '[........................]   0 %' },
    { done: 7, bar: '[########################] 100 %' },
  ])('$done → $bar', ({ done, bar }) => expect(barText('reading', done)).toBe(`${bar}  reading`));
  it('fits 80 columns, however long the label', () =>
    expect(barText('x'.repeat(200), 0.3).length).toBeLessThanOrEqual(80));
});

it('steps are shown at every tenth and at the last, and then the line is cleared', () => {
  const shown: string[] = [];
  const bar: Bar = { show: (label, done) => shown.push(`${label} ${done}`), clear: () => shown.push('cleared') };
  const step = steps('proved', 12, bar);
  for (let i = 0; i < 12; i++) step();
  step.end();
  expect(shown).toEqual([`10 of 12 proved ${10 / 12}`, '12 of 12 proved 1', 'cleared']);
});
