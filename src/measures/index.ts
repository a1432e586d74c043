// SPDX-License-Identifier: Apache-2.0
// Published measures, one folder each: exact scoring with the paper's own vectors as tests.
import { bsa } from './bsa-mosteller/bsa.ts';
import { egfr } from './egfr-ckdepi2021/egfr.ts';
import { chaq, haq } from './haq-di/haq.ts';
import { mmt8 } from './mmt8/mmt8.ts';
import { performance } from './performance.ts';
import { prednisone } from './prednisone-equivalents/prednisone.ts';
import { questionnaires } from './questionnaires.ts';
import { tis } from './tis-2016-acr-eular/tis.ts';
import type { Measure } from './measure.ts';

export type { Measure, Outcome, Problem } from './measure.ts';
export const measures: readonly Measure[] = [
  tis,
  mmt8,
  haq,
  chaq,
  egfr,
  bsa,
  prednisone,
  ...performance,
  ...questionnaires,
];
const plain = (name: string): string => name.toLowerCase().replaceAll('_', '-');
/** A measure by its id or a short name; hyphens and underscores are the same. */
export function findMeasure(name: string): Measure | undefined {
  return measures.find(({ id, shortNames }) => [id, ...shortNames].some((known) => plain(known) === plain(name)));
}
