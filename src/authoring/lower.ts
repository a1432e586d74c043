// SPDX-License-Identifier: Apache-2.0
import type { Comparison, Condition, Fact, Index, Rule } from '../model/index.ts';
import { didYouMean, type Place } from './diagnostic.ts';
import type { Path } from './read.ts';
import type * as schema from './schema.ts';

/** Names a condition may use while it is being lowered, and where to say what is wrong. */
export type Scope = {
  facts: Index<Fact>;
  definitions: ReadonlySet<string>;
  report: (path: Path, code: string, message: string, help?: string, name?: string) => void;
};
export const nothing: Condition = { op: 'any', parts: [] };
const comparisons: Index<Comparison> = { below: '<', 'at-most': '<=', 'at-least': '>=', above: '>' };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function unknownName(scope: Scope, path: Path, name: string): Condition {
  const guess = didYouMean(name, [...Object.keys(scope.facts), ...scope.definitions]);
  scope.report(
    path,
    'unknown-name',
    `There is no fact or definition called "${name}".${guess}`,
    'Facts are in guideline/facts.',
    name,
  );
  return nothing;
}

function lowerName(scope: Scope, path: Path, name: string): Condition {
  if (name === 'always') return { op: 'all', parts: [] };
  if (scope.definitions.has(name)) return { op: 'defined', as: name };
  const fact = Object.hasOwn(scope.facts, name) ? scope.facts[name] : undefined;
  if (!fact) return unknownName(scope, path, name);
  if (fact.value.type === 'boolean') return { op: 'is', fact: name, value: true };
  scope.report(path, 'wrong-type', `"${name}" is not a yes/no fact, so it needs a value, such as "${name}: …".`);
  return nothing;
}

function lowerOption(scope: Scope, path: Path, fact: Fact, option: unknown): Condition {
  const { value } = fact;
  if (value.type === 'boolean' && typeof option === 'boolean') return { op: 'is', fact: fact.id, value: option };
  const codes = value.type === 'code' ? value.options.map(({ code }) => code) : [];
  if (typeof option === 'string' && codes.includes(option)) return { op: 'is', fact: fact.id, value: option };
  const allowed =
    value.type === 'boolean'
      ? 'true or false'
      : value.type === 'code'
        ? codes.join(', ')
        : `a range, such as { below: ${value.max} }`;
  scope.report(
    path,
    'wrong-type',
    `"${fact.id}" cannot be "${String(option)}". It takes ${allowed}.${didYouMean(String(option), codes)}`,
  );
  return nothing;
}

function lowerBound(scope: Scope, path: Path, fact: Fact, [name, limit]: readonly [string, unknown]): Condition {
  const by = comparisons[name];
  if (by === undefined || typeof limit !== 'number') {
    scope.report(
      [...path, name],
      'wrong-type',
      `"${name}: ${String(limit)}" is not a bound. Write below, at-most, at-least or above, and a number.`,
    );
    return nothing;
  }
  if (fact.value.type === 'quantity' && (limit < fact.value.min || limit > fact.value.max))
    scope.report(
      [...path, name],
      'out-of-range',
      `"${fact.id}" lies between ${fact.value.min} and ${fact.value.max} ${fact.value.unit}; ${limit} does not.`,
    );
  return { op: 'compare', fact: fact.id, by, value: limit };
}

function lowerFact(scope: Scope, path: Path, name: string, value: unknown): Condition {
  const fact = Object.hasOwn(scope.facts, name) ? scope.facts[name] : undefined;
  if (!fact && scope.definitions.has(name) && typeof value === 'boolean')
    return value ? { op: 'defined', as: name } : { op: 'not', part: { op: 'defined', as: name } };
  if (!fact) return unknownName(scope, path, name);
  if (Array.isArray(value))
    return { op: 'any', parts: value.map((option: unknown, i) => lowerOption(scope, [...path, i], fact, option)) };
  if (!isRecord(value) || fact.value.type !== 'quantity') return lowerOption(scope, path, fact, value);
  const parts = Object.entries(value).map((bound) => lowerBound(scope, path, fact, bound));
  return parts.length === 1 ? (parts[0] ?? nothing) : { op: 'all', parts };
}

function lowerList(scope: Scope, path: Path, written: unknown): readonly Condition[] {
  if (Array.isArray(written)) return written.map((part: unknown, i) => lower(scope, [...path, i], part));
  scope.report(path, 'wrong-type', 'This takes a list of conditions.');
  return [];
}

function lowerScore(scope: Scope, path: Path, points: unknown, of: unknown): Condition {
  if (typeof points !== 'number' || points <= 0 || !Array.isArray(of)) {
    scope.report(path, 'wrong-type', 'A score is written { at-least: 2, of: [...] }, with a positive number.');
    return nothing;
  }
  const parts = of.map((part: unknown, i) =>
    isRecord(part) && typeof part['points'] === 'number' && part['points'] > 0
      ? { points: part['points'], when: lower(scope, [...path, 'of', i, 'when'], part['when']) }
      : { points: 1, when: lower(scope, [...path, 'of', i], part) },
  );
  return { op: 'atLeast', points, parts };
}

/** Expands an authored condition into the model's seven operators. Whatever is wrong is reported at its place, all of it;
 *  a part that could not be read becomes `nothing`, and the guideline is then not used. */
export function lower(scope: Scope, path: Path, written: unknown): Condition {
  if (typeof written === 'string') return lowerName(scope, path, written);
  const entries = isRecord(written) ? Object.entries(written) : [];
  if (isRecord(written) && 'of' in written) return lowerScore(scope, path, written['at-least'], written['of']);
  const only = entries[0];
  if (!only || entries.length > 1) {
    scope.report(
      path,
      'wrong-type',
      'A condition is one name, one fact with its value, or one of all, any, not.',
      'Join several with { all: [...] }.',
    );
    return nothing;
  }
  const [name, value] = only;
  if (name === 'all' || name === 'any') return { op: name, parts: lowerList(scope, [...path, name], value) };
  if (name === 'not') return { op: 'not', part: lower(scope, [...path, name], value) };
  return lowerFact(scope, [...path, name], name, value);
}

/** One rule of an intervention, in the model's form. */
export function lowerRule(scope: Scope, path: Path, intervention: string, written: schema.Rule): Rule {
  const when = lower(scope, [...path, 'when'], written.when);
  const { id, because } = written;
  if (written.kind === 'recommendation') {
    const { 'yields-to': yieldsTo, ...rest } = written;
    return { ...rest, intervention, when, ...(yieldsTo ? { yieldsTo } : {}) };
  }
  if (written.kind !== 'monitoring') return { ...written, intervention, when };
  return {
    id,
    because,
    intervention,
    when,
    kind: 'monitoring',
    test: written.test,
    actOn: written['act-on'],
    schedule: {
      baseline: written.schedule.baseline,
      steps: written.schedule.steps.map((step) => ({
        everyWeeks: step['every-weeks'],
        ...(step['until-week'] === undefined ? {} : { untilWeek: step['until-week'] }),
      })),
    },
  };
}

/** A place that cannot be given: content that has no file. */
export const nowhere: Place = { file: '', line: 1, column: 1, length: 1 };
