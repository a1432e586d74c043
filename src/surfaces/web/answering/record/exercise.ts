// SPDX-License-Identifier: Apache-2.0
// The week of exercise of one person: what is done, what is on today, how much, and what holds for them.
import type { ExercisePhaseId, FactId } from '../../../../model/index.ts';
import type { ExercisePlan, SessionPart } from '../../../../plan/index.ts';
import { planFor } from '../../../../plan/plan.ts';
import { addDays, dayNumber, type Entry } from '../../../../record/index.ts';
import type { Prepared } from '../interview.ts';
import { lineView, type DueLine } from './due.ts';
import { deriveTold, exerciseLibrary, type Told } from './told.ts';

export type PartView = {
  movement: string;
  name: string;
  goal: string | undefined;
  muscles: readonly string[];
  start: string;
  how: string;
  easier: string;
  harder: string;
  care: readonly string[];
  amount: string;
  rest: string;
  sets: number | undefined;
  repetitions: number | undefined;
  minutes: number | undefined;
};
export type DayView = { on: string; standing: 'done' | 'today' | 'rest' | 'plan' | 'past'; done: boolean };
export type ExerciseView = {
  state: ExercisePlan['state'];
  phase: {
    id: ExercisePhaseId;
    name: string;
    supervision: string;
    evidence: string;
    target: readonly [number, number];
    most: number;
    avoid: readonly string[];
    moveUp: readonly string[];
    sources: DueLine['sources'];
  };
  because: readonly DueLine[];
  week: readonly DayView[];
  gentle: boolean;
  notes: readonly DueLine[];
  parts: readonly PartView[];
  warmUp: readonly DueLine[];
  changes: readonly DueLine[];
  /** What has to be known first, as the guideline's own questions. */
  askFirst: readonly { fact: FactId; question: string }[];
  leftOut: readonly { name: string; why: string }[];
  loggedToday: readonly string[];
};

const plural = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;
/** How much, in words. */
function amountOf({ sets, repetitions, holdSeconds, minutes, boutsPerDay, dose, movement, load }: SessionPart): string {
  if (dose !== undefined) return `${dose}.`;
  const times = [
    ...(repetitions === undefined ? [] : [plural(repetitions, 'time', 'times')]),
    ...(minutes === undefined ? [] : [plural(minutes, 'minute', 'minutes')]),
  ];
  return [
    `${times.join(', ')}${movement.eachSide ? ' each side' : ''}.`,
    ...(sets !== undefined && sets > 1 ? [`${sets} rounds.`] : []),
    ...(holdSeconds === undefined ? [] : [`Hold for ${holdSeconds} seconds.`]),
    ...(boutsPerDay === undefined ? [] : [`${boutsPerDay} times in the day.`]),
    ...(load === undefined ? [] : [`${load.charAt(0).toUpperCase()}${load.slice(1)}.`]),
  ].join(' ');
}
const partView = (one: SessionPart): PartView => ({
  movement: one.movement.id,
  name: one.movement.name,
  goal: one.movement.goal,
  muscles: one.movement.muscles,
  start: one.movement.start,
  how: one.movement.how,
  easier: one.movement.easier,
  harder: one.movement.harder,
  care: one.movement.care,
  amount: amountOf(one),
  rest: one.restSeconds === undefined ? '' : `Then rest for ${one.restSeconds} seconds.`,
  sets: one.sets,
  repetitions: one.repetitions,
  minutes: one.minutes,
});

/** The Monday of a day's week; 1 January 1970 was a Thursday. */
const mondayOf = (on: string): string => addDays(on, -((dayNumber(on) + 3) % 7));
function weekOf(entries: readonly Entry[], plan: ExercisePlan, today: string): readonly DayView[] {
  const done = new Set(entries.filter(({ kind }) => kind === 'exercise').map(({ on }) => on));
  const planned = new Set(plan.sessions.map(({ on }) => on));
  return Array.from({ length: 7 }, (_, i): DayView => {
    const on = addDays(mondayOf(today), i);
    const standing =
      on === today ? 'today' : done.has(on) ? 'done' : on < today ? 'past' : planned.has(on) ? 'plan' : 'rest';
    return { on, standing, done: done.has(on) };
  });
}

const phaseView = ({ phase }: ExercisePlan, sources: DueLine['sources']): ExerciseView['phase'] => ({
  id: phase.id,
  name: phase.name,
  supervision: phase.supervision,
  evidence: phase.strengthOfEvidence,
  target: phase.effort.target,
  most: phase.effort.most,
  avoid: phase.avoid,
  moveUp: phase.moveUpWhen,
  sources,
});

/** The week around today; `chosen` is a phase that a therapist gave. */
export async function exerciseView(
  { guideline }: Prepared,
  told: Told,
  chosen?: ExercisePhaseId,
): Promise<ExerciseView> {
  const library = await exerciseLibrary();
  const derived = deriveTold(guideline, told);
  const { exercise: plan } = planFor(guideline, library, derived, chosen ? { exercisePhase: chosen } : {});
  if (!plan) throw new Error('The plan holds no exercise although the library was given.');
  const session = plan.sessions.find(({ on }) => on === told.today);
  const view = (line: Parameters<typeof lineView>[1]): DueLine => lineView(guideline, line);
  return {
    state: plan.state,
    phase: phaseView(plan, view({ text: '', basis: { sources: plan.phase.sources } }).sources),
    because: plan.because.map(view),
    week: weekOf(derived.entries, plan, told.today),
    gentle: session?.gentle ?? false,
    notes: (session?.notes ?? []).map(view),
    parts: (session?.parts ?? []).map(partView),
    warmUp: plan.warmUp.map(view),
    changes: plan.changes.map(view),
    askFirst: [...new Set(plan.askFirst.flatMap(({ facts }) => facts))].map((fact) => ({
      fact,
      question: guideline.facts[fact]?.question ?? fact,
    })),
    leftOut: plan.leftOut.map(({ name, why }) => ({ name, why })),
    loggedToday: derived.entries.flatMap((entry) =>
      entry.kind === 'exercise' && entry.on === told.today ? entry.movements.map(({ movement }) => movement) : [],
    ),
  };
}
