// SPDX-License-Identifier: Apache-2.0
import { render } from 'preact';
import { useState } from 'preact/hooks';
import type { ExerciseView } from '../answering/record/exercise.ts';
import { Log } from '../components/exercise/log.tsx';
import { Session } from '../components/exercise/session.tsx';
import { Week } from '../components/exercise/week.tsx';
import { Lines } from '../components/track/due.tsx';
import { useView } from '../components/track/use-view.ts';
import { Damaged, NotKept } from '../components/trouble.tsx';
import { useKept, type Keeping } from '../navigator.ts';

const stateWords: Readonly<Record<ExerciseView['state'], { title: string; words: string }>> = {
  ready: {
    title: 'Your week',
    words: 'You can speak in full sentences all the time. If you cannot, go slower or rest.',
  },
  'therapist-first': {
    title: 'A physiotherapist sees you first',
    words: 'Until then, only gentle movement, stretching and breathing, with somebody near when you stand.',
  },
  'ask-first': {
    title: 'A few things have to be known first',
    words: 'Until they are, only gentle movement, stretching and breathing.',
  },
  postponed: { title: 'No exercise now', words: 'Something you told us has to be treated or looked at first.' },
};

/** Questions shown at once; the interview asks the others after them. */
const most = 4;
/** What has to be known first: the guideline's own questions, and the way to answer them. */
const AskFirst = ({ view: { askFirst } }: { view: ExerciseView }) =>
  askFirst.length === 0 ? null : (
    <div class="plate askfirst noprint">
      <h3>Before you do more, answer {askFirst.length === 1 ? 'this' : 'these'}</h3>
      <ul>
        {askFirst.slice(0, most).map(({ question }) => (
          <li>{question}</li>
        ))}
        {askFirst.length > most ? <li>and {askFirst.length - most} more</li> : null}
      </ul>
      <p>
        <a
          class="button-quiet"
          href={`/path/#ask=${askFirst
            .slice(0, 12)
            .map(({ fact }) => fact)
            .join(',')}`}
        >
          {askFirst.length === 1 ? 'Answer it' : 'Answer them'}
        </a>
      </p>
    </div>
  );

const Why = ({ view, phase, choose }: { view: ExerciseView; phase: string; choose: (phase: string) => void }) => (
  <div class="why">
    <details class="more">
      <summary>
        <h3>Why this stage, and who plans it</h3>
      </summary>
      <div>
        <Lines lines={view.because} />
        <p>
          <b>Who plans it:</b> {view.phase.supervision}. <b>Avoid:</b> {view.phase.avoid.join('; ')}.
        </p>
        <p>
          <b>The next stage comes when:</b> {view.phase.moveUp.join('; ')}.
        </p>
        <div class="field">
          <label for="phase">Has your therapist given you a stage?</label>
          <select id="phase" value={phase} onChange={(event) => choose(event.currentTarget.value)}>
            <option value="">No, or I don’t know</option>
            <option value="improving">Treated and improving</option>
            <option value="stable">Stable or low activity</option>
            <option value="strong">Stable, near-normal strength</option>
          </select>
        </div>
        <p class="label">
          <b>How sure we are:</b> {view.phase.evidence}.
        </p>
      </div>
    </details>
    {view.changes.length ? (
      <details class="more" open>
        <summary>
          <h3>What holds for you</h3>
        </summary>
        <Lines lines={view.changes} />
      </details>
    ) : null}
    {view.leftOut.length ? (
      <details class="more">
        <summary>
          <h3>
            {view.leftOut.length === 1 ? 'One movement is left out' : `${view.leftOut.length} movements are left out`}
          </h3>
        </summary>
        <ul>
          {view.leftOut.map(({ name, why }) => (
            <li>
              <b>{name}.</b> {why}
            </li>
          ))}
        </ul>
      </details>
    ) : null}
    <details class="more">
      <summary>
        <h3>Warm up, and cool down</h3>
      </summary>
      <Lines lines={view.warmUp} />
    </details>
  </div>
);

const Exercise = (keeping: Keeping) => {
  const phase = keeping.kept.words.get('exercise-phase') ?? '';
  const { view, failed } = useView('exercise', keeping, phase);
  const [words, tell] = useState('');
  if (failed !== undefined)
    return (
      <div class="errors" role="alert">
        <p>{failed} The movements below can still be read.</p>
      </div>
    );
  if (view === undefined) return <p class="soft part">One moment: your week is being worked out.</p>;
  const { title, words: lead } = stateWords[view.state];
  return (
    <section aria-labelledby="week-h" class="part">
      <NotKept {...keeping} />
      {/* Where little is known it is planned with care, which says nothing of the person. */}
      <p class="eyebrow">Planned as for {view.phase.name.charAt(0).toLowerCase() + view.phase.name.slice(1)}</p>
      <h2 id="week-h">{title}</h2>
      <p>{lead}</p>
      <AskFirst view={view} />
      {view.state === 'postponed' ? null : <Week days={view.week} />}
      <p role="status">{words}</p>
      {view.state === 'postponed' ? null : <Session view={view} keeping={keeping} tell={tell} />}
      <Why view={view} phase={phase} choose={(chosen) => keeping.words('exercise-phase', chosen)} />
      <Log keeping={keeping} />
    </section>
  );
};

const Page = () => {
  const state = useKept();
  if (state.stage === 'reading') return <p class="soft part">One moment: your record is being read.</p>;
  return state.stage === 'damaged' ? <Damaged words={state.words} /> : <Exercise {...state} />;
};
const place = document.querySelector('[data-island="exercise"]');
if (place) {
  place.textContent = '';
  render(<Page />, place);
}
