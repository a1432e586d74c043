// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { loadGuideline } from '../authoring/index.ts';
import { derive } from './derive.ts';
import { improvementOf } from './improvement.ts';
import type { Entry } from './record.ts';

const { loaded } = loadGuideline('guideline');
if (!loaded) throw new Error('The guideline has problems.');
const { guideline } = loaded;
const file: { asOf: string; record: Entry[] } = parse(readFileSync('examples/stepping-up.yaml', 'utf8'));

it('gives the parts of the score, and they add up to its total', () => {
  const found = improvementOf(derive(guideline, file.record, file.asOf));
  expect(found?.parts.map(({ part }) => part)).toEqual([
    'phga',
    'ptga',
    'strength',
    'function',
    'enzyme',
    'extramuscular',
  ]);
  const sum = found?.parts.reduce((total, { points = 0 }) => total + points, 0);
  expect(found?.total).not.toBeNull();
  expect(sum).toBe(found?.total);
  expect(found?.lowerBound).toBe(found?.total);
});
it('gives none before anything was measured', () => {
  expect(improvementOf(derive(guideline, [], '2026-11-24'))).toBeUndefined();
});
