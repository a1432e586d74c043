// SPDX-License-Identifier: Apache-2.0
// What is said beside a status: precautions, what comes before a start, monitoring, and red flags.
import type { Condition, Guideline, Patient, RuleId, Truth } from '../../model/index.ts';
import { compile } from '../answer/index.ts';
import type { Editions, Question } from './difference.ts';
import { and, formula, nobody, not, or, type Formula } from './smt.ts';

type Said = { about: 'caution' | 'red flag'; words: string; when: Condition };

/** Everything that an edition says beside a status, by the rule that says it. */
function everythingSaid({ rules, urgencies }: Guideline): ReadonlyMap<RuleId, Said> {
  const said = new Map<RuleId, Said>();
  for (const { id, when, level, advice } of urgencies)
    said.set(id, { about: 'red flag', words: `${level}: ${advice}`, when });
  for (const rule of rules) {
    const { id, when } = rule;
    if (rule.kind === 'monitoring')
      said.set(id, { about: 'caution', words: JSON.stringify([rule.test, rule.schedule, rule.actOn]), when });
    if (rule.kind === 'precaution' || rule.kind === 'prerequisite')
      said.set(id, { about: 'caution', words: rule.advice, when });
  }
  return said;
}

const differing = (a: Formula, b: Formula): string =>
  a.yes === b.yes && a.no === b.no
    ? 'false'
    : or([and([a.yes, not(b.yes)]), and([b.yes, not(a.yes)]), and([a.no, not(b.no)]), and([b.no, not(a.no)])]);

/** Who is told something else by one rule: other words, the same words on other conditions, or a rule that one edition lacks. */
function questionOf(
  editions: Editions,
  rule: RuleId,
  was: Said | undefined,
  is: Said | undefined,
): readonly Question[] {
  const truth = (edition: Guideline, said: Said | undefined, patient: Patient): Truth | 'absent' =>
    said ? compile(edition, said.when)(patient).truth : 'absent';
  const read = (patient: Patient) => ({ was: truth(editions.old, was, patient), is: truth(editions.now, is, patient) });
  const [before, after] = [
    was ? formula(editions.old, was.when) : nobody,
    is ? formula(editions.now, is.when) : nobody,
  ];
  const reworded = was !== undefined && is !== undefined && was.words !== is.words;
  const about = reworded ? 'words' : (is ?? was)?.about;
  const asserted = reworded ? after.yes : was && is ? differing(before, after) : or([before.yes, after.yes]);
  if (asserted === 'false' || about === undefined) return [];
  const heard = (patient: Patient): boolean =>
    reworded
      ? read(patient).is === 'true'
      : was && is
        ? read(patient).was !== read(patient).is
        : Object.values(read(patient)).includes('true');
  return [{ asserted, shows: heard, tell: (patient) => ({ about, rule, patient, ...read(patient) }) }];
}

/** A question for every rule of either edition that says something and is not the same in both. */
export function saidQuestions(editions: Editions): readonly Question[] {
  const [before, after] = [everythingSaid(editions.old), everythingSaid(editions.now)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((id) =>
    questionOf(editions, id, before.get(id), after.get(id)),
  );
}
