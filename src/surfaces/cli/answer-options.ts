// SPDX-License-Identifier: Apache-2.0
// The options of an answer, in groups short enough to read at once: treatments with their reason, what goes beside them by name,
// and what does not fit with what rules it out. EXPLAIN holds the rest.
import { certaintyOf, goingOn } from '../../interpreters/answer/index.ts';
import { factsIn, onlyIf, whatIsLacking, lineWords } from '../../interpreters/explain/index.ts';
import type { ClaimId, Guidance, Guideline, InterventionKind, Option, Patient, Rule } from '../../model/index.ts';
import { colour, wrap } from './load.ts';

const goingWords = {
  keep: 'the guideline has reasons to keep it',
  review: 'go through it again with your team',
  'call before the next dose': 'call your team before you take the next dose',
} as const;
const treats: readonly InterventionKind[] = ['medicine', 'infusion', 'exercise'];

type About = { guideline: Guideline; patient: Patient };
const labelOf = ({ guideline }: About, { intervention }: Option): string =>
  guideline.interventions[intervention]?.label ?? intervention;
const isTreatment = ({ guideline }: About, { intervention }: Option): boolean =>
  treats.includes(guideline.interventions[intervention]?.kind ?? 'medicine');
const names = (about: About, options: readonly Option[]): string =>
  options.map((option) => labelOf(about, option)).join('; ');
/** The first few of a list, and how many more there are. */
const some = (list: readonly string[], most: number, between: string): string =>
  list.slice(0, most).join(between) + (list.length > most ? `${between}and ${list.length - most} more` : '');

/** Where a claim is written, in brackets. */
function sourceOf({ guideline }: About, id: ClaimId | undefined): string {
  const claim = guideline.claims[id ?? ''];
  const [first] = claim?.cites ?? [];
  return first ? ` [${first.source}, ${first.at}${claim?.verified === 'recalled' ? '; not verified' : ''}]` : '';
}

/** Of an option that waits, what speaks for it already; else what decided. */
function decisive({ guideline }: About, { status, decidedBy }: Option) {
  const traced = status === 'undetermined' ? decidedBy.find(({ trace }) => trace.truth === 'true') : decidedBy[0];
  const claim = guideline.rules.find(({ id }) => id === traced?.rule)?.because[0];
  return { traced, claim };
}

/** Why, with this person's facts; of what nothing calls for, what would. */
function reasonOf(about: About, option: Option): string {
  const { guideline, patient } = about;
  const lacking = whatIsLacking(guideline, option);
  if (lacking) return lacking.text;
  const { traced, claim } = decisive(about, option);
  const found = traced ? factsIn(guideline, patient, traced.trace) : [];
  const so = found.filter((words) => !words.startsWith('not: '));
  const facts = (so.length ? so : found).slice(-2); // conditions go from the general to what is particular
  return `${guideline.claims[claim ?? '']?.statement ?? ''}${facts.length ? ` (You: ${facts.join('; ')}.)` : ''}${sourceOf(about, claim)}`;
}

/** What is checked first, or needs care: what applies before what may, which says what it depends on. */
function adviceOf({ guideline, patient }: About, option: Option, kind: Rule['kind']): readonly string[] {
  const found = guideline.rules.flatMap((rule) =>
    rule.kind === kind && option.advice.includes(rule.id) && 'advice' in rule
      ? [{ advice: rule.advice, condition: onlyIf(guideline, patient, rule) }]
      : [],
  );
  return found
    .toSorted((a, b) => Number(a.condition !== '') - Number(b.condition !== ''))
    .map(({ advice, condition }) => (condition ? `${condition.trim()}: ${advice}` : advice));
}

/** What this person would rather avoid and this brings; said of what may be chosen, never a reason against it. */
function againstWishes({ guideline }: About, { againstWishes: against }: Option): readonly string[] {
  const avoided = guideline.wishes.filter(({ fact }) => against.includes(fact)).map(({ avoids }) => avoids);
  return avoided.length ? [`You would rather avoid: ${avoided.join('; ')}.`] : [];
}

/** A name, its place in treatment, how sure, and whether to go on with it. */
function titleOf(about: About, option: Option): string {
  const offered = ['recommended', 'suggested', 'undetermined'].includes(option.status);
  const certainty = certaintyOf(about.guideline, option);
  const tail = [option.line && lineWords[option.line], certainty && `certainty ${certainty.replace('-', ' ')}`];
  const going = goingOn(option);
  const words = offered ? tail.filter((part) => part !== undefined).join(', ') : '';
  return `  ${colour('title', labelOf(about, option))}${words ? ` (${words})` : ''}${going ? `: ${goingWords[going]}` : ''}`;
}

/** An option in full: its reason, unless the one before gave the same, then what to check and to take care of. */
function inFull(about: About, option: Option, before: Option | undefined): string {
  const same = before && option.status === before.status && decisive(about, option).claim === decisive(about, before).claim; // prettier-ignore
  const list = (title: string, kind: Rule['kind'], most: number): readonly string[] => {
    const entries = adviceOf(about, option, kind);
    return entries.length ? [`${title}: ${some(entries, most, ' · ')}`] : [];
  };
  const offered = option.status === 'recommended' || option.status === 'suggested';
  const taken = option.current === 'true';
  const care = [
    ...(offered && !taken ? list('Check first', 'prerequisite', 1) : []),
    ...(offered || taken ? list('Take care', 'precaution', option.status === 'suggested' && !taken ? 1 : 2) : []),
  ];
  const reason = same && !taken ? '' : reasonOf(about, option);
  return [
    titleOf(about, option),
    ...(reason ? [wrap(reason, '      ')] : []),
    ...[...againstWishes(about, option), ...waitsOf(about, option), ...care].map((line) => wrap(line, '      ')),
  ].join('\n');
}

const waitsOf = ({ guideline }: About, { status, missing }: Option): readonly string[] =>
  status === 'undetermined'
    ? [
        `Waits for: ${some(
          missing.map((id) => guideline.facts[id]?.label ?? id),
          4,
          '; ',
        )}`,
      ]
    : [];

/** Treatments that belong together, such as a steroid with methotrexate, take over the rules of their parts. As a first treatment
 *  they are said before the parts; a pair for disease that has resisted treatment keeps its place in the order. */
const combined =
  ({ guideline }: About) =>
  ({ intervention, line }: Option): boolean =>
    line === 'first' && guideline.rules.some(({ id }) => id.startsWith(`${intervention}--`));

/** Treatments in full, then the rest by name. */
const fullAtMost = 3;
function fits(about: About, options: readonly Option[]): readonly string[] {
  const treatments = options.filter((option) => isTreatment(about, option));
  const main = [...treatments.filter(combined(about)), ...treatments.filter((option) => !combined(about)(option))];
  const beside = options.filter((option) => !main.includes(option));
  const line = (title: string, of: readonly Option[]): readonly string[] =>
    of.length ? [wrap(`${title}: ${names(about, of)}.`, '  ')] : [];
  const full = main.slice(0, fullAtMost);
  return [
    ...full.map((option, i) => inFull(about, option, full[i - 1])),
    ...line('More treatments', main.slice(fullAtMost)),
    ...line(main.length ? 'And beside treatment' : 'Beside treatment', beside),
  ];
}

/** Treatments with what they wait for, a line or two each; then the rest by name. */
function waiting(about: About, options: readonly Option[]): readonly string[] {
  const [main, beside] = [true, false].map((wanted) => options.filter((each) => isTreatment(about, each) === wanted));
  return [
    ...(main ?? []).map((option) => wrap(`${labelOf(about, option)}. ${waitsOf(about, option).join('')}`, '  ')),
    ...(beside?.length ? [wrap(`And beside treatment: ${names(about, beside)}.`, '  ')] : []),
  ];
}

/** What does not fit: one entry for each reason, with all that it rules out. */
function ruledOut(about: About, options: readonly Option[]): readonly string[] {
  const by = new Map<string, Option[]>();
  for (const option of options) by.set(reasonOf(about, option), [...(by.get(reasonOf(about, option)) ?? []), option]);
  return [...by].map(([reason, of]) => wrap(`${names(about, of)}. ${reason}`, '  '));
}

/** Only the names; nothing where nothing belongs, so that a group without an option has no heading either. */
const named = (about: About, options: readonly Option[]): readonly string[] =>
  options.length ? [wrap(`${names(about, options)}.`, '  ')] : [];

const groups: readonly (readonly [string, (option: Option) => boolean, typeof fits])[] = [
  ['Recommended', ({ status }) => status === 'recommended', fits],
  ['Can be considered', ({ status }) => status === 'suggested', fits],
  ['Fits, once these are checked', ({ status, indicated }) => status === 'undetermined' && indicated === 'true', waiting],
  ['May fit, when more is known', ({ status, indicated }) => status === 'undetermined' && indicated !== 'true', named],
  ['Usually not advised now', ({ status }) => status === 'advised-against', ruledOut],
  ['Not for you now', ({ status }) => status === 'contraindicated', ruledOut],
  ['Nothing calls for these by what is known', ({ status }) => status === 'not-indicated', named],
]; // prettier-ignore

/** To review a medicine is not to stop it: the guideline's own words on going on, said once above all that is taken. */
function notByYourself({ rules }: Guideline): readonly string[] {
  const rule = rules.find(({ id }) => id === 'going-on-not-by-yourself');
  return rule?.kind === 'precaution' ? [wrap(rule.advice, '  ')] : [];
}

/** What is taken now first, then the options by status; groups without an option are left out. */
export function groupsOf(guideline: Guideline, patient: Patient, { options }: Guidance): readonly string[] {
  const about = { guideline, patient };
  const titled = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length ? [[colour('title', title), ...lines].join('\n')] : [];
  const taken = options.filter(({ current }) => current === 'true');
  const others = options.filter(({ current }) => current !== 'true');
  return [
    ...titled('What you take now', [
      ...(taken.length ? notByYourself(guideline) : []),
      ...taken.map((option) => inFull(about, option, undefined)),
    ]),
    ...groups.flatMap(([title, belongs, show]) => titled(title, [...show(about, others.filter(belongs))])),
  ];
}
