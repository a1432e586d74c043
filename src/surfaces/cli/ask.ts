// SPDX-License-Identifier: Apache-2.0
import type { Guideline } from '../../model/index.ts';
import { prepareSaid } from '../said/said.ts';
import type { SaidQuestions } from '../said/shape.ts';
import { loadCompiled, loadPatient, print, readArguments, Refusal, wrap, textOf } from './load.ts';

export const help = `heliotrope ask <patient> [--all] [--unknown FACT]... [--as-of DATE] [--json] [--guideline DIR]
  The next question worth asking, why, and what it could settle. --unknown: answered "I don't know".
  Example: npx heliotrope ask examples/newly-diagnosed.yaml`;

/** Facts that are answered together are listed under their question; a fact asked alone says why it is asked. */
function questionText(
  guideline: Guideline,
  { question, redFlag, facts, couldSettle }: SaidQuestions['questions'][number],
): string {
  const urgent = redFlag ? 'It is asked first because it could be urgent.' : '';
  const labels = couldSettle.map((id) => guideline.interventions[id]?.label ?? id);
  const [alone] = facts;
  const body =
    facts.length === 1 && alone
      ? [wrap(`${alone.why} ${urgent}`.trim(), '  '), `  (fact: ${alone.id})`]
      : [...(urgent ? [`  ${urgent}`] : []), ...facts.map(({ id, label }) => wrap(`- ${label} (fact: ${id})`, '  '))];
  return [question, ...body, ...(labels.length ? [wrap(`Could settle: ${labels.join(', ')}.`, '  ')] : [])].join('\n');
}

function questionsText(guideline: Guideline, { questions, remaining }: SaidQuestions): string {
  if (remaining === 0) return 'Nothing is left to ask that could change the answer.';
  const more = remaining - questions.length;
  const left = more > 0 ? [`${more} more could change the answer (--all lists them).`] : [];
  return [...questions.map((one) => questionText(guideline, one)), ...left].join('\n\n');
}

/** `heliotrope ask`: exit 0, also when nothing is left to ask. */
export async function ask(args: readonly string[]): Promise<number> {
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
  const loaded = await loadCompiled(textOf(values['guideline']));
  const skip = new Set((Array.isArray(values['unknown']) ? values['unknown'] : []).map(String));
  for (const id of skip)
    if (!Object.hasOwn(loaded.guideline.facts, id))
      throw new Refusal(`There is no fact called "${id}". "heliotrope facts" lists them.`);
  const said = prepareSaid(loaded.guideline).questions(
    await loadPatient(loaded, path, values['as-of']),
    skip,
    values['all'] ? Infinity : 1,
  );
  print(values['json'] ? JSON.stringify(said, null, 2) : questionsText(loaded.guideline, said));
  return 0;
}
