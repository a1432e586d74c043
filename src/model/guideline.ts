// SPDX-License-Identifier: Apache-2.0
import type { Combination } from './combination.ts';
import type { Condition, Definition } from './condition.ts';
import type { Claim, ClaimId, Index, NonEmpty, Source } from './evidence.ts';
import type { Contradiction } from './contradiction.ts';
import type { Frequency } from './frequency.ts';
import type { ScopeNote, Stage } from './pathway.ts';
import type { Coding, Fact, Group } from './fact.ts';
import type { Wish } from './wish.ts';

export type InterventionId = string;
export type RuleId = string;
export const interventionKinds = [
  'medicine',
  'infusion',
  'exercise',
  'self-care',
  'screening',
  'prophylaxis',
  'referral',
] as const;
export type InterventionKind = (typeof interventionKinds)[number];

/** A sentence about an intervention, in patients' words, with what it rests on. */
export type Said = { text: string; because: NonEmpty<ClaimId> };
/** An unwanted effect: how often, as a natural frequency, where a source counted it, and what to do about it. */
export type SideEffect = { effect: string; often?: string; serious: boolean; act?: string; because: NonEmpty<ClaimId> };
/** An amount as a source published it, for clinicians. It informs a prescriber and is never an instruction to a patient. */
export type PublishedDose = { for: string; dose: string; because: NonEmpty<ClaimId> };
/** What a person asks first about a treatment: how it works, how it is taken, how soon it helps, what it may do besides. */
export type About = {
  mechanism: Said;
  taken: Said;
  onset: Said;
  /** What it is like to live with: what it asks of the days, the body and the mind. */
  living?: Said;
  /** What everybody who takes it hears whenever it is weighed again: a review is no reason to stop alone. */
  stopping?: Said;
  effects: readonly SideEffect[];
  doses: readonly PublishedDose[];
};

/** Something that can be offered: a medicine, a screening, a referral, exercise. PICO intervention; FHIR ActivityDefinition. */
export type Intervention = {
  id: InterventionId;
  kind: InterventionKind;
  label: string;
  summary: string;
  coding: readonly Coding[];
  reviewed: string;
  /** The fact that says whether it is already taken. */
  currentFact?: string;
  /** What pages say of it beside its rules; no rule and no status depends on it. */
  about?: About;
};

/** Place in the pathway, in order; orders the options of equal status. */
export const lines = ['first', 'add-on', 'escalation', 'rescue', 'supportive'] as const;
export type Line = (typeof lines)[number];

/** How often a test is due: at the start, then every so many weeks, until a week or without end. */
export type Schedule = { baseline: boolean; steps: readonly { everyWeeks: number; untilWeek?: number }[] };
/** A result that calls for action. */
export type Threshold = { when: string; act: string };

/** When this holds, that follows for an intervention, because of these claims. CPG: recommendation (an ECA rule). */
export type Rule = { id: RuleId; intervention: InterventionId; when: Condition; because: NonEmpty<ClaimId> } & (
  | {
      kind: 'recommendation';
      direction: 'for' | 'against';
      strength: 'strong' | 'conditional';
      line: Line;
      /** Recommendations against the same intervention that are known to hold together with this one for it, and win. */
      yieldsTo?: readonly RuleId[];
    }
  | { kind: 'contraindication' }
  | { kind: 'precaution' | 'prerequisite'; advice: string }
  | { kind: 'monitoring'; test: string; schedule: Schedule; actOn: readonly Threshold[] }
);

/** Urgency levels, the most urgent first. */
export const levels = ['emergency', 'urgent', 'soon'] as const;
export type Level = (typeof levels)[number];
/** A red flag: when this holds, how soon, and what to do. Shown before everything else. */
export type Urgency = {
  id: RuleId;
  level: Level;
  when: Condition;
  advice: string;
  because: NonEmpty<ClaimId>;
  /** Urgencies of the same kind, at least as urgent: while one of them is raised, this one is not told beside it. */
  yieldsTo?: readonly RuleId[];
};

/** A safety property PROVE must establish for every possible patient. */
export type Invariant = { id: string; statement: string; when: Condition; because: NonEmpty<ClaimId> } & (
  { never: InterventionId } | { always: InterventionId } | { atLeast: Level }
);

/** The whole guideline: plain JSON, already checked and linked. */
export type Guideline = {
  version: string;
  title: string;
  disclaimer: string;
  rules: readonly Rule[];
  urgencies: readonly Urgency[];
  invariants: readonly Invariant[];
  /** The way through the disease, in order. */
  stages: readonly Stage[];
  /** Whom it covers in part or not at all, and what still applies to them. */
  scope: readonly ScopeNote[];
  /** How often facts have each value: where ASK and a synthetic cohort begin, never a reason for a rule. */
  frequencies: readonly Frequency[];
  /** What people may wish. They order options of equal standing. */
  wishes: readonly Wish[];
  /** What is not, or only carefully, taken together. */
  combinations: readonly Combination[];
  /** What cannot be true of one person at one time. */
  contradictions: readonly Contradiction[];
  facts: Index<Fact>;
  groups: Index<Group>;
  definitions: Index<Definition>;
  interventions: Index<Intervention>;
  claims: Index<Claim>;
  sources: Index<Source>;
};

const any = (parts: readonly Condition[]): Condition => ({ op: 'any', parts });

/** The parts of one intervention's eligibility, so that every interpreter names them alike. */
export type Eligibility = { indicated: Condition; contraindicated: Condition; advisedAgainst: Condition };

/** What decides one intervention. With no rule at all nothing is offered: an empty `any` is false. */
export function eligibilityParts(guideline: Guideline, intervention: InterventionId): Eligibility {
  const rules = guideline.rules.filter((rule) => rule.intervention === intervention);
  const inDirection = (direction: 'for' | 'against') =>
    any(
      rules.filter((rule) => rule.kind === 'recommendation' && rule.direction === direction).map((rule) => rule.when),
    );
  return {
    indicated: inDirection('for'),
    advisedAgainst: inDirection('against'),
    contraindicated: any(rules.filter((rule) => rule.kind === 'contraindication').map((rule) => rule.when)),
  };
}

/** Offer an intervention only when indicated, and neither contraindicated nor advised against. Itself a Condition,
 *  so every interpreter understands it. */
export function eligibility(guideline: Guideline, intervention: InterventionId): Condition {
  const { indicated, contraindicated, advisedAgainst } = eligibilityParts(guideline, intervention);
  return { op: 'all', parts: [indicated, { op: 'not', part: contraindicated }, { op: 'not', part: advisedAgainst }] };
}
