// SPDX-License-Identifier: Apache-2.0
// Published measures, one folder each: exact scoring with the paper's own vectors as tests.
import { bsa } from './bsa-mosteller/bsa.ts';
import { egfr } from './egfr-ckdepi2021/egfr.ts';
import type { Measure } from './measure.ts';

export type { Measure, Outcome, Problem } from './measure.ts';
export const measures: readonly Measure[] = [bsa, egfr];
const plain = (name: string): string => name.toLowerCase().replaceAll('_', '-');
/** A measure by its id or a short name; hyphens and underscores are the same. */
export function findMeasure(name: string): Measure | undefined {
  return measures.find(({ id, shortNames }) => [id, ...shortNames].some((known) => plain(known) === plain(name)));
}
