// SPDX-License-Identifier: Apache-2.0
import type { Trial } from '../../../authoring/trials.ts';
import { Crumb } from '../components/crumb.tsx';
import { Intervals, type Compared } from '../components/intervals.tsx';
import { difference, TwoArms } from '../components/people.tsx';
import { references } from '../components/references.tsx';
import type { Content, Page } from '../site.ts';
import { mainOutcome, outcomesOf, plain, trialsFor, type Main } from './evidence/outcomes.ts';
import { Differs } from './treatment/sources.tsx';

/** A trial's name, without what stands in brackets behind it. */
const short = (label: string): string => label.replace(/\s*\(.*\)$/, '');

/** The trial in three sentences: who, what happened, and what that may mean. */
const Lead = ({ trial, main }: { trial: Trial; main: Main | undefined }) => {
  const people = trial.randomised ?? trial.arms.reduce((sum, { n }) => sum + (n ?? 0), 0);
  return (
    <p class="lead">
      {people ? `${people} people took part. ` : ''}
      {main
        ? `${main.outcome.week === undefined ? '' : `After ${main.outcome.week} weeks `}${main.treated.events} of ${main.treated.of} on “${main.treated.label}” had the outcome that was counted, against ${main.control.events} of ${main.control.of} on “${main.control.label}”. ${difference(main.treated, main.control).interval}`
        : 'Its results were not counted in people for both groups, so there is no picture. What was reported stands below.'}
    </p>
  );
};

/** Unwanted effects that were counted in both groups. */
const Harms = ({ rows, main }: { rows: readonly Compared[]; main: Main | undefined }) =>
  rows.length === 0 ? null : (
    <>
      <h2 id="harms">What went wrong</h2>
      <table class="harms">
        <thead>
          <tr>
            <th scope="col">Unwanted effect</th>
            <th scope="col">{main?.treated.label ?? 'Treated'}</th>
            <th scope="col">{main?.control.label ?? 'Control'}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, under, treated, control }) => (
            <tr>
              <th scope="row">
                {name}
                {under ? <span class="under">{under}</span> : null}
              </th>
              <td>
                {treated.events} of {treated.of}
              </td>
              <td>
                {control.events} of {control.of}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );

/** What cannot be drawn: other outcomes, published effects, and notes on the numbers. */
const Rest = ({ trial, drawn }: { trial: Trial; drawn: ReadonlySet<string> }) => (
  <>
    <details class="more">
      <summary>
        <h3>What else was reported</h3>
      </summary>
      <ul>
        {trial.outcomes
          .filter(({ label }) => !drawn.has(plain(label)))
          .map(({ label, verified, notes }) => (
            <li>
              {plain(label)}
              {verified === 'recalled' ? ' (text not seen)' : ''}
              {notes?.length ? `: ${notes.join(' ')}` : ''}
            </li>
          ))}
        {trial.effects.map(({ measure, value, ci95, p, statement }) => (
          <li>
            {measure}
            {value === undefined ? '' : `: ${value}`}
            {ci95 ? ` (95 % interval ${ci95[0]} to ${ci95[1]})` : ''}
            {p === undefined ? '' : `, p ${p}`}
            {statement ? `. ${statement}` : ''}
          </li>
        ))}
      </ul>
    </details>
    {trial.notes.length ? (
      <details class="more">
        <summary>
          <h3>Notes on the numbers</h3>
        </summary>
        <ul>
          {trial.notes.map((note) => (
            <li>{note}</li>
          ))}
        </ul>
      </details>
    ) : null}
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
  const [rows, harms] = [outcomesOf(trial, ['primary', 'secondary']), outcomesOf(trial, ['safety'])];
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
          <Harms rows={harms} main={main} />
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
        <ul class="index">
          {trials.map((trial) => {
            const main = mainOutcome(trial);
            return (
              <li>
                <a href={`/evidence/${trial.id}/`}>{short(trial.label)}</a>
                <span>
                  {main
                    ? `${main.treated.events} of ${main.treated.of} people, against ${main.control.events} of ${main.control.of}. ${plain(main.outcome.label)}.`
                    : (trial.population ?? trial.design ?? '')}
                </span>
              </li>
            );
          })}
        </ul>
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
