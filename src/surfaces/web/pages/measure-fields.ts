// SPDX-License-Identifier: Apache-2.0
// A form for a published measure, read from its test vectors: which inputs it takes, and which words it knows.

export type Field = {
  path: string;
  label: string;
  kind: 'number' | 'choice';
  options: readonly string[];
  example: string;
};
export type Vector = { inputs: { readonly [name: string]: unknown } };

const isObject = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null;

/** Every leaf of nested inputs with its path, such as "phga.baseline". */
function leaves(value: unknown, path: string): readonly (readonly [string, unknown])[] {
  return isObject(value)
    ? Object.entries(value).flatMap(([name, inner]) => leaves(inner, path ? `${path}.${name}` : name))
    : [[path, value]];
}
/** Short names of the core set, written out. */
const longer: Readonly<Record<string, string>> = { phga: 'physician global activity', ptga: 'patient global activity' };
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
/** "phga.followUp" in words: "Physician global activity, follow up". */
const inWords = (path: string): string =>
  path
    .split('.')
    .map(
      (part) =>
        longer[part]
        ?? (/^\d+$/.test(part) ? String(Number(part) + 1) : part.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()),
    )
    .join(', ')
    .replaceAll('_', ' ');

/** The fields of a measure: those of its fullest vector, with every word that any vector uses in them. */
export function fieldsOf(vectors: readonly Vector[]): readonly Field[] {
  const all = vectors.map(({ inputs }) => leaves(inputs, ''));
  const fullest = all.toSorted((a, b) => b.length - a.length)[0] ?? [];
  return fullest.map(([path, value]) => {
    const seen = all.flatMap((one) => one.filter(([other]) => other === path).map(([, found]) => found));
    const words = [...new Set(seen.filter((one) => typeof one === 'string' || typeof one === 'boolean').map(String))];
    const options = words.some((word) => word === 'true' || word === 'false') ? ['true', 'false'] : words;
    return {
      path,
      label: capital(inWords(path)),
      kind: options.length ? 'choice' : 'number',
      options:
        seen.some((one) => typeof one === 'number') && options.length
          ? [...options, ...new Set(seen.filter((one) => typeof one === 'number').map(String))]
          : options,
      example: value === null ? '' : String(value),
    };
  });
}
