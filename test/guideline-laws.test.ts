// SPDX-License-Identifier: Apache-2.0
// The laws that a patient of the real guideline must see hold, over generated partial patients.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadGuideline } from '../src/authoring/index.ts';
import { compile, prepareAnswer } from '../src/interpreters/answer/index.ts';
import { prepareAsk } from '../src/interpreters/ask/index.ts';
import { explain } from '../src/interpreters/explain/index.ts';
import { levels, type Guidance, type Guideline, type Patient, type Status } from '../src/model/index.ts';
import { patientNear } from './arbitraries.ts';
import { settledAgain } from './laws/laws.ts';

const { loaded, shown } = loadGuideline('guideline');
if (!loaded) throw new Error(shown());
const { guideline }: { guideline: Guideline } = loaded;
const healthy = loaded.patients['healthy-adult-new-muscle']?.value.facts ?? {};
const answer = prepareAnswer(guideline);
const next = prepareAsk(guideline);
const offered: readonly Status[] = ['recommended', 'suggested'];

const facts = Object.values(guideline.facts);
const patient = patientNear(guideline, healthy);
const statusesOf = (guidance: Guidance) =>
  new Map(guidance.options.map((option) => [option.intervention, option.status]));

describe('for the real guideline', () => {
  let seen = 0;
  beforeAll(() => {
    seen = 0;
  });

  it('every invariant holds', () => {
    const checked = guideline.invariants.map((invariant) => ({
      invariant,
      evaluate: compile(guideline, invariant.when),
    }));
    fc.assert(
      fc.property(patient, (who) => {
        const guidance = answer(who);
        const statuses = statusesOf(guidance);
        const broken = checked
          .filter(({ evaluate }) => evaluate(who).truth === 'true')
          .filter(({ invariant }) => {
            seen++;
            if ('never' in invariant) return offered.includes(statuses.get(invariant.never) ?? 'not-indicated');
            if ('always' in invariant)
              return !['recommended', 'suggested', 'undetermined'].includes(statuses.get(invariant.always) ?? '');
            return !guidance.urgency.some(({ level }) => levels.indexOf(level) <= levels.indexOf(invariant.atLeast));
          });
        expect(broken.map(({ invariant }) => invariant.id)).toEqual([]);
      }),
      { numRuns: 300, seed: 20261123 },
    );
    expect(seen).toBeGreaterThan(100);
  });

  it('learning more never overturns a settled status', () => {
    fc.assert(
      fc.property(
        patient,
        fc.uniqueArray(fc.constantFrom(...facts.map(({ id }) => id)), { maxLength: 20 }),
        (more, forgotten) => {
          const less = Object.fromEntries(Object.entries(more).filter(([id]) => !forgotten.includes(id)));
          const [before, after] = [statusesOf(answer(less)), statusesOf(answer(more))];
          for (const [id, status] of before) {
            if (status === 'undetermined') continue;
            expect(settledAgain[status], id).toContain(after.get(id));
          }
        },
      ),
      { numRuns: 200, seed: 20261123 },
    );
  });

  it('the order of rules is irrelevant', () => {
    const reversed = prepareAnswer({ ...guideline, rules: [...guideline.rules].reverse() });
    fc.assert(
      fc.property(patient, (who) => {
        expect(statusesOf(reversed(who))).toEqual(statusesOf(answer(who)));
      }),
      { numRuns: 50, seed: 20261123 },
    );
  });

  it('asking ends with nothing undetermined, and asks only facts that are unknown', () => {
    fc.assert(
      fc.property(
        patient,
        fc.uniqueArray(fc.constantFrom(...facts.map(({ id }) => id)), { minLength: 60, maxLength: 150 }),
        (all, unknown) => {
          let who: Patient = Object.fromEntries(Object.entries(all).filter(([id]) => !unknown.includes(id)));
          for (let turn = 0; turn <= facts.length; turn++) {
            const question = next(who)[0];
            if (!question) break;
            expect(Object.hasOwn(who, question.fact.id)).toBe(false);
            const { value } = question.fact;
            who = {
              ...who,
              [question.fact.id]:
                all[question.fact.id]
                ?? (value.type === 'boolean' ? false : value.type === 'code' ? value.options[0].code : value.min),
            };
          }
          const guidance = answer(who);
          expect(guidance.urgencyMissing).toEqual([]);
          expect(guidance.options.filter(({ status }) => status === 'undetermined')).toEqual([]);
        },
      ),
      { numRuns: 10, seed: 20261123 },
    );
  });

  it('an emergency that is not ruled out is asked about before anything else', () => {
    expect(next({})[0]?.redFlag).toBe(true);
  });

  it('every sentence about a rule cites a claim, and every claim cites a source', () => {
    // The status itself, that no rule speaks for it, and what is not known are about no rule.
    const ofNoRule = (text: string, label: string): boolean =>
      text.startsWith(`${label}: `) || text.startsWith('No recommendation in') || text.startsWith('Not known: ');
    for (const who of [healthy, {}, ...fc.sample(patient, { numRuns: 10, seed: 20261124 })])
      for (const option of answer(who).options) {
        const label = guideline.interventions[option.intervention]?.label ?? '';
        for (const { text, cites } of explain(guideline, who, option)) {
          if (!ofNoRule(text, label)) expect(cites.length, text).toBeGreaterThan(0);
          for (const id of cites)
            expect(
              guideline.claims[id]?.cites.every(({ source }) => guideline.sources[source]),
              id,
            ).toBe(true);
        }
      }
  });

  it('a question answered "I don’t know" is not asked again', () => {
    const first = next({})[0]?.fact.id ?? '';
    expect(next({}, new Set([first])).map(({ fact }) => fact.id)).not.toContain(first);
  });
});

it('with no rule at all nothing is offered', () => {
  const { options } = prepareAnswer({ ...guideline, rules: [] })(healthy);
  expect(new Set(options.map(({ status }) => status))).toEqual(new Set(['not-indicated']));
});

it('a treatment that is taken and ruled out is an urgency, whatever rules it out', () => {
  const forbidding = guideline.rules.filter(
    ({ kind, id, intervention }) =>
      kind === 'contraindication' && !id.includes('--') && guideline.interventions[intervention]?.currentFact,
  );
  let seen = 0;
  const taken = fc
    .tuple(fc.constantFrom(...forbidding), patient)
    .map(([rule, who]) => ({ ...who, [guideline.interventions[rule.intervention]?.currentFact ?? '']: true }));
  fc.assert(
    fc.property(taken, (who) => {
      const guidance = answer(who);
      const ruledOut = guidance.options.filter(
        ({ current, status }) => current === 'true' && status === 'contraindicated',
      );
      seen += ruledOut.length;
      if (ruledOut.length) expect(guidance.urgency.length).toBeGreaterThan(0);
    }),
    { numRuns: 300, seed: 20261124 },
  );
  expect(seen).toBeGreaterThan(50);
});
