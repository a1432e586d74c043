// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { loadGuideline } from '../src/authoring/index.ts';
import { say } from '../src/surfaces/web/pages/treatment/words.ts';

const { loaded, shown } = loadGuideline('guideline');
if (!loaded) throw new Error(shown());
const { guideline } = loaded;
const ruledOut = (id: string): readonly string[] =>
  guideline.rules
    .filter((rule) => rule.intervention === id && rule.kind === 'contraindication')
    .map((rule) => say(guideline, rule));

it('what is missing is said as "without"', () => {
  expect(ruledOut('methotrexate')).toContain('Possible pregnancy, without reliable contraception');
  expect(ruledOut('prednisone')).toEqual(['Serious infection now, without taking prednisone or prednisolone now']);
  expect(ruledOut('methotrexate').filter((text) => text.includes('not:'))).toEqual([]);
});
it('every contraindication has a reason that the page can show below it', () => {
  const bare = guideline.rules.filter(
    (rule) => rule.kind === 'contraindication' && !guideline.claims[rule.because[0]]?.statement,
  );
  expect(bare).toEqual([]);
});
