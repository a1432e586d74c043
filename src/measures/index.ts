// SPDX-License-Identifier: Apache-2.0
// Published measures, one folder each: exact scoring with the paper's own vectors as tests.
import { bsa } from './bsa-mosteller/bsa.ts';
import { egfr } from './egfr-ckdepi2021/egfr.ts';
import { cdasi } from './cdasi-v2/cdasi.ts';
import { classification } from './eular-acr-iim-2017/classification.ts';
import { functional } from './functional.ts';
import { chaq, haq } from './haq-di/haq.ts';
import { globalActivity } from './global-activity-vas/global.ts';
import { inactiveDisease } from './inactive-disease/inactive.ts';
import { mmt8 } from './mmt8/mmt8.ts';
import { performance } from './performance.ts';
import { prednisone } from './prednisone-equivalents/prednisone.ts';
import { questionnaires } from './questionnaires.ts';
import { tis } from './tis-2016-acr-eular/tis.ts';
import { trialDefinitions } from './trial-definitions/trial-definitions.ts';
import { unitConversions } from './unit-conversions/measure.ts';
import type { Measure } from './measure.ts';

export type { Inputs, Measure, Outcome, Problem, Result } from './measure.ts';
export { prednisoneEquivalent } from './prednisone-equivalents/prednisone.ts';
export { deterioration, imacsImprovement, isConfirmed, type CoreSet } from './trial-definitions/change.ts';
export { convertUnit } from './unit-conversions/convert.ts';
export { tis };
export const measures: readonly Measure[] = [
  tis,
  mmt8,
  haq,
  chaq,
  egfr,
  bsa,
  prednisone,
  classification,
  cdasi,
  globalActivity,
  trialDefinitions,
  inactiveDisease,
  unitConversions,
  ...performance,
  ...questionnaires,
  ...functional,
];
const plain = (name: string): string => name.toLowerCase().replaceAll('_', '-');
const byName = new Map(
  measures.flatMap((one) => [one.id, ...one.shortNames].map((name) => [plain(name), one] as const)),
);
/** A measure by its id or a short name; hyphens and underscores are the same. */
export const findMeasure = (name: string): Measure | undefined => byName.get(plain(name));
