// SPDX-License-Identifier: Apache-2.0
import type { FactId } from '../../model/index.ts';

/** What a coded condition says of a fact. `ever`: it counts also when it is over. `recent`: only when it is dated and new.
 *  `ongoing`: while its own status calls it active, also without a date, for as long as such a thing lasts.
 *  `by-status`: now or past, as the condition's own status says. Without a value, it is only a reason to ask. */
export type Meaning = { fact: FactId; value?: boolean | string; when?: 'ever' | 'recent' | 'ongoing' | 'by-status' };

/** Reads `fact=value@when` or `fact?`; what the tables write is read once. */
export function meaning(written: string): Meaning {
  const before = read.get(written);
  if (before) return before;
  const found = readMeaning(written);
  read.set(written, found);
  return found;
}
const read = new Map<string, Meaning>();
function readMeaning(written: string): Meaning {
  if (written.endsWith('?')) return { fact: written.slice(0, -1) };
  const [, fact = '', word = '', when] = /^([^=]+)=([^@]+)(?:@(ever|recent|ongoing))?$/.exec(written) ?? [];
  if (word === 'by-status') return { fact, when: 'by-status' };
  const value = word === 'true' ? true : word === 'false' ? false : word;
  return when === 'ever' || when === 'recent' || when === 'ongoing' ? { fact, value, when } : { fact, value };
}

/** Codes of one system: exact ones, and prefixes written with `*`. */
export type Codes = { find: (code: string) => readonly Hit[] };
/** One row of a table. `local`: the code is also of something sold for local use. */
export type Hit = { key: string; local: boolean };
const none: readonly (Hit & { place: number })[] = [];

type Hits = Map<string, (Hit & { place: number })[]>;
/** Reads a table of `key: code code`, continued on indented lines. `~` after a code: also sold for local use. What is found comes in
 *  the order of the table, exact codes first. */
export function codes(table: string): Codes {
  const [exact, prefixes]: [Hits, Hits] = [new Map(), new Map()];
  let place = 0;
  for (const row of table.trim().replaceAll(/\n\s+/g, ' ').split('\n')) {
    const at = row.lastIndexOf(': ');
    const key = row.slice(0, at);
    for (const written of row.slice(at + 2).split(' ')) {
      const hit = { key, local: written.endsWith('~'), place: place++ };
      const code = written.replace('~', '');
      const [into, by] = code.endsWith('*') ? [prefixes, code.slice(0, -1)] : [exact, code];
      if (into.get(by)?.push(hit) === undefined) into.set(by, [hit]);
    }
  }
  const lengths = [...new Set([...prefixes.keys()].map(({ length }) => length))];
  return {
    find: (code) => {
      const found = exact.get(code) ?? none;
      const begun: (Hit & { place: number })[] = [];
      for (const length of lengths)
        if (length <= code.length) begun.push(...(prefixes.get(code.slice(0, length)) ?? none));
      return begun.length ? [...found, ...begun.sort((a, b) => a.place - b.place)] : found;
    },
  };
}
