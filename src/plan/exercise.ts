// SPDX-License-Identifier: Apache-2.0
import type {
  ExerciseLibrary,
  ExercisePhase,
  ExercisePhaseId,
  ExerciseRule,
  Guideline,
  StopRule,
} from '../model/index.ts';
import { addDays, type Day, type Derived } from '../record/index.ts';
import { functionDrop } from './exercise-log.ts';
import { exerciseFit, exerciseLog, type ExerciseFit } from './exercise-phase.ts';
import { basisOf, gentleKinds, mondayBased, order, sessionOn, type Session, type Week } from './exercise-session.ts';
import { truthOf } from './decide.ts';
import type { Line } from './item.ts';

/** A week of exercise, or why there is none yet. */
export type ExercisePlan = {
  state: 'ready' | 'therapist-first' | 'ask-first' | 'postponed';
  phase: ExercisePhase;
  because: readonly Line[];
  askFirst: ExerciseFit['askFirst'];
  sessions: readonly Session[];
  warmUp: readonly Line[];
  /** What the log and the tests changed, and what holds for this person. */
  changes: readonly Line[];
  leftOut: readonly { movement: string; name: string; why: string }[];
  stopRules: readonly StopRule[];
  progressions: readonly ExerciseRule[];
  regressions: readonly ExerciseRule[];
};

const line = (rule: ExerciseRule): Line => ({ text: rule.text, basis: basisOf(rule) });

/** A movement is left out while what rules it out holds, or may hold. */
function leaveOut(guideline: Guideline, library: ExerciseLibrary, phase: ExercisePhaseId, { patient }: Derived) {
  const inPhase = Object.values(library.movements).filter(({ phases }) => phases.includes(phase));
  const judged = inPhase.map((movement) => ({
    movement,
    truth: movement.avoidWhen ? truthOf(guideline, movement.avoidWhen, patient) : 'false',
  }));
  return {
    movements: judged.filter(({ truth }) => truth === 'false').map(({ movement }) => movement),
    leftOut: judged
      .filter(({ truth }) => truth !== 'false')
      .map(({ movement, truth }) => ({
        movement: movement.id,
        name: movement.name,
        why: `${truth === 'true' ? 'Not for you now' : 'Not until it is known'}: ${movement.notFor.join('; ')}.`,
      })),
  };
}

/** What could forbid exercise and is not known counts as not safe: until it is asked, only what is gentle. */
function stateOf({ screened, askFirst }: ExerciseFit): ExercisePlan['state'] {
  if (screened.some(({ effect }) => effect === 'postpone')) return 'postponed';
  if (screened.some(({ effect }) => effect === 'therapist-first')) return 'therapist-first';
  return askFirst.some(({ rule }) => rule.effect === 'postpone' || rule.effect === 'therapist-first')
    ? 'ask-first'
    : 'ready';
}

/** A week of exercise from a day on, from the library, the facts, the strength tests and the log. `gentleDays` are days with a drip or
 *  before a blood test, with the reason. Postponed: no session. A therapist first, or something to be asked first: only movement,
 *  stretching and breathing until then. */
export function exerciseWeek(
  guideline: Guideline,
  library: ExerciseLibrary,
  derived: Derived,
  gentleDays: ReadonlyMap<Day, Line>,
  options: { days?: number; phase?: ExercisePhaseId } = {},
): ExercisePlan {
  const fit = exerciseFit(guideline, library, derived, options.phase);
  const state = stateOf(fit);
  const phase = library.phases[fit.phase];
  const drop = functionDrop(library, derived);
  const { movements, leftOut } = leaveOut(guideline, library, fit.phase, derived);
  const intervals = fit.screened.some(({ effect }) => effect === 'intervals');
  const week: Week = {
    library,
    phase,
    log: exerciseLog(derived),
    movements,
    intervals,
    kinds: state !== 'ready' || drop ? gentleKinds : order,
    parts: new Map(),
  };
  const days =
    state === 'postponed' ? [] : Array.from({ length: options.days ?? 7 }, (_, i) => addDays(derived.asOf, i));
  return {
    state,
    phase,
    because: fit.because,
    askFirst: fit.askFirst,
    sessions: days
      .map((on) => sessionOn(week, on, gentleDays, Math.floor(mondayBased(on) / 2)))
      .filter(({ parts }) => parts.length > 0),
    warmUp: library.session.filter(({ id }) => id === 'warm-up' || id === 'cool-down').map(line),
    changes: [...(drop ? [drop] : []), ...fit.screened.map((one): Line => ({ text: one.advice, basis: basisOf(one) }))],
    leftOut,
    stopRules: library.stopRules,
    progressions: library.progressions,
    regressions: library.regressions,
  };
}
