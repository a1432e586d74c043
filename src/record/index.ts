// SPDX-License-Identifier: Apache-2.0
// What happened to one person, dated; `derive` turns it into the Patient that every interpreter reads.
export type * from './record.ts';
export { derive, type Derived, type LastTest } from './derive.ts';
export type { RecordProblem } from './problem.ts';
export type { Provenance } from './settle.ts';
export type { Course, DoseSpan } from './treatment.ts';
export { perDay } from './treatment.ts';
export type { GlucocorticoidExposure } from './glucocorticoid.ts';
export type { Regimen } from './regimen.ts';
export type { Review, ResponseWord } from './response.ts';
export type { Phase, Relapse } from './phase.ts';
export { improvementOf, type Improvement, type ImprovementPart } from './improvement.ts';
export { failureReasons } from './events.ts';
export { convertUnit, prednisoneEquivalent } from '../measures/index.ts';
export { testName } from './laboratory.ts';
export { seriesOf, type Series } from './series.ts';
export {
  addDays,
  addMonths,
  dayInWords,
  dayNumber,
  daysBetween,
  freshUntil,
  isDay,
  monthsBetween,
  weeksBetween,
  yearsBetween,
} from './days.ts';
