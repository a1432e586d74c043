// SPDX-License-Identifier: Apache-2.0
import type { Reference } from '../../answering/guidance.ts';

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

/** Each source once, with the places in it that are relied on. */
export const References = ({ list }: { list: readonly Reference[] }) => (
  <ol class="refs prose">
    {list.map(({ title, author, year, url, at }, i) => (
      <li id={`source-${i + 1}`}>
        {author}. {title} {year > 0 ? `(${year})` : '(no date)'}.{' '}
        {url ? (
          <a href={url} rel="noreferrer">
            {url.replace(/^https?:\/\/(www\.)?/, '')}
          </a>
        ) : null}{' '}
        <span class="soft">{at.join('; ')}</span>
      </li>
    ))}
  </ol>
);
