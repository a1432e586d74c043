// SPDX-License-Identifier: Apache-2.0
// Every page of the site, made from the guideline, the trials and the library alone.
import { renderToString } from 'preact-render-to-string';
import { Document, type Assets, type Edition } from '../components/layout.tsx';
import type { Content, Page } from '../site.ts';
import { evidence, trialPages } from './evidence.tsx';
import { clinicians } from './clinicians.tsx';
import { measuresPage } from './measures.tsx';
import { exercisePages } from './exercise/index.tsx';
import { hazardsPage, paperPages } from './hazards.tsx';
import { home } from './home.tsx';
import { proofs } from './proofs.tsx';
import { connect } from './connect.tsx';
import { infusions } from './infusions.tsx';
import { islands } from './islands.tsx';
import { askPages } from './ask.tsx';
import { libraryPages } from './library.tsx';
import { plainPages } from './reading.tsx';
import { treatmentPages, treatments } from './treatments.tsx';

export const pagesOf = (content: Content): readonly Page[] => [
  home(content),
  treatments(content),
  ...treatmentPages(content),
  evidence(content),
  ...trialPages(content),
  ...plainPages(content),
  hazardsPage(content),
  ...paperPages(content),
  ...exercisePages(content),
  clinicians(content),
  measuresPage,
  infusions(content),
  ...connect(content),
  proofs(content),
  ...libraryPages(content),
  ...askPages(content),
  ...islands(content),
];

export { formsOf } from './measures.tsx';
export { disagreementsFor } from './evidence/disagreements.ts';
export { carriedOn, helped } from './evidence/outcomes.ts';
export { evidenceOf } from '../../../library/index.ts';

/** The whole document of one page, readable before any script runs. */
export const documentOf = (page: Page, assets: Assets, edition: Edition): string =>
  `<!doctype html>${renderToString(<Document page={page} assets={assets} edition={edition} />)}`;
