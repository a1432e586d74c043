// SPDX-License-Identifier: Apache-2.0
// Would anybody notice? A sample of small wrongs planted in the rules; `npm run mutations` plants them all.
import { describe, expect, it } from 'vitest';
import { loadGuideline, type Loaded } from '../src/authoring/index.ts';
import { mutants } from '../src/interpreters/prove/index.ts';
import { killRates, shareKilled, tryMutants } from '../src/surfaces/cli/mutations.ts';

const { loaded, shown } = loadGuideline('guideline');
if (!loaded) throw new Error(shown());
const safety = ['contraindication', 'advice against', 'red flag'] as const;
const survivors = (fates: Awaited<ReturnType<typeof tryMutants>>) =>
  fates.flatMap(({ fate, mutant }) => (fate === 'survived' ? [`${mutant.id}: ${mutant.how}`] : []));

it('a contraindication, a recommendation against, or a red flag that is dropped is noticed, every one of them', async () => {
  const fates = await tryMutants(loaded, { of: safety, only: ({ how }) => how === 'dropped' });
  expect(fates.length).toBeGreaterThan(250);
  expect(survivors(fates)).toEqual([]);
});

it('of a sample of all small wrongs in them, at least 95 in 100 are noticed', async () => {
  const fates = await tryMutants(loaded, { of: safety, every: 12 });
  const rates = killRates(fates);
  expect(fates.length).toBeGreaterThan(80);
  expect({ enough: shareKilled(rates) >= 0.95, survivors: survivors(fates) }).toMatchObject({ enough: true });
});

it('without cases and without invariants, wrongs survive, each with a patient whom it would advise wrongly', async () => {
  const blind: Loaded = { ...loaded, cases: [], guideline: { ...loaded.guideline, invariants: [] } };
  const fates = await tryMutants(blind, { of: safety, every: 150 });
  const survived = fates.flatMap((fate) => (fate.fate === 'survived' ? [fate] : []));
  expect(survived.length).toBeGreaterThan(5);
  for (const { difference } of survived) expect(difference.was).not.toBe(difference.is);
});

describe('each kind of wrong is planted', () => {
  const hows = mutants(loaded.guideline).map(({ how }) => how);
  it.each([
    ['a rule dropped', /^dropped$/],
    ['a comparison flipped', /read as "egfr >= 30"/],
    ['a comparison moved by its limit', /"egfr < 30" read as "egfr <= 30"/],
    ['an option widened', /widened to/],
    ['a yes read as a no', /read as its opposite/],
    ['a part left out', /part \d+ left out/],
  ])('%s', (_name, pattern) => expect(hows.some((how) => pattern.test(how))).toBe(true));
});
