// SPDX-License-Identifier: Apache-2.0
// How a card words things: short, with where it is written, and nothing of a record as it stands there.
import { randomUUID } from 'node:crypto';
import { interventionSystem, overrideSystem } from '../../../fhir/index.ts';
import { factsIn } from '../../../interpreters/explain/index.ts';
import type { ClaimId, FactId, Guideline, InterventionId, SourceId } from '../../../model/index.ts';
import { keyWords, whys, type Chart } from './chart.ts';
import { onceFor } from './once.ts';
import { required } from './services.ts';
import type { Card, Coding } from './response.ts';
import type { Spoken } from './review.ts';

/** The specification wants fewer than 140 characters. */
const longest = 139;

/** Words that fit, cut at a word. */
export function clipped(text: string, most: number = longest): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most - 40)).replace(/[\s,;:(]+$/, '')}…`;
}

const marks = /[<>&\\`*_{}[\]()#+!|~]/;
/** Words of a record inside Markdown, 200 characters of them: no markup, no tag, no link comes through. */
export const plain = (text: string): string => escaped(text.slice(0, 200));
function escaped(text: string): string {
  if (!marks.test(text)) return text;
  return text
    .replaceAll(/[<>&]/g, (sign) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;' })[sign] ?? '')
    .replaceAll(/[\\`*_{}[\]()#+!|~]/g, String.raw`\$&`);
}
/** The guideline’s own words inside Markdown, never cut: what to do in an emergency may stand at the end. */
export const plainOwn = onceFor((_guideline, text: string) => escaped(text));

/** The first few of many, and how many more there are. */
export function few(words: readonly string[], most: number): string {
  const more = words.length - most;
  return words.slice(0, most).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

export const labelOf = ({ interventions }: Guideline, id: InterventionId): string => interventions[id]?.label ?? id;
export const factLabel = ({ facts }: Guideline, id: FactId): string => facts[id]?.label ?? id;

/** What this person’s facts are that made a rule speak, without what is not known. */
export const because = (guideline: Guideline, { trace, patient }: Pick<Spoken, 'trace' | 'patient'>): string =>
  few(
    factsIn(guideline, patient, trace).filter((words) => !words.startsWith('not known: ')),
    3,
  );

/** One claim as Markdown, with its sources; a recalled source says so. */
function claimLine(guideline: Guideline, id: ClaimId): string {
  const claim = guideline.claims[id];
  if (!claim) return '';
  const sources = claim.cites.flatMap(({ source, at }) => {
    const work = guideline.sources[source];
    return work ? [`[${escaped(work.title)}](${work.URL}), ${escaped(at)}`] : [];
  });
  const unseen = claim.verified === 'recalled' ? ' (this source was not checked again)' : '';
  return `- ${escaped(claim.statement)} ${sources.join('; ')}${unseen}`;
}

const lineOf = onceFor(claimLine);

/** Claims as Markdown, each once. */
export function claimLines(guideline: Guideline, ids: readonly ClaimId[]): readonly string[] {
  return [...new Set(ids)].map((id) => lineOf(guideline, id)).filter((line) => line !== '');
}

/** Where the facts of a rule stand in the record. */
export function recordLines(guideline: Guideline, chart: Chart, facts: readonly FactId[]): readonly string[] {
  return [...new Set(facts)].flatMap((id) => {
    const found = chart.found(id);
    if (!found) return [];
    return [
      `- ${plainOwn(guideline, factLabel(guideline, id))}: ${plain(found.said)} (${[found.on, found.from]
        .filter((each) => each !== undefined)
        .map(plain)
        .join(', ')})`,
    ];
  });
}

/** What is not known and why: none found, could not be fetched and not asked for stay three things. */
export const openLines = (guideline: Guideline, chart: Chart, facts: readonly FactId[]): readonly string[] =>
  facts.map((id) => `- ${plainOwn(guideline, factLabel(guideline, id))}: ${whys[chart.why(id)]}`);

/** Paragraphs of Markdown; an empty list leaves no heading behind. */
export const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length ? [`**${title}**\n\n${lines.join('\n')}`] : [];

/** Reasons that a clinician may give for going on. */
const reasons: readonly (readonly [string, string])[] = [
  ['benefit-outweighs', 'The benefit outweighs the risk for this person'],
  ['no-longer-true', 'What the record says is no longer true'],
  ['specialist-agreed', 'Agreed with a specialist'],
  ['done-elsewhere', 'Already done, and not in this record'],
  ['informed-choice', 'The person was told, and chose this'],
];
export const overrideReasons: readonly Coding[] = reasons.map(([code, display]) => ({
  system: overrideSystem,
  code,
  display,
}));

/** How fast a red flag wants help. */
export const levelWords = { emergency: 'emergency help now', urgent: 'care team today', soon: 'within days' } as const;
export type Level = keyof typeof levelWords;

/** What every card is made of. `redFlag`: of one, how fast it wants help; it comes before other cards of its indicator. */
export type Draft = Pick<Card, 'summary' | 'indicator'> & {
  redFlag?: Level;
  detail: readonly string[];
  claims: readonly ClaimId[];
  intervention?: InterventionId;
  suggestions?: Card['suggestions'];
  overridable?: boolean;
};

/** That a part of the record is not there: whatever stands in it could not be looked at. */
export function absentDrafts({ absent }: Chart): readonly Draft[] {
  const parts = absent.filter((key) => required.includes(key)).map((key) => keyWords[key]);
  if (parts.length === 0) return [];
  return [
    {
      summary: `Part of the record could not be fetched: ${parts.join(', ')}. What stands there was not looked at.`,
      indicator: 'warning',
      detail: [
        'The other cards are about what came. A contraindication may be missing from them.',
        'A part counts as not fetched when it did not come, came with an error or with pages missing, is about somebody else, or names a medicine by a reference to what was not sent.',
      ],
      claims: [],
    },
  ];
}

/** A work as the link and as the source of a card. */
const workOf = onceFor((guideline, id: SourceId) => {
  const work = guideline.sources[id];
  return work === undefined
    ? undefined
    : {
        link: { label: clipped(work.title), url: work.URL, type: 'absolute' as const },
        source: { label: `${clipped(work.title, 90)} (Heliotrope ${guideline.version})`, url: work.URL },
      };
});
const sourcesOf = onceFor((guideline, id: ClaimId) => guideline.claims[id]?.cites.map(({ source }) => source) ?? []);
/** The works that claims rest on, in their order, each once. */
function worksOf(guideline: Guideline, claims: readonly ClaimId[]) {
  const ids = new Set<SourceId>();
  for (const claim of claims) for (const id of sourcesOf(guideline, claim)) ids.add(id);
  return [...ids].map((id) => workOf(guideline, id)).filter((work) => work !== undefined);
}
/** What a card is about, in our own codes. */
const topicOf = onceFor((guideline, id: InterventionId) => ({
  system: interventionSystem,
  code: id,
  display: labelOf(guideline, id),
}));
const disclaimerOf = onceFor((guideline, _all: 'disclaimer') => `_${escaped(guideline.disclaimer)}_`);

/** The work that a card rests on first, and a page about the medicine where this server’s own address is known. */
export function toCard(guideline: Guideline, publicUrl: string | undefined, draft: Draft): Card {
  const { summary, indicator, detail, claims, intervention, suggestions, overridable } = draft;
  const works = worksOf(guideline, claims);
  const [first] = works;
  const page = intervention !== undefined && publicUrl ? `${publicUrl}/treatments/${intervention}/` : undefined;
  const links = works.slice(0, 3).map(({ link }) => link);
  if (page)
    links.unshift({ label: `About ${labelOf(guideline, intervention ?? '')}`, url: page, type: 'absolute' as const });
  const text = [...detail, ...section('Why', claimLines(guideline, claims)), disclaimerOf(guideline, 'disclaimer')];
  return {
    uuid: randomUUID(),
    summary: clipped(summary),
    indicator,
    detail: text.join('\n\n'),
    source: {
      ...(first?.source ?? { label: guideline.title, ...(publicUrl ? { url: publicUrl } : {}) }),
      ...(intervention === undefined ? {} : { topic: topicOf(guideline, intervention) }),
    },
    ...(suggestions?.length ? { suggestions, selectionBehavior: 'any' as const } : {}),
    ...(overridable ? { overrideReasons: [...overrideReasons] } : {}),
    ...(links.length ? { links } : {}),
  };
}
