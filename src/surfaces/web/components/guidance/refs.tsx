// SPDX-License-Identifier: Apache-2.0
import type { Reference } from '../../answering/guidance.ts';
import { WorkPlaces } from '../work-link.tsx';
import { byline, dated } from '../work.ts';

/** The list of sources may be closed: following a number opens it. */
const openList = (): void => {
  const list = document.getElementById('all-sources');
  if (list instanceof HTMLDetailsElement) list.open = true;
};

/** Numbers of sources, each a link to the list at the end of the page. */
export const Refs = ({ refs }: { refs: readonly number[] }) => (
  <>
    {refs.map((n) => (
      <a class="ref" href={`#source-${n}`} aria-label={`Source ${n}`} onClick={openList}>
        {n}
      </a>
    ))}
  </>
);

type ListProps = { list: readonly Reference[]; printed?: ReadonlySet<number> };
/** Each source once, with the places in it that are relied on. Those that are not `printed` stay off a sheet of paper. */
export const References = ({ list, printed }: ListProps) => (
  <ol class="refs prose">
    {list.map(({ title, author, year, url, at }, i) => (
      <li id={`source-${i + 1}`} value={i + 1} class={printed?.has(i + 1) === false ? 'unprinted' : undefined}>
        {byline(author)}
        {title} {dated(year)}. <WorkPlaces url={url} at={at} />
      </li>
    ))}
  </ol>
);
