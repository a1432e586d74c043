// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { loadGuideline } from '../src/authoring/index.ts';
import { review } from '../src/surfaces/cli/review.ts';

const { loaded, shown } = loadGuideline('guideline');

it('the guideline is well-formed: every name exists and every rule cites a claim', () => expect(shown()).toBe(''));

it('every case comes out as its sources say, and no invariant is broken by a case', () => {
  if (!loaded) throw new Error('The guideline did not load.');
  const { findings, counts } = review(loaded);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(counts['cases']).toBeGreaterThan(0);
});
