// SPDX-License-Identifier: Apache-2.0
// A question on its way from one page to another: in the fragment, which is never sent, and taken out of the address at once.

const mark = '#q=';

/** The page that answers these words. */
export const addressFor = (words: string): string =>
  words.trim() ? `/ask/${mark}${encodeURIComponent(words.trim())}` : '/ask/';

/** The words in a fragment; nothing when it holds none, or when it cannot be read as words. */
export function wordsIn(fragment: string): string {
  if (!fragment.startsWith(mark)) return '';
  try {
    return decodeURIComponent(fragment.slice(mark.length));
  } catch (error) {
    if (error instanceof URIError) return ''; // a fragment typed by hand: the box is shown empty
    throw error;
  }
}
