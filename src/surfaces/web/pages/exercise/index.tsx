// SPDX-License-Identifier: Apache-2.0
// The exercise pages: the person's own week is an island; everything else reads without a script.
import type { ExerciseRule } from '../../../../model/index.ts';
import { Mini } from '../../components/figure/movement.tsx';
import { references } from '../../components/references.tsx';
import { Next } from '../../components/icons.tsx';
import { UrgentIcon } from '../../components/status.tsx';
import { written } from '../../components/written.ts';
import type { Content, Page } from '../../site.ts';
import { movementPage } from './movement.tsx';
import { Phases } from './phases.tsx';
import { capital, kindOrder, kindWords, sentence } from './words.ts';

const Stop = ({ content: { exercise } }: { content: Content }) => {
  const rules = (urgent: boolean) => exercise.stopRules.filter((rule) => rule.urgent === urgent);
  return (
    <section class="urgent" id="stop" aria-labelledby="stop-h">
      <h2 id="stop-h">
        <UrgentIcon />
        <span>When to stop and get help</span>
      </h2>
      <div class="flow">
        <ul>
          {rules(true).map(({ sign, action }) => (
            <li>
              <b>{capital(sign)}:</b> {action}.
            </li>
          ))}
        </ul>
        <details class="more bare">
          <summary>Stop, and tell your team</summary>
          <ul>
            {rules(false).map(({ sign, action }) => (
              <li>
                <b>{capital(sign)}:</b> {action}.
              </li>
            ))}
          </ul>
        </details>
      </div>
    </section>
  );
};

const Movements = ({ content: { exercise } }: { content: Content }) => (
  <section class="part all-moves" aria-labelledby="all">
    <h2 id="all">All {Object.keys(exercise.movements).length} movements</h2>
    {kindOrder.map((kind) => (
      <>
        <h3 class="kind">{kindWords[kind]}</h3>
        <ul class="movegrid">
          {Object.values(exercise.movements)
            .filter((movement) => movement.kind === kind)
            .map(({ id, name, goal, muscles }) => (
              <li>
                <a class="move-row" href={`/exercise/${id}/`}>
                  <Mini id={id} />
                  <span>
                    <b>{name}</b>
                    <span class="soft">{goal ? `For ${goal}` : capital(muscles.join(', '))}</span>
                  </span>
                  <Next />
                </a>
              </li>
            ))}
        </ul>
      </>
    ))}
  </section>
);

const Therapist = ({ content: { exercise } }: { content: Content }) => (
  <section class="part" aria-labelledby="first">
    <h2 id="first">When a physiotherapist must see you first</h2>
    <ul>
      {exercise.screening
        .filter(({ effect }) => effect === 'therapist-first' || effect === 'no-hard-work' || effect === 'intervals')
        .map(({ ask, advice }) => (
          <li>
            <b>{sentence(ask)}</b> {advice}
          </li>
        ))}
    </ul>
    <h3>Not now</h3>
    <ul>
      {exercise.screening
        .filter(({ effect }) => effect === 'postpone')
        .map(({ ask, advice }) => (
          <li>
            <b>{sentence(ask)}</b> {advice}
          </li>
        ))}
    </ul>
  </section>
);

type Cite = ReturnType<typeof references>['CiteSources'];
const Rules = ({ title, rules, Cite }: { title: string; rules: readonly ExerciseRule[]; Cite: Cite }) => (
  <details class="more">
    <summary>
      <h3>{title}</h3>
    </summary>
    <ul>
      {rules.map(({ text, sources, basis }) => (
        <li>
          {text} <Cite sources={sources} />
          {basis === 'practice' && sources.length === 0 ? <span class="soft"> Usual practice.</span> : null}
        </li>
      ))}
    </ul>
  </details>
);

/** What the guideline's rules on exercise rest on. */
const Evidence = ({ content: { guideline }, refs }: { content: Content; refs: ReturnType<typeof references> }) => {
  const { Cite, List } = refs;
  const claims = [
    ...new Set(
      guideline.rules
        .filter(({ intervention }) => intervention === 'exercise-programme' || intervention === 'physiotherapy')
        .flatMap(({ because }) => because),
    ),
  ];
  return (
    <section class="part flow known" aria-labelledby="evidence">
      <h2 id="evidence">What is known</h2>
      <ul>
        {claims.flatMap((id) => {
          const claim = guideline.claims[id];
          return claim
            ? [
                <li>
                  {claim.statement}
                  <Cite claims={[id]} />
                </li>,
              ]
            : [];
        })}
      </ul>
      <p>
        <a class="textlink" href="/treatments/exercise-programme/">
          Who it fits, and what to check first
        </a>
      </p>
      <details class="more">
        <summary>Sources</summary>
        <List />
      </details>
    </section>
  );
};

const overview = (content: Content): Page => {
  const { guideline, exercise } = content;
  const refs = references(guideline);
  const { CiteSources } = refs;
  return {
    path: '/exercise/',
    section: 'exercise',
    title: 'Exercise',
    description: 'Your week of exercise in dermatomyositis, every movement drawn, and when to stop.',
    island: 'exercise',
    body: (
      <div class="cols">
        <div>
          <header class="flow">
            <h1>Exercise</h1>
            <p class="lead">
              Exercise fitted to you is part of treatment. Little and light at first, then step by step.
            </p>
            <a class="urgent-line" href="#stop">
              <UrgentIcon />
              <u>When to stop and get help</u>
            </a>
          </header>
          <div data-island="exercise">
            <p class="soft part">Your own week is made here, on your device.</p>
            <noscript>
              <p>Without scripts you can read every movement below, and ask a physiotherapist for your week.</p>
            </noscript>
          </div>
          <Therapist content={content} />
          <Movements content={content} />
          <section class="part protocol" aria-labelledby="protocol">
            <h2 id="protocol">The programme, for you and your therapist</h2>
            <Phases content={content} Cite={CiteSources} />
            <Rules title="When to do more" rules={exercise.progressions} Cite={CiteSources} />
            <Rules title="When to do less" rules={exercise.regressions} Cite={CiteSources} />
            <Rules title="Warm-up, breathing, bones, lungs, skin" rules={exercise.session} Cite={CiteSources} />
          </section>
          <Evidence content={content} refs={refs} />
        </div>
        <aside class="stay prints" aria-label="Safety">
          <Stop content={content} />
          <p class="label">
            The instructions were reviewed against their sources on {written(exercise.reviewed)}. They wait for a
            physiotherapist’s review. Ask for one who knows myositis.
          </p>
        </aside>
      </div>
    ),
  };
};

/** The overview and one page a movement. */
export const exercisePages = (content: Content): readonly Page[] => [
  overview(content),
  ...Object.values(content.exercise.movements).map((movement) => movementPage(content, movement)),
];
