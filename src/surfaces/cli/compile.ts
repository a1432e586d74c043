// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loaded } from '../../authoring/index.ts';
import { parseReadings, type Readings } from '../../authoring/readings.ts';
import type { ExerciseLibrary, Guideline } from '../../model/index.ts';

/** The guideline that comes with the program. */
export const ownGuideline = fileURLToPath(new URL('../../../guideline', import.meta.url));

/** The checked guideline as one JSON, written by the build beside the program so that `answer` starts at once. */
export const compiled = fileURLToPath(new URL('../../guideline.json', import.meta.url));

/** What the guideline's files say, each under the digest of its text, written by the build so that `check` parses only what changed. */
export const compiledReadings = fileURLToPath(new URL('../../readings.json', import.meta.url));

/** Name, size and time of every guideline file: when one differs, the compiled guideline is not used. */
export function fingerprint(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(yaml|md)$/.test(name))
    .sort()
    .map((name) => {
      const { size, mtimeMs } = statSync(join(folder, name));
      return `${name}:${size}:${mtimeMs}`;
    })
    .join('\n');
}

/** What the build read of the guideline's files; nothing when it is not built. */
export function readReadings(): Readings {
  return existsSync(compiledReadings) ? parseReadings(readFileSync(compiledReadings, 'utf8')) : new Map();
}

/** The compiled guideline, if it was compiled from these very files; otherwise undefined, and the files are read. */
export function readCompiled(
  folder: string,
): (Pick<Loaded, 'guideline'> & { exercise: ExerciseLibrary | undefined }) | undefined {
  try {
    const found: { fingerprint: string; guideline: Guideline; exercise?: ExerciseLibrary } = JSON.parse(
      readFileSync(compiled, 'utf8'),
    );
    return found.fingerprint === fingerprint(folder)
      ? { guideline: found.guideline, exercise: found.exercise }
      : undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined; // not built yet: the files are read
    throw error;
  }
}
