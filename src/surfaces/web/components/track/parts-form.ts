// SPDX-License-Identifier: Apache-2.0
// A measure that was entered by its parts, such as each muscle of MMT-8, as fields of a form, and back. Which parts there are is kept;
// what each is can be corrected, and stays of the kind it was: a number, a word, yes or no.
import type { Form } from './read-form.ts';

type Leaf = readonly [path: string, value: unknown];
type Inputs = { readonly [input: string]: unknown };
const isObject = (value: unknown): value is Inputs => typeof value === 'object' && value !== null;
const leaves = (value: unknown, path: string): readonly Leaf[] =>
  isObject(value)
    ? Object.entries(value).flatMap(([name, inner]) => leaves(inner, path ? `${path}.${name}` : name))
    : [[path, value]];

/** Every part of a measure's inputs, with the path it stands at. */
export const partsOf = (inputs: Inputs): readonly Leaf[] => leaves(inputs, '');
/** The field of a part: "part-pairs.quadriceps.left". */
export const partField = (path: string): string => `part-${path}`;
/** The form of a measure with its parts. The parts as they stood are kept whole beside their fields. */
export const formOfParts = (inputs: Inputs): Form => ({
  parts: JSON.stringify(inputs),
  ...Object.fromEntries(
    partsOf(inputs).map(([path, value]) => [partField(path), value === null ? '' : String(value)] as const),
  ),
});

const whole = (form: Form): Inputs | undefined => {
  const found: unknown = form['parts'] === undefined ? undefined : JSON.parse(form['parts']);
  return isObject(found) ? found : undefined;
};
/** The paths of the parts that a form holds, in the order in which they were entered. */
export const partsIn = (form: Form): readonly string[] => partsOf(whole(form) ?? {}).map(([path]) => path);

const isNumber = (typed: string): boolean => typed !== '' && Number.isFinite(Number(typed.replace(',', '.')));
/** What was typed in the place of a value: nothing is null, as in a measure's inputs. */
function typedAs(before: unknown, typed: string): unknown {
  const text = typed.trim();
  if (text === '') return null;
  if (typeof before === 'boolean') return text === 'true';
  return typeof before !== 'string' && isNumber(text) ? Number(text.replace(',', '.')) : text;
}
function filled(value: unknown, path: string, form: Form): unknown {
  const below = (name: string): string => (path ? `${path}.${name}` : name);
  if (Array.isArray(value)) return value.map((inner, i) => filled(inner, below(String(i)), form));
  if (isObject(value))
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, filled(inner, below(name), form)]));
  return typedAs(value, form[partField(path)] ?? '');
}

/** The parts as they were typed; undefined when the form holds none. */
export function readParts(form: Form): Inputs | undefined {
  const found = filled(whole(form), '', form);
  return isObject(found) ? found : undefined;
}
