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

const exercise = ({ guideline }: Content): Page => {
  const { Cite, List } = references(guideline);
  const claims = [
    ...new Set(
      guideline.rules
        .filter(({ intervention }) => intervention === 'exercise-programme' || intervention === 'physiotherapy')
        .flatMap(({ because }) => because),
    ),
  ];
  return {
    path: '/exercise/',
    section: 'exercise',
    title: 'Exercise',
    description: 'Exercise in dermatomyositis: what helps, and when to stop.',
    body: (
      <div class="prose flow">
        <h1>Exercise</h1>
        <p class="lead">Exercise fitted to you is part of treatment.</p>
        <ul>
          {claims.map((id) => {
            const claim = guideline.claims[id];
            return claim ? (
              <li>
                {claim.statement}
                <Cite claims={[id]} />
              </li>
            ) : null;
          })}
        </ul>
        <p>
          <a class="button" href="/treatments/exercise-programme/">
            Who it fits, and what to check first
          </a>
        </p>
        <h2>Sources</h2>
        <List />
      </div>
    ),
  };
};
export const plainPages = (content: Content): readonly Page[] => [
  urgent(content),
  ...aboutPages(content),
  exercise(content),
];
