// SPDX-License-Identifier: Apache-2.0
// Treatments side by side, as plain data: the same rows for each, so that no one of them is shown in a better light.
import { certaintyOf } from '../../../interpreters/answer/index.ts';
import type { Certainty, Guideline, Option, Patient, Rule } from '../../../model/index.ts';
import { reasonOf } from './guidance.ts';
import type { Prepared } from './interview.ts';
import { standing, type Standing } from './standing.ts';

export type Effect = { effect: string; often: string };
export type ComparedOption = {
  id: string;
  label: string;
  summary: string;
  standing: Standing;
  you: string;
  reason: string;
  taken: string;
  onset: string;
  /** What it is like to live with, as sources tell it; empty where none that we read does. */
  living: string;
  /** Burdens that some would rather avoid, such as drips, whether or not this person said so. */
  brings: readonly string[];
  common: readonly Effect[];
  serious: readonly Effect[];
  before: readonly string[];
  after: readonly string[];
  mustNot: number;
  certainty: Certainty | undefined;
  /** Wishes it goes against, by their fact. */
  against: readonly string[];
};
export type WishView = { fact: string; question: string; avoids: string; on: boolean };
export type Comparison = {
  options: readonly ComparedOption[];
  wishes: readonly WishView[];
  all: readonly { id: string; label: string; kind: string }[];
};
const nothingRead = 'Not in what we read.';

const adviceOf = (rules: readonly Rule[], kind: 'prerequisite'): readonly string[] => [
  ...new Set(rules.flatMap((rule) => (rule.kind === kind ? [rule.advice] : []))),
];
const every = ({ schedule }: Rule & { kind: 'monitoring' }): string => {
  const last = schedule.steps.at(-1);
  return last ? `every ${last.everyWeeks === 1 ? 'week' : `${last.everyWeeks} weeks`}` : 'at the start';
};

function compared(guideline: Guideline, patient: Patient, option: Option): ComparedOption {
  const { intervention: id } = option;
  const found = guideline.interventions[id];
  const rules = guideline.rules.filter(({ intervention }) => intervention === id);
  const { text, you } = reasonOf(guideline, patient, option);
  const effects = (serious: boolean): readonly Effect[] =>
    (found?.about?.effects ?? [])
      .filter((effect) => effect.serious === serious)
      .map(({ effect, often }) => ({ effect, often: often ?? '' }));
  return {
    id,
    label: found?.label ?? id,
    summary: found?.summary ?? '',
    standing: standing(option),
    you: you.join('; '),
    reason: text,
    taken: found?.about?.taken.text ?? nothingRead,
    onset: found?.about?.onset.text ?? nothingRead,
    living: found?.about?.living?.text ?? '',
    brings: guideline.wishes.filter(({ brings }) => brings.includes(id)).map(({ avoids }) => avoids),
    common: effects(false),
    serious: effects(true),
    before: adviceOf(rules, 'prerequisite'),
    after: [...new Set(rules.flatMap((rule) => (rule.kind === 'monitoring' ? [`${rule.test}, ${every(rule)}`] : [])))],
    mustNot: rules.filter(({ kind }) => kind === 'contraindication').length,
    certainty: certaintyOf(guideline, option),
    against: guideline.wishes.filter(({ brings }) => brings.includes(id)).map(({ fact }) => fact),
  };
}

/** Up to three treatments for one person, with every wish, and what else can be chosen. */
export function comparison({ guideline, answer }: Prepared, patient: Patient, ids: readonly string[]): Comparison {
  const { options } = answer(patient);
  return {
    options: ids.flatMap((id) => {
      const option = options.find(({ intervention }) => intervention === id);
      return option ? [compared(guideline, patient, option)] : [];
    }),
    wishes: guideline.wishes.map(({ fact, avoids }) => ({
      fact,
      question: guideline.facts[fact]?.question ?? fact,
      avoids,
      on: patient[fact] === true,
    })),
    all: Object.values(guideline.interventions)
      .filter(({ kind }) => kind === 'medicine' || kind === 'infusion' || kind === 'exercise')
      .map(({ id, label, kind }) => ({ id, label, kind })),
  };
}
