// SPDX-License-Identifier: Apache-2.0
// Whatever reads and checks the guideline's own files. Commands that only read the compiled guideline never load this.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadExercise, loadGuideline, loadLibrary, type Loaded } from '../../authoring/index.ts';
import { writeReadings, type Readings } from '../../authoring/readings.ts';
import type { ExerciseLibrary, Library } from '../../model/index.ts';
import { compiled, compiledReadings, fingerprint, ownGuideline, readReadings } from './compile.ts';
import { compiledLibrary } from './library.ts';
import { Refusal } from './refusal.ts';

/** Loads a guideline folder, or refuses with every diagnostic. `readings` says what was read before, and is added to. */
export function load(folder: string = ownGuideline, readings: Readings = readReadings()): Loaded {
  const { loaded, diagnostics, shown } = loadGuideline(folder, readings);
  if (loaded) return loaded;
  throw new Refusal(
    `${shown()}\n\n${diagnostics.length} problem${diagnostics.length === 1 ? '' : 's'} in the guideline.`,
    diagnostics.some(({ code }) => code === 'unreadable') ? 2 : 1,
  );
}

/** The exercise library of a guideline folder; refused with every diagnostic when something is wrong in it. */
export function readExercise({ guideline }: Pick<Loaded, 'guideline'>, folder: string): ExerciseLibrary | undefined {
  const { library, shown } = loadExercise(folder, guideline, readReadings());
  if (library) return library;
  if (existsSync(join(folder, 'exercise'))) throw new Refusal(shown(), 1);
  return undefined;
}

/** The articles and what answers questions of a guideline folder; refused with every diagnostic when something is wrong in them. */
export function readLibrary(
  { guideline }: Pick<Loaded, 'guideline'>,
  folder: string,
  readings: Readings = readReadings(),
): Library {
  const { library, diagnostics, shown } = loadLibrary(folder, guideline, readings);
  if (diagnostics.length === 0) return library;
  const many = `${diagnostics.length} problem${diagnostics.length === 1 ? '' : 's'}`;
  throw new Refusal(`${shown()}\n\n${many} in the library.`, 1);
}

/** Writes what was read for `readReadings`. The build begins with none, so that nothing outlives a change of the reader. */
export const writeCompiledReadings = (readings: Readings): void =>
  writeFileSync(compiledReadings, writeReadings(readings));

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

/** Compiles the library of a folder; what is wrong with it comes back as text, and then nothing is written. */
export function writeCompiledLibrary(folder: string, readings?: Readings): string {
  const { loaded } = loadGuideline(folder, readings);
  if (!loaded) return '';
  const { library, diagnostics, shown } = loadLibrary(folder, loaded.guideline, readings);
  if (diagnostics.length) return shown();
  writeFileSync(compiledLibrary, JSON.stringify({ fingerprint: fingerprint(folder), ...library }));
  return '';
}
