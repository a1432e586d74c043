// SPDX-License-Identifier: Apache-2.0
/** People with the outcome, of all people counted in one arm. */
export type Counted = { readonly events: number; readonly of: number };
/** A figure with its 95 % interval. */
export type Estimate = { readonly value: number; readonly low: number; readonly high: number };

/** The 97.5 % point of the normal distribution. */
const z = 1.959963984540054;

/** Whether a pair of numbers can be a count: whole, nobody missing, nobody counted twice. */
export const isCounted = ({ events, of }: Counted): boolean =>
  Number.isInteger(events) && Number.isInteger(of) && of > 0 && events >= 0 && events <= of;

/** The share of an arm with the outcome, from 0 to 1. Refuses what is not a count. */
export function proportion(arm: Counted): number {
  if (!isCounted(arm)) throw new RangeError(`${arm.events} of ${arm.of} is not a count of people.`);
  return arm.events / arm.of;
}

/** The same share in percent, unrounded. */
export const percent = (arm: Counted): number => proportion(arm) * 100;

/** Wilson's score interval of one share: Wilson EB, J Am Stat Assoc 1927;22:209-212. */
export function wilson(arm: Counted): Estimate {
  const p = proportion(arm),
    spread = (z * z) / arm.of;
  const middle = (p + spread / 2) / (1 + spread);
  const half = (z * Math.sqrt((p * (1 - p)) / arm.of + spread / (4 * arm.of))) / (1 + spread);
  return { value: p, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/**
 * Treated minus control, with Newcombe's hybrid score interval (his method 10, no continuity correction):
 * Newcombe RG. Interval estimation for the difference between independent proportions. Stat Med 1998;17:873-890.
 * It stays within -1 and 1 and holds with small arms and with 0 % or 100 %, where Wald's does not.
 */
export function riskDifference(treated: Counted, control: Counted): Estimate {
  const a = wilson(treated),
    b = wilson(control),
    value = a.value - b.value;
  return {
    value,
    low: value - Math.hypot(a.value - a.low, b.high - b.value),
    high: value + Math.hypot(a.high - a.value, b.value - b.low),
  };
}

/** Treated minus control with Wald's interval (method 1 in Newcombe 1998): only to check figures that were published with it. */
export function waldDifference(treated: Counted, control: Counted): Estimate {
  const a = proportion(treated),
    b = proportion(control),
    value = a - b;
  const half = z * Math.sqrt((a * (1 - a)) / treated.of + (b * (1 - b)) / control.of);
  return { value, low: value - half, high: value + half };
}

/**
 * Treated over control, with the log interval: Katz D, Baptista J, Azen SP, Pike MC. Obtaining confidence intervals
 * for the risk ratio in cohort studies. Biometrics 1978;34:469-474. Undefined when an arm has no event: there is no such interval.
 */
export function riskRatio(treated: Counted, control: Counted): Estimate | undefined {
  const value = proportion(treated) / proportion(control);
  if (treated.events === 0 || control.events === 0) return undefined;
  const factor = Math.exp(z * Math.sqrt(1 / treated.events - 1 / treated.of + 1 / control.events - 1 / control.of));
  return { value, low: value / factor, high: value * factor };
}

/** The count as people understand it: "37 of 47". */
export function naturalFrequency(arm: Counted): string {
  proportion(arm);
  return `${arm.events} of ${arm.of}`;
}
