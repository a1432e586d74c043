// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { z } from 'zod';
import {
  levels,
  scripts,
  type Guideline,
  type Hint,
  type Library,
  type NonEmpty,
  type Passage,
  type Statement,
} from '../model/index.ts';
import { checkStatements, readArticles } from './articles.ts';
import { index, items, reporter, type Item, type Report } from './collect.ts';
import { showAll, type Diagnostic } from './diagnostic.ts';
import { readFolder, type Positioned } from './read.ts';
import type { Readings } from './readings.ts';
import { statementsIn } from './statements.ts';

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'An id is lower-case words joined by hyphens, such as "skin-rash".');
const text = z.string().min(1);
const hint = z.union([text, z.array(z.array(text).min(1)).min(1)]);
const hints = z.array(hint);
const answerable = z.enum(['yes', 'partly', 'no']);

const topic = z.strictObject({ id, label: text, answerable, strong: hints, words: hints, weak: hints });
const alarm = z.strictObject({
  id,
  level: z.enum(levels),
  topics: z.tuple([id], id),
  title: text,
  always: z.boolean(),
  unless: hints.optional(),
  signs: hints.min(1),
  says: z.array(text).min(1),
});
const passage = z.strictObject({
  id,
  topics: z.tuple([id], id),
  asks: text,
  answerable: answerable.optional(),
  hints: hints.optional(),
  says: z.array(text).min(1),
  pages: z.array(text).optional(),
});
const language = z.strictObject({
  id,
  name: text,
  words: z.array(text),
  script: z.enum(scripts).exactOptional(),
  says: text,
});
const words = z.strictObject({
  families: z.record(z.string(), z.array(text).min(1)),
  masks: z.record(id, z.array(text).min(1)),
  frames: z.strictObject({ past: hints, hypothetical: hints, present: hints, denial: z.array(text) }),
  languages: z.array(language),
});
const term = z.strictObject({ term: text, also: z.array(text).optional(), meaning: text });

export type LoadedLibrary = { library: Library; diagnostics: readonly Diagnostic[]; shown: () => string };

const isNonEmpty = <T>(list: readonly T[]): list is NonEmpty<T> => list.length > 0;

const alone = /^\[\^([^\]\s]+)\]$/;
/** The sentences of one item, each with its claims at its end. A claim that stands alone says its own statement. */
function said(
  report: Report,
  guideline: Guideline,
  { file, path, value }: Item<{ says: readonly string[] }>,
): readonly Statement[] {
  const claims = new Set(Object.keys(guideline.claims));
  return value.says.flatMap((sentence, i) => {
    const claim = guideline.claims[alone.exec(sentence)?.[1] ?? ''];
    const statements = claim ? [{ text: claim.statement, because: [claim.id] }] : statementsIn(sentence);
    checkStatements((_words, code, message) => report(file, [...path, 'says', i], code, message), claims, statements);
    return statements;
  });
}

/** A passage as the model holds it: absent lists are empty, an absent answerability stays absent. */
function passageOf(
  { answerable: own, hints: found = [], pages = [], ...rest }: z.infer<typeof passage>,
  says: NonEmpty<Statement>,
): Passage {
  return { ...rest, says, hints: found, pages, ...(own ? { answerable: own } : {}) };
}

function checkTopics(
  report: Report,
  topics: ReadonlySet<string>,
  { file, path, value }: Item<{ topics: readonly string[] }>,
): void {
  value.topics.forEach((name, i) => {
    if (!topics.has(name))
      report(
        file,
        [...path, 'topics', i],
        'unknown-name',
        `There is no topic called "${name}". Topics are in guideline/questions.`,
      );
  });
}

/** A word family may name only families that stand above it, so that none holds itself. */
function checkFamilies(report: Report, file: Positioned, families: Library['families'], all: readonly Hint[]): void {
  const seen = new Set<string>();
  const named = (phrase: string): readonly string[] =>
    phrase
      .split(' ')
      .filter((word) => word.startsWith('@'))
      .map((word) => word.slice(1));
  for (const [name, phrases] of Object.entries(families)) {
    for (const other of phrases.flatMap(named))
      if (!seen.has(other))
        report(file, ['families', name], 'unknown-name', `"@${other}" is not a family that stands above "${name}".`);
    seen.add(name);
  }
  for (const other of all.flatMap((one) => (typeof one === 'string' ? [one] : one.flat())).flatMap(named))
    if (!seen.has(other))
      report(
        file,
        ['families'],
        'unknown-name',
        `"@${other}" is used as a word family, and there is none of that name.`,
      );
}

function build(
  report: Report,
  guideline: Guideline,
  folder: string,
  files: readonly Positioned[],
): { library: Library; articleFiles: readonly Positioned[] } {
  const under = (start: string) => files.filter(({ file }) => relative(folder, file).startsWith(start));
  const all = <T>(start: string, of: z.ZodType<T>) => under(start).flatMap((file) => items(report, of, file));
  const claims = new Set(Object.keys(guideline.claims));
  const family = all('questions/words.yaml', words)[0];
  const topics = Object.values(index(report, all('questions/topics', topic))).map(({ value }) => value);
  const names = new Set(topics.map((one) => one.id));
  const alarms = Object.values(index(report, all('questions/alarms', alarm)));
  const passages = Object.values(index(report, all('questions/answers', passage)));
  for (const item of [...alarms, ...passages]) checkTopics(report, names, item);
  const articles = existsSync(join(folder, 'articles'))
    ? readArticles(report, join(folder, 'articles'), claims)
    : { articles: [], files: [] };
  const library: Library = {
    articles: articles.articles,
    glossary: all('glossary.yaml', term).map(({ value }) => ({ ...value, also: value.also ?? [] })),
    topics,
    alarms: alarms.flatMap((item) => {
      const says = said(report, guideline, item);
      return isNonEmpty(says) ? [{ ...item.value, says, unless: item.value.unless ?? [] }] : [];
    }),
    passages: passages.flatMap((item) => {
      const says = said(report, guideline, item);
      return isNonEmpty(says) ? [passageOf(item.value, says)] : [];
    }),
    languages: family?.value.languages ?? [],
    families: family?.value.families ?? {},
    masks: family?.value.masks ?? {},
    frames: family?.value.frames ?? { past: [], hypothetical: [], present: [], denial: [] },
  };
  const every = [
    ...library.topics.flatMap((one) => [...one.strong, ...one.words, ...one.weak]),
    ...library.alarms.flatMap((one) => one.signs),
    ...library.passages.flatMap((one) => one.hints),
  ];
  if (family) checkFamilies(report, family.file, library.families, every);
  return { library, articleFiles: articles.files };
}

/** Reads articles, glossary and questions of a guideline's folder. Each problem is located; what does not fit is left out. */
export function loadLibrary(folder: string, guideline: Guideline, readings?: Readings): LoadedLibrary {
  const files = readFolder(folder, readings, (name) => /^(questions\/|glossary\.yaml)/.test(name));
  const { diagnostics, report } = reporter();
  const { library, articleFiles } = build(report, guideline, folder, files);
  const every = [...[...files, ...articleFiles].flatMap(({ problems }) => problems), ...diagnostics];
  return { library, diagnostics: every, shown: () => showAll(every, [...files, ...articleFiles]) };
}
