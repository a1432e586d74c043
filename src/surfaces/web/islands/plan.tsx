// SPDX-License-Identifier: Apache-2.0
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { ask } from '../answering/client.ts';
import type { Due } from '../answering/record/due.ts';
import { Ivig, Rituximab } from '../components/plan/infusion.tsx';
import { Schemes } from '../components/plan/schemes.tsx';
import { TaperLaidOut } from '../components/plan/taper-laid-out.tsx';
import { TaperForm } from '../components/plan/taper.tsx';
import { DueRow, Lines } from '../components/track/due.tsx';
import { toldBy, useView } from '../components/track/use-view.ts';
import { Damaged, NotKept } from '../components/trouble.tsx';
import { useKept, type Keeping } from '../navigator.ts';
import { download } from '../salvage.ts';

const monthOf = (on: string): string =>
  new Date(`${on}T00:00:00Z`).toLocaleDateString('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** One thing that is due; what to do with its result, and where that is written, one click below. */
const Item = ({ due }: { due: Due }) => (
  <DueRow due={due} under={due.under}>
    {due.lines.length ? (
      <details class="more bare">
        <summary>Why, and what to watch</summary>
        <Lines lines={due.lines} />
      </details>
    ) : null}
  </DueRow>
);

const Months = ({ due }: { due: readonly Due[] }) => (
  <>
    {[...new Set(due.map(({ on }) => monthOf(on)))].map((month) => (
      <section class="planmonth">
        <h3>{month}</h3>
        <ol class="due">
          {due
            .filter(({ on }) => monthOf(on) === month)
            .map((one) => (
              <Item due={one} />
            ))}
        </ol>
      </section>
    ))}
  </>
);

const Calendar = ({ keeping, tell }: { keeping: Keeping; tell: (words: string) => void }) => (
  <button
    class="button-quiet"
    type="button"
    onClick={() => {
      ask('calendar', toldBy(keeping), Intl.DateTimeFormat().resolvedOptions().timeZone).then(
        (text) => download('heliotrope.ics', text, 'text/calendar'),
        (error: unknown) => tell(error instanceof Error ? error.message : 'The calendar file could not be made.'),
      );
    }}
  >
    Save it as a calendar file
  </button>
);

const Tests = ({ keeping, tell }: { keeping: Keeping; tell: (words: string) => void }) => {
  const [weeks, setWeeks] = useState('12');
  const { view } = useView('plan', keeping, weeks);
  return (
    <section aria-labelledby="due">
      <h2 id="due">What is due</h2>
      <div class="field noprint">
        <label for="weeks">How far ahead</label>
        <select id="weeks" class="short" value={weeks} onChange={(event) => setWeeks(event.currentTarget.value)}>
          <option value="4">4 weeks</option>
          <option value="12">12 weeks</option>
          <option value="26">half a year</option>
          <option value="52">a year</option>
        </select>
      </div>
      {view === undefined ? (
        <p class="soft">One moment: the guideline is being read.</p>
      ) : view.due.length ? (
        <>
          <Months due={view.due} />
          <div class="actions">
            <Calendar keeping={keeping} tell={tell} />
          </div>
        </>
      ) : (
        <p>
          Nothing is due in this time. <a href="/track/">Add the medicines you take</a>, and their tests appear here.
        </p>
      )}
      {view?.undated.length ? (
        <>
          <h3>Without a date</h3>
          <ul>
            {view.undated.map(({ title, under }) => (
              <li>
                <b>{title}</b> {under}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
};

const Taper = ({ keeping, tell }: { keeping: Keeping; tell: (words: string) => void }) => {
  const { view } = useView('plan', keeping, '12');
  return (
    <section class={`part flow${view?.taper ? '' : ' noprint'}`} aria-labelledby="taper">
      <h2 id="taper">Coming down from steroids</h2>
      {view?.taper ? (
        <>
          <p>Your doctor’s plan, as you typed it.</p>
          <TaperLaidOut view={view.taper} steps={view.taper.steps} />
          {view.taper.calledFor.length ? (
            <p>
              <b>Its doses call for, or may call for:</b> {view.taper.calledFor.join('; ')}. Ask at the visit.
            </p>
          ) : null}
        </>
      ) : null}
      <details class="more noprint" open={view !== undefined && view.taper === undefined}>
        <summary>
          <h3>{view?.taper ? 'Type a new plan from your doctor' : 'Type your doctor’s plan'}</h3>
        </summary>
        <TaperForm
          takenDays={view?.takenDays ?? 0}
          keep={(entry) => {
            keeping.say([entry]);
            tell('Your doctor’s plan was kept.');
          }}
        />
      </details>
      <Schemes weightKg={view?.weightKg} />
    </section>
  );
};

const Plan = (keeping: Keeping) => {
  const [words, tell] = useState('');
  const { view, failed } = useView('plan', keeping, '12');
  return (
    <>
      <NotKept {...keeping} />
      <h1>Your plan</h1>
      <p class="lead">What is due, when and why: from the medicines in your record and the guideline.</p>
      {failed === undefined ? null : (
        <div class="errors" role="alert">
          <p>{failed}</p>
        </div>
      )}
      <p role="status">{words}</p>
      <div class="prose">
        <Tests keeping={keeping} tell={tell} />
        <Taper keeping={keeping} tell={tell} />
        <section class="part noprint" aria-labelledby="drips">
          <h2 id="drips">Infusion arithmetic, for clinicians</h2>
          <p>Every line is there to be checked. The team verifies dose, product and rate before anything is given.</p>
          {view ? <Ivig weightKg={view.weightKg} /> : null}
          <Rituximab />
        </section>
      </div>
    </>
  );
};

const Page = () => {
  const state = useKept();
  if (state.stage === 'reading') return <p class="soft">One moment: your record is being read.</p>;
  return state.stage === 'damaged' ? <Damaged words={state.words} /> : <Plan {...state} />;
};
const place = document.querySelector('[data-island="plan"]');
if (place) {
  place.textContent = '';
  render(<Page />, place);
}
