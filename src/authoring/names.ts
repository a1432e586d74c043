// SPDX-License-Identifier: Apache-2.0
import { unitWords, type Condition, type Guideline, type Index } from '../model/index.ts';
import type { Item, Report } from './collect.ts';
import { clipped, didYouMean } from './diagnostic.ts';

/** Says that a name does not exist, at the place where it is used. */
export function resolve(
  report: Report,
  item: Item<unknown>,
  path: readonly PropertyKey[],
  what: string,
  name: string,
  known: Index<unknown>,
): void {
  if (Object.hasOwn(known, name)) return;
  report(
    item.file,
    [...item.path, ...path],
    'unknown-name',
    `There is no ${what} called "${name}".${didYouMean(name, Object.keys(known))}`,
    undefined,
    name,
  );
}

/** Facts and definitions that a condition names itself, definitions not followed. */
export function namesIn(condition: Condition): readonly string[] {
  switch (condition.op) {
    case 'is':
    case 'compare':
      return [condition.fact];
    case 'defined':
      return [condition.as];
    case 'not':
      return namesIn(condition.part);
    case 'all':
    case 'any':
      return condition.parts.flatMap(namesIn);
    case 'atLeast':
      return condition.parts.flatMap(({ when }) => namesIn(when));
    default:
      return condition satisfies never;
  }
}

/** What was written, in quotes; of something long its beginning. */
const quoted = (written: unknown): string => `"${clipped(String(written))}"`;

/** What is wrong with a value of a fact that takes a number. */
function wrongNumber(
  name: string,
  value: unknown,
  kind: { unit: string; min: number; max: number },
): string | undefined {
  const unit = unitWords(kind.unit);
  if (typeof value !== 'number') return `"${name}" takes a number${unit && ` (${unit})`}, without the unit.`;
  return value >= kind.min && value <= kind.max
    ? undefined
    : `"${name}" is ${value}. Type a number from ${kind.min} to ${kind.max}${unit && ` ${unit}`}.`;
}

/** What is wrong with a value of a fact that takes one of some words. */
function wrongCode(name: string, value: unknown, codes: readonly string[]): string | undefined {
  if (codes.some((code) => code === value)) return undefined;
  return `"${name}" cannot be ${quoted(value)}. It takes one of ${codes.join(', ')}.${didYouMean(String(value), codes)}`;
}

/** A value of a patient that its fact allows; otherwise what is wrong with it, in words. */
export function wrongValue(guideline: Guideline, name: string, value: unknown): string | undefined {
  const fact = Object.hasOwn(guideline.facts, name) ? guideline.facts[name] : undefined;
  if (!fact) return `There is no fact called ${quoted(name)}.${didYouMean(name, Object.keys(guideline.facts))}`;
  const { value: kind } = fact;
  switch (kind.type) {
    case 'boolean':
      return typeof value === 'boolean'
        ? undefined
        : `"${name}" takes true or false. If it is not known, leave the line out.`;
    case 'code':
      return wrongCode(
        name,
        value,
        kind.options.map(({ code }) => code),
      );
    case 'quantity':
      return wrongNumber(name, value, kind);
  }
}
