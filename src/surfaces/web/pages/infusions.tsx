// SPDX-License-Identifier: Apache-2.0
import type { Guideline } from '../../../model/index.ts';
import { References } from '../components/guidance/refs.tsx';
import { Crumb } from '../components/crumb.tsx';
import { WorkedOut } from '../components/infusion/worked.tsx';
import { example, sourcesOfAll, workOut } from '../infusing.ts';
import type { Content, Page } from '../site.ts';

const listOf = ({ sources }: Guideline, ids: readonly string[]) =>
  ids.map((id) => {
    const work = sources[id];
    return {
      title: work?.title ?? id,
      author: work?.author ?? '',
      year: work?.issued ?? 0,
      url: work?.URL ?? '',
      at: [],
    };
  });

const Example = ({ sources }: { sources: readonly string[] }) => {
  const worked = workOut(example);
  return worked.ok ? (
    <section aria-labelledby="result">
      <h2 id="result">An example: {example.weightKg} kg</h2>
      <WorkedOut worked={worked} weightKg={example.weightKg} sources={sources} />
    </section>
  ) : null;
};

/** Grams, mL and rate steps of the two drips, by the published schemes; an example is readable before any script runs. */
export const infusions = ({ guideline }: Content): Page => {
  const sources = sourcesOfAll();
  return {
    path: '/for-clinicians/infusions/',
    title: 'Infusion arithmetic',
    description: 'Grams, mL and rate steps for immunoglobulin and rituximab, line by line, for a clinician to verify.',
    island: 'infusions',
    body: (
      <>
        <Crumb href="/for-clinicians/" words="For clinicians" />
        <h1>Infusion arithmetic</h1>
        <p class="lead">
          For clinicians. By the published schemes, line by line, on this device; nothing is kept or sent. It is no
          order: verify every line.
        </p>
        <div data-island="infusions" data-sources={sources.join(' ')}>
          <Example sources={sources} />
          <noscript>
            <p>For another weight the form needs scripts. The arithmetic of the example shows how.</p>
          </noscript>
        </div>
        <section class="part sources" aria-labelledby="sources">
          <h2 id="sources">Sources</h2>
          <References list={listOf(guideline, sources)} />
        </section>
      </>
    ),
  };
};
