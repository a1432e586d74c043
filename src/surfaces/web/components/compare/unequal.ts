// SPDX-License-Identifier: Apache-2.0
// Whether the chances of treatments that stand side by side may be set against each other. Pure.
import type { Helped } from '../../pages/evidence/outcomes.ts';

type Found = Helped[string];
const several = (found: readonly (string | number | undefined)[]): boolean => new Set(found).size > 1;

/** Why the numbers in the row of chances do not tell which treatment helps more: they come from different trials, over different
 *  times, of different people or of different outcomes. Nothing where at most one treatment has numbers, or one trial gave them all. */
export function unequal(found: readonly Found[]): string | undefined {
  if (found.length < 2 || !several(found.map(({ trial }) => trial))) return undefined;
  const also = [
    ...(several(found.map(({ week }) => week)) ? ['for different times'] : []),
    ...(several(found.map(({ treated }) => (treated.endsWith('children') ? 'children' : 'people')))
      ? ['of people of different ages']
      : []),
    ...(several(found.map(({ outcome }) => outcome)) ? ['with different measures'] : []),
  ];
  return `These chances come from different trials${also.length ? `, ${also.join(', ')}` : ''}. So they do not tell which treatment helps more. Only a trial that compares the two can.`;
}
