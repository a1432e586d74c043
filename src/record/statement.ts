// SPDX-License-Identifier: Apache-2.0
import type { Fact, FactId, Guideline } from '../model/index.ts';
import type { Day, EntryId } from './record.ts';

export type FactValue = boolean | string | number;
/** One thing said about a fact: by a person (`said`), in the file's `facts` (`typed`), or worked out from entries (`derived`). */
export type Statement = {
  fact: FactId;
  value: FactValue;
  /** The last day it rests on. */
  on: Day;
  from: 'said' | 'typed' | 'derived';
  /** In one plain sentence, how it is known. */
  how: string;
  entries: readonly EntryId[];
  /** A number of years, months or weeks that goes on by itself; it was this much on `on`. */
  counts?: 'years' | 'months' | 'weeks';
  /** It describes how things still are, such as a medicine being taken; a result describes only its own day. */
  lasts?: true;
};

/** What is wrong with a value for a fact; undefined when it fits. */
export function misfit({ id, value: kind }: Fact, value: FactValue): string | undefined {
  switch (kind.type) {
    case 'boolean':
      return typeof value === 'boolean' ? undefined : `"${id}" is yes or no; "${value}" is neither.`;
    case 'code':
      return kind.options.some(({ code }) => code === value)
        ? undefined
        : `"${id}" is one of ${kind.options.map(({ code }) => code).join(', ')}; "${value}" is not.`;
    case 'quantity':
      return typeof value === 'number' && value >= kind.min && value <= kind.max
        ? undefined
        : `"${id}" is a number from ${kind.min} to ${kind.max} ${kind.unit}; "${value}" is not.`;
    default:
      return kind satisfies never;
  }
}

/** The fact, when the guideline has it. */
export const factOf = ({ facts }: Guideline, id: FactId): Fact | undefined =>
  Object.hasOwn(facts, id) ? facts[id] : undefined;

/** A statement worked out from entries, about how things still are. */
export const derived = (
  fact: FactId,
  value: FactValue,
  on: Day,
  how: string,
  entries: readonly EntryId[],
): Statement => ({ fact, value, on, from: 'derived', how, entries, lasts: true });
