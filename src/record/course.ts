// SPDX-License-Identifier: Apache-2.0
import type { Guideline, Patient } from '../model/index.ts';
import type { CoreSets } from './core-set.ts';
import { daysBetween, monthsBetween, weeksBetween } from './days.ts';
import { phaseOf, relapseIn, type History, type Phase, type Relapse } from './phase.ts';
import type { Report } from './problem.ts';
import type { Day } from './record.ts';
import { regimens, treatsDisease, type Regimen } from './regimen.ts';
import { reviewsOf, type Review } from './response.ts';
import { derived, type Statement } from './statement.ts';
import type { Course } from './treatment.ts';

/** How old a review may be to still be "the response so far", in days: as the laboratory facts, about 3 months. */
const reviewFreshDays = 92;
/** Months since the disease was first called quiet, when it was never called anything else since. */
export function monthsInactive(statements: readonly Statement[], asOf: Day): number | undefined {
  const said = statements
    .filter(({ fact }) => fact === 'overall-activity')
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const from = said[said.findLastIndex(({ value }) => value !== 'inactive') + 1];
  return from ? monthsBetween(from.on, asOf) : undefined;
}

export type CourseOfTreatment = {
  history: readonly History[];
  reviews: readonly Review[];
  relapse?: Relapse;
  phase?: Phase;
};
/** How treatment went: each regimen with its last review, relapse, and where in treatment that leaves the person. */
export function treatmentCourse(
  guideline: Guideline,
  sets: CoreSets,
  all: readonly Course[],
  asOf: Day,
  background: Patient,
  quiet: number | undefined,
): CourseOfTreatment {
  const population = typeof background['age'] === 'number' && background['age'] < 18 ? 'juvenile' : 'adult';
  const list = regimens(guideline, all);
  const reviews = list.map((regimen) => reviewsOf(sets, regimen, asOf, population));
  const history = list.map((regimen, i) => ({ regimen, latest: reviews[i]?.findLast(({ at }) => at === 'latest') }));
  const relapse = relapseIn(sets, list, population);
  const off = all
    .filter(({ intervention }) => treatsDisease(guideline, intervention))
    .every(({ until }) => until !== undefined);
  const phase = phaseOf(history, relapse, asOf, off, quiet);
  return { history, reviews: reviews.at(-1) ?? [], ...(relapse ? { relapse } : {}), ...(phase ? { phase } : {}) };
}

/** The statement about the response, when a review is recent enough and measured enough. */
function responseStatements(regimen: Regimen, fresh: Review | undefined): readonly Statement[] {
  if (!fresh?.response) return [];
  const score = fresh.total ?? `${fresh.lowerBound} to ${fresh.upperBound}`;
  const worse = fresh.worseBy.length ? '; worse by the definition used in ProDERM' : '';
  return [
    derived(
      'response',
      fresh.response,
      fresh.on,
      `Total improvement score ${score} of 100 at week ${fresh.weeks}, against the start on ${regimen.from}${worse}.`,
      fresh.entries,
    ),
  ];
}

function phaseStatements(
  { relapse, phase }: CourseOfTreatment,
  regimen: Regimen,
  fresh: Review | undefined,
): readonly Statement[] {
  if (!phase) return [];
  const relapsed = phase === 'relapse' ? relapse : undefined;
  const response = fresh?.response ? ` and the response (${fresh.response}) on ${fresh.on}` : '';
  return [
    derived(
      'treatment-phase',
      phase,
      relapsed?.on ?? fresh?.on ?? regimen.fullDoseSince,
      `From the treatments since ${regimen.from}${response}.`,
      [...regimen.entries, ...(fresh?.entries ?? [])],
    ),
    ...(relapsed
      ? [
          derived(
            'persistent-high-activity',
            true,
            relapsed.on,
            `It came back on ${relapsed.on}, after it was better on ${relapsed.since}.`,
            relapsed.entries,
          ),
        ]
      : []),
  ];
}

function reportUnmeasured({ response, on, lowerBound, upperBound, missing, entries }: Review, report: Report): void {
  if (response === undefined)
    report(
      'not-enough-measured',
      'warning',
      `On ${on} too little was measured to tell how well treatment works: the score lies between ${lowerBound} and ${upperBound} of 100. Missing: ${missing.join(', ')}.`,
      ...entries.slice(-1),
    );
}

/** What the course of treatment says about the facts of the guideline. */
export function courseStatements(
  course: CourseOfTreatment,
  quiet: number | undefined,
  asOf: Day,
  report: Report,
): readonly Statement[] {
  const now = course.history.at(-1);
  if (!now) return [];
  const { regimen, latest } = now;
  const fresh = latest && daysBetween(latest.on, asOf) <= reviewFreshDays ? latest : undefined;
  if (fresh) reportUnmeasured(fresh, report);
  return [
    derived(
      'weeks-on-current-regimen',
      weeksBetween(regimen.fullDoseSince, asOf),
      regimen.fullDoseSince,
      `The present treatment has been at its full dose since ${regimen.fullDoseSince}.`,
      regimen.entries,
    ),
    ...responseStatements(regimen, fresh),
    ...phaseStatements(course, regimen, fresh),
    ...(quiet === undefined
      ? []
      : [derived('months-inactive', quiet, asOf, `It has been called quiet for ${quiet} months.`, [])]),
  ];
}
