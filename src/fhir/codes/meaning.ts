// SPDX-License-Identifier: Apache-2.0
import type { FactId } from '../../model/index.ts';

/** What a coded condition says of a fact. `ever`: it counts also when it is over. `recent`: only when it is dated and new.
 *  `ongoing`: while its own status calls it active, also without a date, for as long as such a thing lasts.
 *  `by-status`: now or past, as the condition's own status says. Without a value, it is only a reason to ask. */
export type Meaning = { fact: FactId; value?: boolean | string; when?: 'ever' | 'recent' | 'ongoing' | 'by-status' };

/** Reads `fact=value@when` or `fact?`. */
export function meaning(written: string): Meaning {
  if (written.endsWith('?')) return { fact: written.slice(0, -1) };
  const [, fact = '', word = '', when] = /^([^=]+)=([^@]+)(?:@(ever|recent|ongoing))?$/.exec(written) ?? [];
  if (word === 'by-status') return { fact, when: 'by-status' };
  const value = word === 'true' ? true : word === 'false' ? false : word;
  return when === 'ever' || when === 'recent' || when === 'ongoing' ? { fact, value, when } : { fact, value };
}

/** Codes of one system: exact ones, and prefixes written with `*`. */
export type Codes = { find: (code: string) => readonly { key: string; local: boolean }[] };
type Hit = { key: string; local: boolean };

/** Reads a table of `key: code code`, continued on indented lines. `~` after a code: also sold for local use. */
export function codes(table: string): Codes {
  const exact = new Map<string, Hit[]>();
  const prefixes: { prefix: string; hit: Hit }[] = [];
  for (const row of table.trim().replaceAll(/\n\s+/g, ' ').split('\n')) {
    const at = row.lastIndexOf(': ');
    const key = row.slice(0, at);
    for (const written of row.slice(at + 2).split(' ')) {
      const hit = { key, local: written.endsWith('~') };
      const code = written.replace('~', '');
      if (code.endsWith('*')) prefixes.push({ prefix: code.slice(0, -1), hit });
      else exact.set(code, [...(exact.get(code) ?? []), hit]);
    }
  }
  return {
    find: (code) => [
      ...(exact.get(code) ?? []),
      ...prefixes.filter(({ prefix }) => code.startsWith(prefix)).map(({ hit }) => hit),
    ],
  };
}
