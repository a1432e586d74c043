// SPDX-License-Identifier: Apache-2.0
import type {
  BodyRegion,
  Dose,
  ExerciseLibrary,
  ExercisePhase,
  ExerciseRule,
  Movement,
  MovementKind,
} from '../model/index.ts';
import { dayNumber, type Day } from '../record/index.ts';
import { minutesNow, repetitionsNow } from './exercise-log.ts';
import type { Logged } from './exercise-phase.ts';
import type { Basis, Line, PlanItem } from './item.ts';

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
export const order: readonly MovementKind[] = [
  'strength',
  'function',
  'hand',
  'balance',
  'endurance',
  'rom',
  'stretch',
  'breathing',
];
export const gentleKinds: readonly MovementKind[] = ['rom', 'stretch', 'breathing'];
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

/** What a movement or a piece of advice rests on: its sources, and that it is usual practice where it says so. */
export const basisOf = ({ sources, basis }: Pick<ExerciseRule, 'sources' | 'basis'>): Basis => ({
  sources,
  ...(basis === 'practice' ? { practice: 'usual practice' } : {}),
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

/** What the sessions of one week share. */
export type Week = {
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
export const mondayBased = (on: Day): number => (dayNumber(on) + 3) % 7;

/** The session of a day of this week. `turn` counts sessions, so that movements take turns. */
export function sessionOn(week: Week, on: Day, gentleDays: ReadonlyMap<Day, Line>, turn: number): Session {
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

/** A session as an item of the plan: each movement with how much of it, and how hard it may feel (0 to 10). */
export const sessionItem = (
  { phase }: { phase: ExercisePhase },
  { id, on, parts, notes, gentle }: Session,
): PlanItem => ({
  id,
  kind: 'exercise',
  on,
  title: gentle ? 'Exercise, gentle today' : 'Exercise',
  lines: [
    ...notes,
    ...parts.map((one): Line => ({ text: `${one.movement.name}: ${amount(one)}`, basis: basisOf(one.movement) })),
    {
      text: `Effort ${phase.effort.target.join(' to ')} of 10, never above ${phase.effort.most}.`,
      basis: { sources: phase.sources },
    },
  ],
});
