// SPDX-License-Identifier: Apache-2.0
import { prepareQuestions, type Answer } from '../../library/index.ts';
import { loadOwnLibrary } from './library.ts';
import { colour, loadCompiled, print, readArguments, Refusal, textOf, wrap } from './load.ts';

export const help = `heliotrope question "free text" [--json] [--batch FILE]
  An answer from the guide in plain words, each sentence with its source. Urgent questions say so first.
  --batch FILE  a JSON list of { "id": …, "question": … }; prints { "answers": [{ "id": …, … }] } (- is stdin)
  Example: npx heliotrope question "is exercise safe in a flare"`;

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

/** `heliotrope question`: exit 0, also when the guide has no answer; 2 for no question or a batch that cannot be read. */
export async function question(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { batch: { type: 'string' } }, help);
  const batch = textOf(values['batch']);
  const asked = batch === undefined ? undefined : (await import('./question-batch.ts')).readBatch(batch);
  if (!asked && positionals.length === 0) throw new Refusal(`Ask something, in quotation marks.\n\n${help}`);
  const loaded = await loadCompiled();
  const answer = prepareQuestions(loaded.guideline, await loadOwnLibrary(loaded));
  if (asked)
    print(JSON.stringify({ answers: asked.map(({ id, question: text }) => ({ id, ...answer(text) })) }, null, 2));
  else if (values['json']) print(JSON.stringify(answer(positionals.join(' ')), null, 2));
  else print(`${shown(answer(positionals.join(' ')))}\n\n${wrap(loaded.guideline.disclaimer)}`);
  return 0;
}
