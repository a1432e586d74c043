// SPDX-License-Identifier: Apache-2.0
import type { Guideline, InterventionId, Patient } from '../../model/index.ts';
import { causesOf, statusFor } from './cause.ts';
import type { Difference, Editions, Question } from './difference.ts';
import { overOneVocabulary } from './join.ts';
import { isOffered } from './property.ts';
import { saidQuestions } from './said.ts';
import { smallest } from './smallest.ts';
import { and, not, or } from './smt.ts';
import type { Solver } from './solver.ts';
import { decideStatus, offered, statusesOf, type Statuses } from './status.ts';

/** Whose status differs; of an intervention that one edition lacks, who is offered it in the other. */
function whoDiffers(was: Statuses | undefined, is: Statuses | undefined): string {
  if (!was || !is) return was ? offered(was) : is ? offered(is) : 'false';
  const pairs = [
    [was.contraindicated, is.contraindicated],
    [was['not-indicated'], is['not-indicated']],
    [was['advised-against'], is['advised-against']],
    [was.undetermined, is.undetermined],
    [was.recommended, is.recommended],
    [was.suggested, is.suggested],
  ] as const;
  return or(pairs.flatMap(([before, after]) => (before === after ? [] : [and([before, not(after)])])));
}

/** Who has another status for one intervention. */
export function statusQuestion(editions: Editions, intervention: InterventionId): Question {
  const { old, now } = editions;
  const of = (edition: Guideline) =>
    edition.interventions[intervention] ? statusesOf(edition, intervention, decideStatus) : undefined;
  const read = (patient: Patient) => ({
    was: statusFor(old, intervention, patient),
    is: statusFor(now, intervention, patient),
  });
  return {
    asserted: whoDiffers(of(old), of(now)),
    shows: (patient) => {
      const { was, is } = read(patient);
      return was === 'absent' || is === 'absent' ? isOffered(was) || isOffered(is) : was !== is;
    },
    tell: (patient) => ({
      about: 'status',
      intervention,
      patient,
      ...read(patient),
      causes: causesOf(editions, intervention, patient),
    }),
  };
}

/** Every way in which the advice of two editions could differ. What is written alike in both is no question. */
export function questions(old: Guideline, now: Guideline): { editions: Editions; asked: readonly Question[] } {
  const editions = overOneVocabulary(old, now);
  const ids = [...new Set([old, now].flatMap(({ interventions }) => Object.keys(interventions)))];
  const asked = [...ids.map((id) => statusQuestion(editions, id)), ...saidQuestions(editions)];
  return { editions, asked: asked.filter(({ asserted }) => asserted !== 'false') };
}

/** Decides one question: how a smallest patient's advice differs, or undefined when nobody's does. */
export async function decideDifference(
  { now }: Editions,
  solver: Solver,
  { asserted, shows, tell }: Question,
): Promise<Difference | undefined> {
  const patient = await smallest(now, solver, asserted, shows);
  return patient && tell(patient);
}
