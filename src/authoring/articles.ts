// SPDX-License-Identifier: Apache-2.0
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Lexer, type Token, type Tokens } from 'marked';
import { z } from 'zod';
import type { Article, Block, NonEmpty, Section, Statement } from '../model/index.ts';
import { items, type Report } from './collect.ts';
import { didYouMean } from './diagnostic.ts';
import { readText, type Positioned } from './read.ts';
import { gradeOf, hardest } from './reading.ts';
import { statementsIn, statesNothing } from './statements.ts';

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'An id is lower-case words joined by hyphens, such as "first-treatments".');
const text = z.string().min(1);
const date = z.string().regex(/^\d{4}-\d\d-\d\d$/, 'A date is written as 2026-11-23.');
/** What stands between the two lines of hyphens at the top of an article. */
const heading = z.strictObject({
  title: text,
  summary: text,
  reviewed: date,
  topics: z.array(id),
  takeaways: z.array(text).min(3),
  related: z.array(id).min(2),
  changed: z.array(z.strictObject({ on: date, what: text })).min(1),
});

/** A Markdown file as its two halves, both with the line numbers of the whole. */
type Written = { id: string; head: Positioned; body: string; whole: string };

function written(path: string): Written {
  const shown = relative('.', path);
  const whole = readFileSync(path, 'utf8');
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(whole) ?? [];
  const head = readText(shown, `\n${front}\n`);
  return { id: shown.replace(/^.*\//, '').replace(/\.md$/, ''), head: { ...head, text: whole }, body, whole };
}

/** Points at the first place of some words, from a place in the file on. */
function reportAt(
  report: Report,
  { head, whole }: Written,
  words: string,
  problem: { code: string; message: string; from?: number },
): void {
  const at = Math.max(0, whole.indexOf(words, problem.from ?? 0));
  const before = whole.slice(0, at).split('\n');
  const column = (before.at(-1)?.length ?? 0) + 1;
  const place = { file: head.file, line: before.length, column, length: Math.max(1, words.length) };
  report({ ...head, at: () => place }, [], problem.code, problem.message);
}

const isNonEmpty = <T>(list: readonly T[]): list is NonEmpty<T> => list.length > 0;
const isHeading = (token: Token): token is Tokens.Heading => token.type === 'heading';
const isParagraph = (token: Token): token is Tokens.Paragraph => token.type === 'paragraph';
const isList = (token: Token): token is Tokens.List => token.type === 'list';

/** A block of the body, or nothing for what an article may not hold. */
function blockOf(token: Token): Block | undefined {
  const texts = isParagraph(token) ? [token.text] : isList(token) ? token.items.map((item) => item.text) : [];
  const said = texts.map(statementsIn);
  return isNonEmpty(said) ? { kind: isList(token) ? 'list' : 'paragraph', items: said } : undefined;
}

/** Headings of the second level, paragraphs and flat lists; everything else is reported and left out. */
function sectionsOf(report: Report, file: Written): readonly Section[] {
  const sections: { heading: string; blocks: Block[] }[] = [];
  for (const token of new Lexer().lex(file.body)) {
    if (token.type === 'space') continue;
    const block = blockOf(token);
    const open = sections.at(-1);
    if (isHeading(token) && token.depth === 2) sections.push({ heading: token.text, blocks: [] });
    else if (block && open) open.blocks.push(block);
    else
      reportAt(report, file, token.raw.trim().split('\n')[0] ?? '', {
        code: 'unsupported-markup',
        message:
          'An article has "## headings", and under each of them paragraphs and flat lists. Nothing else is shown.',
        from: file.whole.length - file.body.length,
      });
  }
  return sections;
}

const markup = /[*_`<>]|\]\(/;
/** Every statement cites a claim that exists, and holds no markup. */
export function checkStatements(
  say: (words: string, code: string, message: string) => void,
  claims: ReadonlySet<string>,
  statements: readonly Statement[],
): void {
  for (const { text: words, because } of statements) {
    if (!because.length && !statesNothing(words))
      say(words, 'uncited', 'This says something without a source. End it with [^claim-id], or make it a question.');
    if (markup.test(words))
      say(words, 'unsupported-markup', 'Markup inside a sentence is not shown. Write it in plain words.');
    for (const claim of because)
      if (!claims.has(claim))
        say(
          `[^${claim}]`,
          'unknown-name',
          `There is no claim called "${claim}".${didYouMean(claim, claims)} Claims are in guideline/evidence/claims.`,
        );
  }
}

const everyStatement = (sections: readonly Section[]): readonly Statement[] =>
  sections.flatMap(({ blocks }) => blocks.flatMap(({ items: all }) => all.flat()));
const prose = (statements: readonly Statement[]): string =>
  statements.map(({ text: words }) => (/[.?:]$/.test(words) ? words.replace(/:$/, '.') : `${words}.`)).join(' ');

/** At which grade of school an article and its key takeaways are read, by Flesch and Kincaid. */
export const gradesOf = ({ takeaways, sections }: Article): { article: number; takeaways: number } => ({
  article: gradeOf(prose(everyStatement(sections))),
  takeaways: gradeOf(prose(takeaways)),
});

function checkReading(report: Report, file: Written, article: Article): void {
  const found = gradesOf(article);
  const grades = [
    ['takeaways', 'The key takeaways', found.takeaways, hardest.takeaways],
    ['title', 'This article', found.article, hardest.article],
  ] as const;
  for (const [field, what, grade, most] of grades)
    if (grade > most)
      report(
        file.head,
        [field],
        'hard-to-read',
        `${what} read at grade ${grade.toFixed(1)}; at most ${most} is allowed.`,
        'Shorten sentences, and say long words in short ones.',
      );
}

function articleOf(report: Report, claims: ReadonlySet<string>, file: Written): readonly Article[] {
  return items(report, heading, file.head).map(({ value }) => {
    const article: Article = {
      ...value,
      id: file.id,
      takeaways: value.takeaways.flatMap(statementsIn),
      sections: sectionsOf(report, file),
    };
    const say =
      (from: number) =>
      (words: string, code: string, message: string): void =>
        reportAt(report, file, words, { code, message, from });
    checkStatements(say(0), claims, article.takeaways);
    checkStatements(say(file.whole.length - file.body.length), claims, everyStatement(article.sections));
    checkReading(report, file, article);
    return article;
  });
}

/** The articles of a folder, in the order of their names, with everything wrong in them reported. */
export function readArticles(
  report: Report,
  folder: string,
  claims: ReadonlySet<string>,
): { articles: readonly Article[]; files: readonly Positioned[] } {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => written(join(folder, name)));
  const articles = files.flatMap((file) => articleOf(report, claims, file));
  const ids = new Set(articles.map((one) => one.id));
  for (const file of files)
    for (const other of articles.find((one) => one.id === file.id)?.related ?? [])
      if (!ids.has(other))
        reportAt(report, file, other, {
          code: 'unknown-name',
          message: `There is no article called "${other}".${didYouMean(other, ids)}`,
        });
  return { articles, files: files.map(({ head }) => head) };
}
