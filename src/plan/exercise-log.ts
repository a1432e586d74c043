// SPDX-License-Identifier: Apache-2.0
import type { Dose, ExerciseLibrary, ExercisePhase, ExerciseRule, Movement } from '../model/index.ts';
import { daysBetween, type Derived } from '../record/index.ts';
import { exerciseLog, testResults, type Logged } from './exercise-phase.ts';
import type { Line } from './item.ts';

const numberOf = (rules: readonly ExerciseRule[], id: string, name: string, otherwise: number): number => {
  const value = rules.find((rule) => rule.id === id)?.numbers[name];
  return typeof value === 'number' ? value : otherwise;
};

/** Repetitions of a movement now: from the bottom of its range, up or down by what the log shows. Two sessions in a row with every
 *  repetition done at or below the target effort: two more, to the top of the range. Two sessions two points above the target: two fewer. */
export function repetitionsNow(
  library: ExerciseLibrary,
  phase: ExercisePhase,
  movement: Movement,
  dose: Dose,
  log: readonly Logged[],
): number | undefined {
  if (!dose.repetitions) return undefined;
  const [bottom, top] = dose.repetitions;
  const step = numberOf(library.progressions, 'reps-step', 'reps-step', 2);
  const needed = numberOf(library.progressions, 'two-sessions', 'sessions', 2);
  const rise = numberOf(library.regressions, 'borg-up', 'borg-rise', 2);
  let [now, easy, hard] = [bottom, 0, 0];
  for (const { movements, effort } of log) {
    const done = movements.find((one) => one.movement === movement.id);
    if (!done || effort === undefined) continue;
    easy = effort <= phase.effort.target[1] && (done.repetitions ?? 0) >= now ? easy + 1 : 0;
    hard = effort >= phase.effort.target[1] + rise ? hard + 1 : 0;
    if (easy >= needed) [now, easy] = [Math.min(top, now + step), 0];
    if (hard >= needed) [now, hard] = [Math.max(bottom, now - step), 0];
  }
  return now;
}

/** Minutes of walking or cycling now: a little more each week than what was done at or below the target effort, within the range. */
export function minutesNow(
  library: ExerciseLibrary,
  phase: ExercisePhase,
  dose: Dose,
  log: readonly Logged[],
): number | undefined {
  if (!dose.minutes) return undefined;
  const [bottom, top] = dose.minutes;
  const most = numberOf(library.progressions, 'walk-step', 'minutes', 2);
  const percent = numberOf(library.progressions, 'walk-step', 'pct', 10);
  let now = bottom;
  let raised: string | undefined;
  for (const { on, minutes, effort } of log) {
    if (minutes === undefined || effort === undefined) continue;
    const ready = raised === undefined || daysBetween(raised, on) >= 7;
    if (ready && minutes >= now && effort <= phase.effort.target[1]) {
      now = Math.min(top, now + Math.max(1, Math.floor(Math.min(most, (now * percent) / 100))));
      raised = on;
    }
  }
  return now;
}

/** Strengthening stops while a strength test has fallen; the rule says by how much. */
export function functionDrop(library: ExerciseLibrary, derived: Derived): Line | undefined {
  const rule = library.regressions.find(({ id }) => id === 'function-drop');
  const [before, last] = testResults(derived, 'sts30').slice(-2);
  if (!rule || !before || !last) return undefined;
  const drop = numberOf(library.regressions, 'function-drop', 'sts-drop', 2);
  return before.value - last.value >= drop
    ? {
        text: `Standing up went from ${before.value} to ${last.value} times. ${rule.text}`,
        basis: { sources: rule.sources, ...(rule.basis === 'practice' ? { practice: 'usual practice' } : {}) },
      }
    : undefined;
}
export { exerciseLog };
