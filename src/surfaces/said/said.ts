// SPDX-License-Identifier: Apache-2.0
import { certaintyOf, goingOn, prepareAnswer } from '../../interpreters/answer/index.ts';
import { prepareAsk, type Question } from '../../interpreters/ask/index.ts';
import { explain, statusWords, whatWouldChange } from '../../interpreters/explain/index.ts';
import {
  readsOf,
  type ClaimId,
  type Fact,
  type FactId,
  type Guidance,
  type Guideline,
  type InterventionId,
  type Option,
  type Patient,
  type RuleId,
} from '../../model/index.ts';
import type { SaidClaims, SaidExplanation, SaidGuidance, SaidQuestions } from './shape.ts';

/** The claims that are cited, each with its sources, so that nobody has to ask twice where a sentence comes from. */
export function citedClaims(guideline: Guideline, ids: readonly ClaimId[]): SaidClaims {
  const found = [...new Set(ids)].flatMap((id) => {
    const claim = guideline.claims[id];
    if (!claim) return [];
    const sources = claim.cites.flatMap(({ source, at }) => {
      const work = guideline.sources[source];
      if (!work) return [];
      const { title, URL, DOI, PMID } = work;
      return [{ title, at, URL, ...(DOI ? { DOI } : {}), ...(PMID ? { PMID } : {}) }];
    });
    return [
      [id, { statement: claim.statement, certainty: claim.certainty, verified: claim.verified, sources }] as const,
    ];
  });
  return Object.fromEntries(found);
}

function saidFact({ id, label, question, why, value }: Fact) {
  const shared = { id, label, question, why, type: value.type };
  if (value.type === 'code') return { ...shared, options: [...value.options] };
  return value.type === 'quantity' ? { ...shared, unit: value.unit, min: value.min, max: value.max } : shared;
}

const copied = <T>(list: readonly T[]): T[] => [...list];

/** What programs are told of one patient, the same on every surface: compiled once for a guideline. */
export type Said = {
  guidance: (patient: Patient) => SaidGuidance;
  /** The best `most` questions; facts in `skip` were answered "I don't know". */
  questions: (patient: Patient, skip: ReadonlySet<FactId>, most: number) => SaidQuestions;
  /** Undefined when there is no such intervention. */
  explanation: (patient: Patient, intervention: InterventionId) => SaidExplanation | undefined;
};

/** What the parts of it share. */
type Shared = {
  guideline: Guideline;
  heading: { guideline: string; disclaimer: string };
  becauseOf: (rules: readonly { rule: RuleId }[]) => ClaimId[];
};

function saidOption({ guideline, becauseOf }: Shared, one: Option): SaidGuidance['options'][number] {
  const { line, ...rest } = one;
  const [certainty, going] = [certaintyOf(guideline, one), goingOn(one)];
  return {
    ...rest,
    label: guideline.interventions[one.intervention]?.label ?? one.intervention,
    statusWords: statusWords[one.status],
    ...(going === undefined ? {} : { goingOn: going }),
    ...(line === undefined ? {} : { line }),
    ...(certainty === undefined ? {} : { certainty }),
    decidedBy: copied(one.decidedBy),
    because: becauseOf(one.decidedBy),
    advice: copied(one.advice),
    missing: copied(one.missing),
    againstWishes: copied(one.againstWishes),
  };
}

function saidGuidance(shared: Shared, found: Guidance): SaidGuidance {
  const options = found.options.map((one) => saidOption(shared, one));
  const urgency = found.urgency.map(({ yieldsTo, ...one }) => ({
    ...one,
    because: shared.becauseOf([one]),
    ...(yieldsTo ? { yieldsTo: copied(yieldsTo) } : {}),
  }));
  const cited = [...urgency, ...options].flatMap((one) => one.because);
  return {
    shape: 'heliotrope-guidance/1',
    ...shared.heading,
    urgency,
    urgencyMissing: found.urgencyMissing.map((one) => ({ ...one, missing: copied(one.missing) })),
    scope: copied(found.scope),
    stages: found.stages.map((one) => ({ ...one, missing: copied(one.missing) })),
    options,
    claims: citedClaims(shared.guideline, cited),
  };
}

/** A question is short; so is what stands behind it. */
const mostClaims = 6;
/** The first claims of the rules that wait for one of these facts: red flags if it can raise one, then what it could settle. */
function waitingClaims(guideline: Guideline, { together, couldSettle, redFlag }: Question): ClaimId[] {
  const waiting = [
    ...(redFlag ? guideline.urgencies : []),
    ...guideline.rules.filter(({ intervention }) => couldSettle.includes(intervention)),
  ].filter(({ when }) => together.some(({ id }) => readsOf(guideline, when).has(id)));
  return [...new Set(waiting.flatMap(({ because }) => because))].slice(0, mostClaims);
}

function saidQuestion({ guideline }: Shared, asked: Question): SaidQuestions['questions'][number] {
  const { fact, together, couldSettle, redFlag } = asked;
  const words = together.length > 1 && fact.group !== undefined ? guideline.groups[fact.group]?.question : undefined;
  return {
    question: words ?? fact.question,
    redFlag,
    facts: together.map(saidFact),
    couldSettle: copied(couldSettle),
    because: waitingClaims(guideline, asked),
  };
}

function saidExplanation({ guideline, heading }: Shared, patient: Patient, option: Option): SaidExplanation {
  const { intervention, status } = option;
  const sentences = explain(guideline, patient, option).map(({ text, cites }) => ({ text, cites: copied(cites) }));
  const changes = whatWouldChange(guideline, patient, intervention);
  const cited = sentences.flatMap(({ cites }) => cites);
  return {
    shape: 'heliotrope-explanation/1',
    ...heading,
    intervention,
    label: guideline.interventions[intervention]?.label ?? intervention,
    status,
    sentences,
    wouldChange: changes.map((each) => ({ ...each, words: copied(each.words) })),
    claims: citedClaims(guideline, cited),
  };
}

/** Makes what programs are told, for one guideline. */
export function prepareSaid(guideline: Guideline): Said {
  const [answer, ask] = [prepareAnswer(guideline), prepareAsk(guideline)];
  const because = new Map([...guideline.rules, ...guideline.urgencies].map((rule) => [rule.id, rule.because]));
  const heading = { guideline: guideline.version, disclaimer: guideline.disclaimer };
  const becauseOf: Shared['becauseOf'] = (rules) => [...new Set(rules.flatMap(({ rule }) => because.get(rule) ?? []))];
  const shared: Shared = { guideline, heading, becauseOf };
  return {
    guidance: (patient) => saidGuidance(shared, answer(patient)),
    questions: (patient, skip, most) => {
      const found = ask(patient, skip);
      const best = found.slice(0, most).map((each) => saidQuestion(shared, each));
      const claims = citedClaims(
        guideline,
        best.flatMap(({ because: ids }) => ids),
      );
      return { shape: 'heliotrope-questions/1', ...heading, remaining: found.length, questions: best, claims };
    },
    explanation: (patient, intervention) => {
      const option = answer(patient).options.find((each) => each.intervention === intervention);
      return option && saidExplanation(shared, patient, option);
    },
  };
}
