// SPDX-License-Identifier: Apache-2.0
import type {
  Alarm,
  Answerable,
  Claim,
  Index,
  Library,
  Passage,
  Source,
  Statement,
  Topic,
  TopicId,
  Urgency,
} from '../model/index.ts';
import { prepareHearing, type Heard } from './hear.ts';
import { pageTitle } from './places.ts';
import { articlesOn, passagesOn, shelfOf, type Shelf } from './passages.ts';
import { familiesOf, longestQuestion } from './words.ts';

/** What of the guideline an answer needs: its claims and sources, and the names of what it links to. */
export type Evidence = { claims: Index<Claim>; sources: Index<Source>; interventions: Index<{ label: string }> };
/** Where a sentence of an answer is written. */
export type Citation = {
  claim: string;
  source: string;
  at: string;
  title: string;
  url: string;
  verified: 'read' | 'recalled';
};
export type Related = { title: string; href: string };
/** The answer to one question. `urgent` is true when the first thing to do is to get help today or now; `urgency` then says what
 *  to do. `sentences` are the answer piece by piece, each with the claims it rests on; `answer` is the same as one text. */
export type Answer = {
  answerable: Answerable;
  urgent: boolean;
  topics: readonly TopicId[];
  answer: string;
  citations: readonly Citation[];
  related: readonly Related[];
  urgency?: { level: Urgency['level']; title: string; sentences: readonly Statement[] };
  sentences: readonly Statement[];
};

/** A second passage of the same topic is added when one of its own hints stands in the question. */
const worthAdding = 5;
/** A second topic is spoken of when its score is at least this part of the first one's. */
const nearlyAsMuch = 0.6;
/** What a question is taken to be about when nothing in it is recognised, and the passage that then says where to turn. */
const outside = 'off-topic';
const notUnderstood = 'not-understood';
/** The claim that says what this guide is about. */
const scopeClaim = 'scope';

function citationsOf(guideline: Evidence, statements: readonly Statement[]): readonly Citation[] {
  const claims = [...new Set(statements.flatMap(({ because }) => because))];
  return claims.flatMap((id) => {
    const claim = guideline.claims[id];
    return (claim?.cites ?? []).map(({ source, at }) => {
      const work: Source | undefined = guideline.sources[source];
      return {
        claim: id,
        source,
        at,
        title: work?.title ?? source,
        url: work?.URL ?? '',
        verified: claim?.verified ?? 'recalled',
      };
    });
  });
}

const sameText = (statements: readonly Statement[]): readonly Statement[] =>
  statements.filter(({ text }, i) => statements.findIndex((other) => other.text === text) === i);

/** Makes everything ready once; the function it gives answers any text. It depends on the text and the library alone, so the same
 *  words always get the same answer. Nothing is thrown for any text: what is not understood is met with where to turn. */
export function prepareQuestions(guideline: Evidence, library: Library): (text: string) => Answer {
  const families = familiesOf(library);
  const hear = prepareHearing(library, families);
  const shelf = shelfOf(library, families);
  return (text) => {
    const heard = hear(text);
    const topics = named(heard);
    const chosen = chosenFor(library, shelf, heard, text);
    const sentences = [...sentencesOf(heard, chosen), ...(text.length > longestQuestion ? [cutShort] : [])];
    const urgency = urgencyOf(heard.raised);
    const every = [...(urgency?.sentences ?? []), ...sentences];
    return {
      answerable: answerableOf(heard, chosen[0], library.topics),
      urgent: heard.pressing.length > 0,
      topics,
      answer: [...(urgency ? [`${urgency.title}.`] : []), ...every.map((one) => one.text)].join(' '),
      citations: citationsOf(guideline, every),
      related: relatedTo(guideline, library, chosen, articlesOn(library.articles, topics)),
      ...(urgency ? { urgency } : {}),
      sentences,
    };
  };
}

/** Said under the answer to a text that was read only in part. */
const cutShort: Statement = {
  text: 'Your text is very long, and only its beginning was read. Please ask again in fewer words.',
  because: [scopeClaim],
};

/** The passages that answer: of the topics, or the one that says where to turn when nothing was understood. */
function chosenFor(library: Library, shelf: Shelf, heard: Heard, text: string): readonly Passage[] {
  if (heard.scores.length || heard.pressing.length || heard.language) {
    return spoken(shelf, spokenOf(heard, named(heard)), heard, text);
  }
  return library.passages.filter(({ id }) => id === notUnderstood);
}

const named = ({ topics }: Heard): readonly TopicId[] => (topics.length ? topics : [outside]);

/** The best passage of the first topic, then another one: of the same topic when the question asks for it, or of the next. */
function spoken(shelf: Shelf, topics: readonly TopicId[], { words }: Heard, text: string): readonly Passage[] {
  const [first = [], ...others] = topics.map((topic) => passagesOn(shelf, topic, words, text));
  const best = [
    ...first.slice(0, 1),
    ...first.slice(1, 2).filter(({ score }) => score >= worthAdding),
    ...others.flatMap((found) => found.slice(0, 1)),
  ];
  return [...new Set(best.map(({ passage }) => passage))].slice(0, 2);
}

/** What is said besides the alarm: first in the person's language where help is, at the end what to do should the danger be real. */
function sentencesOf({ language, imagined }: Heard, chosen: readonly Passage[]): readonly Statement[] {
  return sameText([
    ...(language ? [{ text: language.says, because: [scopeClaim] }] : []),
    ...chosen.flatMap(({ says }) => says),
    ...(imagined ? [{ text: `If this is happening now: ${imagined.title}.`, because: imagined.says[0].because }] : []),
  ]);
}

/** The topics worth a passage: the gate alone; beside an alarm only what else was asked; otherwise the first, and the second when
 *  the question speaks for it almost as much. */
function spokenOf({ gate, pressing, scores }: Heard, topics: readonly TopicId[]): readonly TopicId[] {
  if (gate) return [gate.id];
  const scored = topics.filter((id) => id !== 'emergency' && scores.some(({ topic }) => topic.id === id));
  if (pressing.length) return scored.slice(0, 1);
  const [first, second] = scores;
  const close = first && second && second.score >= first.score * nearlyAsMuch;
  return (scored.length ? scored : topics).slice(0, close ? 2 : 1);
}

/** The title already says what to do: a sentence that begins with the same words goes on where they end. */
const untitled = (statement: Statement, title: string): Statement =>
  statement.text.startsWith(`${title}. `) ? { ...statement, text: statement.text.slice(title.length + 2) } : statement;

function urgencyOf(raised: readonly Alarm[]): Answer['urgency'] {
  const [first, second] = raised;
  if (!first) return undefined;
  return {
    level: first.level,
    title: first.title,
    sentences: sameText([...first.says, ...(second?.says.slice(0, 3) ?? [])]).map((one) => untitled(one, first.title)),
  };
}

/** A gate decides; an alarm can always be answered; otherwise the passage or its topic does. */
function answerableOf(
  { gate, pressing, topics: found }: Heard,
  passage: Passage | undefined,
  all: readonly Topic[],
): Answerable {
  if (gate) return passage?.answerable ?? gate.answerable;
  if (pressing.some(({ topics: [first] }) => first === 'self-harm')) return 'no';
  if (pressing.length) return 'yes';
  const topic = all.find(({ id }) => id === (found.find((one) => one !== 'language-mix') ?? found[0]));
  return passage?.answerable ?? topic?.answerable ?? 'no';
}

function relatedTo(
  guideline: Evidence,
  library: Library,
  chosen: readonly Passage[],
  articles: Library['articles'],
): readonly Related[] {
  const pages = chosen
    .flatMap((one) => one.pages)
    .map((href): Related => {
      const [, kind, id = ''] = href.split('/');
      const article = library.articles.find((one) => one.id === id);
      return {
        href,
        title: (kind === 'library' ? article?.title : guideline.interventions[id]?.label) ?? pageTitle(href) ?? href,
      };
    });
  const all = [...articles.map(({ id, title }): Related => ({ href: `/library/${id}/`, title })), ...pages];
  return all.filter(({ href }, i) => all.findIndex((other) => other.href === href) === i).slice(0, 5);
}
