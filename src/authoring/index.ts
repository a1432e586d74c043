// SPDX-License-Identifier: Apache-2.0
// YAML → Guideline, or diagnostics a clinician can act on.
export { loadEdition, loadGuideline, type Loaded, type Load } from './load.ts';
export { readPatient, type ReadPatient } from './patient.ts';
export { wrongValue } from './names.ts';
export { largestFile, readFile, readText } from './read.ts';
export { loadExercise, type LoadedExercise } from './exercise.ts';
export { loadFrequencies } from './frequencies.ts';
export { didYouMean, show, type Diagnostic } from './diagnostic.ts';
export { loadTrials, type Trial } from './trials.ts';
export { loadLibrary, type LoadedLibrary } from './library.ts';
