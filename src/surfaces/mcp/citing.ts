// SPDX-License-Identifier: Apache-2.0
import type { ClaimId, Guideline, SourceId } from '../../model/index.ts';

/** Numbers sources in the order in which a text first cites them. */
export type Citing = {
  /** The marks of claims, such as "[1][2]"; a claim whose source was not seen says so. */
  claims: (ids: readonly ClaimId[]) => string;
  /** The marks of works of the bibliography. */
  works: (ids: readonly SourceId[]) => string;
  /** The list that the marks point to. */
  list: () => readonly string[];
};

/** Starts the citations of one text. */
export function citing({ claims, sources }: Pick<Guideline, 'claims' | 'sources'>): Citing {
  const numbers = new Map<SourceId, number>();
  const works = (ids: readonly SourceId[]): string => {
    for (const id of ids) if (sources[id] && !numbers.has(id)) numbers.set(id, numbers.size + 1);
    return [...new Set(ids)].flatMap((id) => (numbers.has(id) ? [`[${numbers.get(id)}]`] : [])).join('');
  };
  return {
    works,
    claims: (ids) => {
      const found = ids.flatMap((id) => claims[id] ?? []);
      const marks = works(found.flatMap(({ cites }) => cites.map(({ source }) => source)));
      return found.some(({ verified }) => verified === 'recalled') ? `${marks} (source not verified)` : marks;
    },
    list: () =>
      numbers.size
        ? ['Sources', ...[...numbers].map(([id, n]) => `[${n}] ${sources[id]?.title ?? id}. ${sources[id]?.URL ?? ''}`)]
        : [],
  };
}
