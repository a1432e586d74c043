// SPDX-License-Identifier: Apache-2.0
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadGuideline, loadLibrary, type Loaded } from '../../authoring/index.ts';
import type { Readings } from '../../authoring/readings.ts';
import type { Library } from '../../model/index.ts';
import { fingerprint } from './compile.ts';
import { ownGuideline } from './load.ts';
import { Refusal } from './refusal.ts';

/** The articles and what answers questions, as one JSON beside the program; the web reads the same file. */
const compiled = fileURLToPath(new URL('../../library.json', import.meta.url));

/** Compiles the library of a folder; what is wrong with it comes back as text, and then nothing is written. */
export function writeCompiledLibrary(folder: string, readings?: Readings): string {
  const { loaded } = loadGuideline(folder, readings);
  if (!loaded) return '';
  const { library, diagnostics, shown } = loadLibrary(folder, loaded.guideline, readings);
  if (diagnostics.length) return shown();
  writeFileSync(compiled, JSON.stringify({ fingerprint: fingerprint(folder), ...library }));
  return '';
}

/** The compiled library, if it was compiled from these very files; otherwise undefined, and the files are read. */
function readCompiledLibrary(folder: string): Library | undefined {
  try {
    const found: Library & { fingerprint: string } = JSON.parse(readFileSync(compiled, 'utf8'));
    return found.fingerprint === fingerprint(folder) ? found : undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined; // not built yet: the files are read
    throw error;
  }
}

/** The library of a guideline: compiled if it can be; refused with every diagnostic when something is wrong in it. */
export function loadOwnLibrary(
  { guideline }: Pick<Loaded, 'guideline'>,
  folder: string = ownGuideline,
  readings?: Readings,
): Library {
  const ready = folder === ownGuideline ? readCompiledLibrary(folder) : undefined;
  if (ready) return ready;
  const { library, diagnostics, shown } = loadLibrary(folder, guideline, readings);
  if (diagnostics.length === 0) return library;
  const many = `${diagnostics.length} problem${diagnostics.length === 1 ? '' : 's'}`;
  throw new Refusal(`${shown()}\n\n${many} in the library.`, 1);
}

/** What `check` counts of a library. */
export const libraryCounts = (library: Library): Readonly<Record<string, number>> => ({
  articles: library.articles.length,
  'words explained': library.glossary.length,
  'question topics': library.topics.length,
  'question alarms': library.alarms.length,
  'question answers': library.passages.length,
});
