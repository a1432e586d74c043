// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { loadGuideline } from '../src/authoring/index.ts';
import { answer } from '../src/interpreters/answer/index.ts';

const { loaded, shown } = loadGuideline('guideline');
if (!loaded) throw new Error(shown());
const { guideline, patients } = loaded;
const base = patients['healthy-adult-new-muscle']?.value.facts ?? {};
const pairs = guideline.combinations.flatMap(({ intervention, verdict, with: facts }) =>
  facts.map((fact) => ({ intervention, verdict, fact })),
);
const statusOf = (intervention: string, fact: string) =>
  answer(guideline, { ...base, [fact]: true }).options.find((option) => option.intervention === intervention)?.status;
const takenAs = (fact: string) =>
  Object.values(guideline.interventions).filter(({ currentFact }) => currentFact === fact);

describe('what is not taken together', () => {
  it.each(pairs.filter(({ verdict }) => verdict === 'avoid'))(
    'rules out $intervention when $fact is yes',
    ({ intervention, fact }) => expect(statusOf(intervention, fact)).toBe('contraindicated'),
  );

  it('is said of both medicines of a pair', () => {
    const said = new Set(pairs.filter(({ verdict }) => verdict === 'avoid').map((p) => `${p.intervention} ${p.fact}`));
    const oneSided = [...said].filter((pair) => {
      const [intervention = '', fact = ''] = pair.split(' ');
      const current = guideline.interventions[intervention]?.currentFact;
      return current !== undefined && takenAs(fact).some(({ id }) => !said.has(`${id} ${current}`));
    });
    expect(oneSided).toEqual([]);
  });
});

describe('what is taken together only with care', () => {
  it.each(pairs.filter(({ verdict }) => verdict === 'care'))(
    'warns about $intervention when $fact is yes',
    ({ intervention, fact }) => {
      const option = answer(guideline, { ...base, [fact]: true }).options.find(
        (it) => it.intervention === intervention,
      );
      const without = answer(guideline, { ...base, [fact]: false }).options.find(
        (it) => it.intervention === intervention,
      );
      expect(option?.advice.length).toBeGreaterThan(without?.advice.length ?? 0);
    },
  );
});
