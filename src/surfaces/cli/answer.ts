// SPDX-License-Identifier: Apache-2.0
import type { Loaded } from '../../authoring/index.ts';
import { answer as answerFor, certaintyOf, goingOn } from '../../interpreters/answer/index.ts';
import { factsIn } from '../../interpreters/explain/index.ts';
import { type Guidance, type Guideline, type Option, type Patient, type Rule } from '../../model/index.ts';
import { prepareSaid } from '../said/index.ts';
import { colour, loadCompiled, loadPatient, print, readArguments, Refusal, wrap, textOf } from './load.ts';

export const help = `heliotrope answer <patient> [--as-of DATE] [--json] [--guideline DIR]
  What fits this person now, what does not, and why. "-" reads stdin.
  Example: npx heliotrope answer examples/stepping-up.yaml`;

const headings: readonly (readonly [string, (option: Option) => boolean])[] = [
  ['What you take now', ({ current }) => current === 'true'],
  ['Recommended', ({ status }) => status === 'recommended'],
  ['Can be considered', ({ status }) => status === 'suggested'],
  ['Fits, once these are checked', ({ status, indicated }) => status === 'undetermined' && indicated === 'true'],
  ['May fit, depending on these', ({ status, indicated }) => status === 'undetermined' && indicated !== 'true'],
  ['Usually not advised now', ({ status }) => status === 'advised-against'],
  ['Not for you now', ({ status }) => status === 'contraindicated'],
];
const levelWords = {
  emergency: 'Get emergency help now',
  urgent: 'Call your care team today',
  soon: 'Within days',
} as const;
const patientLine = {
  first: 'a first treatment',
  'add-on': 'added to a first treatment',
  escalation: 'a step up',
  rescue: 'for disease that has resisted treatment',
  supportive: 'alongside other treatment',
} as const;

const goingWords = {
  keep: 'the guideline has reasons to keep it',
  review: 'go through it again with your team',
  'call before the next dose': 'call your team before you take the next dose',
} as const;

const questionsFor = (guideline: Guideline, ids: readonly string[]): string =>
  ids
    .slice(0, 6)
    .map((id) => guideline.facts[id]?.label ?? id)
    .join('; ') + (ids.length > 6 ? `; and ${ids.length - 6} more` : '');

/** The sentence under an option's name: its statements, with this person's facts. */
function reasons(guideline: Guideline, patient: Patient, option: Option): readonly string[] {
  const wanted =
    option.status === 'undetermined'
      ? option.decidedBy.filter(({ trace }) => trace.truth === 'true')
      : option.decidedBy;
  return wanted.slice(0, 1).map(({ rule: id, trace }) => {
    const rule = guideline.rules.find((one) => one.id === id);
    const claim = guideline.claims[rule?.because[0] ?? ''];
    const facts = factsIn(guideline, patient, trace).slice(0, 3);
    const source = claim?.cites[0];
    return `${claim?.statement ?? ''}${facts.length ? ` (You: ${facts.join('; ')}.)` : ''}${source ? ` [${source.source}, ${source.at}${claim.verified === 'recalled' ? '; not verified' : ''}]` : ''}`;
  });
}

const adviceOf = (guideline: Guideline, option: Option, kind: Rule['kind']): readonly string[] =>
  guideline.rules
    .filter((rule) => rule.kind === kind && option.advice.includes(rule.id))
    .map((rule) =>
      rule.kind === 'monitoring'
        ? rule.test
        : rule.kind === 'precaution' || rule.kind === 'prerequisite'
          ? rule.advice
          : '',
    );

/** What this person would rather avoid and this brings; said of what may be chosen, never a reason against it. */
function againstWishes(guideline: Guideline, option: Option): readonly string[] {
  const avoided = guideline.wishes
    .filter(({ fact }) => option.againstWishes.includes(fact))
    .map(({ avoids }) => avoids);
  return avoided.length && ['recommended', 'suggested', 'undetermined'].includes(option.status)
    ? [wrap(`You would rather avoid: ${avoided.join('; ')}.`, '      ')]
    : [];
}

function optionText(guideline: Guideline, patient: Patient, option: Option): string {
  const intervention = guideline.interventions[option.intervention];
  const going = goingOn(option);
  const certainty = certaintyOf(guideline, option);
  const offered = ['recommended', 'suggested', 'undetermined'].includes(option.status);
  const tail = offered
    ? [option.line && patientLine[option.line], certainty && `certainty ${certainty.replace('-', ' ')}`]
        .filter(Boolean)
        .join(', ')
    : '';
  const list = (title: string, entries: readonly string[]): readonly string[] =>
    offered && entries.length
      ? [
          wrap(
            `${title}: ${entries.slice(0, 5).join(' · ')}${entries.length > 5 ? ` · and ${entries.length - 5} more (heliotrope explain … ${option.intervention})` : ''}`,
            '      ',
          ),
        ]
      : [];
  return [
    `  ${colour('title', intervention?.label ?? option.intervention)}${tail ? ` (${tail})` : ''}${going ? `: ${goingWords[going]}` : ''}`,
    ...reasons(guideline, patient, option).map((reason) => wrap(reason, '      ')),
    ...againstWishes(guideline, option),
    ...(option.status === 'undetermined'
      ? [wrap(`Waits for: ${questionsFor(guideline, option.missing)}`, '      ')]
      : []),
    ...list('Check first', adviceOf(guideline, option, 'prerequisite')),
    ...list('Take care', adviceOf(guideline, option, 'precaution')),
    ...list('Watch', adviceOf(guideline, option, 'monitoring')),
  ].join('\n');
}

/** Where the person is on the way: the stages that hold, each with what it is about; then those that may. */
function whereYouAre(guideline: Guideline, { stages }: Guidance): readonly string[] {
  const labelled = stages.flatMap(({ stage, truth, missing }) => {
    const found = guideline.stages.find(({ id, road }) => id === stage && road !== 'alongside');
    return found ? [{ ...found, truth, missing }] : [];
  });
  const here = labelled.filter(({ truth }) => truth === 'true');
  const perhaps = labelled.filter(({ truth }) => truth === 'unknown');
  if (!labelled.length) return [];
  return [
    [
      colour('title', 'Where you are'),
      ...here.map(({ label, summary }) => wrap(`${label}. ${summary}`, '  ')),
      ...(here.length ? [] : ['  Not known yet.']),
      ...(perhaps.length ? [wrap(`Perhaps also: ${perhaps.map(({ label }) => label).join('; ')}.`, '  ')] : []),
    ].join('\n'),
  ];
}

/** Guidance as text for people: urgencies first, then whether and where the guideline fits, options by status, then what it cannot know. */
export function guidanceText({ guideline }: Pick<Loaded, 'guideline'>, patient: Patient, guidance: Guidance): string {
  const urgent = guidance.urgency.map(
    ({ level, advice }) => `${colour('urgent', `! ${levelWords[level]}`)}\n${wrap(advice, '  ')}`,
  );
  const waiting = guidance.urgencyMissing.length
    ? [
        wrap(
          `Not yet ruled out, so ask first: ${questionsFor(guideline, [...new Set(guidance.urgencyMissing.flatMap(({ missing }) => missing))])}.`,
        ),
      ]
    : [];
  const scope = guidance.scope.map(({ advice }) => wrap(advice));
  const parts = headings.flatMap(([heading, fits]) => {
    const options = guidance.options.filter(
      (option) => fits(option) && (heading === 'What you take now' || option.current !== 'true'),
    );
    return options.length
      ? [`${colour('title', heading)}\n${options.map((option) => optionText(guideline, patient, option)).join('\n')}`]
      : [];
  });
  const rest = guidance.options.filter(({ status, current }) => status === 'not-indicated' && current !== 'true');
  const left = rest.length
    ? [
        wrap(
          `Not called for by what is known: ${rest.map(({ intervention }) => guideline.interventions[intervention]?.label ?? intervention).join(', ')}.`,
        ),
      ]
    : [];
  return [
    ...urgent,
    ...scope,
    ...waiting,
    ...whereYouAre(guideline, guidance),
    ...parts,
    ...left,
    wrap(`${guideline.disclaimer} (Guideline ${guidance.guideline}.)`),
  ].join('\n\n');
}

/** `heliotrope answer`: exit 0. */
export function answer(args: readonly string[]): number {
  const { values, positionals } = readArguments(
    args,
    { guideline: { type: 'string' }, 'as-of': { type: 'string' } },
    help,
  );
  const path = positionals[0];
  if (path === undefined) throw new Refusal(`Name a patient file.\n\n${help}`);
  const loaded = loadCompiled(textOf(values['guideline']));
  const patient = loadPatient(loaded, path, values['as-of']);
  if (values['json']) print(JSON.stringify(prepareSaid(loaded.guideline).guidance(patient), null, 2));
  else print(guidanceText(loaded, patient, answerFor(loaded.guideline, patient)));
  return 0;
}
