// SPDX-License-Identifier: Apache-2.0
// PROVE: what holds of every possible patient, by a solver; a counterexample is a patient file that ANSWER replays.
export { kinds, type Found, type Kind, type Property, type Replay } from './property.ts';
export { properties } from './prove.ts';
export { patientFile } from './found.ts';
export { startSolver, type Solver } from './solver.ts';
export { decideProperty, type Verdict } from './verdict.ts';
export { decideDifference, questions } from './compare.ts';
export { vocabularyChanges } from './join.ts';
export type { Change, Difference, Editions, Question } from './difference.ts';
export { mutants, targets, type Mutant, type Target } from './mutants.ts';
export { fateOf, type Example, type Fate } from './survival.ts';
export { relationsOf, type Relations } from './relations.ts';
export { interviewed } from './asked.ts';
export { asksNoMore, standingOf, type Standing } from './interview.ts';
export { findingOf, reportOf, type ProofReport } from './report.ts';
export { notProved, sentences } from './words.ts';
