// SPDX-License-Identifier: Apache-2.0
// A form for a published measure: which inputs it takes is read from its test vectors, what each may be is asked of the measure
// itself, so that a form never offers less, or more, than the measure takes.
import type { Inputs, Outcome } from '../../../measures/index.ts';
import { named, optionName } from './measure-words.ts';

/** One input. `group` is what it belongs to ("Scalp"); `hint` what it may be ("0 to 3"); a choice has its allowed words. */
export type Field = {
  path: string;
  group: string;
  label: string;
  kind: 'number' | 'choice';
  options: readonly { value: string; words: string }[];
  hint: string;
  example: string;
};
export type Vector = { inputs: { readonly [name: string]: unknown } };
type Score = (inputs: Inputs) => Outcome;
type Leaf = readonly [path: string, value: unknown];

const isObject = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null;

/** Every leaf of nested inputs with its path, such as "phga.baseline". */
function leaves(value: unknown, path: string): readonly Leaf[] {
  return isObject(value)
    ? Object.entries(value).flatMap(([name, inner]) => leaves(inner, path ? `${path}.${name}` : name))
    : [[path, value]];
}

/** The same inputs with one leaf replaced; lists stay lists. */
function replaced(inputs: unknown, [name = '', ...rest]: readonly string[], by: unknown): unknown {
  if (Array.isArray(inputs)) {
    const all: readonly unknown[] = inputs;
    return all.map((one, i) => (i === Number(name) ? (rest.length ? replaced(one, rest, by) : by) : one));
  }
  const whole = isObject(inputs) ? inputs : {};
  return { ...whole, [name]: rest.length ? replaced(whole[name], rest, by) : by };
}

/** What the measure says of a value that it cannot take there. */
function refusal(score: Score, inputs: Vector['inputs'], path: string, value: unknown): string {
  const asked = replaced(inputs, path.split('.'), value);
  const outcome = score(isObject(asked) ? asked : {});
  const problems = outcome.ok ? [] : outcome.problems;
  return (
    (problems.find((one) => one.path === path) ?? problems.find((one) => path.startsWith(one.path)))?.message ?? ''
  );
}

/** The words it takes: "It takes female or male." gives the two; nothing when it takes a number. */
const allowed = (said: string): readonly string[] =>
  (/It takes ([^.]+)\.$/.exec(said)?.[1] ?? '')
    .split(/,? or (?:null.*)?|, null.*|, /)
    .map((word) => word.trim())
    .filter((word) => word !== '' && !word.startsWith('null'));

/** The words of a choice: what the measure says it takes; else, where a word stands, those that its vectors use. */
function wordsAt(
  score: Score,
  inputs: Vector['inputs'],
  path: string,
  vectors: readonly Vector[],
  value: unknown,
): readonly string[] {
  const said = allowed(refusal(score, inputs, path, '?'));
  if (said.length || typeof value !== 'string') return said;
  const seen = vectors.flatMap((one) => leaves(one.inputs, '').filter(([other]) => other === path));
  return [...new Set(seen.flatMap(([, word]) => (typeof word === 'string' ? [word] : [])))];
}

/** What may stand there, in short: "Give a number from 0 to 10 cm." is "0 to 10 cm". */
function hintOf(said: string): string {
  const range =
    /from (-?\d+(?:\.\d+)? to -?\d+(?:\.\d+)?(?: [^,.;]+)?)/.exec(said)?.[1] ?? /: (\d+ to \d+)/.exec(said)?.[1];
  return range ?? '';
}

/** Inputs of lists that a vector fills only in part: the form has a place for each. */
const places: Readonly<Record<string, readonly string[]>> = {
  fi2: ['shoulderFlexion', 'shoulderAbduction', 'headLift', 'hipFlexion', 'stepTest', 'heelLift', 'toeLift'].flatMap(
    (one) => [`reps.${one}.right`, `reps.${one}.left`],
  ),
  prednisone_equivalents: [0, 1, 2].flatMap((i) => [`doses.${i}.drug`, `doses.${i}.doseMg`]),
};
/** Inputs that stand for items whose text is not shipped: a form cannot ask for them by name. */
const unnamed = /^items\.[a-c]$/;

/** The fields of a measure: those of its fullest scored vector, each with all that the measure takes there. */
export function fieldsOf(id: string, vectors: readonly Vector[], score: Score): readonly Field[] {
  const fullest = vectors
    .filter(({ inputs }) => score(inputs).ok)
    .toSorted((a, b) => leaves(b.inputs, '').length - leaves(a.inputs, '').length)[0];
  if (!fullest) return [];
  const known = leaves(fullest.inputs, '').filter(([path]) => !unnamed.test(path));
  const more = (places[id] ?? []).filter((path) => !known.some(([other]) => other === path));
  const all: readonly Leaf[] = [...known, ...more.map((path): Leaf => [path, null])];
  return all.map(([path, value]) => {
    const like = path.replace(/^doses\.\d/, 'doses.0');
    const words = wordsAt(score, fullest.inputs, like, vectors, value);
    // A word that no list holds, such as "NR" beside numbers, is typed; its hint says so.
    const low = words.length ? '' : refusal(score, fullest.inputs, like, -99999);
    return {
      path,
      ...named(path),
      kind: words.length ? 'choice' : 'number',
      options: words.map((word) => ({ value: word, words: optionName(word) })),
      hint: hintOf(low),
      example: value === null || value === undefined ? '' : String(value),
    };
  });
}
