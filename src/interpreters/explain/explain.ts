// SPDX-License-Identifier: Apache-2.0
import {
  interpret,
  readsOf,
  type ClaimId,
  type FactId,
  type Guideline,
  type Option,
  type Patient,
  type Rule,
  type RuleTrace,
  type Schedule,
  type Trace,
} from '../../model/index.ts';
import { compile } from '../answer/index.ts';
import { english, lowerFirst, saidValue, statusWords } from './phrases.ts';

/** One sentence; a sentence about a rule cites a claim (law 6). */
export type Sentence = { text: string; cites: readonly ClaimId[] };

/** The leaves that made the trace come out as it did. */
function deciding(trace: Trace): readonly Trace[] {
  const { condition } = trace;
  if (condition.op === 'is' || condition.op === 'compare') return [trace];
  if (condition.op === 'defined' && trace.truth !== 'unknown') return [trace];
  const wanted = condition.op === 'not' ? undefined : trace.truth;
  return trace.parts.filter((part) => wanted === undefined || part.truth === wanted).flatMap(deciding);
}

/** A deciding leaf in words: a definition by its label, a fact with this patient's value. */
function leafWords(guideline: Guideline, patient: Patient, { condition, truth }: Trace): readonly string[] {
  if (condition.op === 'defined') {
    const label = guideline.definitions[condition.as]?.label;
    return label === undefined ? [] : [truth === 'false' ? `not: ${label}` : label];
  }
  const fact = condition.op === 'is' || condition.op === 'compare' ? guideline.facts[condition.fact] : undefined;
  if (!fact) return [];
  const value = patient[fact.id];
  return [value === undefined ? `not known: ${lowerFirst(fact.label)}` : saidValue(fact, value)];
}

/** The facts of one trace, in words, with this patient's values; what is so comes before what is not. */
export function factsIn(guideline: Guideline, patient: Patient, trace: Trace): readonly string[] {
  const words = [...new Set(deciding(trace).flatMap((leaf) => leafWords(guideline, patient, leaf)))];
  return words.toSorted((a, b) => Number(a.startsWith('not: ')) - Number(b.startsWith('not: ')));
}

/** How a rule begins, before its condition: "Can be considered when". */
export const opening = (rule: Rule): string => {
  switch (rule.kind) {
    case 'contraindication':
      return 'Must not be offered when';
    case 'recommendation':
      return rule.direction === 'for'
        ? `${rule.strength === 'strong' ? 'Recommended' : 'Can be considered'} when`
        : 'Usually not advised when';
    case 'precaution':
      return 'Take care when';
    case 'prerequisite':
      return 'To check first when';
    case 'monitoring':
      return 'To watch when';
    default:
      return rule satisfies never;
  }
};
/** How a rule came out. */
export const verdict = { true: 'This holds', false: 'This does not hold', unknown: 'This is not known yet' } as const;

/** One rule for one patient: its condition in English, how it came out, and because of which facts. Its claims follow, unless it
 *  does not hold: then they are no reason. */
export function explainRule(
  guideline: Guideline,
  patient: Patient,
  { rule: id, trace }: RuleTrace,
): readonly Sentence[] {
  const rule = guideline.rules.find((one) => one.id === id);
  if (!rule) return [];
  const facts = factsIn(guideline, patient, trace);
  const reasons = trace.truth === 'false' ? [] : rule.because;
  return [
    {
      text: `${opening(rule)} ${interpret(guideline, rule.when, english)}. ${verdict[trace.truth]}${facts.length ? ` (${facts.join('; ')})` : ''}.`,
      cites: rule.because,
    },
    ...reasons.flatMap((claim) => {
      const found = guideline.claims[claim];
      return found ? [{ text: found.statement, cites: [claim] }] : [];
    }),
  ];
}

/** A sentence ends once. */
const ended = (text: string): string => (/[.?]$/.test(text) ? text : `${text}.`);

/** How often, in words: "at the start, every 2 weeks until week 6, then every 12 weeks". */
export function scheduleWords({ baseline, steps }: Schedule): string {
  const every = steps.map(
    ({ everyWeeks, untilWeek }) =>
      `${everyWeeks === 1 ? 'every week' : `every ${everyWeeks} weeks`}${untilWeek === undefined ? '' : ` until week ${untilWeek}`}`,
  );
  return [baseline ? 'at the start' : '', every.join(', then ')].filter((part) => part !== '').join(', ');
}

/** What is watched and how often, then each result that calls for action. */
function watching({ test, schedule, actOn }: Extract<Rule, { kind: 'monitoring' }>): readonly string[] {
  const often = scheduleWords(schedule);
  return [
    ended(`Watch: ${test}${often === '' ? '' : `, ${often}`}`),
    ...actOn.map(({ when, act }) => ended(`Watch: if ${when}: ${act}`)),
  ];
}

/** For advice that may not apply: what it depends on, such as " if this is so for you (not known: smoking)". Empty when it applies. */
export function onlyIf(guideline: Guideline, patient: Patient, { when }: Rule): string {
  const trace = compile(guideline, when)(patient);
  if (trace.truth !== 'unknown') return '';
  const labels = [...readsOf(guideline, when)].flatMap(([id, { fact }]) =>
    patient[id] === undefined ? [lowerFirst(fact.label)] : [],
  );
  return ` if this is so for you (not known: ${labels.slice(0, 2).join(', ')}${labels.length > 2 ? ' and more' : ''})`;
}

/** What to check first, take care of and watch, each with its claims. What may not apply says what it depends on. */
function advice(guideline: Guideline, patient: Patient, option: Option): readonly Sentence[] {
  return guideline.rules
    .filter(({ id }) => option.advice.includes(id))
    .flatMap((rule): readonly Sentence[] => {
      switch (rule.kind) {
        case 'prerequisite':
          return [{ text: `Check first${onlyIf(guideline, patient, rule)}: ${rule.advice}`, cites: rule.because }];
        case 'precaution':
          return [{ text: `Take care${onlyIf(guideline, patient, rule)}: ${rule.advice}`, cites: rule.because }];
        case 'monitoring':
          return watching(rule).map((text) => ({ text, cites: rule.because }));
        default:
          return [];
      }
    });
}

/** Rules often rest on the same claim, or say the same; it is said at the first of them, with the claims of all. */
function saidOnce(sentences: readonly Sentence[]): readonly Sentence[] {
  const cites = new Map<string, Set<ClaimId>>();
  for (const { text, cites: claims } of sentences) cites.set(text, new Set([...(cites.get(text) ?? []), ...claims]));
  return [...cites].map(([text, claims]) => ({ text, cites: [...claims] }));
}

/** What the person would rather avoid, and this brings. It orders options of equal standing, and says nothing of safety. */
function wished({ wishes }: Guideline, { againstWishes }: Option): readonly Sentence[] {
  return wishes
    .filter(({ fact }) => againstWishes.includes(fact))
    .map(({ avoids, because }) => ({
      text: `You would rather avoid ${avoids}, which this can bring. That places it after options of equal standing, and changes nothing else.`,
      cites: because,
    }));
}

/** Why an option has its status: every deciding rule with its claims, then what is unknown and why it matters. */
export function explain(guideline: Guideline, patient: Patient, option: Option): readonly Sentence[] {
  const label = guideline.interventions[option.intervention]?.label ?? option.intervention;
  const unknown = (id: FactId): readonly Sentence[] => {
    const fact = guideline.facts[id];
    return fact ? [{ text: `Not known: ${fact.label}. ${fact.why}`, cites: [] }] : [];
  };
  const unruled = guideline.rules.some(
    ({ intervention, kind }) => intervention === option.intervention && kind === 'recommendation',
  )
    ? []
    : [{ text: 'No recommendation in this guideline speaks for it.', cites: [] }];
  return [
    { text: `${label}: ${statusWords[option.status]}.`, cites: [] },
    ...unruled,
    ...saidOnce(option.decidedBy.flatMap((traced) => explainRule(guideline, patient, traced))),
    ...option.missing.flatMap(unknown),
    ...wished(guideline, option),
    ...advice(guideline, patient, option),
  ];
}
