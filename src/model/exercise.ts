// SPDX-License-Identifier: Apache-2.0
import type { Condition } from './condition.ts';
import type { Index, NonEmpty, SourceId } from './evidence.ts';

/** From the gentlest to the hardest; a person is in one of them. */
export const exercisePhases = ['active', 'improving', 'stable', 'strong'] as const;
export type ExercisePhaseId = (typeof exercisePhases)[number];
export const movementKinds = [
  'strength',
  'function',
  'endurance',
  'balance',
  'rom',
  'stretch',
  'breathing',
  'hand',
] as const;
/** `rom` is range of motion. */
export type MovementKind = (typeof movementKinds)[number];
export const bodyRegions = ['legs', 'hips', 'trunk', 'shoulders', 'arms', 'neck', 'hands', 'whole-body'] as const;
export type BodyRegion = (typeof bodyRegions)[number];
/** Where a number of the library comes from: a named study, the muscle group of a study, advice of specialists, or usual practice. */
export const exerciseBases = ['trial', 'trial-muscle-group', 'specialists', 'practice'] as const;
export type ExerciseBasis = {
  basis: (typeof exerciseBases)[number];
  sources: readonly SourceId[];
  verified: 'read' | 'recalled';
};
/** From this to that, inclusive. */
export type Range = readonly [from: number, to: number];

/** How much of one kind of movement: what is absent was not said. Effort is Borg CR-10. */
export type Dose = {
  sets?: Range;
  repetitions?: Range;
  holdSeconds?: Range;
  minutes?: Range;
  boutsPerDay?: Range;
  timesPerDay?: Range;
  restSeconds?: Range;
  daysPerWeek?: Range;
  /** Percent of the load that can be lifted once; a therapist estimates it. */
  percentOfMaximum?: Range;
  load?: string;
  note?: string;
};

/** One movement: how it is done, an easier and a harder way, and for whom it is left out. */
export type Movement = ExerciseBasis & {
  id: string;
  name: string;
  kind: MovementKind;
  region: BodyRegion;
  muscles: NonEmpty<string>;
  start: string;
  how: string;
  easier: string;
  harder: string;
  equipment: readonly string[];
  phases: NonEmpty<ExercisePhaseId>;
  /** Its own dose, when it differs from its phase's. */
  dose?: string;
  eachSide: boolean;
  notFor: readonly string[];
  care: readonly string[];
  goal?: string;
  /** Left out of a plan while this may hold, because of `notFor`. */
  avoidWhen?: Condition;
};

export type ExercisePhase = ExerciseBasis & {
  id: ExercisePhaseId;
  name: string;
  who: NonEmpty<string>;
  goals: NonEmpty<string>;
  supervision: string;
  /** Borg CR-10: what to aim at, and what not to pass. */
  effort: { target: Range; most: number };
  doses: Readonly<Partial<Record<MovementKind, Dose>>>;
  avoid: readonly string[];
  moveUpWhen: NonEmpty<string>;
  strengthOfEvidence: string;
};

/** A rule of progression, regression, warm-up or pacing, with its numbers by name. */
export type ExerciseRule = ExerciseBasis & { id: string; text: string; numbers: Index<number | Range> };
export type StopRule = ExerciseBasis & { id: string; sign: string; action: string; urgent: boolean };
/** What a fact means for exercise: nothing for now, nothing harder than the second phase, a therapist first, or a change to the week. */
export const screeningEffects = [
  'postpone',
  'no-hard-work',
  'therapist-first',
  'bone-safe',
  'intervals',
  'advice',
] as const;
export type ScreeningRule = ExerciseBasis & {
  id: string;
  when: Condition;
  effect: (typeof screeningEffects)[number];
  ask: string;
  advice: string;
};

/** The exercise library: movements, doses, progressions and stop rules, each with where it is from. */
export type ExerciseLibrary = {
  reviewed: string;
  movements: Index<Movement>;
  phases: Readonly<Record<ExercisePhaseId, ExercisePhase>>;
  progressions: readonly ExerciseRule[];
  regressions: readonly ExerciseRule[];
  session: readonly ExerciseRule[];
  stopRules: readonly StopRule[];
  screening: readonly ScreeningRule[];
};
