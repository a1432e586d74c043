// SPDX-License-Identifier: Apache-2.0
// Reviews of a well-formed guideline, for `heliotrope check`: what is wrong is an error, what its authors should know a note.
export { review, type Review } from './review.ts';
export { patientOf } from './cases.ts';
export { hardExercise } from './words.ts';
export type { Finding } from './finding.ts';
