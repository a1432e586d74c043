// SPDX-License-Identifier: Apache-2.0
import { measures } from '../../../measures/index.ts';
import { Crumb } from '../components/crumb.tsx';
import type { Page } from '../site.ts';
import { fieldsOf, type Field, type Vector } from './measure-fields.ts';

/** The form of every measure that has vectors, by its id. */
export const formsOf = (vectors: { readonly [id: string]: readonly Vector[] }): { [id: string]: readonly Field[] } =>
  Object.fromEntries(
    measures.flatMap(({ id, score }) => (vectors[id] ? [[id, fieldsOf(id, vectors[id], score)] as const] : [])),
  );

const Published = () => (
  <section class="part" aria-labelledby="published">
    <h2 id="published">Where each was published</h2>
    <dl class="pairs">
      {measures.map(({ title, citation, licence }) => (
        <div>
          <dt>{title}</dt>
          <dd>
            {citation.replace(/\.?$/, '.')}
            <span class="under">{licence.replace(/\.?$/, '.')}</span>
          </dd>
        </div>
      ))}
    </dl>
  </section>
);

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
            <p>Computing needs scripts. The list below says where each measure was published.</p>
          </noscript>
        </div>
        <Published />
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
