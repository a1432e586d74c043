// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { loadGuideline } from '../src/authoring/index.ts';
import { loadTrials } from '../src/authoring/trials.ts';
import { review } from '../src/surfaces/cli/review/index.ts';

const { loaded, shown } = loadGuideline('guideline');

it('the guideline is well-formed: every name exists and every rule cites a claim', () => expect(shown()).toBe(''));

it('every case comes out as its sources say, and no invariant is broken by a case', () => {
  if (!loaded) throw new Error('The guideline did not load.');
  const { trials } = loadTrials('guideline/evidence/trials');
  const { findings, counts } = review(loaded, trials, '2026-11-24');
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(counts['cases']).toBeGreaterThan(0);
});
