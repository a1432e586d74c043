// SPDX-License-Identifier: Apache-2.0
import { measures } from '../../../measures/index.ts';
import { Crumb } from '../components/crumb.tsx';
import type { Page } from '../site.ts';

/** Every measure: computed in the browser, and listed with where it was published and on what terms it may be used. */
export const measuresPage: Page = {
  path: '/for-clinicians/measures/',
  title: 'Measures',
  description: 'Every score of the guideline, computed in the browser from the published formula.',
  island: 'measures',
  body: (
    <div class="cols">
      <div>
        <Crumb href="/for-clinicians/" words="For clinicians" />
        <h1>Measures</h1>
        <p class="lead">
          Each is computed on this device from the published formula. Nothing is kept. A missing or wrong input is
          named; no number is ever made up.
        </p>
        <div data-island="measures">
          <noscript>
            <p>Computing needs scripts. The list beside this says where each measure was published.</p>
          </noscript>
        </div>
      </div>
      <aside class="aside" aria-labelledby="all">
        <h2 id="all">All {measures.length} measures</h2>
        <ul class="toc">
          {measures.map(({ id, title }) => (
            <li>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </aside>
    </div>
  ),
};
