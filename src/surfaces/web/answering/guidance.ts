// SPDX-License-Identifier: Apache-2.0
// Guidance as plain data for a page: every treatment with its reason, what it waits for, how sure, and its sources.
import { certaintyOf, goingOn } from '../../../interpreters/answer/index.ts';
import {
  explain,
  explainRule,
  factsIn,
  ruleReading,
  statusWords,
  whatIsLacking,
  type RuleReading,
} from '../../../interpreters/explain/index.ts';
import {
  inSentence,
  type Certainty,
  type ClaimId,
  type FactId,
  type Guidance,
  type Guideline,
  type InterventionKind,
  type Option,
  type Patient,
  type Stage,
} from '../../../model/index.ts';
import { flagsOf, type Flag, type Prepared } from './interview.ts';
import { standing, standings, type Standing } from './standing.ts';
import { answerWords } from './words.ts';

export type Reference = { title: string; author: string; year: number; url: string; at: readonly string[] };
export type Reason = { text: string; refs: readonly number[] };
export type OptionView = {
  id: string;
  label: string;
  kind: InterventionKind;
  /** The statement of the rule that decided, this person's facts in it, and the numbers of its sources. */
  reason: Reason;
  you: readonly string[];
  going: string | undefined;
  /** Said of what is taken and must not be stopped alone. */
  stopping?: { text: string; refs: readonly number[] };
  waits: readonly { fact: FactId; question: string }[];
  status: string;
  certainty: Certainty | undefined;
  recalled: boolean;
  /** What decided, sentence by sentence; a rule with several parts also as a list of them. */
  why: readonly (Reason & { rule?: RuleReading })[];
};
/** One stage of the pathway: behind the person, where they are, or ahead; what is weighed there. */
export type StageView = {
  id: string;
  label: string;
  summary: string;
  road: Stage['road'];
  holds: 'true' | 'false' | 'unknown';
  decides: readonly string[];
  refs: readonly number[];
};
export type GuidanceView = {
  scope: readonly string[];
  stages: readonly StageView[];
  /** The furthest stage of the main road that holds: where the person is. */
  here: StageView | undefined;
  known: number;
  flags: readonly Flag[];
  flagsOpen: number;
  groups: { readonly [of in Standing]: readonly OptionView[] };
  told: readonly { label: string; answer: string; no: boolean }[];
  asks: readonly string[];
  references: readonly Reference[];
};

const going = {
  keep: 'You take this. The guideline has reasons to keep it.',
  review: 'You take this. Go through it again with your team.',
  'call before the next dose': 'You take this. Call your team before the next dose.',
} as const;

/** Numbers each source once, in the order in which it is first cited. */
export function numbering(guideline: Guideline) {
  const found: { source: string; at: string[] }[] = [];
  const refs = (claims: readonly ClaimId[]): readonly number[] => {
    const numbers = claims.flatMap((id) =>
      (guideline.claims[id]?.cites ?? []).map(({ source, at }) => {
        const known = found.findIndex((one) => one.source === source);
        if (known < 0) return found.push({ source, at: [at] });
        if (!found[known]?.at.includes(at)) found[known]?.at.push(at);
        return known + 1;
      }),
    );
    return [...new Set(numbers)];
  };
  const list = (): readonly Reference[] =>
    found.map(({ source, at }) => {
      const work = guideline.sources[source];
      return {
        title: work?.title ?? source,
        author: work?.author ?? '',
        year: work?.issued ?? 0,
        url: work?.URL ?? '',
        at,
      };
    });
  return { refs, list };
}

/** The rule that decided: of an open question, what speaks for it; else the first that decided. */
function decisive(guideline: Guideline, option: Option) {
  const traced =
    option.status === 'undetermined'
      ? option.decidedBy.find(({ trace }) => trace.truth === 'true')
      : option.decidedBy[0];
  const rule = guideline.rules.find(({ id }) => id === traced?.rule);
  return { traced, because: rule?.because ?? [] };
}

/** A fact as it was told: “not: trouble swallowing” of a rule is “trouble swallowing: no” of a person. */
const asTold = (words: string): string => words.replace(/^not: (.*)$/, '$1: no');

/** One sentence why, with this person's facts; of what nothing calls for, what would. Shared by the guidance and the comparison. */
export function reasonOf(
  guideline: Guideline,
  patient: Patient,
  option: Option,
): { text: string; you: readonly string[]; because: readonly ClaimId[] } {
  const lacking = whatIsLacking(guideline, option);
  if (lacking) return { text: lacking.text, you: [], because: lacking.cites.slice(0, 1) };
  const { traced, because } = decisive(guideline, option);
  return {
    text: guideline.claims[because[0] ?? '']?.statement ?? '',
    you: traced ? factsIn(guideline, patient, traced.trace).slice(0, 3).map(asTold) : [],
    because: because.slice(0, 1),
  };
}

type Refs = (claims: readonly ClaimId[]) => readonly number[];
/** Everything that decided, each sentence once; the sentence of a rule carries its parts. */
function whyOf(guideline: Guideline, patient: Patient, option: Option, refs: Refs): OptionView['why'] {
  const rules = new Map(
    option.decidedBy.map((traced) => [
      explainRule(guideline, patient, traced)[0]?.text,
      ruleReading(guideline, patient, traced),
    ]),
  );
  return explain(guideline, patient, option)
    .slice(1)
    .filter((sentence, i, all) => all.findIndex((other) => other.text === sentence.text) === i)
    .map(({ text, cites }) => {
      const rule = rules.get(text);
      return { text, refs: refs(cites), ...(rule ? { rule } : {}) };
    });
}
function optionView(guideline: Guideline, patient: Patient, option: Option, refs: Refs): OptionView {
  const { text, you, because } = reasonOf(guideline, patient, option);
  const ongoing = goingOn(option);
  const intervention = guideline.interventions[option.intervention];
  const stopping = intervention?.about?.stopping;
  return {
    id: option.intervention,
    label: intervention?.label ?? option.intervention,
    kind: intervention?.kind ?? 'medicine',
    reason: { text: text || (intervention?.summary ?? ''), refs: refs(because) },
    you,
    going: ongoing ? going[ongoing] : undefined,
    ...(ongoing && stopping ? { stopping: { text: stopping.text, refs: refs(stopping.because) } } : {}),
    waits: option.missing.map((fact) => ({ fact, question: guideline.facts[fact]?.question ?? fact })),
    status: statusWords[option.status],
    certainty: certaintyOf(guideline, option),
    recalled: because.some((id) => guideline.claims[id]?.verified === 'recalled'),
    why: whyOf(guideline, patient, option, refs),
  };
}

/** What nearly every reason shares says nothing about one treatment: it is left out, unless nothing else remains. */
function withoutCommon(options: readonly OptionView[]): readonly OptionView[] {
  const many = new Map<string, number>();
  for (const { you } of options) for (const fact of you) many.set(fact, (many.get(fact) ?? 0) + 1);
  const common = (fact: string): boolean => (many.get(fact) ?? 0) > Math.max(3, options.length / 9);
  return options.map((option) => {
    const own = option.you.filter((fact) => !common(fact));
    return { ...option, you: own.length ? own : option.you.slice(-1) };
  });
}

/** What to ask at the next visit: what the guidance waits for, and what fits. */
function asksOf(guideline: Guideline, guidance: Guidance): readonly string[] {
  const of = (wanted: Standing) =>
    guidance.options.filter((option) => standing(option) === wanted && option.line !== 'supportive');
  const name = ({ intervention }: Option): string =>
    inSentence(guideline.interventions[intervention]?.label ?? intervention);
  const fit = (option: Option): string =>
    option.current === 'true'
      ? `Is ${name(option)} still right for me, and for how long?`
      : `What speaks for and against ${name(option)} for me?`;
  const open = [...new Set(of('check').flatMap(({ missing }) => missing))]
    .flatMap((id) => guideline.facts[id] ?? [])
    .filter(({ obtainedBy }) => obtainedBy !== 'history');
  return [
    ...of('fits').slice(0, 3).map(fit),
    ...of('check')
      .slice(0, 2)
      .map((option) => `What must be checked before ${name(option)} can be weighed?`),
    ...open.slice(0, 3).map(({ label }) => `Do we know this yet, or can we find it out: ${inSentence(label)}?`),
    'How and when will we know whether the treatment works?',
    'What should make me call you before the next visit?',
  ];
}

function stagesOf(guideline: Guideline, guidance: Guidance, refs: Refs): readonly StageView[] {
  return guideline.stages.map(({ id, label, summary, road, decides, because }) => {
    const holds = guidance.stages.find(({ stage }) => stage === id)?.truth ?? 'false';
    return { id, label, summary, road, decides, holds, refs: holds === 'true' ? refs(because) : [] };
  });
}

/** Everything the guidance page shows, for one person. */
export function guidanceView({ guideline, answer }: Prepared, patient: Patient): GuidanceView {
  const guidance = answer(patient);
  const { refs, list } = numbering(guideline);
  const stages = stagesOf(guideline, guidance, refs);
  const views = withoutCommon(guidance.options.map((option) => optionView(guideline, patient, option, refs)));
  const group = (of: Standing): readonly OptionView[] =>
    views.filter((_, i) => guidance.options[i] && standing(guidance.options[i]) === of);
  const [fits, check, waits, not, stage] = standings.map(group);
  const told = Object.values(guideline.facts).flatMap((fact) => {
    const value = patient[fact.id];
    return value !== undefined
      ? [{ label: fact.label, answer: answerWords(fact, value), no: value === false || value === 'none' }]
      : [];
  });
  return {
    known: Object.keys(patient).length,
    scope: guidance.scope.map(({ advice }) => advice),
    stages,
    here: stages.filter(({ road, holds }) => road === 'course' && holds === 'true').at(-1),
    flags: flagsOf(guideline, patient, guidance),
    flagsOpen: guidance.urgencyMissing.length,
    groups: { fits: fits ?? [], check: check ?? [], waits: waits ?? [], not: not ?? [], stage: stage ?? [] },
    told,
    asks: asksOf(guideline, guidance),
    references: list(),
  };
}
