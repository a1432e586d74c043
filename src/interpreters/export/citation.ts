// SPDX-License-Identifier: Apache-2.0
import type { Claim, Guideline, Source, SourceId } from '../../model/index.ts';

/** Where a claim is written: its source, and the words that name both the work and the place in it. */
export type Citation = { label: SourceId; text: string; source: Source | undefined };

/** The citations of one claim, in its order. */
export const citationsOf = ({ sources }: Pick<Guideline, 'sources'>, { cites }: Claim): readonly Citation[] =>
  cites.map(({ source: id, at }) => {
    const source = sources[id];
    const text = source ? `${source.author}. ${source.title}. ${source.issued}. ${at}.` : `${id}, ${at}`;
    return { label: id, text, source };
  });

/** One claim on one line: what it says, how certain it is, and where it is written. */
export function claimLine(guideline: Pick<Guideline, 'sources'>, claim: Claim): string {
  const cited = citationsOf(guideline, claim).map(({ text, source }) => (source ? `${text} ${source.URL}` : text));
  return `${claim.statement} (certainty: ${claim.certainty}; ${claim.id}) ${cited.join(' | ')}`;
}
