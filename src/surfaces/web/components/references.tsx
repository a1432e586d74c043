// SPDX-License-Identifier: Apache-2.0
import type { ClaimId, Guideline, SourceId } from '../../../model/index.ts';

/** The numbered sources of one page: `Cite` numbers them as they are first cited, `List` shows them. */
export function references(guideline: Guideline) {
  const cited: { source: SourceId; at: string }[] = [];
  const numbered = (source: SourceId, at: string): number => {
    const place = cited.findIndex((one) => one.source === source && one.at === at);
    return place >= 0 ? place + 1 : cited.push({ source, at });
  };
  const Cite = ({ claims }: { claims: readonly ClaimId[] }) => (
    <>
      {claims
        .flatMap((id) => (guideline.claims[id]?.cites ?? []).map(({ source, at }) => numbered(source, at)))
        .filter((n, i, all) => all.indexOf(n) === i)
        .map((n) => (
          <sup>
            <a href={`#source-${n}`} aria-label={`Source ${n}`}>
              [{n}]
            </a>
          </sup>
        ))}
    </>
  );
  const List = () => (
    <ol class="refs prose">
      {cited.map(({ source, at }, i) => {
        const work = guideline.sources[source];
        return (
          <li id={`source-${i + 1}`}>
            {work ? (
              <>
                {work.author}. {work.title} ({work.issued}).{' '}
                {work.URL ? (
                  <a href={work.URL} rel="noreferrer">
                    {work.DOI ?? work.URL}
                  </a>
                ) : null}{' '}
                <span class="soft">{at}</span>
              </>
            ) : (
              source
            )}
          </li>
        );
      })}
    </ol>
  );
  return { Cite, List };
}
