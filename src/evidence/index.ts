// SPDX-License-Identifier: Apache-2.0
// Counts of a trial → effects with their intervals. Pure.
export {
  isCounted,
  naturalFrequency,
  percent,
  proportion,
  riskDifference,
  riskRatio,
  waldDifference,
  wilson,
  type Counted,
  type Estimate,
} from './effect.ts';
export { recomputed, type Outcome, type Recomputed } from './recompute.ts';
