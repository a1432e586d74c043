// SPDX-License-Identifier: Apache-2.0
import type {
  BodyRegion,
  Dose,
  ExerciseLibrary,
  ExercisePhase,
  ExercisePhaseId,
  ExerciseRule,
  Guideline,
  Movement,
  MovementKind,
  StopRule,
} from '../model/index.ts';
import { addDays, dayNumber, type Day, type Derived } from '../record/index.ts';
import { functionDrop, minutesNow, repetitionsNow } from './exercise-log.ts';
import { exerciseFit, exerciseLog, type ExerciseFit, type Logged } from './exercise-phase.ts';
import { truthOf } from './decide.ts';
import type { Line, PlanItem } from './item.ts';

/** One movement of a session, with how much of it now. */
export type SessionPart = {
  movement: Movement;
  sets?: number;
  repetitions?: number;
  holdSeconds?: number;
  minutes?: number;
  boutsPerDay?: number;
  restSeconds?: number;
  load?: string;
  dose?: string;
};
export type Session = { id: string; on: Day; gentle: boolean; parts: readonly SessionPart[]; notes: readonly Line[] };
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

/** Days of a week, counted from its first, for so many sessions: spread, and never two hard days in a row up to three. */
const spread: readonly (readonly number[])[] = [
  [],
  [0],
  [0, 3],
  [0, 2, 4],
  [0, 2, 4, 6],
  [0, 1, 3, 4, 6],
  [0, 1, 2, 4, 5, 6],
  [0, 1, 2, 3, 4, 5, 6],
];
const order: readonly MovementKind[] = [
  'strength',
  'function',
  'hand',
  'balance',
  'endurance',
  'rom',
  'stretch',
  'breathing',
];
const gentleKinds: readonly MovementKind[] = ['rom', 'stretch', 'breathing'];
/** Movements of one session of a kind, at most (our choice: about 15 minutes of strength work, as in the home programme of 1999 and 2000). */
const atMost: Readonly<Record<MovementKind, number>> = {
  strength: 6,
  function: 1,
  hand: 1,
  balance: 1,
  endurance: 1,
  rom: 4,
  stretch: 3,
  breathing: 1,
};
const regions: readonly BodyRegion[] = ['legs', 'hips', 'trunk', 'shoulders', 'neck', 'arms', 'hands', 'whole-body'];
const intervalsNote = 'In short bouts, resting until the breath has settled.';

const line = ({ text, sources, basis }: ExerciseRule): Line => ({
  text,
  basis: { sources, ...(basis === 'practice' ? { practice: 'usual practice' } : {}) },
});

/** Whether a movement is on a day of the week, by its kind's days a week in this phase; endurance falls between strength days. */
function isOn(kind: MovementKind, dose: Dose | undefined, dayOfWeek: number): boolean {
  const times = Math.round(dose?.daysPerWeek?.[0] ?? 7);
  const days = spread[Math.min(7, times)] ?? [];
  return kind === 'endurance' && times <= 3 ? days.includes(dayOfWeek - 1) : days.includes(dayOfWeek);
}

/** One movement a region in turn, a different one each session where there is a choice, so that the whole body comes round. Endurance keeps to
 *  the first that can be done, which is walking, so that it can be built up. */
function choose(candidates: readonly Movement[], kind: MovementKind, turn: number): readonly Movement[] {
  const byRegion = regions
    .map((region) => candidates.filter((one) => one.region === region))
    .filter((list) => list.length > 0);
  const place = kind === 'endurance' ? 0 : turn;
  const picked = byRegion.flatMap((list) => list[place % list.length] ?? []);
  return picked.slice(0, atMost[kind]);
}

type Week = {
  library: ExerciseLibrary;
  phase: ExercisePhase;
  log: readonly Logged[];
  movements: readonly Movement[];
  kinds: readonly MovementKind[];
  intervals: boolean;
  /** Parts worked out already: a movement is the same on every day of the week. */
  parts: Map<string, SessionPart>;
};

function part({ library, phase, log, intervals, parts }: Week, movement: Movement): SessionPart {
  const dose = movement.dose === undefined ? (phase.doses[movement.kind] ?? {}) : {};
  const repetitions = repetitionsNow(library, phase, movement, dose, log);
  const minutes = minutesNow(library, phase, dose, log);
  const load = [dose.load, intervals && movement.kind === 'endurance' ? intervalsNote : undefined]
    .filter((one) => one !== undefined)
    .join('. ');
  const found: SessionPart = {
    movement,
    ...(dose.sets ? { sets: dose.sets[0] } : {}),
    ...(repetitions === undefined ? {} : { repetitions }),
    ...(dose.holdSeconds ? { holdSeconds: dose.holdSeconds[0] } : {}),
    ...(minutes === undefined ? {} : { minutes }),
    ...(dose.boutsPerDay ? { boutsPerDay: dose.boutsPerDay[0] } : {}),
    ...(dose.restSeconds ? { restSeconds: dose.restSeconds[0] } : {}),
    ...(load ? { load } : {}),
    ...(movement.dose === undefined ? {} : { dose: movement.dose }),
  };
  parts.set(movement.id, found);
  return found;
}

/** 0 on a Monday; 1 January 1970 was a Thursday. */
const mondayBased = (on: Day): number => (dayNumber(on) + 3) % 7;

function sessionOn(week: Week, on: Day, gentleDays: ReadonlyMap<Day, Line>, turn: number): Session {
  const gentle = gentleDays.get(on);
  const kinds = gentle ? gentleKinds : week.kinds;
  const parts = order
    .filter((kind) => kinds.includes(kind) && isOn(kind, week.phase.doses[kind], mondayBased(on)))
    .flatMap((kind) =>
      choose(
        week.movements.filter((one) => one.kind === kind),
        kind,
        turn,
      ),
    )
    .map((movement) => week.parts.get(movement.id) ?? part(week, movement));
  return { id: `exercise-${on}`, on, gentle: gentle !== undefined, parts, notes: gentle ? [gentle] : [] };
}

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
    changes: [
      ...(drop ? [drop] : []),
      ...fit.screened.map(({ advice, sources, basis }): Line => ({
        text: advice,
        basis: { sources, ...(basis === 'practice' ? { practice: 'usual practice' } : {}) },
      })),
    ],
    leftOut,
    stopRules: library.stopRules,
    progressions: library.progressions,
    regressions: library.regressions,
  };
}

const amount = ({ sets, repetitions, holdSeconds, minutes, boutsPerDay, dose, movement }: SessionPart): string =>
  dose
  ?? [
    ...(repetitions === undefined ? [] : [`${sets ?? 1} × ${repetitions}`]),
    ...(holdSeconds === undefined ? [] : [`hold ${holdSeconds} seconds`]),
    ...(minutes === undefined
      ? []
      : [`${minutes} minutes${boutsPerDay === undefined ? '' : `, ${boutsPerDay} times a day`}`]),
    ...(movement.eachSide ? ['each side'] : []),
  ].join(', ');

/** A session as an item of the plan. */
export const sessionItem = ({ phase }: ExercisePlan, { id, on, parts, notes, gentle }: Session): PlanItem => ({
  id,
  kind: 'exercise',
  on,
  title: gentle ? 'Exercise, gentle today' : 'Exercise',
  lines: [
    ...notes,
    ...parts.map((one): Line => ({
      text: `${one.movement.name}: ${amount(one)}`,
      basis: {
        sources: one.movement.sources,
        ...(one.movement.basis === 'practice' ? { practice: 'usual practice' } : {}),
      },
    })),
    {
      text: `Effort ${phase.effort.target.join(' to ')} of 10, never above ${phase.effort.most}.`,
      basis: { sources: phase.sources },
    },
  ],
});
