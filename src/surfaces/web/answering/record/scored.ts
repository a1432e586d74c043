// SPDX-License-Identifier: Apache-2.0
// Whether a measure takes the parts that were typed: what it says of them is said at the field.
import { findMeasure, type Inputs } from '../../../../measures/index.ts';

/** The first thing wrong with the parts of a measure, at its path; undefined when it can be scored, or is none we know. */
export function wrongPart(measure: string, inputs: Inputs): { path: string; message: string } | undefined {
  const outcome = findMeasure(measure)?.score(inputs);
  return outcome?.ok === false ? outcome.problems[0] : undefined;
}
