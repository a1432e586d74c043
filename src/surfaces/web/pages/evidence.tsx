// SPDX-License-Identifier: Apache-2.0
import type { Trial } from '../../../authoring/trials.ts';
import { Crumb } from '../components/crumb.tsx';
import { Intervals } from '../components/intervals.tsx';
import { TwoArms } from '../components/people.tsx';
import { references } from '../components/references.tsx';
import type { Content, Page } from '../site.ts';
import { mainOutcome, outcomesOf, plain, trialsFor, type Main } from './evidence/outcomes.ts';
import { harmsOf, Harms, Rest } from './evidence/reported.tsx';
import { Differs } from './treatment/sources.tsx';

/** A trial's name, without what stands in brackets behind it. */
const short = (label: string): string => label.replace(/\s*\(.*\)$/, '');

/** The trial in three sentences: who had what, what happened, and what that may mean. */
const Lead = ({ trial, main }: { trial: Trial; main: Main | undefined }) => (
  <>
    <p class="lead">
      {trial.plain?.tried} {trial.plain?.found}
    </p>
    {main ? null : (
      <p class="soft">
        Nothing was counted in people for both groups, so there is no picture. What was reported stands below.
      </p>
    )}
  </>
);

const Beside = ({ trial, treatments }: { trial: Trial; treatments: readonly { id: string; label: string }[] }) => (
  <aside class="stay aside" aria-label="About this trial">
    <div class="label">
      {trial.registry ? (
        <p>
          <b>{trial.registry}</b>
        </p>
      ) : null}
      <p>{trial.design ?? 'Its design is not recorded here.'}</p>
    </div>
    {trial.population ? (
      <>
        <h2>Who was in it</h2>
        <p>{trial.population.charAt(0).toUpperCase() + trial.population.slice(1)}.</p>
      </>
    ) : null}
    <h2>The groups</h2>
    <ul class="went">
      {trial.arms.map(({ label, n }) => (
        <li>
          {n === undefined ? '' : <b>{n} </b>}
          {label}
        </li>
      ))}
    </ul>
    {treatments.length ? (
      <>
        <h2>Where it counts</h2>
        <ul class="toc">
          {treatments.map(({ id, label }) => (
            <li>
              <a href={`/treatments/${id}/`}>{label}</a>
            </li>
          ))}
        </ul>
      </>
    ) : null}
  </aside>
);

function trialPage({ guideline, trials }: Content, trial: Trial): Page {
  const { CiteSources, List } = references(guideline);
  const main = mainOutcome(trial);
  const [rows, harms] = [outcomesOf(trial, ['primary', 'secondary']), harmsOf(trial, main)];
  const treatments = Object.values(guideline.interventions).filter(({ id }) =>
    trialsFor(guideline, trials, id).includes(trial),
  );
  return {
    path: `/evidence/${trial.id}/`,
    section: 'treatments',
    title: short(trial.label),
    description: `The trial ${trial.label} in one picture, with its numbers.`,
    body: (
      <div class="cols">
        <article class="flow">
          <Crumb href="/evidence/" words="The trials" />
          <h1>{short(trial.label)}</h1>
          <Lead trial={trial} main={main} />
          {main ? (
            <TwoArms
              each
              treated={main.treated}
              control={main.control}
              others={main.others}
              title={`Every person in the trial${main.outcome.week === undefined ? '' : `, at week ${main.outcome.week}`}`}
              under={`${plain(main.outcome.label)}.`}
            />
          ) : null}
          {rows.length ? (
            <>
              <h2 id="numbers">How much better</h2>
              <Intervals
                rows={rows}
                caption="Every outcome counted in both groups. To the right of the dark line: more people with treatment."
                treated="Treated"
                control="Control"
              />
              <p class="small soft">
                Differences and their 95 % intervals are worked out here, from the counts. Published ones may differ a
                little.
              </p>
            </>
          ) : null}
          <Harms rows={harms} control={main?.control.label ?? 'Compared'} />
          <h2 id="more">One click below</h2>
          <Rest trial={trial} drawn={new Set([...rows, ...harms].map(({ name }) => name))} />
          <h2 id="sources">
            Source
            <CiteSources sources={[trial.source]} />
          </h2>
          <List />
        </article>
        <Beside trial={trial} treatments={treatments} />
      </div>
    ),
  };
}

/** Whether anything that the trial found was read: a figure, a test, or people counted. */
const hasResult = ({ outcomes, effects }: Trial): boolean =>
  outcomes.some(({ measured, counts }) => measured !== undefined || counts !== undefined)
  || effects.some(
    ({ verified, value, p, statement }) => verified === 'read' && (value ?? p ?? statement) !== undefined,
  );

/** Trials by what they can show, those with a picture first; every trial stands on one shelf. */
const shelvesOf = (trials: readonly Trial[]) =>
  [
    { id: 'counted', title: 'With people counted', list: trials.filter((one) => mainOutcome(one)) },
    { id: 'measured', title: 'With other results', list: trials.filter((one) => !mainOutcome(one) && hasResult(one)) },
    {
      id: 'open',
      title: 'Running, or no result seen',
      list: trials.filter((one) => !mainOutcome(one) && !hasResult(one)),
    },
  ].filter(({ list }) => list.length);

export const evidence = ({ guideline, trials, disagreements }: Content): Page => {
  const { CiteSources, List } = references(guideline);
  return {
    path: '/evidence/',
    section: 'treatments',
    title: 'The trials, and where sources disagree',
    description: 'Trials in dermatomyositis and myositis, each in one picture; and where guidelines disagree.',
    body: (
      <>
        <h1>The trials</h1>
        <p class="lead">
          What was tried, in how many people, and what happened. Figures are worked out anew from the counts.{' '}
          <a href="#differ">Where guidelines disagree</a>.
        </p>
        {shelvesOf(trials).map(({ id, title, list }) => (
          <section class="part" aria-labelledby={id}>
            <h2 id={id}>
              {title} ({list.length})
            </h2>
            <ul class="index">
              {list.map((trial) => (
                <li>
                  <a href={`/evidence/${trial.id}/`}>{trial.label}</a>
                  <span>
                    {trial.plain?.tried} {trial.plain?.found}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ))}
        <section class="part prose" aria-labelledby="differ">
          <h2 id="differ">Where guidelines disagree</h2>
          <p>Both sides are shown. Where it matters for safety, the rules take the safer one.</p>
          <Differs list={disagreements} CiteSources={CiteSources} />
        </section>
        <section class="part" aria-labelledby="sources">
          <h2 id="sources">Sources</h2>
          <List />
        </section>
      </>
    ),
  };
};
export const trialPages = (content: Content): readonly Page[] =>
  content.trials.map((trial) => trialPage(content, trial));
