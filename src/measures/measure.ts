// SPDX-License-Identifier: Apache-2.0
/** What was wrong with one input: where, and what is allowed. */
export type Problem = { path: string; message: string };
export type Inputs = Readonly<Record<string, unknown>>;
export type Result = Readonly<Record<string, unknown>>;
/** Scored, or refused with every problem. A refusal never holds a number. */
export type Outcome = { ok: true; result: Result } | { ok: false; problems: readonly Problem[] };
/** A published measure: exact scoring, with where it was published and on what terms it may be used. */
export type Measure = {
  id: string;
  shortNames: readonly string[];
  title: string;
  citation: string;
  licence: string;
  score: (inputs: Inputs) => Outcome;
};

const isInputs = (value: unknown): value is Inputs =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isGiven = (value: unknown): boolean => value !== undefined && value !== null;
/** The most of an object or list that a message repeats, in characters. */
const longestShown = 60;
/** What was given, in quotes, for a message: words and numbers as they stand, an object or list as short JSON. */
export function shown(value: unknown): string {
  const text = typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
  return `"${text.length > longestShown ? `${text.slice(0, longestShown)}…` : text}"`;
}

/** Reads inputs and gathers every problem; what could not be read is undefined, and a measure with problems is refused. */
export type Reader = {
  problems: Problem[];
  /** Whether something is written there at all. */
  has: (name: string) => boolean;
  /** A number within its range; missing is a problem. */
  number: (name: string, min: number, max: number, unit?: string) => number | undefined;
  /** A number within its range; missing is no problem. */
  optional: (name: string, min: number, max: number, unit?: string) => number | undefined;
  word: <T extends string | boolean>(name: string, allowed: readonly T[]) => T | undefined;
  /** A nested object's reader; its problems are gathered here. An absent object reads as empty. */
  inside: (name: string) => Reader;
  /** A list as it stands; anything else is a problem. */
  list: (name: string) => readonly unknown[];
  report: (name: string, message: string) => void;
};

/** What a number may be, such as "Give a number from 0 to 10 cm." */
const within = (min: number, max: number, unit: string): string =>
  `Give a number from ${min} to ${max}${unit && ` ${unit}`}.`;

/** A reader over inputs; `at` is the path they stand at. */
export function reader(inputs: Inputs, at = '', problems: Problem[] = []): Reader {
  const report = (name: string, message: string): void => {
    problems.push({ path: at + name, message });
  };
  const checked = (name: string, min: number, max: number, unit: string): number | undefined => {
    const value = inputs[name];
    if (typeof value === 'number' && value >= min && value <= max) return value;
    report(
      name,
      typeof value === 'number'
        ? `is ${value}. ${within(min, max, unit)}`
        : `is ${shown(value)}. Give a number ${unit && `in ${unit}, `}without the unit.`,
    );
    return undefined;
  };
  return {
    problems,
    report,
    has: (name) => isGiven(inputs[name]),
    number: (name, min, max, unit = '') => {
      if (isGiven(inputs[name])) return checked(name, min, max, unit);
      report(name, `is missing. ${within(min, max, unit)}`);
      return undefined;
    },
    optional: (name, min, max, unit = '') => (isGiven(inputs[name]) ? checked(name, min, max, unit) : undefined),
    word: (name, allowed) => {
      const given = inputs[name];
      const found = allowed.find((word) => word === given);
      if (found === undefined)
        report(name, `is ${isGiven(given) ? shown(given) : 'missing'}. It takes ${allowed.join(' or ')}.`);
      return found;
    },
    inside: (name) => {
      const value = inputs[name];
      if (isGiven(value) && !isInputs(value)) report(name, 'takes an object with named values.');
      return reader(isInputs(value) ? value : {}, `${at}${name}.`, problems);
    },
    list: (name) => {
      const value = inputs[name];
      if (Array.isArray(value)) return value;
      report(name, isGiven(value) ? 'takes a list.' : 'is missing. It takes a list.');
      return [];
    },
  };
}

/** A reader over one item of a list; an item that is no object reads as empty, and is a problem. */
export function objectReader(value: unknown, at: string, problems: Problem[]): Reader {
  if (!isInputs(value)) problems.push({ path: at.replace(/\.$/, ''), message: 'takes an object with named values.' });
  return reader(isInputs(value) ? value : {}, at, problems);
}

/** The outcome of a scoring: refused when the reader met a problem. */
export const outcome = ({ problems }: Reader, result: () => Result): Outcome =>
  problems.length ? { ok: false, problems } : { ok: true, result: result() };
export const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
/** Rounded to six decimals, half away from zero, so that binary fractions do not cross a published edge. */
export const toSix = (value: number): number => (Math.sign(value) * Math.round(Math.abs(value) * 1e6)) / 1e6;
/** The mean, or null of nothing. */
export const mean = (numbers: readonly number[]): number | null =>
  numbers.length ? sum(numbers) / numbers.length : null;
