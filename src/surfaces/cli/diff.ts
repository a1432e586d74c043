// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync } from 'node:fs';
import {
  decideDifference,
  patientFile,
  questions,
  startSolver,
  vocabularyChanges,
  type Change,
  type Difference,
} from '../../interpreters/prove/index.ts';
import type { Guideline } from '../../model/index.ts';
import { subject, unnamed } from './changelog.ts';
import { readEdition } from './edition.ts';
import { print, readArguments, Refusal, textOf } from './load.ts';
import { steps } from './progress.ts';

export const help = `heliotrope diff <old> <new> [--changelog FILE] [--json]
  Proves that no patient's advice differs between two editions of the guideline, or prints, for each treatment, precaution and
  red flag that differs, a smallest patient who sees it, as a patient file, and what did it.
  An edition is a guideline folder, a git revision, or a recorded edition (.json).
  --changelog FILE: a difference is allowed when a ★ entry under "Unreleased" names the treatment or the rule, or is "for everybody".
  Exit code: 0 nobody's advice differs (or all of it is named), 1 somebody's does, 2 misuse.
  Example: npx heliotrope diff HEAD~1 guideline`;

/** Everything in which the advice of two editions differs. The solver's threads are ended whatever happens. */
export async function differences(old: Guideline, now: Guideline): Promise<readonly Difference[]> {
  const { editions, asked } = questions(old, now);
  if (!asked.length) return [];
  const solver = await startSolver();
  const found: Difference[] = [];
  const step = steps('compared', asked.length);
  try {
    for (const question of asked) {
      const difference = await decideDifference(editions, solver, question);
      if (difference) found.push(difference);
      step();
    }
  } finally {
    solver.close();
    step.end();
  }
  return found;
}

const told = ({ what, id, how }: Change): string => `the ${what} ${id} was ${how}`;
const words = { absent: 'not there', true: 'said', false: 'not said', unknown: 'said if it may apply' } as const;

function heading(difference: Difference): string {
  if (difference.about === 'status') {
    const { intervention, was, is } = difference;
    return `${intervention}: ${was === 'absent' ? 'not in the guideline' : was} → ${is === 'absent' ? 'no longer in the guideline' : is}`;
  }
  const { about, rule, was, is } = difference;
  return about === 'words' ? `${rule}: says it in other words` : `${about} ${rule}: ${words[was]} → ${words[is]}`;
}

/** One difference: what changed for whom, and what did it. */
function shown(difference: Difference): string {
  const causes = difference.about === 'status' ? difference.causes : [];
  const because = causes.length
    ? [
        `# because ${causes.slice(0, 4).map(told).join(', or ')}${causes.length > 4 ? `, or ${causes.length - 4} more` : ''}`,
      ]
    : [];
  return [heading(difference), ...because, patientFile(difference.patient), ''].join('\n');
}

/** `heliotrope diff`: exit 0 when nobody's advice differs, 1 when somebody's does, 2 for misuse. */
export async function diff(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { changelog: { type: 'string' } }, help);
  const [from, to, ...more] = positionals;
  if (from === undefined || to === undefined || more.length) throw new Refusal(`Name two editions.\n\n${help}`);
  const [old, now] = [readEdition(from), readEdition(to)];
  const changelog = textOf(values['changelog']);
  if (changelog !== undefined && !existsSync(changelog)) throw new Refusal(`There is no file "${changelog}".`);
  const [found, vocabulary] = [await differences(old, now), vocabularyChanges(old, now)];
  const open = changelog === undefined ? found : unnamed(readFileSync(changelog, 'utf8'), now, found);
  if (values['json'])
    print(
      JSON.stringify(
        { shape: 'heliotrope-diff/1', old: from, new: to, differences: found, unnamed: open.length, vocabulary },
        null,
        2,
      ),
    );
  else {
    for (const difference of found) print(shown(difference));
    for (const sentence of vocabulary) print(sentence);
    print(
      found.length
        ? `Advice differs in ${found.length} way${found.length === 1 ? '' : 's'}, each shown with a smallest patient who sees it.`
        : 'Proved: no patient is advised differently.',
    );
    if (changelog !== undefined && found.length)
      print(
        `${open.length} of them ${open.length === 1 ? 'has' : 'have'} no ★ entry in ${changelog}: ${open.map(subject).join(', ') || 'none'}.`,
      );
  }
  return open.length ? 1 : 0;
}
