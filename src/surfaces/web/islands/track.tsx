// SPDX-License-Identifier: Apache-2.0
import { render } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { ask } from '../answering/client.ts';
import type { TrackView } from '../answering/record/track.ts';
import { Flags } from '../components/guidance.tsx';
import { DueList } from '../components/track/due.tsx';
import { Entries } from '../components/track/entries.tsx';
import { Feel } from '../components/track/feel.tsx';
import { EntryForm, typedFrom, type Typed } from '../components/track/form.tsx';
import { ImprovementParts } from '../components/track/improvement.tsx';
import { OverTime } from '../components/track/over-time.tsx';
import { Own } from '../components/track/own.tsx';
import { Problems, UrgentProblems } from '../components/track/problems.tsx';
import { useView } from '../components/track/use-view.ts';
import { Damaged, NotKept } from '../components/trouble.tsx';
import { live } from '../kept.ts';
import { today, useKept, type Keeping } from '../navigator.ts';
import { download } from '../salvage.ts';
import type { Entry } from '../../../record/index.ts';

const zone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

const WhatIsDue = ({
  view,
  keeping,
  tell,
}: {
  view: TrackView | undefined;
  keeping: Keeping;
  tell: (words: string) => void;
}) => {
  const calendar = (): void => {
    ask('calendar', { entries: keeping.kept.entries, open: [...keeping.open], today: today() }, zone()).then(
      (text) => {
        download('heliotrope.ics', text, 'text/calendar');
        tell('The calendar file was saved. Open it with your calendar.');
      },
      (error: unknown) => tell(error instanceof Error ? error.message : 'The calendar file could not be made.'),
    );
  };
  const next = view?.due.slice(0, 6) ?? [];
  return (
    <aside class="aside stay" aria-labelledby="due">
      <h2 id="due">What is due</h2>
      {view === undefined ? (
        <p class="soft">One moment: the guideline is being read.</p>
      ) : next.length || view.undated.length ? (
        <DueList due={next} undated={view.undated.slice(0, 4)} />
      ) : (
        <p>Nothing is due yet. When you add a medicine, its tests appear here.</p>
      )}
      <p>
        {view && view.due.length > 0 ? (
          <>
            <button class="link" type="button" onClick={calendar}>
              Add these to my calendar
            </button>
            <br />
          </>
        ) : null}
        <a class="textlink" href="/plan/">
          The whole plan, week by week
        </a>
        <br />
        <a class="textlink" href="/visit/">
          Make the page for my visit
        </a>
      </p>
      <p class="label">
        Everything here is kept on this device. You can save a copy, or delete it all, at the end of this page.
      </p>
    </aside>
  );
};

/** The form, with what was half typed; kept as it is typed, and forgotten once it is sent. */
function useForm(keeping: Keeping) {
  const [typed, setTyped] = useState<Typed>(
    () => typedFrom(keeping.kept.drafts.get('track')) ?? { kind: 'symptom', form: { on: today() } },
  );
  const change = (next: Typed): void => {
    setTyped(next);
    keeping.draft('track', { kind: next.kind, replaces: next.replaces ?? '', ...next.form });
  };
  const clear = (): void => {
    setTyped({ kind: typed.kind, form: { on: today() } });
    keeping.draft('track', undefined);
  };
  const box = useRef<HTMLDetailsElement>(null);
  const open = (next: Typed): void => {
    change(next);
    if (box.current) box.current.open = true;
    box.current?.scrollIntoView();
    box.current?.querySelector('summary')?.focus();
  };
  return { typed, change, clear, box, open };
}

const Charts = ({ view }: { view: TrackView }) => {
  const first = [
    ...view.charts.flatMap(({ points }) => points.map(({ on }) => on)),
    ...view.taken.flatMap(({ spans }) => spans.map(({ from }) => from)),
  ].sort()[0];
  return first === undefined ? (
    <section class="part">
      <h2>Over time</h2>
      <p>When you have added numbers or medicines, you see them here on one line of time.</p>
    </section>
  ) : (
    <OverTime charts={view.charts} taken={view.taken} from={first} today={today()}>
      {view.improvement ? <ImprovementParts improvement={view.improvement} /> : null}
    </OverTime>
  );
};

type Form = ReturnType<typeof useForm>;
type Adding = {
  keeping: Keeping;
  tell: (words: string) => void;
  words: string;
  form: Form;
  medicines: TrackView['medicines'];
};

/** The ten-second question, then everything else that can be added, and the way back. */
const Adding = ({ keeping, tell, words, form: { typed, change, clear, box }, medicines }: Adding) => {
  const add = (added: readonly Entry[], done: string): void => {
    keeping.say(added);
    tell(done);
  };
  const undo = (): void => {
    keeping.takeBack();
    tell('The last entry was taken back.');
  };
  return (
    <div class="panel add">
      <Feel today={today()} onAdd={(added) => add(added, 'Kept.')} />
      <details class="more bare" open ref={box}>
        <summary>{typed.replaces === undefined ? 'Add something else' : 'Correct an entry'}</summary>
        <EntryForm
          typed={typed}
          medicines={medicines}
          today={today()}
          change={change}
          onCancel={clear}
          onAdd={(added) => {
            add(added, typed.replaces === undefined ? 'Kept.' : 'Corrected. The old entry stays in your record.');
            clear();
          }}
        />
      </details>
      <p role="status">{words}</p>
      {keeping.kept.lastBatch === undefined ? null : (
        <button class="link" type="button" onClick={undo}>
          Undo the last entry
        </button>
      )}
    </div>
  );
};

const Head = ({ view }: { view: TrackView | undefined }) => (
  <header class="flow head">
    <h1>Track</h1>
    <p class="lead">
      {view?.words.length ? view.words.join(' ') : 'Ten seconds an entry. What you see here stays on this device.'}
    </p>
  </header>
);

const Track = ({ keeping, words, tell }: { keeping: Keeping; words: string; tell: (words: string) => void }) => {
  const form = useForm(keeping);
  const { view, failed } = useView('track', keeping);
  const { entries } = keeping.kept;
  const name = (id: string): string => view?.names[id] ?? id;
  const correct = (next: Typed): void => {
    tell('');
    form.open(next);
  };
  const withdraw = ({ id }: Entry): void => {
    keeping.say([{ kind: 'withdrawal', id: crypto.randomUUID(), on: today(), of: id }]);
    tell('Taken back. It stays in your record, crossed out.');
  };
  const about = { problems: view?.problems ?? [], entries: live(entries), name, correct };
  // A key pressed in the form redraws the form alone: a year of charts and entries stays as it is.
  const due = useMemo(() => <WhatIsDue view={view} keeping={keeping} tell={tell} />, [view, keeping]);
  const below = useMemo(
    () => (
      <>
        {view ? <Charts view={view} /> : null}
        <Problems {...about} />
        <Entries entries={entries} name={name} correct={correct} withdraw={withdraw} />
        <Own keeping={keeping} tell={tell} />
      </>
    ),
    [view, keeping],
  );
  return (
    <>
      <NotKept {...keeping} />
      {failed === undefined ? null : (
        <div class="errors" role="alert">
          <p>{failed} You can still add entries.</p>
        </div>
      )}
      <Flags flags={view?.flags ?? []} />
      <UrgentProblems {...about} />
      <div class="cols trackcols">
        <Head view={view} />
        {due}
        <div class="body">
          <Adding keeping={keeping} tell={tell} words={words} form={form} medicines={view?.medicines ?? []} />
          {below}
        </div>
      </div>
    </>
  );
};

const Page = () => {
  const state = useKept();
  const [words, tell] = useState(''); // kept here, so that it outlives turning to somebody else
  const of = state.stage === 'ready' ? state.store?.page : undefined;
  if (state.stage === 'reading') return <p class="soft">One moment: your record is being read.</p>;
  return state.stage === 'damaged' ? (
    <Damaged words={state.words} />
  ) : (
    <Track key={of} keeping={state} words={words} tell={tell} />
  );
};
const place = document.querySelector('[data-island="track"]');
if (place) {
  place.textContent = '';
  render(<Page />, place);
}
