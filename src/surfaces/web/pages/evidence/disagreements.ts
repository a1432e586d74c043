// SPDX-License-Identifier: Apache-2.0
// Where sources disagree, with each source in short, for pages that do not hold the guideline.
import type { Content } from '../../site.ts';

export type Cited = { words: string; url: string };
export type Differing = {
  id: string;
  question: string;
  interventions: readonly string[];
  positions: readonly { who: string; says: string; seen: boolean; cites: readonly Cited[] }[];
  here: string;
};

/** The first author and the year of a source, with its address. */
const cited = ({ guideline }: Content, id: string): Cited => {
  const work = guideline.sources[id];
  const by = work?.author.split(/[,;]/)[0]?.trim() ?? id;
  return { words: work && work.issued > 0 ? `${by}, ${work.issued}` : by, url: work?.URL ?? '' };
};

/** Every disagreement, with the interventions it is about. */
export const disagreementsFor = (content: Content): readonly Differing[] =>
  content.disagreements.map(({ id, question, interventions, positions, here }) => ({
    id,
    question,
    interventions,
    positions: positions.map(({ who, says, verified, cites }) => ({
      who,
      says,
      seen: verified === 'read',
      cites: cites.map((source) => cited(content, source)),
    })),
    here,
  }));
