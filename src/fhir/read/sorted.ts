// SPDX-License-Identifier: Apache-2.0
// The findings of a whole record, by kind and each once. Written as loops: every finding of every record goes through here.
import type { Finding } from '../finding.ts';

/** Same reasons and questions once, by the texts that tell them apart, each with its length before it. Where no resource comes twice,
 *  nothing does, and no text is made. */
export function distinct<T>(
  all: readonly T[],
  resourceOf: (one: T) => string,
  parts: (one: T) => readonly string[],
): readonly T[] {
  const resources = new Set<string>();
  for (const one of all) resources.add(resourceOf(one));
  if (resources.size === all.length) return all;
  const seen = new Map<string, T>();
  for (const one of all) {
    const key = [resourceOf(one), ...parts(one)].map((text) => `${text.length} ${text}`).join();
    if (!seen.has(key)) seen.set(key, one);
  }
  return [...seen.values()];
}

export type Kind<K extends Finding['kind']> = Extract<Finding, { kind: K }>;
/** Findings by kind. */
export type Sorted = { [K in Finding['kind']]: Kind<K>[] };
/** Findings by kind, each kind in the order in which the record gives it. */
export function sorted(reads: readonly { findings: readonly Finding[] }[], more: readonly Finding[]): Sorted {
  const all: Sorted = { found: [], ignored: [], asked: [], entry: [], unknown: [] };
  const add = (one: Finding): void => {
    if (one.kind === 'found') all.found.push(one);
    else if (one.kind === 'ignored') all.ignored.push(one);
    else if (one.kind === 'asked') all.asked.push(one);
    else if (one.kind === 'entry') all.entry.push(one);
    else all.unknown.push(one);
  };
  for (const { findings } of reads) for (const one of findings) add(one);
  for (const one of more) add(one);
  return all;
}
