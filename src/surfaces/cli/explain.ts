// SPDX-License-Identifier: Apache-2.0
import type { Loaded } from '../../authoring/index.ts';
import { didYouMean } from '../../authoring/diagnostic.ts';
import { statusWords, type Sentence } from '../../interpreters/explain/index.ts';
import type { Guideline } from '../../model/index.ts';
import { prepareSaid } from '../said/said.ts';
import { loadCompiled, loadPatient, print, readArguments, Refusal, wrap, textOf } from './load.ts';

export const help = `heliotrope explain <patient> <intervention> [--as-of DATE] [--json] [--guideline DIR]
  Why an intervention has its status: rules, facts, sources; and the smallest changes that would change it.
  An intervention is named by its id, or as answer prints it, such as "Plasma exchange".
  Example: npx heliotrope explain examples/stepping-up.yaml ivig`;

function cited({ guideline }: Pick<Loaded, 'guideline'>, { text, cites }: Sentence): string {
  const sources = cites.flatMap((id) => guideline.claims[id]?.cites ?? []).map(({ source, at }) => `${source}, ${at}`);
  const unverified = cites.some((id) => guideline.claims[id]?.verified === 'recalled');
  return `${text}${sources.length ? ` [${[...new Set(sources)].slice(0, 3).join('; ')}${unverified ? '; not verified' : ''}]` : ''}`;
}

const unknownIntervention = ({ interventions }: Pick<Guideline, 'interventions'>, id: string): string =>
  `There is no intervention called "${id}".${didYouMean(id, Object.keys(interventions))} There are: ${Object.keys(interventions).join(', ')}.`;

/** An intervention by its id, or by its name as `answer` prints it, in any case. */
function interventionOf({ interventions }: Guideline, name: string): string {
  if (Object.hasOwn(interventions, name)) return name;
  const found = Object.values(interventions).find(({ label }) => label.toLowerCase() === name.trim().toLowerCase());
  if (!found) throw new Refusal(unknownIntervention({ interventions }, name));
  return found.id;
}

/** `heliotrope explain`: exit 0; 2 when there is no such intervention. */
export async function explain(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(
    args,
    { guideline: { type: 'string' }, 'as-of': { type: 'string' } },
    help,
  );
  const [path, name] = positionals;
  if (path === undefined || name === undefined)
    throw new Refusal(`Name a patient file and an intervention.\n\n${help}`);
  const loaded = await loadCompiled(textOf(values['guideline']));
  const { guideline } = loaded;
  const intervention = interventionOf(guideline, name);
  const patient = await loadPatient(loaded, path, values['as-of']);
  const said = prepareSaid(guideline).explanation(patient, intervention);
  if (!said) throw new Refusal(unknownIntervention(guideline, intervention));
  if (values['json']) {
    print(JSON.stringify(said, null, 2));
    return 0;
  }
  print(said.sentences.map((sentence) => wrap(cited(loaded, sentence))).join('\n'));
  if (said.wouldChange.length) print('\nWhat would change this');
  for (const { words, status } of said.wouldChange)
    print(wrap(`${words.join(' and ')} → then ${statusWords[status]}.`, '  '));
  print(`\n${wrap(guideline.disclaimer)}`);
  return 0;
}
