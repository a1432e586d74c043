// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadExercise, loadGuideline, type Loaded } from '../../authoring/index.ts';
import { parseReadings, writeReadings, type Readings } from '../../authoring/readings.ts';
import type { ExerciseLibrary, Guideline } from '../../model/index.ts';

/** The checked guideline as one JSON, written by the build beside the program so that `answer` starts at once. */
const compiled = fileURLToPath(new URL('../../guideline.json', import.meta.url));

/** What the guideline's files say, each under the digest of its text, written by the build so that `check` parses only what changed. */
const compiledReadings = fileURLToPath(new URL('../../readings.json', import.meta.url));

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

/** Writes what was read for `readReadings`. The build begins with none, so that nothing outlives a change of the reader. */
export const writeCompiledReadings = (readings: Readings): void =>
  writeFileSync(compiledReadings, writeReadings(readings));

/** What the build read of the guideline's files; nothing when it is not built. */
export function readReadings(): Readings {
  return existsSync(compiledReadings) ? parseReadings(readFileSync(compiledReadings, 'utf8')) : new Map();
}

/** Compiles a folder for `readCompiled`; false when the guideline has problems, which `check` shows. */
export function writeCompiled(folder: string, readings?: Readings): boolean {
  const { loaded } = loadGuideline(folder, readings);
  if (loaded) {
    const { guideline } = loaded;
    const exercise = loadExercise(folder, guideline, readings).library;
    writeFileSync(compiled, JSON.stringify({ fingerprint: fingerprint(folder), guideline, exercise }));
  }
  return loaded !== undefined;
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
