// SPDX-License-Identifier: Apache-2.0
// The plan page: what is due week by week, the taper laid out, and infusions with their arithmetic for a clinician to verify.
import type { Guideline } from '../../../../model/index.ts';
import {
  ivigCycle,
  rituximabCourse,
  type Infusion,
  type IvigInput,
  type RituximabScheme,
} from '../../../../plan/infusion.ts';
import {
  checkTaper,
  layOutTaper,
  taperNotes,
  taperSchemes,
  type TaperDay,
  type TaperStep,
} from '../../../../plan/taper.ts';
import { planFor } from '../../../../plan/plan.ts';
import { addDays, daysBetween, isDay } from '../../../../record/index.ts';
import type { Prepared } from '../interview.ts';
import { dueList, lineView, sourcesOf, undatedList, type Due, type DueLine, type Source, type Undated } from './due.ts';
import { deriveTold, exerciseLibrary, type Told } from './told.ts';

export type TaperNote = { severity: 'error' | 'warning'; message: string; sources: readonly Source[] };
export type TaperView = { days: readonly TaperDay[]; problems: readonly TaperNote[]; notes: readonly DueLine[] };
export type SchemeView = {
  id: string;
  label: string;
  population: 'adult' | 'juvenile';
  steps: readonly TaperStep[];
  sources: readonly Source[];
};
export type PlanView = {
  due: readonly Due[];
  undated: readonly Undated[];
  weightKg: number | undefined;
  /** Days on steroids without a break, for checking a plan. */
  takenDays: number;
  taper: (TaperView & { steps: readonly TaperStep[]; calledFor: readonly string[] }) | undefined;
};
export type InfusionView = {
  scheme: string;
  days: Infusion['days'];
  arithmetic: readonly DueLine[];
  cautions: readonly DueLine[];
};
export type Worked = { ok: true; infusion: InfusionView } | { ok: false; problem: string };

const lines = (guideline: Guideline, all: Infusion['arithmetic']): readonly DueLine[] =>
  all.map((line) => lineView(guideline, line));
const worked = (
  guideline: Guideline,
  found: { ok: true; infusion: Infusion } | { ok: false; problem: string },
): Worked =>
  found.ok
    ? {
        ok: true,
        infusion: {
          scheme: found.infusion.scheme,
          days: found.infusion.days,
          arithmetic: lines(guideline, found.infusion.arithmetic),
          cautions: lines(guideline, found.infusion.cautions),
        },
      }
    : found;

/** One cycle of immunoglobulin, line by line. */
export const ivigView = ({ guideline }: Prepared, input: IvigInput): Worked => worked(guideline, ivigCycle(input));
/** One course of rituximab by a published scheme, line by line. */
export const rituximabView = (
  { guideline }: Prepared,
  scheme: RituximabScheme,
  input: { from: string; surface?: number; firstEver: boolean },
): Worked => worked(guideline, rituximabCourse(scheme, input));

const notesOf = (guideline: Guideline, problems: ReturnType<typeof checkTaper>): readonly TaperNote[] =>
  problems.map(({ severity, message, basis }) => ({ severity, message, sources: sourcesOf(guideline, basis) }));

/** A plan for coming down as it is typed: checked, and laid out for eight weeks after its last step. */
export function taperView({ guideline }: Prepared, steps: readonly TaperStep[], takenDays: number): TaperView {
  const problems = checkTaper(steps, takenDays);
  const last = steps
    .map(({ from }) => from)
    .sort()
    .at(-1);
  const readable = last !== undefined && steps.every(({ from, mgPerDay }) => isDay(from) && mgPerDay >= 0);
  return {
    problems: notesOf(guideline, problems),
    days: readable ? layOutTaper(steps, addDays(last, 13)) : [],
    notes: lines(guideline, taperNotes),
  };
}

/** Published schemes from a dose and a day: to compare a doctor's plan with, never a plan by themselves. */
export const schemesView = (
  { guideline }: Prepared,
  start: { mgPerDay: number; weightKg?: number; from: string },
): readonly SchemeView[] =>
  taperSchemes.flatMap(({ id, label, population, basis, steps }) => {
    const found = steps(start);
    return found ? [{ id, label, population, steps: found, sources: sourcesOf(guideline, basis) }] : [];
  });

/** What is due for so many weeks, and the doctor's taper if the record holds one. */
export function planView({ guideline }: Prepared, told: Told, weeks: number): PlanView {
  const derived = deriveTold(guideline, told);
  const plan = planFor(guideline, undefined, derived, { weeks });
  const weight = derived.patient['body-weight'];
  const { since } = derived.glucocorticoid;
  return {
    due: dueList(guideline, plan),
    undated: undatedList(guideline, plan, derived),
    weightKg: typeof weight === 'number' ? weight : undefined,
    takenDays: since === undefined ? 0 : daysBetween(since, told.today),
    taper: plan.taper && {
      steps: plan.taper.steps,
      days: plan.taper.days,
      problems: notesOf(guideline, plan.taper.problems),
      notes: lines(guideline, plan.taper.notes),
      calledFor: plan.taper.calledFor.map(
        ({ intervention, certain }) =>
          `${guideline.interventions[intervention]?.label ?? intervention}${certain ? '' : ' (more has to be known)'}`,
      ),
    },
  };
}

/** The plan as a calendar file, the week's exercise with it. */
export async function calendarFile({ guideline }: Prepared, told: Told, zone: string): Promise<string> {
  const [{ toICalendar }, library] = await Promise.all([import('../../../../plan/calendar.ts'), exerciseLibrary()]);
  return toICalendar(planFor(guideline, library, deriveTold(guideline, told)).items, { asOf: told.today, zone });
}
