// SPDX-License-Identifier: Apache-2.0
import type { Condition, Guideline, Index } from '../model/index.ts';
import type { Item, Report } from './collect.ts';
import { didYouMean } from './diagnostic.ts';

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

/** A value of a patient that its fact allows; otherwise what is wrong with it, in words. */
export function wrongValue(guideline: Guideline, name: string, value: unknown): string | undefined {
  const fact = Object.hasOwn(guideline.facts, name) ? guideline.facts[name] : undefined;
  if (!fact) return `There is no fact called "${name}".${didYouMean(name, Object.keys(guideline.facts))}`;
  const { value: kind } = fact;
  if (kind.type === 'boolean')
    return typeof value === 'boolean'
      ? undefined
      : `"${name}" takes true or false. If it is not known, leave the line out.`;
  if (kind.type === 'code')
    return kind.options.some(({ code }) => code === value)
      ? undefined
      : `"${name}" cannot be "${String(value)}". It takes one of ${kind.options.map(({ code }) => code).join(', ')}.${didYouMean(
          String(value),
          kind.options.map(({ code }) => code),
        )}`;
  if (typeof value !== 'number') return `"${name}" takes a number in ${kind.unit}, without the unit.`;
  return value >= kind.min && value <= kind.max
    ? undefined
    : `"${name}" is ${value}. Type a number from ${kind.min} to ${kind.max} ${kind.unit}.`;
}
