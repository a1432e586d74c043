// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Loaded } from '../../authoring/index.ts';
import type { Readings } from '../../authoring/readings.ts';
import type { Library } from '../../model/index.ts';
import { fingerprint, ownGuideline } from './compile.ts';

/** The articles and what answers questions, as one JSON beside the program; the web reads the same file. */
export const compiledLibrary = fileURLToPath(new URL('../../library.json', import.meta.url));

/** The compiled library, if it was compiled from these very files; otherwise undefined, and the files are read. */
function readCompiledLibrary(folder: string): Library | undefined {
  try {
    const found: Library & { fingerprint: string } = JSON.parse(readFileSync(compiledLibrary, 'utf8'));
    return found.fingerprint === fingerprint(folder) ? found : undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined; // not built yet: the files are read
    throw error;
  }
}

/** The library of a guideline: compiled if it can be; refused with every diagnostic when something is wrong in it. */
export async function loadOwnLibrary(
  loaded: Pick<Loaded, 'guideline'>,
  folder: string = ownGuideline,
  readings?: Readings,
): Promise<Library> {
  const ready = folder === ownGuideline ? readCompiledLibrary(folder) : undefined;
  return ready ?? (await import('./full.ts')).readLibrary(loaded, folder, readings);
}

/** What `check` counts of a library. */
export const libraryCounts = (library: Library): Readonly<Record<string, number>> => ({
  articles: library.articles.length,
  'words explained': library.glossary.length,
  'question topics': library.topics.length,
  'question alarms': library.alarms.length,
  'question answers': library.passages.length,
});
