// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { readFileSync } from 'node:fs';
import { readFile, readText } from '../../authoring/index.ts';
import { prepareQuestions, type Answer } from '../../library/index.ts';
import { loadOwnLibrary } from './library.ts';
import { colour, loadCompiled, print, readArguments, Refusal, textOf, wrap } from './load.ts';

export const help = `heliotrope question "free text" [--json] [--batch FILE]
  An answer from the guide in plain words, each sentence with its source. Urgent questions say so first.
  --batch FILE  a JSON list of { "id": …, "question": … }; prints { "answers": [{ "id": …, … }] } (- is stdin)
  Example: npx heliotrope question "is exercise safe in a flare"`;

const batchFile = z.array(z.object({ id: z.union([z.string(), z.number()]), question: z.string() }));

/** One answer on a terminal: what is urgent, the sentences with their claims, the sources, where to read on. */
function shown(answer: Answer): string {
  const { urgency, sentences, citations, related } = answer;
  const numbers = new Map([...new Set(citations.map(({ source }) => source))].map((source, i) => [source, i + 1]));
  const marks = (because: readonly string[]): string => {
    const all = citations.filter(({ claim }) => because.includes(claim)).map(({ source }) => numbers.get(source) ?? 0);
    return [...new Set(all)].map((n) => `[${n}]`).join('');
  };
  const lines = (all: Answer['sentences']): readonly string[] =>
    all.map(({ text, because }) => wrap(`${text} ${marks(because)}`.trim()));
  const sources = [...numbers].map(([source, n]) => {
    const found = citations.find((one) => one.source === source);
    return wrap(`[${n}] ${found?.title ?? source}${found?.verified === 'recalled' ? ' (not verified)' : ''}`, '  ');
  });
  return [
    ...(urgency ? [colour('urgent', urgency.title.toUpperCase()), ...lines(urgency.sentences), ''] : []),
    ...lines(sentences),
    ...(related.length ? ['', 'Read on', ...related.map(({ title, href }) => `  ${title}  ${href}`)] : []),
    '',
    'Sources',
    ...sources,
  ].join('\n');
}

type Asked = z.infer<typeof batchFile>[number];
/** The questions of a batch, or a refusal that says where the file is wrong. */
function readBatch(path: string): readonly Asked[] {
  const file = path === '-' ? readText('stdin', readFileSync(0, 'utf8')) : readFile(path);
  const [problem] = file.problems;
  if (problem)
    throw new Refusal(
      `${problem.at.file}:${problem.at.line}:${problem.at.column}  ${problem.code}\n\n  ${problem.message}`,
    );
  const parsed = batchFile.safeParse(file.value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const { line, column } = file.at(issue?.path ?? []);
  throw new Refusal(
    `${path}:${line}:${column}  A batch is a JSON list of { "id": "1", "question": "…" }. Here ${issue?.path.length ? `"${issue.path.join('.')}"` : 'the file'} is something else.`,
  );
}

/** `heliotrope question`: exit 0, also when the guide has no answer; 2 for no question or a batch that cannot be read. */
export function question(args: readonly string[]): number {
  const { values, positionals } = readArguments(args, { batch: { type: 'string' } }, help);
  const batch = textOf(values['batch']);
  const asked = batch === undefined ? undefined : readBatch(batch);
  if (!asked && positionals.length === 0) throw new Refusal(`Ask something, in quotation marks.\n\n${help}`);
  const loaded = loadCompiled();
  const answer = prepareQuestions(loaded.guideline, loadOwnLibrary(loaded));
  if (asked)
    print(JSON.stringify({ answers: asked.map(({ id, question: text }) => ({ id, ...answer(text) })) }, null, 2));
  else if (values['json']) print(JSON.stringify(answer(positionals.join(' ')), null, 2));
  else print(`${shown(answer(positionals.join(' ')))}\n\n${wrap(loaded.guideline.disclaimer)}`);
  return 0;
}
