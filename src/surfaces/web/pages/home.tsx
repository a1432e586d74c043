// SPDX-License-Identifier: Apache-2.0
import { references } from '../components/references.tsx';
import { UrgentIcon } from '../components/status.tsx';
import type { Content, Page } from '../site.ts';
import { Flower } from '../components/flower.tsx';

/** The four questions of a first visit, answered from the guideline's claims. */
const questions = (guideline: Content['guideline']) => {
  const { Cite, List } = references(guideline);
  return {
    List,
    four: [
      {
        title: 'What is the first treatment?',
        body: (
          <p>
            A steroid, most often prednisone. It calms the inflammation so that strength can come back. A second
            medicine is started early, so that the steroid dose can come down.
            <Cite claims={claimsFor(guideline, 'prednisone')} /> <a href="/treatments/prednisone/">Steroid tablets</a>
          </p>
        ),
      },
      {
        title: 'Can I take methotrexate or azathioprine with a steroid?',
        body: (
          <p>
            Yes: that is the usual plan. Your lungs, liver, kidneys and hopes for a child decide which one fits.
            <Cite claims={[...claimsFor(guideline, 'methotrexate'), ...claimsFor(guideline, 'azathioprine')]} />{' '}
            <a href="/compare/">Compare them</a>
          </p>
        ),
      },
      {
        title: 'If it is severe: immunoglobulin or rituximab?',
        body: (
          <p>
            Immunoglobulin has the stronger trial: 37 of 47 people got better, against 21 of 48 on a dummy drip.
            Rituximab is an option when other treatments have not worked. Its main trial missed its main aim.
            <Cite claims={[...claimsFor(guideline, 'ivig'), ...claimsFor(guideline, 'rituximab')]} />{' '}
            <a href="/evidence/proderm/">The trial in one picture</a>
          </p>
        ),
      },
      {
        title: 'Does exercise help, or does it harm?',
        body: (
          <p>
            It helps. Exercise fitted to you is part of treatment, also while the disease is active. The plan changes
            with how active the disease is.
            <Cite claims={claimsFor(guideline, 'exercise-programme')} /> <a href="/exercise/">About exercise</a>
          </p>
        ),
      },
    ],
  };
};

const claimsFor = (guideline: Content['guideline'], id: string): readonly string[] =>
  guideline.rules
    .filter((rule) => rule.intervention === id && rule.kind === 'recommendation' && rule.direction === 'for')
    .slice(0, 1)
    .flatMap(({ because }) => because.slice(0, 1));

const tools = [
  ['/exercise/', 'Exercise', 'Movements that match your strength, and when to stop'],
  ['/track/', 'Track strength, tests and medicines', 'Ten seconds an entry. See what is due'],
  ['/visit/', 'Prepare your next visit', 'One page to print: what changed, what worries you, what to ask'],
  ['/compare/', 'Compare treatments', 'Side by side, with what matters to you'],
  ['/library/', 'Read', 'Articles in plain words, each with its sources'],
  ['/for-clinicians/', 'For clinicians', 'Scores, monitoring, the rules and their proofs'],
] as const;

const Hero = ({ many }: { many: number }) => (
  <div class="hero">
    <div>
      <h1>Find your way through treatment for dermatomyositis</h1>
      <p class="lead">
        Say what you know. Heliotrope shows which treatments fit you now, which do not, and why. Every answer has its
        source.
      </p>
      <div class="doors">
        <a class="door main" href="/path/">
          <b>Find your path</b>
          <span>A few questions, one at a time. Stop when you like: your answer so far is always there.</span>
        </a>
        <a class="door" href="/treatments/">
          <b>Browse treatments</b>
          <span>{many} treatments, checks and kinds of care: how likely to help, who should not have it.</span>
        </a>
      </div>
      <a class="urgent-line" href="/urgent/">
        <UrgentIcon />
        <span>Choking, hard to breathe, or suddenly weaker? Read the urgent signs first</span>
      </a>
    </div>
    <Flower />
  </div>
);
const never = [
  ['Prescribe.', 'It prepares you for a decision you make with your clinician.'],
  ['Guess.', 'What it does not know, it asks. What nobody knows, it says.'],
  ['Tell anyone.', 'Your answers stay on this device unless you send them.'],
] as const;

const Never = () => (
  <aside aria-labelledby="never">
    <h2 id="never" class="t3">
      What it will not do
    </h2>
    <ul class="plainlist">
      {never.map(([what, why]) => (
        <li>
          <b>{what}</b> {why}
        </li>
      ))}
    </ul>
  </aside>
);
const Tools = () => (
  <section class="part" aria-labelledby="tools">
    <h2 id="tools">Between visits</h2>
    <ul class="index three">
      {tools.map(([href, name, words]) => (
        <li>
          <a href={href}>{name}</a>
          <span>{words}</span>
        </li>
      ))}
    </ul>
  </section>
);

/** The words stay on the device: the field has no name, so that no address and no server ever gets them. */
const OwnQuestion = () => (
  <form class="askbox own-question" role="search" action="/ask/" data-ask>
    <label for="q">Or ask in your own words</label>
    <div class="row">
      <input id="q" type="text" autocomplete="off" enterkeyhint="search" />
      <button class="button" type="submit">
        Ask
      </button>
    </div>
    <p class="small soft">Answered on your device. Your words are sent nowhere.</p>
  </form>
);

export const home = ({ guideline, trials }: Content): Page => {
  const { four, List } = questions(guideline);
  const many = Object.values(guideline.interventions).length;
  return {
    path: '/',
    title: 'Treatment for dermatomyositis, explained for you | Heliotrope',
    description:
      'Which treatments for dermatomyositis fit you now, which do not, and why. Every answer has its source.',
    island: 'home',
    body: (
      <>
        <Hero many={many} />
        <section class="part" aria-labelledby="four">
          <div class="cols">
            <div>
              <h2 id="four">Four questions people ask first</h2>
              <div class="faq">
                {four.map(({ title, body }, i) => (
                  <details class="more" open={i === 0}>
                    <summary>
                      <h3>{title}</h3>
                    </summary>
                    {body}
                  </details>
                ))}
              </div>
              <OwnQuestion />
            </div>
            <Never />
          </div>
        </section>
        <Tools />
        <section class="part sources" aria-labelledby="sources">
          <h2 id="sources">Sources of these answers</h2>
          <List />
          <p class="small soft">
            {many} treatments and kinds of care, {trials.length} trials, {guideline.rules.length} rules,{' '}
            {Object.keys(guideline.sources).length} sources.
          </p>
        </section>
      </>
    ),
  };
};
