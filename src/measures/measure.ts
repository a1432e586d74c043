// SPDX-License-Identifier: Apache-2.0
/** What was wrong with one input: where, and what is allowed. */
export type Problem = { path: string; message: string };
export type Inputs = Readonly<Record<string, unknown>>;
export type Outcome = { ok: true; result: Readonly<Record<string, unknown>> } | { ok: false; problems: readonly Problem[] };
/** A published measure: exact scoring, with where it was published and on what terms it may be used. */
export type Measure = { id: string; shortNames: readonly string[]; title: string; citation: string; licence: string; score: (inputs: Inputs) => Outcome };

/** A number input within its range, or what is wrong with it. Never guesses: a missing value is said to be missing. */
export function readNumber(inputs: Inputs, path: string, min: number, max: number, unit: string): number | Problem {
  const value = inputs[path];
  if (value === undefined || value === null) return { path, message: `is missing. Give a number from ${min} to ${max} ${unit}.` };
  if (typeof value !== 'number' || Number.isNaN(value)) return { path, message: `is "${String(value)}". Give a number in ${unit}, without the unit.` };
  return value >= min && value <= max ? value : { path, message: `is ${value}. Give a number from ${min} to ${max} ${unit}.` };
}

/** One of a few words, or what is wrong with it. */
export function readWord<T extends string>(inputs: Inputs, path: string, allowed: readonly T[]): T | Problem {
  return allowed.find((word) => word === inputs[path]) ?? { path, message: `is "${String(inputs[path] ?? 'missing')}". It takes ${allowed.join(' or ')}.` };
}

/** The problems among what was read. */
export const problemsIn = (read: readonly unknown[]): readonly Problem[] =>
  read.filter((one): one is Problem => typeof one === 'object' && one !== null && 'message' in one);
