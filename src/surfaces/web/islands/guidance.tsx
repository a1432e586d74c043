// SPDX-License-Identifier: Apache-2.0
import { render } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { certaintyOf, goingOn, prepareAnswer } from '../../../interpreters/answer/index.ts';
import { explain, saidValue, statusWords, whatWouldChange, type Change } from '../../../interpreters/explain/index.ts';
import type { Guidance, Guideline, Option, Patient } from '../../../model/index.ts';
import { reason, standing, Urgent } from '../components/guidance.tsx';
import { standingWords, StatusIcon, type Standing } from '../components/status.tsx';
import { useNavigator, type Known } from '../navigator.ts';

const stages = [
  ['new-untreated', 'Just found'],
  ['induction', 'First treatment'],
  ['inadequate-response', 'Stepping up'],
  ['refractory', 'Expert centre'],
  ['maintenance', 'Steady'],
  ['remission', 'Off treatment'],
  ['relapse', 'It came back'],
] as const;
const going = {
  keep: 'You take this. The guideline has reasons to keep it.',
  review: 'You take this. Go through it again with your team.',
  'call before the next dose': 'You take this. Call your team before the next dose.',
} as const;

/** Where the person is: a line lit as far as they have come. The words under it say the same. */
const Pathway = ({ here }: { here: number }) => (
  <figure class="pathway">
    <svg width="100%" height="36" role="img" aria-label={`You are at: ${stages[here]?.[1] ?? 'not known yet'}`}>
      <line class="stem-dim" x1="4%" x2="96%" y1="18" y2="18" />
      {here >= 0 ? <line class="stem-lit" x1="4%" x2={`${4 + here * 15.3}%`} y1="18" y2="18" /> : null}
      {stages.map((_, i) => (
        <circle
          cx={`${4 + i * 15.3}%`}
          cy="18"
          r={i === here ? 10 : 6}
          class={i < here ? 'stem-done' : i === here ? 'stem-now' : 'stem-open'}
        />
      ))}
    </svg>
    <figcaption class="small">
      {here >= 0 ? (
        <>
          You are here: <b>{stages[here]?.[1]}</b>
        </>
      ) : (
        'Where you are on the pathway is not known yet.'
      )}
    </figcaption>
  </figure>
);

const Changes = ({ guideline, patient, option }: { guideline: Guideline; patient: Patient; option: Option }) => {
  const [found, setFound] = useState<readonly Change[]>();
  if (!found)
    return (
      <button
        class="link"
        type="button"
        onClick={() => setFound(whatWouldChange(guideline, patient, option.intervention))}
      >
        What would change this?
      </button>
    );
  return found.length === 0 ? (
    <p>No change of up to three facts would change this.</p>
  ) : (
    <ul>
      {found.map(({ facts, status }) => (
        <li>
          If{' '}
          {Object.entries(facts)
            .flatMap(([id, value]) => {
              const fact = guideline.facts[id];
              return fact ? [saidValue(fact, value)] : [];
            })
            .join(' and ')}
          : {statusWords[status]}.
        </li>
      ))}
    </ul>
  );
};

const Waiting = ({ guideline, option }: { guideline: Guideline; option: Option }) =>
  option.missing.length === 0 || !['check', 'waits'].includes(standing(option)) ? null : (
    <ul class="checks">
      {option.missing.slice(0, 6).map((id) => (
        <li>{guideline.facts[id]?.label ?? id}</li>
      ))}
      {option.missing.length > 6 ? <li>and {option.missing.length - 6} more</li> : null}
    </ul>
  );

const OptionRow = ({ guideline, patient, option }: { guideline: Guideline; patient: Patient; option: Option }) => {
  const { text, facts, sources } = reason(guideline, patient, option);
  const [keep, certainty] = [goingOn(option), certaintyOf(guideline, option)];
  return (
    <li>
      <h3>
        <a href={`/treatments/${option.intervention}/`}>{guideline.interventions[option.intervention]?.label}</a>
      </h3>
      {keep ? (
        <p>
          <b>{going[keep]}</b>
        </p>
      ) : null}
      <p>
        {text}
        {facts ? ` You: ${facts}.` : ''}
      </p>
      {standing(option) === 'check' || standing(option) === 'waits' ? <p class="small soft">Waits for:</p> : null}
      <Waiting guideline={guideline} option={option} />
      <details class="more">
        <summary>Why, and how sure</summary>
        <div>
          <p>
            Status: {statusWords[option.status]}.
            {certainty ? ` Certainty of the evidence: ${certainty.replace('-', ' ')}.` : ''}
          </p>
          <ul>
            {explain(guideline, patient, option)
              .slice(1)
              .map(({ text: sentence }) => (
                <li>{sentence}</li>
              ))}
          </ul>
          {sources.length ? (
            <p>
              Sources:{' '}
              {sources.map(({ title, url, at }, i) => (
                <>
                  {i ? '; ' : ''}
                  <a href={url} rel="noreferrer">
                    {title}
                  </a>{' '}
                  ({at})
                </>
              ))}
            </p>
          ) : null}
          <Changes guideline={guideline} patient={patient} option={option} />
        </div>
      </details>
    </li>
  );
};

const Group = ({
  guideline,
  patient,
  options,
  of,
}: {
  guideline: Guideline;
  patient: Patient;
  options: readonly Option[];
  of: Standing;
}) =>
  options.length === 0 ? null : (
    <section class={`group ${of}`} aria-labelledby={of}>
      <h2 id={of}>
        <StatusIcon standing={of} />
        {standingWords[of]}
      </h2>
      <ul class="options">
        {options.map((option) => (
          <OptionRow guideline={guideline} patient={patient} option={option} />
        ))}
      </ul>
    </section>
  );

/** What to ask the doctor: what the guidance waits for, and what fits. */
const Questions = ({ guideline, guidance }: { guideline: Guideline; guidance: Guidance }) => {
  const first = guidance.options.filter((option) => standing(option) === 'check').flatMap(({ missing }) => missing);
  const most = [...new Set(first)].slice(0, 5);
  return (
    <section class="part">
      <h2>What to ask at your next visit</h2>
      <ul>
        {guidance.options
          .filter((option) => standing(option) === 'fits' && option.line !== 'supportive')
          .slice(0, 3)
          .map(({ intervention }) => (
            <li>Could {guideline.interventions[intervention]?.label} fit me, and what speaks against it?</li>
          ))}
        {most.map((id) => (
          <li>Can we find out: {guideline.facts[id]?.label}?</li>
        ))}
        <li>How and when will we know whether the treatment works?</li>
      </ul>
      <p class="noprint">
        <a class="button-quiet" href="/visit/">
          Make the page for my visit
        </a>
      </p>
    </section>
  );
};

const Result = ({ guideline, patient }: Known) => {
  const answer = useMemo(() => prepareAnswer(guideline), [guideline]);
  const guidance = useMemo(() => answer(patient), [answer, patient]);
  const by = (of: Standing) => guidance.options.filter((option) => standing(option) === of);
  const here = stages.findIndex(([code]) => code === patient['treatment-phase']);
  if (Object.keys(patient).length === 0)
    return (
      <div class="flow">
        <h1>Your guidance</h1>
        <p class="lead">You have not told us anything yet. A few answers are enough to begin.</p>
        <p>
          <a class="button" href="/path/">
            Find your path
          </a>
        </p>
      </div>
    );
  return (
    <>
      <Urgent guideline={guideline} patient={patient} guidance={guidance} />
      <div class="cols">
        <div>
          <h1>{here >= 0 ? `You are here: ${stages[here]?.[1].toLowerCase()}` : 'Your guidance so far'}</h1>
          <p class="lead">
            This is what the guideline says for what you told us. It prepares you for a talk with your care team.
          </p>
          <ul class="tally">
            {(['fits', 'check', 'waits', 'not'] as const).map((of) =>
              by(of).length ? (
                <li class={of}>
                  <a class="status" href={`#${of}`}>
                    <StatusIcon standing={of} />
                    {by(of).length} {standingWords[of].toLowerCase()}
                  </a>
                </li>
              ) : null,
            )}
          </ul>
          <Pathway here={here} />
          {(['fits', 'check', 'not', 'waits'] as const).map((of) => (
            <Group guideline={guideline} patient={patient} options={by(of)} of={of} />
          ))}
          <details class="more">
            <summary>
              <h2>For another stage ({by('stage').length})</h2>
            </summary>
            <ul>
              {by('stage').map(({ intervention }) => (
                <li>
                  <a href={`/treatments/${intervention}/`}>{guideline.interventions[intervention]?.label}</a>
                </li>
              ))}
            </ul>
          </details>
          <Questions guideline={guideline} guidance={guidance} />
        </div>
        <aside class="stay panel" aria-labelledby="told">
          <h2 id="told">What you told us</h2>
          <ul>
            {Object.entries(patient).flatMap(([id, value]) => {
              const fact = guideline.facts[id];
              return fact && value !== false ? [<li>{saidValue(fact, value)}</li>] : [];
            })}
          </ul>
          <p>
            <a href="/path/">Add or change an answer</a>
          </p>
        </aside>
      </div>
      <p class="small soft">{guideline.disclaimer}</p>
    </>
  );
};

const Page = () => {
  const state = useNavigator();
  if (state.stage === 'reading') return <p class="soft">One moment: the guideline is being read.</p>;
  return state.stage === 'failed' ? (
    <div class="errors" role="alert">
      <h1>This page cannot start</h1>
      <p>{state.why}</p>
    </div>
  ) : (
    <Result {...state} />
  );
};
const place = document.querySelector('[data-island="guidance"]');
if (place) {
  place.textContent = '';
  render(<Page />, place);
}
