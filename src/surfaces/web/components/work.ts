// SPDX-License-Identifier: Apache-2.0
// How a published work is written in a list of sources, for people: without a link that leads nowhere, and without our notes
// about how it was found.

/** Authors that are no names: the work is then known by its title alone. */
const unnamed = /^(?:not stated|unnamed author|label mirror)$|see (?:PubMed )?record|not shown|^[a-z][\w -]* authors$/;
/** Places that say how a text was read, and not where in it. */
const noPlace = ['the page or abstract as read', 'where it can be looked up; the text was not seen'];

/** Who wrote it, ending in a full stop; empty when nobody is named. */
export const byline = (author: string): string => {
  const name = author.replace(/\.$/, '').trim();
  return name === '' || unnamed.test(name) ? '' : `${name}. `;
};
/** The year in brackets; 0 is a work without a date. */
export const dated = (year: number): string => (year > 0 ? `(${year})` : '(no date)');

/** The address of a work that can be opened, and its words; undefined for a name that leads nowhere, such as a "urn:". */
export function opens(url: string | undefined, doi?: string): { href: string; words: string } | undefined {
  if (url === undefined || !/^https?:\/\//.test(url)) return undefined;
  const bare = url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
  return { href: url, words: doi === undefined ? bare : `doi.org/${doi}` };
}

/** The places in a work that are relied on, as a sentence; empty when no place is named. */
export const placesOf = (at: readonly string[]): string => {
  const places = at.filter((one) => one !== '' && !noPlace.includes(one));
  return places.length ? `Where in it: ${places.join('; ')}.` : '';
};
