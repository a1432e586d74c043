// SPDX-License-Identifier: Apache-2.0
import type { Article, ClaimId } from '../model/index.ts';

/** The name of a section in an address, from its heading: "Liver or muscle?" is "liver-or-muscle". */
export const sectionId = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** The section of an article that rests most on these claims, as the end of an address: "#antibodies"; empty when none does. */
export function placeIn({ sections }: Article, claims: ReadonlySet<ClaimId>): string {
  const shared = sections.map(({ heading, blocks }) => {
    const rests = blocks.flatMap(({ items }) => items.flat().flatMap(({ because }) => because));
    return { heading, many: new Set(rests.filter((id) => claims.has(id))).size };
  });
  const best = shared.toSorted((a, b) => b.many - a.many)[0];
  return best && best.many > 0 ? `#${sectionId(best.heading)}` : '';
}

/** Pages that are neither an article nor a treatment, by their address. */
const pages: Readonly<Record<string, string>> = {
  '/treatments/': 'All treatments',
  '/compare/': 'Compare treatments',
  '/exercise/': 'Exercises for your stage',
  '/track/': 'Track strength, tests and medicines',
  '/visit/': 'Prepare your next visit',
  '/urgent/': 'Urgent signs',
  '/evidence/': 'The trials, and where guidelines disagree',
  '/evidence/proderm/': 'ProDERM: the trial in one picture',
};
/** What a page is called in a list of links; undefined when nobody named it. */
export const pageTitle = (href: string): string | undefined => pages[href];
