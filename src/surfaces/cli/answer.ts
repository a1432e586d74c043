// SPDX-License-Identifier: Apache-2.0
import type { Loaded } from '../../authoring/index.ts';
import { answer as answerFor } from '../../interpreters/answer/index.ts';
import { toldUrgencies, type Guidance, type Guideline, type Patient } from '../../model/index.ts';
import { groupsOf } from './answer-options.ts';
import { colour, loadCompiled, loadPatient, print, readArguments, Refusal, wrap, textOf } from './load.ts';

export const help = `heliotrope answer <patient> [--as-of DATE] [--json] [--guideline DIR]
  What fits this person now, what does not, and why, in about three screens; --json holds all of it. "-" reads stdin.
  Example: npx heliotrope answer examples/stepping-up.yaml`;

const levelWords = {
  emergency: 'Get emergency help now',
  urgent: 'Call your care team today',
  soon: 'Within days',
} as const;

/** At most this many questions are named; then how many there are. */
const named = 5;
/** What is asked first, because it could still be urgent. */
function askFirst(guideline: Guideline, { urgencyMissing }: Guidance): readonly string[] {
  const ids = [...new Set(urgencyMissing.flatMap(({ missing }) => missing))];
  if (ids.length === 0) return [];
  const labels = ids.slice(0, named).map((id) => guideline.facts[id]?.label ?? id);
  const count = ids.length > named ? `${ids.length} questions, such as ` : '';
  return [wrap(`Danger signs are asked first. Not answered yet: ${count}${labels.join('; ')}.`)];
}

/** Where the person is on the way: the furthest stage and what is special, each with what it is about; then the others by name. */
function whereYouAre(guideline: Guideline, { stages }: Guidance): readonly string[] {
  const labelled = stages.flatMap(({ stage, truth }) => {
    const found = guideline.stages.find(({ id, road }) => id === stage && road !== 'alongside');
    return found ? [{ ...found, truth }] : [];
  });
  if (!labelled.length) return [];
  const holds = labelled.filter(({ truth }) => truth === 'true');
  const furthest = holds.filter(({ road }) => road === 'course').at(-1);
  const told = holds.filter((stage) => stage === furthest || stage.road !== 'course');
  const list = (title: string, of: typeof labelled): readonly string[] =>
    of.length ? [wrap(`${title}: ${of.map(({ label }) => label).join('; ')}.`, '  ')] : [];
  return [
    [
      colour('title', 'Where you are'),
      ...told.map(({ label, summary }) => wrap(`${label}. ${summary}`, '  ')),
      ...(holds.length ? [] : ['  Not known yet.']),
      ...list(
        'Also part of this',
        holds.filter((stage) => !told.includes(stage)),
      ),
      ...list(
        'Perhaps also',
        labelled.filter(({ truth }) => truth === 'unknown'),
      ),
    ].join('\n'),
  ];
}

/** Guidance as text for people: urgencies first, then whether and where the guideline fits, options by status, then what it cannot know. */
export function guidanceText({ guideline }: Pick<Loaded, 'guideline'>, patient: Patient, guidance: Guidance): string {
  const urgent = toldUrgencies(guidance.urgency).map(
    ({ level, advice }) => `${colour('urgent', `! ${levelWords[level]}`)}\n${wrap(advice, '  ')}`,
  );
  return [
    ...urgent,
    ...guidance.scope.map(({ advice }) => wrap(advice)),
    ...askFirst(guideline, guidance),
    ...whereYouAre(guideline, guidance),
    ...groupsOf(guideline, patient, guidance),
    wrap(
      `More of one of these, and what would change it: npx heliotrope explain <patient> "its name". ${guideline.disclaimer} (Guideline ${guidance.guideline}.)`,
    ),
  ].join('\n\n');
}

/** `heliotrope answer`: exit 0. */
export async function answer(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(
    args,
    { guideline: { type: 'string' }, 'as-of': { type: 'string' } },
    help,
  );
  const path = positionals[0];
  if (path === undefined) throw new Refusal(`Name a patient file.\n\n${help}`);
  const loaded = await loadCompiled(textOf(values['guideline']));
  const patient = await loadPatient(loaded, path, values['as-of']);
  if (values['json']) {
    const { prepareSaid } = await import('../said/said.ts');
    print(JSON.stringify(prepareSaid(loaded.guideline).guidance(patient), null, 2));
  } else print(guidanceText(loaded, patient, answerFor(loaded.guideline, patient)));
  return 0;
}
