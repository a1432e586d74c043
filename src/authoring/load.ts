// SPDX-License-Identifier: Apache-2.0
import type { Guideline } from '../model/index.ts';
import { readAuthored, type Authored } from './authored.ts';
import { checkLinks } from './check.ts';
import { reporter, type Report } from './collect.ts';
import { checkCombinations } from './combinations.ts';
import { showAll, type Diagnostic } from './diagnostic.ts';
import { readFrequencies } from './frequencies.ts';
import { link } from './link.ts';
import { checkPlaces } from './places.ts';
import { readFolder, type Positioned } from './read.ts';
import type { Readings } from './readings.ts';

/** A guideline as its files say it, with the cases and base patients that test it. */
export type Loaded = { guideline: Guideline } & Pick<Authored, 'cases' | 'patients'>;
export type Load = { diagnostics: readonly Diagnostic[]; loaded?: Loaded; shown: () => string };

/** Where to point when a folder has no file at all. */
const emptyFolder = (folder: string): Positioned => ({
  file: folder,
  text: '',
  value: undefined,
  problems: [],
  at: () => ({ file: folder, line: 1, column: 1, length: 1 }),
});

/** Ids that an unreadable file seems to hold: enough not to say elsewhere that they do not exist. */
const idsIn = (text: string): readonly string[] =>
  [...text.matchAll(/\bid: *"?([a-z0-9-]+)/g)].map(([, id]) => id ?? '');

function build(report: Report, folder: string, files: readonly Positioned[]): Loaded {
  for (const { problems, text } of files) if (problems.length) for (const id of idsIn(text)) report.broken.add(id);
  const authored = readAuthored(report, folder, files);
  const linked = link(report, authored);
  const frequencies = authored.frequencies.flatMap((file) => readFrequencies(report, file, linked));
  const loaded = { guideline: { ...linked, frequencies }, cases: authored.cases, patients: authored.patients };
  checkPlaces(report, folder, files);
  checkLinks(report, loaded, authored);
  checkCombinations(report, loaded.guideline, authored.combinations);
  if (!files.some(({ file }) => file.endsWith('guideline.yaml')))
    report(
      files[0] ?? emptyFolder(folder),
      [],
      'missing-field',
      `"${folder}" has no guideline.yaml with its title and version. Is it the guideline's folder?`,
    );
  return loaded;
}

/** Reads, checks and links the guideline in a folder. `loaded` is there only when nothing is wrong, so it can be trusted. */
export function loadGuideline(folder: string, readings?: Readings): Load {
  const files = readFolder(folder, readings);
  const { diagnostics, report } = reporter();
  const loaded = build(report, folder, files);
  const every = [...files.flatMap(({ problems }) => problems), ...diagnostics];
  return { diagnostics: every, shown: () => showAll(every, files), ...(every.length === 0 ? { loaded } : {}) };
}

/** Which file of a guideline decides what a patient is told: its facts, definitions, rules and red flags. */
const decides = (name: string): boolean =>
  ['facts/', 'definitions/', 'interventions/', 'urgency.yaml', 'taken.yaml', 'guideline.yaml'].some((start) =>
    name.startsWith(start),
  );

/** An older edition, to be compared with. Only what decides is read, and it must be read whole; what later editions of the checks
 *  ask of the rest (claims, cases, groups) is not asked of it. */
export function loadEdition(folder: string): { guideline?: Guideline; shown: () => string } {
  const files = readFolder(folder, undefined, decides);
  const { diagnostics, report } = reporter();
  const guideline = { ...link(report, readAuthored(report, folder, files)), frequencies: [] };
  const every = [...files.flatMap(({ problems }) => problems), ...diagnostics];
  return { shown: () => showAll(every.slice(0, 3), files), ...(every.length === 0 ? { guideline } : {}) };
}
