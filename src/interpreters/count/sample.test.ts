// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { loadFrequencies, loadGuideline, wrongValue } from '../../authoring/index.ts';
import type { Patient } from '../../model/index.ts';
import { withMonitoring } from './monitoring.ts';
import { atShare, prepareSample, seeded } from './sample.ts';

const { loaded, shown } = loadGuideline('guideline');
if (!loaded) throw new Error(shown());
const { guideline } = loaded;
const vocabulary = withMonitoring(guideline);
const { frequencies } = loadFrequencies('guideline', guideline);
const drawOne = prepareSample(guideline, frequencies);
const people = (many: number, seed: number): readonly Patient[] => {
  const random = seeded(seed);
  return Array.from({ length: many }, () => drawOne(random));
};

describe('synthetic people', () => {
  const cohort = people(6000, 20261124);

  it('are the same for the same seed, and others for another', () => {
    expect(people(5, 1)).toEqual(people(5, 1));
    expect(people(5, 1)).not.toEqual(people(5, 2));
  });

  it('have only values that a patient file may state', () => {
    const wrong = cohort.slice(0, 500).flatMap((patient) =>
      Object.entries(patient).filter(([id, value]) => {
        return wrongValue(vocabulary, id, value) !== undefined;
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('have each option about as often as the file says, so that its shares in all and by group agree', () => {
    const off = frequencies.flatMap(({ fact, spread }) => {
      if ('quantiles' in spread) return [];
      const known = cohort.flatMap((patient) => (patient[fact] === undefined ? [] : [String(patient[fact])]));
      return Object.entries(spread.probabilities).flatMap(([code, share]) => {
        const seen = known.filter((one) => one === code).length / known.length;
        return Math.abs(seen - share) > 0.03 ? [`${fact} ${code}: ${share} said, ${seen.toFixed(3)} drawn`] : [];
      });
    });
    expect(off).toEqual([]);
  });

  it('have lung disease most often with the antibodies that go with it', () => {
    const share = (antibody: string) => {
      const some = cohort.filter((patient) => patient[antibody] === true && patient['interstitial-lung-disease']);
      return some.filter((patient) => patient['interstitial-lung-disease'] === 'confirmed').length / some.length;
    };
    expect(share('antisynthetase-antibody')).toBeGreaterThan(0.7);
    expect(share('anti-tif1-gamma')).toBeLessThan(0.15);
  });

  it('are never older when the disease began than they are', () => {
    const both = cohort.filter(
      (patient) => typeof patient['age'] === 'number' && typeof patient['age-at-onset'] === 'number',
    );
    expect(both.length).toBeGreaterThan(1000);
    expect(both.filter((patient) => Number(patient['age-at-onset']) > Number(patient['age']))).toEqual([]);
  });

  it('are partly unknown, and some are known in full', () => {
    const known = cohort.map((patient) => Object.keys(patient).length);
    expect(Math.max(...known)).toBeGreaterThanOrEqual(frequencies.length);
    expect(Math.min(...known)).toBeLessThan(frequencies.length * 0.8);
  });
});

it.each([
  { share: 0, value: 10 },
  { share: 0.25, value: 15 },
  { share: 0.5, value: 20 },
  { share: 0.75, value: 60 },
  { share: 1, value: 100 },
])('between quantiles a number lies on a straight line: share $share is $value', ({ share, value }) =>
  expect(atShare([[0, 10], [0.5, 20], [1, 100]], share)).toBeCloseTo(value)); // prettier-ignore
