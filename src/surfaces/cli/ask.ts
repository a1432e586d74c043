// SPDX-License-Identifier: Apache-2.0
import { askAll } from '../../interpreters/ask/index.ts';
import { loadCompiled, loadPatient, print, readArguments, Refusal, wrap, textOf } from './load.ts';

export const help = `heliotrope ask <patient> [--all] [--unknown FACT]... [--as-of DATE] [--json] [--guideline DIR]
  The next question worth asking, why, and what it could settle. --unknown: answered "I don't know".
  Example: npx heliotrope ask examples/newly-diagnosed.yaml`;

/** `heliotrope ask`: exit 0, also when nothing is left to ask. */
export function ask(args: readonly string[]): number {
  const { values, positionals } = readArguments(
    args,
    {
      all: { type: 'boolean' },
      unknown: { type: 'string', multiple: true },
      guideline: { type: 'string' },
      'as-of': { type: 'string' },
    },
    help,
  );
  const path = positionals[0];
  if (path === undefined) throw new Refusal(`Name a patient file.\n\n${help}`);
  const loaded = loadCompiled(textOf(values['guideline']));
  const skip = new Set((Array.isArray(values['unknown']) ? values['unknown'] : []).map(String));
  for (const id of skip)
    if (!Object.hasOwn(loaded.guideline.facts, id))
      throw new Refusal(`There is no fact called "${id}". "heliotrope facts" lists them.`);
  const questions = askAll(loaded.guideline, loadPatient(loaded, path, values['as-of']), skip);
  const shown = values['all'] ? questions : questions.slice(0, 1);
  if (values['json']) {
    print(JSON.stringify({ shape: 'heliotrope-questions/1', remaining: questions.length, questions: shown }, null, 2));
    return 0;
  }
  if (!shown.length) print('Nothing is left to ask that could change the answer.');
  for (const { fact, couldSettle, redFlag } of shown)
    print(
      [
        fact.question,
        wrap(`${fact.why}${redFlag ? ' It is asked first because it could be urgent.' : ''}`, '  '),
        ...(couldSettle.length
          ? [
              wrap(
                `Could settle: ${couldSettle.map((id) => loaded.guideline.interventions[id]?.label ?? id).join(', ')}.`,
                '  ',
              ),
            ]
          : []),
        `  (fact: ${fact.id})`,
      ].join('\n'),
    );
  return 0;
}
