// SPDX-License-Identifier: Apache-2.0
import { levels } from '../../../model/index.ts';
import { references } from '../components/references.tsx';
import { UrgentIcon } from '../components/status.tsx';
import type { Content, Page } from '../site.ts';

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

const about = ({ guideline, trials }: Content): Page => ({
  path: '/about/',
  title: 'How this is checked',
  description: 'Who wrote Heliotrope, and how it is checked.',
  body: (
    <div class="prose flow">
      <h1>How this is checked</h1>
      <p class="lead">
        Heliotrope is a guideline written once, as data with a source for every statement. Everything you read here is
        made from it.
      </p>
      <ul>
        <li>
          {guideline.rules.length} rules rest on {Object.keys(guideline.claims).length} statements, each with its
          source. Where we have not seen a source’s text, we say so.
        </li>
        <li>Safety rules are proved by a computer for every possible patient, not only for the ones we thought of.</li>
        <li>{trials.length} trials are kept as counts of people. Their figures are worked out anew.</li>
      </ul>
      <h2>What it is not</h2>
      <p>{guideline.disclaimer}</p>
      <p>It is a draft. No clinician has signed it yet. No person with dermatomyositis has tested it yet.</p>
      <h2>Made by</h2>
      <p>Heliotrope is open: the code and the guideline can be read, checked and changed by anyone.</p>
    </div>
  ),
});
const privacy: Page = {
  path: '/privacy/',
  title: 'Privacy',
  description: 'What stays on your device, and what you can delete.',
  body: (
    <div class="prose flow">
      <h1>Privacy</h1>
      <p class="lead">Your answers stay on this device. Nothing is sent anywhere.</p>
      <ul>
        <li>There are no accounts, no counting of visitors and no cookies.</li>
        <li>The page may load only its own files. Your browser enforces this.</li>
        <li>
          You can save a copy to a file, and delete everything, on <a href="/track/">Track</a>.
        </li>
        <li>
          If you share this device, others who use it can read your answers. Delete them, or use a private window.
        </li>
      </ul>
    </div>
  ),
};
const changes = ({ changes: text }: Content): Page => ({
  path: '/changes/',
  title: 'What changed',
  description: 'What changed, and whose advice it changes.',
  body: (
    <div class="prose flow">
      <h1>What changed</h1>
      <p>A star (★) marks what can change what a patient is advised.</p>
      {text.split(/\n(?=#)/).map((part) => {
        const [head = '', ...rest] = part.split('\n');
        return (
          <>
            {head.startsWith('## ') ? <h2>{head.slice(3)}</h2> : null}
            {head.startsWith('### ') ? <h3>{head.slice(4)}</h3> : null}
            <ul>
              {rest
                .join('\n')
                .split(/\n- |^- /)
                .map((one) => one.trim())
                .filter(Boolean)
                .map((one) => (
                  <li>{one}</li>
                ))}
            </ul>
          </>
        );
      })}
    </div>
  ),
});
const missing: Page = {
  path: '/404.html',
  title: 'Page not found',
  description: 'There is no such page.',
  body: (
    <div class="prose flow">
      <h1>There is no such page</h1>
      <p>
        What you typed is safe. Go to the <a href="/">first page</a>, <a href="/path/">your path</a> or the{' '}
        <a href="/treatments/">treatments</a>.
      </p>
    </div>
  ),
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
  about(content),
  privacy,
  changes(content),
  exercise(content),
  missing,
];
