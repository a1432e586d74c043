// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadDisagreements } from '../../authoring/disagreements.ts';
import { loadTrials } from '../../authoring/trials.ts';
import { loadExercise, type Loaded } from '../../authoring/index.ts';
import type { Readings } from '../../authoring/readings.ts';
import { readReadings } from './compile.ts';
import { libraryCounts, loadOwnLibrary } from './library.ts';
import { load } from './full.ts';
import { ownGuideline, print, readArguments, Refusal, today } from './load.ts';
import { hardExercise, review, type Finding } from './review/index.ts';

export const help = `heliotrope check [dir] [--notes] [--json]
  Is the guideline well-formed, sourced, consistent, tested and readable? --notes lists every note.
  Example: npx heliotrope check`;

/** The trials beside a guideline; a folder without any has none. */
function trialsOf(folder: string, readings: Readings): ReturnType<typeof loadTrials>['trials'] {
  if (!existsSync(join(folder, 'evidence', 'trials'))) return [];
  const { trials, diagnostics, shown } = loadTrials(join(folder, 'evidence', 'trials'), readings);
  if (diagnostics.length) throw new Refusal(shown(), 1);
  return trials;
}

/** The exercise library beside a guideline, read and checked; a folder without one counts none. */
function exerciseOf(
  { guideline }: Pick<Loaded, 'guideline'>,
  folder: string,
  readings: Readings,
): { counts: Readonly<Record<string, number>>; findings: readonly Finding[] } {
  if (!existsSync(join(folder, 'exercise'))) return { counts: {}, findings: [] };
  const { library, shown } = loadExercise(folder, guideline, readings);
  if (!library) throw new Refusal(shown(), 1);
  return { counts: { movements: Object.keys(library.movements).length }, findings: hardExercise(library) };
}

/** Where sources disagree, beside a guideline, read and checked; a folder without evidence counts none. */
function disagreementCounts(
  { guideline }: Pick<Loaded, 'guideline'>,
  folder: string,
  readings: Readings,
): Readonly<Record<string, number>> {
  if (!existsSync(join(folder, 'evidence'))) return {};
  const { disagreements, diagnostics, shown } = loadDisagreements(join(folder, 'evidence'), guideline, readings);
  if (diagnostics.length) throw new Refusal(shown(), 1);
  return disagreements.length ? { disagreements: disagreements.length } : {};
}

/** `heliotrope check`: exit 0 when nothing is wrong, 1 when something is. */
export async function check(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { notes: { type: 'boolean' } }, help);
  const folder = positionals[0] ?? ownGuideline;
  const readings = readReadings();
  const loaded = load(folder, readings);
  const library = await loadOwnLibrary(loaded, folder, readings);
  const exercise = exerciseOf(loaded, folder, readings);
  const { findings: found, counts: ofGuideline } = review(loaded, trialsOf(folder, readings), today());
  const counts = {
    ...ofGuideline,
    ...disagreementCounts(loaded, folder, readings),
    ...libraryCounts(library),
    ...exercise.counts,
  };
  const findings = [...found, ...exercise.findings];
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (values['json']) {
    print(JSON.stringify({ shape: 'heliotrope-check/1', findings, counts }, null, 2));
    return errors.length ? 1 : 0;
  }
  for (const { code, message } of values['notes'] ? findings : errors) print(`${code}: ${message}`);
  const notes = findings.filter(({ severity }) => severity === 'note').map(({ code }) => code);
  const tally = [...new Set(notes)].map((code) => `${notes.filter((one) => one === code).length} ${code}`);
  if (tally.length) print(`Notes: ${tally.join(', ')}${values['notes'] ? '' : ' (--notes lists them)'}`);
  print(
    `${errors.length ? `${errors.length} problem${errors.length === 1 ? '' : 's'}. ` : ''}${Object.entries(counts)
      .map(([what, many]) => `${many} ${what}`)
      .join(', ')}.`,
  );
  return errors.length ? 1 : 0;
}
