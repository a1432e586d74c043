// SPDX-License-Identifier: Apache-2.0
import type { Index, NonEmpty } from './evidence.ts';

export type FactId = string;
export type GroupId = string;
export type Coding = { system: string; code: string };
export type Value =
  | { type: 'boolean' }
  | { type: 'code'; options: NonEmpty<{ code: string; label: string }> }
  /** A number in the UCUM unit, from min to max inclusive. */
  | { type: 'quantity'; unit: string; min: number; max: number };

/** From the lightest to the heaviest way to obtain a fact; ASK prefers the light ones. */
export const effort = ['history', 'examination', 'laboratory', 'imaging', 'procedure'] as const;

/** Something we may know of a patient. CPG: case feature, asserted. */
export type Fact = {
  id: FactId;
  label: string;
  question: string;
  why: string;
  coding: readonly Coding[];
  value: Value;
  obtainedBy: (typeof effort)[number];
  /** Yes/no facts of one group are one question on a page, and stay separate facts here. */
  group?: GroupId;
  /** How it reads among the choices of its group, such as "Methotrexate"; the label when absent. */
  choice?: string;
  /** Once known it stays as it is, such as sex at birth: nobody is told what would follow if it were otherwise. */
  lasting?: boolean;
  /** Why a fact that no rule reads stays, such as a score that a record shows over time. */
  kept?: string;
  /** ISO 8601 duration; older data counts as unknown. */
  freshFor?: string;
};

/** The question that is asked for several yes/no facts together, such as which medicines somebody takes. */
export type Group = { id: GroupId; question: string };

/** What is known of one patient. An absent fact is unknown, never false. CPG: case. */
export type Patient = Index<boolean | string | number>;
