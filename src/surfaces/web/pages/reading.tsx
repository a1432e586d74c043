// SPDX-License-Identifier: Apache-2.0
import { levels } from '../../../model/index.ts';
import { references } from '../components/references.tsx';
import { UrgentIcon } from '../components/status.tsx';
import type { Content, Page } from '../site.ts';
import { aboutPages } from './about.tsx';

export const levelWords = {
  emergency: 'Call an ambulance now',
  urgent: 'Call your care team today',
  soon: 'Tell your care team within days',
} as const;

/** Every red flag of the guideline, the most urgent first. */
export const urgent = ({ guideline }: Content): Page => {
  const { Cite, List } = references(guideline);
  return {
    path: '/urgent/',
    section: 'path',
    title: 'Urgent signs',
    description: 'Signs in dermatomyositis that cannot wait, and what to do.',
    body: (
      <div class="prose flow">
        <h1>Urgent signs</h1>
        {levels.map((level) => (
          <section class={`urgent ${level}`}>
            <h2>
              <UrgentIcon />
              {levelWords[level]}
            </h2>
            <div>
              <ul>
                {guideline.urgencies
                  .filter((one) => one.level === level)
                  .map(({ advice, because }) => (
                    <li>
                      {advice}
                      <Cite claims={because} />
                    </li>
                  ))}
              </ul>
            </div>
          </section>
        ))}
        <h2>Sources</h2>
        <List />
      </div>
    ),
  };
};

export const plainPages = (content: Content): readonly Page[] => [urgent(content), ...aboutPages(content)];
