// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { loadGuideline } from '../../../authoring/load.ts';
import { listWords } from './words.ts';

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
