// SPDX-License-Identifier: Apache-2.0
import type { Guideline, Index, Invariant, InterventionId, Patient, RuleId, Status, Truth } from '../../model/index.ts';
import { compile, prepareAnswer } from '../answer/index.ts';
import { decideDifference, statusQuestion } from './compare.ts';
import type { Difference, Editions, Question } from './difference.ts';
import { invariantHolds } from './invariants.ts';
import type { Mutant } from './mutants.ts';
import { and, formula, not, or, problem } from './smt.ts';
import type { Solver } from './solver.ts';
import { decideStatus } from './status.ts';

/** A case of the guideline: what must come out for one patient. */
export type Example = {
  name: string;
  patient: Patient;
  expect: Index<Status>;
  /** Red flags that must be raised, and those that must not. */
  raises: readonly RuleId[];
  spares: readonly RuleId[];
};
/** What became of a mutant: a case or an invariant noticed it; or nobody's advice differs, so there is nothing to notice; or it
 *  survived, with a patient whose advice it spoils. */
export type Fate =
  | { mutant: Mutant; fate: 'killed'; by: string }
  | { mutant: Mutant; fate: 'harmless' }
  | { mutant: Mutant; fate: 'survived'; difference: Difference };

/** The guideline without what the mutant cannot touch. */
function narrowed({ guideline, touches, redFlags }: Mutant): Guideline {
  const touched = new Set(touches);
  const interventions = Object.fromEntries(Object.entries(guideline.interventions).filter(([id]) => touched.has(id)));
  return {
    ...guideline,
    interventions,
    rules: guideline.rules.filter(({ intervention }) => touched.has(intervention)),
    urgencies: redFlags ? guideline.urgencies : [],
    stages: [],
    scope: [],
  };
}

/** The first case that comes out otherwise. */
function failingCase(mutant: Mutant, examples: readonly Example[]): string | undefined {
  const { touches, redFlags } = mutant;
  const answer = prepareAnswer(narrowed(mutant));
  const concerned = ({ expect, raises, spares }: Example): boolean =>
    touches.some((id) => expect[id] !== undefined) || (redFlags && raises.length + spares.length > 0);
  return examples.filter(concerned).find(({ patient, expect, raises, spares }) => {
    const { options, urgency } = answer(patient);
    const raised = urgency.map(({ rule }) => rule);
    return (
      options.some(({ intervention, status }) => (expect[intervention] ?? status) !== status)
      || (redFlags && (raises.some((id) => !raised.includes(id)) || spares.some((id) => raised.includes(id))))
    );
  })?.name;
}

const concerns =
  ({ touches, redFlags }: Mutant) =>
  (invariant: Invariant): boolean => {
    if ('atLeast' in invariant) return redFlags;
    const about: InterventionId = 'never' in invariant ? invariant.never : invariant.always;
    return touches.includes(about);
  };

/** The first invariant that no longer holds. */
async function brokenInvariant(mutant: Mutant, solver: Solver): Promise<string | undefined> {
  const { guideline } = mutant;
  for (const invariant of guideline.invariants.filter(concerns(mutant))) {
    const { asserted } = invariantHolds(guideline, invariant, decideStatus);
    if ((await solver.solve(problem(guideline, asserted, false))) !== undefined) return invariant.id;
  }
  return undefined;
}

/** Who is raised one red flag more or less. Cautions are not looked at: no case states them. */
function raisedQuestions({ old, now }: Editions): readonly Question[] {
  const read = (edition: Guideline, rule: RuleId, patient: Patient): Truth | 'absent' => {
    const flag = edition.urgencies.find(({ id }) => id === rule);
    return flag ? compile(edition, flag.when)(patient).truth : 'absent';
  };
  return old.urgencies.flatMap(({ id: rule }): readonly Question[] => {
    const raised = [old, now].map((edition) => {
      const flag = edition.urgencies.find(({ id }) => id === rule);
      return flag ? formula(edition, flag.when).yes : 'false';
    });
    const [before = 'false', after = 'false'] = raised;
    if (before === after) return [];
    return [
      {
        asserted: or([and([before, not(after)]), and([after, not(before)])]),
        shows: (patient) => (read(old, rule, patient) === 'true') !== (read(now, rule, patient) === 'true'),
        tell: (patient) => ({
          about: 'red flag',
          rule,
          patient,
          was: read(old, rule, patient),
          is: read(now, rule, patient),
        }),
      },
    ];
  });
}

/** Whose status or red flags the mutant spoils: a smallest patient, or nobody. */
async function spoilt(guideline: Guideline, mutant: Mutant, solver: Solver): Promise<Difference | undefined> {
  const editions = { old: narrowed({ ...mutant, guideline }), now: narrowed(mutant) };
  const asked = [
    ...mutant.touches.map((id) => statusQuestion(editions, id)),
    ...(mutant.redFlags ? raisedQuestions(editions) : []),
  ];
  for (const question of asked) {
    const difference = question.asserted === 'false' ? undefined : await decideDifference(editions, solver, question);
    if (difference) return difference;
  }
  return undefined;
}

/** Cases are tried first, because they are quick; then invariants; then a proof that nobody is advised differently. */
export async function fateOf(
  guideline: Guideline,
  solver: Solver,
  examples: readonly Example[],
  mutant: Mutant,
): Promise<Fate> {
  const by = failingCase(mutant, examples) ?? (await brokenInvariant(mutant, solver));
  if (by !== undefined) return { mutant, fate: 'killed', by };
  const difference = await spoilt(guideline, mutant, solver);
  return difference ? { mutant, fate: 'survived', difference } : { mutant, fate: 'harmless' };
}
