// SPDX-License-Identifier: Apache-2.0
import type { Condition, Guidance, Guideline, InterventionId, Patient, Status } from '../../model/index.ts';
import { compile } from '../answer/index.ts';

/** What PROVE establishes, in the order in which it is told. */
export const kinds = [
  'invariant',
  'invariant-can-hold',
  'never-fails',
  'contraindication-wins',
  'more-facts-never-overturn',
  'rule-can-fire',
  'can-be-offered',
  'not-offered-to-all',
  'opposites-are-marked',
  'against-wins',
  'mark-is-needed',
  'strong-yields-to-conditional',
  'definitions-exclude',
  'interview-may-stop',
  'rule-is-not-vacuous',
  'rule-is-not-redundant',
  'rule-is-not-shadowed',
] as const;
export type Kind = (typeof kinds)[number];
/** Somebody the solver found: a patient, and for statements about learning more, the same patient knowing more. */
export type Found = { patient: Patient; completion: Patient };
export type Replay = (patient: Patient) => Guidance;

/** A statement about every possible patient. `asserted` describes who would be found. */
export type Property = {
  id: string;
  kind: Kind;
  says: string;
  asserted: string;
  /** Whom the statement needs: nobody (a safety property), or somebody (nothing in the guideline is dead). */
  wants: 'nobody' | 'somebody';
  /** What it is when it is otherwise: a fault of the guideline, or something its authors should know, in a sentence. */
  otherwise: 'refuted' | { finding: string };
  /** Every fact is known: "can fire" is about people, not about gaps. */
  complete: boolean;
  /** Does ANSWER see in this patient what the solver claims? Guards against a wrong encoding. */
  shows: (replay: Replay, found: Found) => boolean;
};

export const isOffered = (status: Status | 'absent' | undefined): boolean =>
  status === 'recommended' || status === 'suggested';
export const statusIn = (guidance: Guidance, id: InterventionId): Status | undefined =>
  guidance.options.find(({ intervention }) => intervention === id)?.status;
/** Whether a condition certainly holds of a patient, as ANSWER decides it. */
export const holds = (guideline: Guideline, when: Condition, patient: Patient): boolean =>
  compile(guideline, when)(patient).truth === 'true';
