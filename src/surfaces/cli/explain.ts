// SPDX-License-Identifier: Apache-2.0
import type { Loaded } from '../../authoring/index.ts';
import { answer } from '../../interpreters/answer/index.ts';
import {
  explain as explainOption,
  statusWords,
  whatWouldChange,
  type Sentence,
} from '../../interpreters/explain/index.ts';
import { loadCompiled, loadPatient, print, readArguments, Refusal, wrap, textOf } from './load.ts';

export const help = `heliotrope explain <patient> <intervention> [--as-of DATE] [--json] [--guideline DIR]
  Why an intervention has its status: rules, facts, sources; and the smallest changes that would change it.
  Example: npx heliotrope explain examples/stepping-up.yaml ivig`;

function cited({ guideline }: Pick<Loaded, 'guideline'>, { text, cites }: Sentence): string {
  const sources = cites.flatMap((id) => guideline.claims[id]?.cites ?? []).map(({ source, at }) => `${source}, ${at}`);
  const unverified = cites.some((id) => guideline.claims[id]?.verified === 'recalled');
  return `${text}${sources.length ? ` [${[...new Set(sources)].slice(0, 3).join('; ')}${unverified ? '; not verified' : ''}]` : ''}`;
}

/** `heliotrope explain`: exit 0; 2 when there is no such intervention. */
export function explain(args: readonly string[]): number {
  const { values, positionals } = readArguments(
    args,
    { guideline: { type: 'string' }, 'as-of': { type: 'string' } },
    help,
  );
  const [path, intervention] = positionals;
  if (path === undefined || intervention === undefined)
    throw new Refusal(`Name a patient file and an intervention.\n\n${help}`);
  const loaded = loadCompiled(textOf(values['guideline']));
  const { guideline } = loaded;
  if (!Object.hasOwn(guideline.interventions, intervention))
    throw new Refusal(
      `There is no intervention called "${intervention}". There are: ${Object.keys(guideline.interventions).join(', ')}.`,
    );
  const patient = loadPatient(loaded, path, values['as-of']);
  const option = answer(guideline, patient).options.find((one) => one.intervention === intervention);
  const sentences = option ? explainOption(guideline, patient, option) : [];
  const changes = whatWouldChange(guideline, patient, intervention);
  if (values['json']) {
    print(
      JSON.stringify(
        { shape: 'heliotrope-explanation/1', intervention, status: option?.status, sentences, changes },
        null,
        2,
      ),
    );
    return 0;
  }
  print(sentences.map((sentence) => wrap(cited(loaded, sentence))).join('\n'));
  if (changes.length) print('\nWhat would change this');
  for (const { words, status } of changes) print(wrap(`${words.join(' and ')} → then ${statusWords[status]}.`, '  '));
  print(`\n${wrap(guideline.disclaimer)}`);
  return 0;
}
