// SPDX-License-Identifier: Apache-2.0
import type { ExerciseLibrary, ExercisePhaseId, Guideline } from '../model/index.ts';
import { addDays, daysBetween, testName, type Day, type Derived } from '../record/index.ts';
import { exerciseWeek, type ExercisePlan } from './exercise.ts';
import { sessionItem } from './exercise-session.ts';
import { rituximabCourse, type Infusion, type RituximabScheme } from './infusion.ts';
import { inOrder, type Line, type PlanItem } from './item.ts';
import { monitoring, visitItem, type Monitoring } from './monitoring.ts';
import { infusionItems, infusionsOf, nextIvig } from './next-infusion.ts';
import { taperItems, taperPlan, type TaperPlan } from './taper-plan.ts';
import type { TaperScheme } from './taper.ts';

/** What is due, when and why, for one person from a day on. The same record gives the same plan. */
export type Plan = {
  asOf: Day;
  until: Day;
  items: readonly PlanItem[];
  monitoring: Monitoring;
  taper?: TaperPlan;
  infusions: readonly Infusion[];
  exercise?: ExercisePlan;
  notes: readonly Line[];
};
export type PlanOptions = {
  weeks?: number;
  exercisePhase?: ExercisePhaseId;
  tablets?: readonly number[];
  /** A published scheme for coming down, laid out instead of the doctor's plan and labelled as such. */
  taper?: TaperScheme;
  /** A course of rituximab by a published scheme, from a day on. */
  rituximab?: { scheme: RituximabScheme; from: Day; surface?: number };
};

const reviewWeeks = [12, 16, 24] as const;
/** When to measure how well treatment works: weeks 12, 16 and 24 of a regimen, unless it was measured about then. */
function reviewItems({ regimen, reviews, asOf }: Derived, until: Day): readonly PlanItem[] {
  if (!regimen) return [];
  return reviewWeeks.flatMap((week): readonly PlanItem[] => {
    const on = addDays(regimen.from, week * 7);
    const overdue = daysBetween(on, asOf);
    if (reviews.some(({ at }) => at === week) || on > until || overdue > 28) return [];
    return [
      {
        id: `review-${regimen.from}-${week}`,
        kind: 'review',
        on: overdue > 0 ? asOf : on,
        title: `Is it working? Week ${week}`,
        lines: [
          {
            text: 'Ask for the strength test, the global scores, the daily-life questionnaire and the muscle enzymes on one day: together they give the improvement score.',
            basis: { sources: ['proderm_octagam'], practice: 'the weeks are our choice; trials judged at week 16' },
          },
        ],
        ...(overdue > 0 ? { overdueDays: overdue } : {}),
      },
    ];
  });
}

/** Days on which exercise stays gentle: with a drip and the day after, and the day before blood is taken. */
function gentleDays(
  library: ExerciseLibrary,
  derived: Derived,
  infusions: readonly Infusion[],
  { visits }: Monitoring,
): ReadonlyMap<Day, Line> {
  const found = new Map<Day, Line>();
  const rule = library.regressions.find(({ id }) => id === 'infusion-day');
  const blood = library.session.find(({ id }) => id === 'blood-test-timing-1');
  for (const { on } of visits.filter(({ place, on: day }) => place === 'blood' && day > derived.asOf))
    if (blood) found.set(addDays(on, -1), { text: blood.text, basis: { sources: blood.sources } });
  const drips = [
    ...infusions.flatMap(({ days }) => days.map(({ on }) => on)),
    ...infusionsOf(derived, 'ivig'),
    ...infusionsOf(derived, 'iv-methylprednisolone'),
  ];
  for (const on of drips)
    for (const day of [on, addDays(on, 1)])
      if (rule) found.set(day, { text: rule.text, basis: { sources: rule.sources, practice: 'usual practice' } });
  return found;
}

/** A course of rituximab that was asked for. It is a first one unless the record or the facts tell of an earlier one. */
function rituximabFor(derived: Derived, asked: PlanOptions['rituximab']): Pick<Plan, 'infusions' | 'notes'> {
  if (!asked) return { infusions: [], notes: [] };
  const firstEver = infusionsOf(derived, 'rituximab').length === 0 && derived.patient['had-rituximab'] !== true;
  const found = rituximabCourse(asked.scheme, { ...asked, firstEver });
  return found.ok
    ? { infusions: [found.infusion], notes: [] }
    : { infusions: [], notes: [{ text: found.problem, basis: {} }] };
}

/** The plan of one person from the day of `derived` on, for so many weeks (12 unless told). `library` may be left out: then there is no
 *  exercise in it. Everything overdue is in it, on today's date, with since when. */
export function planFor(
  guideline: Guideline,
  library: ExerciseLibrary | undefined,
  derived: Derived,
  options: PlanOptions = {},
): Plan {
  const { asOf } = derived;
  const until = addDays(asOf, (options.weeks ?? 12) * 7);
  const tests = monitoring(guideline, derived, until, testName);
  const ivig = nextIvig(derived);
  const taper = taperPlan(guideline, derived, until, options.tablets, options.taper);
  const laidOut = taper && !('problem' in taper) ? taper : undefined;
  const rituximab = rituximabFor(derived, options.rituximab);
  const exercise =
    library
    && exerciseWeek(
      guideline,
      library,
      derived,
      gentleDays(library, derived, ivig.infusions, tests),
      options.exercisePhase ? { phase: options.exercisePhase } : {},
    );
  const items = [
    ...tests.visits.map((visit) => visitItem(guideline, visit)),
    ...ivig.infusions
      .flatMap((infusion) => infusionItems(infusion, ivig.cycle, ivig.late))
      .filter(({ on }) => on <= until),
    ...rituximab.infusions.flatMap((infusion) => infusionItems(infusion, 1, 0)),
    ...(laidOut ? taperItems(laidOut, asOf, until) : []),
    ...reviewItems(derived, until),
    ...(exercise ? exercise.sessions.map((session) => sessionItem(exercise, session)) : []),
  ];
  return {
    asOf,
    until,
    items: inOrder(items),
    monitoring: tests,
    ...(laidOut ? { taper: laidOut } : {}),
    infusions: [...ivig.infusions, ...rituximab.infusions],
    ...(exercise ? { exercise } : {}),
    notes: [
      ...ivig.notes,
      ...rituximab.notes,
      ...(taper && 'problem' in taper ? [{ text: taper.problem, basis: {} }] : []),
    ],
  };
}
