// SPDX-License-Identifier: Apache-2.0
import type { Guideline } from '../../../model/index.ts';
import type { Trial } from '../../../authoring/trials.ts';
import { riskDifference } from '../../../evidence/index.ts';
import { TwoArms, type Arm } from '../components/people.tsx';
import type { Content, Page } from '../site.ts';

type Outcome = Trial['outcomes'][number];
type Compared = { outcome: Outcome; treated: Arm; control: Arm };

/** An outcome that was counted in two arms, treated against control; undefined otherwise. */
function compared(trial: Trial, outcome: Outcome): Compared | undefined {
  const arm = (id: string | undefined): Arm | undefined => {
    const count = outcome.counts?.find((one) => one.arm === id && id !== undefined);
    const label = trial.arms.find((one) => one.id === id)?.label;
    return count && label !== undefined ? { label, events: count.events, of: count.of } : undefined;
  };
  const [first, second] = trial.arms;
  const [treated, control] = [
    arm(outcome.difference?.treated ?? first?.id),
    arm(outcome.difference?.control ?? second?.id),
  ];
  return treated && control ? { outcome, treated, control } : undefined;
}
/** The first outcome, primary before secondary, that can be drawn as people in two arms. */
export const mainOutcome = (trial: Trial): Compared | undefined =>
  [...trial.outcomes]
    .filter(({ kind }) => kind !== 'safety')
    .sort((a, b) => Number(b.kind === 'primary') - Number(a.kind === 'primary'))
    .flatMap((outcome) => compared(trial, outcome) ?? [])[0];

/** Trials whose publication a recommendation for this treatment cites. */
export function trialsFor(guideline: Guideline, trials: readonly Trial[], id: string): readonly Trial[] {
  const cited = new Set(
    guideline.rules
      .filter((rule) => rule.intervention === id && rule.kind === 'recommendation' && rule.direction === 'for')
      .flatMap(({ because }) =>
        because.flatMap((claim) => guideline.claims[claim]?.cites.map(({ source }) => source) ?? []),
      ),
  );
  return trials.filter(({ source }) => cited.has(source));
}

/** One row: a dot and its interval on an axis from −100 to 100 of 100 people; x in per cent, so any width works. */
const Interval = ({ value, low, high, name }: { value: number; low: number; high: number; name: string }) => {
  const x = (share: number) => `${50 + share * 50}%`;
  return (
    <svg class="plot" width="100%" height="40" role="img" aria-label={name}>
      <line class="axis" x1="0" x2="100%" y1="20" y2="20" />
      <line class="zero" x1="50%" x2="50%" y1="4" y2="36" />
      <line class="ci" x1={x(low)} x2={x(high)} y1="20" y2="20" />
      <circle class="est" cx={x(value)} cy="20" r="7" />
    </svg>
  );
};

const Effects = ({ rows }: { rows: readonly Compared[] }) => (
  <div class="scroll" tabindex={0} role="region" aria-label="All counted outcomes">
    <table>
      <caption>Every outcome counted in both arms. To the right of the line: more people with treatment.</caption>
      <thead>
        <tr>
          <th scope="col">Outcome</th>
          <th scope="col">Treated</th>
          <th scope="col">Control</th>
          <th scope="col">Of 100 treated, how many more</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ outcome, treated, control }) => {
          const gap = riskDifference(treated, control);
          const [value, low, high] = [gap.value, gap.low, gap.high].map((share) => Math.round(share * 100));
          return (
            <tr>
              <th scope="row">
                {outcome.label}
                {outcome.week === undefined ? '' : ` (week ${outcome.week})`}
                <span class="under">
                  {outcome.kind}
                  {outcome.basis === 'derived' ? ', worked back from percentages' : ''}
                </span>
              </th>
              <td>
                {treated.events} of {treated.of}
              </td>
              <td>
                {control.events} of {control.of}
              </td>
              <td>
                {value} ({low} to {high})<Interval {...gap} name={`${value} more of 100, from ${low} to ${high}`} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  </div>
);

function trialPage({ guideline }: Content, trial: Trial): Page {
  const rows = trial.outcomes.flatMap((outcome) => compared(trial, outcome) ?? []);
  const main = mainOutcome(trial);
  const work = guideline.sources[trial.source];
  return {
    path: `/evidence/${trial.id}/`,
    title: trial.label,
    description: `The trial ${trial.label} in one picture, with its numbers.`,
    body: (
      <article class="flow">
        <p>
          <a class="crumb" href="/evidence/">
            The trials
          </a>
        </p>
        <h1>{trial.label}</h1>
        {trial.population ? <p class="lead">Who took part: {trial.population}.</p> : null}
        {main ? (
          <TwoArms
            treated={main.treated}
            control={main.control}
            title={main.outcome.label}
            under={`${main.outcome.week === undefined ? '' : `Week ${main.outcome.week}. `}Each dot is one person who took part.`}
          />
        ) : (
          <p>
            Its results were not counted in people for both groups, so there is no picture. What was reported stands
            below.
          </p>
        )}
        <h2>The numbers</h2>
        {rows.length ? <Effects rows={rows} /> : null}
        <details class="more">
          <summary>
            <h3>What else was reported</h3>
          </summary>
          <ul>
            {trial.outcomes
              .filter((outcome) => !rows.some((row) => row.outcome === outcome))
              .map(({ label, verified, notes }) => (
                <li>
                  {label}
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
        <details class="more">
          <summary>
            <h3>How it was done</h3>
          </summary>
          <dl class="pairs">
            <div>
              <dt>Design</dt>
              <dd>{trial.design ?? 'Not recorded here'}</dd>
            </div>
            <div>
              <dt>Registered as</dt>
              <dd>{trial.registry ?? 'Not recorded here'}</dd>
            </div>
            <div>
              <dt>Groups</dt>
              <dd>
                {trial.arms.map(({ label, n }) => `${label}${n === undefined ? '' : ` (${n} people)`}`).join('; ')}
              </dd>
            </div>
          </dl>
        </details>
        {trial.notes.length ? (
          <>
            <h2>Read with care</h2>
            <ul>
              {trial.notes.map((note) => (
                <li>{note}</li>
              ))}
            </ul>
          </>
        ) : null}
        <h2>Source</h2>
        <p class="refs">
          {work ? (
            <>
              {work.author}. {work.title} ({work.issued}).{' '}
              <a href={work.URL} rel="noreferrer">
                {work.DOI ?? work.URL}
              </a>
            </>
          ) : (
            trial.source
          )}
        </p>
      </article>
    ),
  };
}

export const evidence = ({ trials }: Content): Page => ({
  path: '/evidence/',
  section: 'library',
  title: 'The trials',
  description: 'Trials in dermatomyositis and myositis, each in one picture.',
  body: (
    <>
      <h1>The trials</h1>
      <p class="lead">
        What was tried, in how many people, and what happened. Figures are worked out anew from the counts.
      </p>
      <ul class="index">
        {trials.map((trial) => {
          const main = mainOutcome(trial);
          return (
            <li>
              <a href={`/evidence/${trial.id}/`}>{trial.label}</a>
              <span>
                {main
                  ? `${main.treated.events} of ${main.treated.of} people, against ${main.control.events} of ${main.control.of}: ${main.outcome.label}`
                  : (trial.population ?? trial.design ?? '')}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  ),
});
export const trialPages = (content: Content): readonly Page[] =>
  content.trials.map((trial) => trialPage(content, trial));

/** For each treatment, the trial that its page draws first, in words: the compare page reads it. */
export function helped({ guideline, trials }: Content): {
  readonly [intervention: string]: { treated: string; control: string; outcome: string; trial: string; label: string };
} {
  return Object.fromEntries(
    Object.keys(guideline.interventions).flatMap((id) => {
      const first = trialsFor(guideline, trials, id).flatMap((trial) => {
        const main = mainOutcome(trial);
        return main ? [{ trial, ...main }] : [];
      })[0];
      return first
        ? [
            [
              id,
              {
                treated: `${first.treated.events} of ${first.treated.of} people`,
                control: `${first.control.events} of ${first.control.of}`,
                outcome: first.outcome.label,
                trial: first.trial.id,
                label: first.trial.label,
              },
            ],
          ]
        : [];
    }),
  );
}
