// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadGuideline } from '../src/authoring/index.ts';
import { answer, prepareAnswer } from '../src/interpreters/answer/index.ts';
import { explain } from '../src/interpreters/explain/index.ts';
import type { Guidance, Option, Patient } from '../src/model/index.ts';
import { patientNear } from './arbitraries.ts';

const { loaded, shown } = loadGuideline('guideline');
if (!loaded) throw new Error(shown());
const { guideline, patients } = loaded;
const newMuscle = patients['healthy-adult-new-muscle']?.value.facts ?? {};
const wishFacts = guideline.wishes.map(({ fact }) => fact);
const without = (patient: Patient): Patient =>
  Object.fromEntries(Object.entries(patient).filter(([id]) => !wishFacts.includes(id)));
const wished = fc
  .uniqueArray(fc.constantFrom(...wishFacts), { minLength: 1 })
  .map((facts) => Object.fromEntries(facts.map((fact) => [fact, true])));
const decided = (option: Option) => ({ ...option, againstWishes: [] });
const byId = (guidance: Guidance) =>
  new Map(guidance.options.map((option) => [option.intervention, decided(option)] as const));
const place = (guidance: Guidance, id: string) => guidance.options.findIndex(({ intervention }) => intervention === id);

describe('what matters to a person', () => {
  it('wishes never change a status, an urgency or anything else that is decided', () => {
    const prepared = prepareAnswer(guideline);
    fc.assert(
      fc.property(patientNear(guideline, newMuscle), wished, (who, wishes) => {
        const [plain, wishing] = [prepared(without(who)), prepared({ ...without(who), ...wishes })];
        expect(byId(wishing)).toEqual(byId(plain));
        expect({ ...wishing, options: [] }).toEqual({ ...plain, options: [] });
      }),
      { numRuns: 150, seed: 20261124 },
    );
  });

  it('wishes never place an option before one of better standing', () => {
    const prepared = prepareAnswer(guideline);
    fc.assert(
      fc.property(patientNear(guideline, newMuscle), wished, (who, wishes) => {
        const standing = (patient: Patient) => prepared(patient).options.map(({ status, line }) => [status, line]);
        expect(standing({ ...without(who), ...wishes })).toEqual(standing(without(who)));
      }),
      { numRuns: 150, seed: 20261124 },
    );
  });

  it('somebody who would rather avoid a slow start sees methotrexate before azathioprine', () => {
    const guidance = answer(guideline, { ...newMuscle, 'wants-fast-effect': true });
    expect(place(guidance, 'methotrexate')).toBeLessThan(place(guidance, 'azathioprine'));
    expect(guidance.options.find(({ intervention }) => intervention === 'azathioprine')?.againstWishes).toEqual([
      'wants-fast-effect',
    ]);
  });

  it('somebody who would like children later sees azathioprine before methotrexate, and why', () => {
    const patient = { ...newMuscle, 'wants-children-later': true };
    const guidance = answer(guideline, patient);
    expect(place(guidance, 'azathioprine')).toBeLessThan(place(guidance, 'methotrexate'));
    const option = guidance.options.find(({ intervention }) => intervention === 'methotrexate');
    const sentences = option ? explain(guideline, patient, option) : [];
    const said = sentences.find(({ text }) => text.startsWith('You would rather avoid'));
    expect(said?.text).toContain('a wait before a pregnancy');
    expect(said?.cites.length).toBeGreaterThan(0);
  });
});
