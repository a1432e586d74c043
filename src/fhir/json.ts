// SPDX-License-Identifier: Apache-2.0
// Reading JSON nobody has checked: whatever has another shape reads as absent, and no prototype is ever looked into.

/** A JSON object of unknown shape. */
export type Json = { readonly [name: string]: unknown };

/** The longest text that is looked at: longer ones are narrative, and a pattern over them could take long. */
const longest = 1000;

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const own = (from: Json | undefined, name: string): unknown =>
  from !== undefined && Object.hasOwn(from, name) ? from[name] : undefined;

/** An object inside an object; absent when it is anything else. */
export function object(from: Json | undefined, ...path: readonly string[]): Json | undefined {
  let found = from;
  for (const name of path) {
    const next = own(found, name);
    found = isJson(next) ? next : undefined;
  }
  return found;
}

/** The objects of a list; an object alone counts as a list of one. */
export function objects(from: Json | undefined, name: string): readonly Json[] {
  const found = own(from, name);
  if (isJson(found)) return [found];
  return Array.isArray(found) ? found.filter(isJson) : [];
}

/** Two spaces, a space that is none, or one at an end. Most texts have nothing of this. */
const untidy = /\s\s|[^\S ]|^ | $/;
function shortened(words: string): string {
  const cut = words.length > longest ? words.slice(0, longest) : words;
  return untidy.test(cut) ? cut.replace(/\s+/g, ' ').trim() : cut;
}

/** A text, its spaces tidied and cut at 1,000 characters; absent when empty. */
export function text(from: Json | undefined, name: string): string | undefined {
  const found = own(from, name);
  if (typeof found !== 'string') return undefined;
  const tidy = shortened(found);
  return tidy === '' ? undefined : tidy;
}

/** The texts of a list. */
export function texts(from: Json | undefined, name: string): readonly string[] {
  const found = own(from, name);
  return Array.isArray(found) ? found.filter((each) => typeof each === 'string').map(shortened) : [];
}

/** A finite number. */
export function number(from: Json | undefined, name: string): number | undefined {
  const found = own(from, name);
  return typeof found === 'number' && Number.isFinite(found) ? found : undefined;
}

export function truth(from: Json | undefined, name: string): boolean | undefined {
  const found = own(from, name);
  return typeof found === 'boolean' ? found : undefined;
}
