// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { loadGuideline } from '../../../authoring/load.ts';
import { answerWords, listWords } from './words.ts';

const { loaded } = loadGuideline('guideline');
if (!loaded) throw new Error('The guideline does not load.');
const { guideline } = loaded;

describe.each(['treatments-now', 'treatments-failed', 'other-medicines', 'serious-reactions'])(
  'in the list of %s',
  (group) => {
    const facts = Object.values(guideline.facts).filter((fact) => fact.group === group);
    it('each is named, without saying again what the heading asks', () => {
      expect(facts.length).toBeGreaterThan(3);
      const words = facts.map((fact) => listWords(guideline, fact));
      expect(
        words.filter((one) => /^(Takes|Taking|Having|Also|Serious reaction)|did not work| now$/.test(one)),
      ).toEqual([]);
    });
  },
);

it.each([
  ['creatine-kinase-times-upper-limit', 8, '8 times the upper limit'],
  ['months-since-onset', 1, '1 month'],
  ['months-since-onset', 7, '7 months'],
  ['mmt8', 126, '126'],
  ['prednisone-mg-per-day', 20, '20 mg a day'],
])('%s, %s, is shown as “%s”', (id, value, words) => {
  const fact = guideline.facts[id];
  expect(fact && answerWords(fact, value)).toBe(words);
});
