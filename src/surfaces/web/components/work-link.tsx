// SPDX-License-Identifier: Apache-2.0
import { opens, placesOf } from './work.ts';

/** The title of a published work: a link where the work can be opened, and its words alone where not. */
export const WorkTitle = ({ title, url }: { title: string; url: string | undefined }) => {
  const link = opens(url);
  return link ? (
    <a href={link.href} rel="noreferrer">
      {title}
    </a>
  ) : (
    <>{title}</>
  );
};

/** The end of a work in a list of sources: where it can be opened, and where in it what is relied on stands. */
export const WorkPlaces = ({ url, doi, at }: { url: string | undefined; doi?: string; at: readonly string[] }) => {
  const link = opens(url, doi);
  return (
    <>
      {link ? (
        <a href={link.href} rel="noreferrer">
          {link.words}
        </a>
      ) : null}{' '}
      <span class="soft">{placesOf(at)}</span>
    </>
  );
};
