// SPDX-License-Identifier: Apache-2.0
// Cards for the medicines that are being ordered.
import { randomUUID } from 'node:crypto';
import type { Order } from '../../../fhir/index.ts';
import { scheduleWords } from '../../../interpreters/explain/index.ts';
import { readsOf, type FactId, type Guideline, type Patient, type Rule, type Urgency } from '../../../model/index.ts';
import type { Chart } from './chart.ts';
import { onceFor } from './once.ts';
import type { Suggestion } from './response.ts';
import type { Effects, Review, Reviews, Spoken } from './review.ts';
import { canBeOrdered, testOrder, testsIn } from './tests.ts';
import {
  because,
  factLabel,
  few,
  labelOf,
  levelWords,
  openLines,
  plain,
  plainOwn,
  recordLines,
  section,
  type Draft,
} from './words.ts';

/** What making the cards of one request needs. */
export type Desk = { guideline: Guideline; reviews: Reviews; chart: Chart; patientId: string };

const remove = (label: string, at: string): Suggestion => ({
  label: `Remove this order: ${label}`.slice(0, 120),
  uuid: randomUUID(),
  actions: [{ type: 'delete', description: `Remove the order for ${label}`, resourceId: at }],
});
const readsBy = onceFor((guideline, { when }: Rule): readonly FactId[] => [...readsOf(guideline, when).keys()]);
const readsIn = (guideline: Guideline, spoken: readonly Spoken[]): readonly FactId[] =>
  spoken.flatMap(({ rule }) => readsBy(guideline, rule));
const claimsOf = (spoken: readonly Spoken[]) => spoken.flatMap(({ rule }) => rule.because);

/** Whether a fact says that another medicine is taken. */
const isOther = (guideline: Guideline, own: string | undefined, fact: FactId): boolean =>
  fact !== own && saysTaken(guideline, fact);
const saysTaken = onceFor(
  ({ interventions }, fact: FactId) =>
    fact.startsWith('also-takes-')
    || fact.startsWith('taking-')
    || Object.values(interventions).some(({ currentFact }) => currentFact === fact),
);

/** Whether a rule speaks because of another medicine. */
const isInteraction = ({ guideline }: Desk, { rule, patient }: Spoken): boolean =>
  readsBy(guideline, rule).some(
    (fact) =>
      patient[fact] === true && isOther(guideline, guideline.interventions[rule.intervention]?.currentFact, fact),
  );

/** A contraindication that holds: the only kind of card that is critical for a medicine by itself. */
function contraindicated({ guideline, chart }: Desk, { contraindications, intervention }: Review, at: string): Draft[] {
  if (contraindications.length === 0) return [];
  const label = labelOf(guideline, intervention);
  const facts = [...new Set(contraindications.map((one) => because(guideline, one)))];
  return [
    {
      summary: `${label} is contraindicated: ${facts.join('; ')}.`,
      indicator: 'critical',
      detail: section('In the record', recordLines(guideline, chart, readsIn(guideline, contraindications))),
      claims: claimsOf(contraindications),
      intervention,
      suggestions: [{ ...remove(label, at), isRecommended: true }],
      overridable: true,
    },
  ];
}

/** Advice for the prescriber, out of a rule that speaks. */
const adviceLines = (guideline: Guideline, spoken: readonly Spoken[]): readonly string[] =>
  spoken.flatMap(({ rule }) =>
    rule.kind === 'precaution' || rule.kind === 'prerequisite' ? [`- ${plainOwn(guideline, rule.advice)}`] : [],
  );

function interactions(desk: Desk, { precautions, intervention }: Review): Draft[] {
  const { guideline, chart } = desk;
  const spoken = precautions.filter((one) => isInteraction(desk, one));
  if (spoken.length === 0) return [];
  return [
    {
      summary: `${labelOf(guideline, intervention)}: interaction with what is taken or ordered (${spoken.map((one) => because(guideline, one)).join('; ')}).`,
      indicator: 'warning',
      detail: [
        ...section('Take care', adviceLines(guideline, spoken)),
        ...section('In the record', recordLines(guideline, chart, readsIn(guideline, spoken))),
      ],
      claims: claimsOf(spoken),
      intervention,
      overridable: true,
    },
  ];
}

/** Tests first, then what nobody could look up; what was looked for and not found comes last. */
function inOrder(guideline: Guideline, chart: Chart, facts: readonly FactId[]): readonly FactId[] {
  const [tests, asked, absent]: [FactId[], FactId[], FactId[]] = [[], [], []];
  for (const id of facts)
    (canBeOrdered(guideline, id) ? tests : chart.why(id) === 'none-found' ? absent : asked).push(id);
  return [...tests, ...asked, ...absent];
}

/** What should be known before the start: facts that could rule it out, and tests that belong first and are not in the record. */
function toCheck(
  { guideline, chart, patientId }: Desk,
  { open, prerequisites, isTaken, intervention }: Review,
): Draft[] {
  const tests = prerequisites.map((one) => ({ one, facts: testsIn(guideline, one.rule.advice) }));
  const unmet = tests.filter(({ facts }) => !facts.length || facts.some((id) => chart.facts[id] === undefined));
  const known = ({ trace }: Spoken) => trace.truth === 'true';
  const own = guideline.interventions[intervention]?.currentFact;
  const wanted = new Set(open);
  for (const { facts } of unmet) for (const id of facts) wanted.add(id);
  const missing = [...wanted].filter((id) => id !== own && chart.facts[id] === undefined);
  const first = unmet.filter(({ one, facts }) => facts.length || known(one)).map(({ one }) => one);
  if (missing.length === 0 && first.length === 0) return [];
  const label = labelOf(guideline, intervention);
  const inLaboratory = missing.filter((id) => canBeOrdered(guideline, id));
  const ordered = inOrder(guideline, chart, missing);
  return [
    {
      summary: missing.length
        ? `${label}: check first ${few(
            ordered.map((id) => factLabel(guideline, id)),
            3,
          )}.`
        : `${label}: ${first[0]?.rule.advice ?? ''}`,
      indicator: isTaken ? 'info' : 'warning',
      detail: [
        ...section('Belongs before the start', adviceLines(guideline, first)),
        ...section('Not known, and could change whether it fits', openLines(guideline, chart, ordered)),
      ],
      claims: claimsOf(first),
      intervention,
      suggestions: inLaboratory.slice(0, 8).map((id) => testOrder(guideline, id, patientId)),
      overridable: true,
    },
  ];
}

function advisedAgainst({ guideline, chart }: Desk, { against, contraindications, intervention }: Review): Draft[] {
  if (against.length === 0 || contraindications.length > 0) return [];
  return [
    {
      summary: `${labelOf(guideline, intervention)} is usually not advised: ${against.map((one) => because(guideline, one)).join('; ')}.`,
      indicator: 'warning',
      detail: section('In the record', recordLines(guideline, chart, readsIn(guideline, against))),
      claims: claimsOf(against),
      intervention,
      overridable: true,
    },
  ];
}

type Monitoring = Extract<Rule, { kind: 'monitoring' }>;
const watchLine = onceFor(
  (guideline, { test, schedule }: Monitoring) => `- ${plainOwn(guideline, test)}: ${scheduleWords(schedule)}`,
);
const limitLines = onceFor((guideline, { actOn }: Monitoring): readonly string[] =>
  actOn.map(({ when, act }) => `- If ${plainOwn(guideline, when)}: ${plainOwn(guideline, act)}`),
);

/** How to watch it, and what else to keep in mind: for reading, never in the way. */
function watch(desk: Desk, { monitoring, precautions, always, intervention }: Review): Draft[] {
  const { guideline } = desk;
  const care = precautions.filter((one) => !isInteraction(desk, one));
  if (!monitoring.length && !care.length && !always.length) return [];
  const label = labelOf(guideline, intervention);
  const lines = monitoring.map((rule) => watchLine(guideline, rule));
  const limits = monitoring.flatMap((rule) => limitLines(guideline, rule));
  return [
    {
      summary: monitoring.length
        ? `${label}: watch ${monitoring.map(({ test }) => test).join('; ')}.`
        : `${label}: ${(care[0]?.rule ?? always[0])?.advice ?? ''}`,
      indicator: 'info',
      detail: [
        ...section('Watch', lines),
        ...section('Act on', limits),
        ...section('Take care', [
          ...new Set([
            ...adviceLines(guideline, care),
            ...always.map(({ advice }) => `- ${plainOwn(guideline, advice)}`),
          ]),
        ]),
      ],
      claims: [...monitoring, ...care.map(({ rule }) => rule), ...always].flatMap((rule) => rule.because),
      intervention,
    },
  ];
}

/** All cards about one medicine that is ordered. */
export const reviewDrafts = (desk: Desk, review: Review, at: string, all: boolean): readonly Draft[] => [
  ...contraindicated(desk, review, at),
  ...advisedAgainst(desk, review),
  ...interactions(desk, review),
  ...(all ? [...toCheck(desk, review), ...watch(desk, review)] : []),
];

const flagDraft = ({ guideline }: Desk, name: string, at: string, one: Spoken<Urgency>): Draft => ({
  summary: `${name}: red flag, ${levelWords[one.rule.level]}. ${because(guideline, one)}.`,
  indicator: one.rule.level === 'soon' ? 'warning' : 'critical',
  redFlag: one.rule.level,
  detail: [plainOwn(guideline, one.rule.advice)],
  claims: one.rule.because,
  suggestions: [remove(name, at)],
  overridable: true,
});

const meetingDraft = ({ guideline }: Desk, name: string, at: string, one: Spoken): Draft => ({
  summary: `${name}: interaction with ${labelOf(guideline, one.rule.intervention)}, which is taken now.`,
  indicator: one.rule.kind === 'contraindication' ? 'critical' : 'warning',
  detail: section('Take care', adviceLines(guideline, [one])),
  claims: one.rule.because,
  intervention: one.rule.intervention,
  suggestions: [remove(name, at)],
  overridable: true,
});

/** What an order does to medicines that are taken already, and the red flags it raises. A red flag is said also where the order is
 *  contraindicated: it says how soon help is needed, and a contraindication does not. */
export function effectDrafts(desk: Desk, { said, at }: Order, { others, urgencies }: Effects): readonly Draft[] {
  const name = plain(said);
  return [
    ...urgencies.map((one) => flagDraft(desk, name, at, one)),
    ...others.map((one) => meetingDraft(desk, name, at, one)),
  ];
}

/** Facts with an order signed. A steroid dose that differs from another running order adds up to nobody knows what: unknown. */
export function withOrder(before: Patient, { facts }: Order): Patient {
  const dose = 'prednisone-mg-per-day';
  const [running, ordered] = [before[dose], facts[dose]];
  const after = { ...before, ...facts };
  if (running === undefined || ordered === undefined || running === ordered) return after;
  const { [dose]: _unclear, ...rest } = after;
  return rest;
}
