// SPDX-License-Identifier: Apache-2.0
import type { Condition, Truth } from './condition.ts';
import type { FactId } from './fact.ts';
import type { InterventionId, Level, Line, RuleId } from './guideline.ts';
import type { StageId } from './pathway.ts';

/** A condition as it came out for one patient: the proof tree that EXPLAIN puts into words. */
export type Trace = { condition: Condition; truth: Truth; parts: readonly Trace[] };
export type RuleTrace = { rule: RuleId; trace: Trace };

/** The order in which options are shown. Law 4 gives the order in which a status is decided. */
export const statuses = [
  'recommended',
  'suggested',
  'undetermined',
  'advised-against',
  'not-indicated',
  'contraindicated',
] as const;
export type Status = (typeof statuses)[number];

/** One intervention for one patient. */
export type Option = {
  intervention: InterventionId;
  status: Status;
  indicated: Truth;
  forbidden: Truth;
  /** Already taken: the same rules then say keep, review, or do not take the next dose before calling. */
  current: Truth;
  line: Line | undefined;
  decidedBy: readonly RuleTrace[];
  /** Precautions, prerequisites and monitoring that apply or may apply. */
  advice: readonly RuleId[];
  /** Unknown leaves below unknown nodes: nothing else can change the status. */
  missing: readonly FactId[];
  /** Wishes of this person that it goes against. They order options of equal standing and never touch a status. */
  againstWishes: readonly FactId[];
};

/** What the guideline says for one patient. FHIR: GuidanceResponse. */
export type Guidance = {
  guideline: string;
  /** All that are raised. One that yields to another raised one says to which, and is not told to people beside it. */
  urgency: readonly { rule: RuleId; level: Level; advice: string; trace: Trace; yieldsTo?: readonly RuleId[] }[];
  /** Urgencies that what is unknown could still raise, with what would settle them. */
  urgencyMissing: readonly { rule: RuleId; missing: readonly FactId[] }[];
  /** Said before everything but urgencies: this person is outside the guideline, or it covers them in part. */
  scope: readonly { note: string; advice: string; trace: Trace }[];
  /** Where the person is on the way, in the pathway's order: stages that hold, and those that may, with what would settle them. */
  stages: readonly { stage: StageId; truth: 'true' | 'unknown'; missing: readonly FactId[] }[];
  options: readonly Option[];
};

/** Of what is raised, what people are told: a notice that yields to a more urgent one of its kind is not said beside it. */
export const toldUrgencies = <T extends { yieldsTo?: readonly RuleId[] | undefined }>(
  all: readonly T[],
): readonly T[] => all.filter(({ yieldsTo }) => yieldsTo === undefined);
