// SPDX-License-Identifier: Apache-2.0
import type { ClaimId, Guideline, SourceId } from '../../../model/index.ts';
import { WorkPlaces } from './work-link.tsx';
import { byline, dated } from './work.ts';

/** The numbered sources of one page, each once: `Cite` numbers them as they are first cited, `List` shows them with the places
 *  relied on. `listAt` is the page that holds the list, when it is another one: that page is rendered after this one. */
export function references(guideline: Guideline, listAt = '') {
  const cited: { source: SourceId; at: string[] }[] = [];
  const numbered = (source: SourceId, at: string): number => {
    const place = cited.findIndex((one) => one.source === source);
    if (place < 0) return cited.push({ source, at: at ? [at] : [] });
    if (at && cited[place]?.at.includes(at) === false) cited[place].at.push(at);
    return place + 1;
  };
  const Numbers = ({ of }: { of: readonly number[] }) => (
    <>
      {[...new Set(of)].map((n) => (
        <a class="ref" href={`${listAt}#source-${n}`} aria-label={`Source ${n}`}>
          {n}
        </a>
      ))}
    </>
  );
  const Cite = ({ claims }: { claims: readonly ClaimId[] }) => (
    <Numbers
      of={claims.flatMap((id) => (guideline.claims[id]?.cites ?? []).map(({ source, at }) => numbered(source, at)))}
    />
  );
  const CiteSources = ({ sources }: { sources: readonly SourceId[] }) => (
    <Numbers of={sources.map((source) => numbered(source, ''))} />
  );
  const List = () => (
    <ol class="refs prose">
      {cited.map(({ source, at }, i) => {
        const work = guideline.sources[source];
        return (
          <li id={`source-${i + 1}`}>
            {work ? `${byline(work.author)}${work.title} ${dated(work.issued)}. ` : source}
            <WorkPlaces url={work?.URL} {...(work?.DOI === undefined ? {} : { doi: work.DOI })} at={at} />
          </li>
        );
      })}
    </ol>
  );
  return { Cite, CiteSources, List };
}
export type References = ReturnType<typeof references>;
