// SPDX-License-Identifier: Apache-2.0
import { render } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { ask, foresee, known, look, tracked } from '../answering/client.ts';
import type { InterviewView } from '../answering/interview.ts';
import { Flags } from '../components/guidance.tsx';
import { Back } from '../components/icons.tsx';
import { Done, Papers } from '../components/interview/ends.tsx';
import { Head, Question, type Said } from '../components/interview/question.tsx';
import { AnswerSoFar } from '../components/interview/so-far.tsx';
import { Damaged, NotKept } from '../components/trouble.tsx';
import { foreseeable, said } from '../foreseeable.ts';
import { live, tooOld } from '../kept.ts';
import { today, useKept, type Keeping } from '../navigator.ts';

/** The view of what is known now: at once when it was foreseen, else as soon as the worker has it. */
function useView({ patient, open }: Keeping, changing: readonly string[]): { view?: InterviewView; failed?: string } {
  const [, turn] = useState(0);
  const [failed, setFailed] = useState<string>();
  const last = useRef<InterviewView>();
  const [opened, name] = [[...open], changing.join(' ')];
  const ready = changing.length ? undefined : known(patient, opened);
  if (ready) last.current = ready;
  useEffect(() => {
    let current = true;
    const work = changing.length ? ask('interview', patient, opened, changing) : look(patient, opened);
    work
      .then((found) => {
        if (!current) return;
        if (last.current !== found) turn((n) => n + 1);
        last.current = found;
        if (found.page && !changing.length) void foresee(foreseeable(found.page, patient, opened));
      })
      .catch((error: unknown) => setFailed(error instanceof Error ? error.message : 'This page could not start.'));
    return () => {
      current = false;
    };
  }, [JSON.stringify(patient), opened.join(' '), name]);
  return { ...(last.current ? { view: last.current } : {}), ...(failed === undefined ? {} : { failed }) };
}

/** Keyboard and screen reader users land on the new question; at the first sight of the page nothing moves. */
function useFocus(name: string): void {
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) document.querySelector<HTMLElement>('main h1')?.focus();
    first.current = false;
  }, [name]);
}

/** Facts that another page asks for, in its fragment: it never reaches a server. */
const wanted = (): readonly string[] =>
  decodeURIComponent(location.hash.replace(/^#ask=/, ''))
    .split(',')
    .filter(Boolean);

/** Which facts are being changed: one that was chosen, or the next of those another page asks for. */
function useChanging() {
  const [queue, setQueue] = useState(wanted);
  const [changed, change] = useState<readonly string[]>([]);
  useEffect(() => {
    const again = (): void => setQueue(wanted());
    addEventListener('hashchange', again);
    return () => removeEventListener('hashchange', again);
  }, []);
  const forward = (): void => {
    if (changed.length) return change([]);
    if (queue.length === 1) history.replaceState(null, '', location.pathname);
    setQueue(queue.slice(1));
  };
  return { changing: changed.length ? changed : queue.slice(0, 1), change, forward };
}

/** The page before this one: of an answer that is being changed, the one before it. */
function pageBefore({ batches }: Keeping['kept'], changing: readonly string[]) {
  const asked = batches.filter(({ facts }) => facts.length);
  const at = changing.length ? asked.findIndex(({ facts }) => facts.some((id) => changing.includes(id))) : -1;
  const count = at < 0 ? asked.length : at;
  return { count, facts: asked[count - 1]?.facts, asked: asked.length };
}

type Shown = { keeping: Keeping; view: InterviewView; changing: readonly string[]; count: number; forward: () => void };
const Asked = ({ keeping, view, changing, count, forward }: Shown) => {
  const { kept, patient, say, again, draft, words } = keeping;
  const { page } = view;
  if (view.part === 'papers' && !changing.length && kept.words.get('letters') !== 'go on')
    return <Papers left={view.left} onGoOn={() => words('letters', 'go on')} />;
  if (!page) return <Done open={kept.unanswered.length} onAgain={again} />;
  const done = (answers: readonly Said[], left: readonly string[], how: 'unknown' | 'skipped'): void => {
    draft(page.name, undefined);
    say(said(kept, answers), { facts: left, how });
    forward();
  };
  return (
    <Question
      key={page.name}
      page={page}
      before={changing.length ? patient : {}}
      draft={kept.drafts.get(page.name)}
      onDraft={(typed) => draft(page.name, typed)}
      onAnswer={(answers, left) => done(answers, left, 'unknown')}
      onSkip={() =>
        changing.length
          ? forward()
          : done(
              [],
              page.facts.map(({ fact }) => fact.id),
              'skipped',
            )
      }
      head={(question, fact) => (
        <Head
          question={question}
          fact={fact}
          group={page.title === undefined ? undefined : fact?.group}
          count={count + 1}
          left={view.left}
          changing={changing.length > 0}
          again={tooOld(kept).find((old) => page.facts.some(({ fact: asked }) => asked.id === old.fact))?.on}
        />
      )}
    />
  );
};

/** The answer so far, made once for each view: what is typed and stored meanwhile leaves it alone. */
const useSoFar = (view: InterviewView | undefined, change: (facts: readonly string[]) => void) =>
  useMemo(
    () => view && <AnswerSoFar view={view} asking={view.part !== 'papers'} onChange={(fact) => change([fact])} />,
    [view],
  );

const Interview = (keeping: Keeping) => {
  const { kept, takeBack } = keeping;
  const { changing, change, forward } = useChanging();
  const { view, failed } = useView(keeping, changing);
  useFocus(view?.page?.name ?? view?.part ?? '');
  const soFar = useSoFar(view, change);
  if (failed !== undefined) return <Failed why={failed} />;
  if (!view) return <Reading />;
  const before = pageBefore(kept, changing);
  const { facts } = before;
  return (
    <>
      <NotKept {...keeping} />
      <Flags flags={view.flags} />
      {facts ? (
        <button class="link crumb" type="button" onClick={() => change(facts)}>
          <Back />
          Back to question {before.count}
        </button>
      ) : null}
      <div class="cols">
        <div>
          <Asked keeping={keeping} view={view} changing={changing} count={before.asked} forward={forward} />
          <Ways undo={kept.lastBatch === undefined ? undefined : takeBack} />
        </div>
        {soFar}
      </div>
    </>
  );
};

const Ways = ({ undo }: { undo: (() => void) | undefined }) => (
  <ul class="ways">
    {undo ? (
      <li>
        <button class="link" type="button" onClick={undo}>
          Undo my last answer
        </button>
      </li>
    ) : null}
    <li>
      <a href="/path/sheet/">All facts on one sheet, or open a file</a>
    </li>
  </ul>
);

const Reading = () => <p class="soft">One moment: the guideline is being read.</p>;
const Failed = ({ why }: { why: string }) => (
  <div class="errors" role="alert">
    <h1>This page cannot start</h1>
    <p>{why}</p>
  </div>
);
const Path = () => {
  const state = useKept();
  if (state.stage === 'ready') tracked(live(state.kept.entries), today());
  if (state.stage === 'reading') return <Reading />;
  return state.stage === 'damaged' ? <Damaged words={state.words} /> : <Interview {...state} />;
};

const place = document.querySelector('[data-island="path"]');
if (place) {
  place.textContent = '';
  render(<Path />, place);
}
