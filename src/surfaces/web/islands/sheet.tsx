// SPDX-License-Identifier: Apache-2.0
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ask, look, tracked } from '../answering/client.ts';
import type { InterviewView } from '../answering/interview.ts';
import { Flags } from '../components/guidance.tsx';
import { OpenFile } from '../components/sheet/open-file.tsx';
import { Rows } from '../components/sheet/rows.tsx';
import { AnswerSoFar } from '../components/interview/so-far.tsx';
import { Damaged, NotKept } from '../components/trouble.tsx';
import type { SheetPart } from '../answering/sheet.ts';
import { said } from '../foreseeable.ts';
import { live } from '../kept.ts';
import { today, useKept, type Keeping } from '../navigator.ts';

/** Every fact once, and the answer so far as they change. */
function useSheet({ patient, open }: Keeping) {
  const [parts, setParts] = useState<readonly SheetPart[]>([]);
  const [view, setView] = useState<InterviewView>();
  const [failed, setFailed] = useState('');
  const fail = (error: unknown): void =>
    setFailed(error instanceof Error ? error.message : 'This page could not start.');
  useEffect(() => {
    ask('sheet', {}).then(setParts, fail);
  }, []);
  useEffect(() => {
    look(patient, [...open]).then(setView, fail);
  }, [JSON.stringify(patient), open.size]);
  return { parts, view, failed };
}

const Fields = ({ keeping, parts }: { keeping: Keeping; parts: readonly SheetPart[] }) => {
  const { kept, patient, say } = keeping;
  const [find, setFind] = useState('');
  return (
    <>
      <div class="field noprint">
        <label for="find">Find a fact</label>
        <input
          id="find"
          type="search"
          autocomplete="off"
          value={find}
          onInput={(event) => setFind(event.currentTarget.value)}
        />
      </div>
      <p role="status" class="small soft">
        {Object.keys(patient).length} facts are known.
      </p>
      {parts.map((part) => (
        <Rows
          key={part.by}
          part={part}
          find={find}
          patient={patient}
          onSay={(fact, value) => say(said(kept, [{ fact, value }]))}
          onForget={(fact) => say([], { facts: [fact], how: 'unknown' })}
        />
      ))}
    </>
  );
};

const Sheet = (keeping: Keeping) => {
  const { parts, view, failed } = useSheet(keeping);
  return (
    <>
      <NotKept {...keeping} />
      {view ? <Flags flags={view.flags} /> : null}
      <div class="cols">
        <div class="flow">
          <h1>All facts on one sheet</h1>
          <p class="lead">
            For clinicians, and for anybody with papers at hand. Each answer is kept as you leave its field. What is
            left empty stays unknown; it is never taken for “no”.
          </p>
          {failed ? (
            <div class="errors" role="alert">
              <p>{failed}</p>
            </div>
          ) : null}
          <OpenFile
            kept={live(keeping.kept.entries)}
            onEntries={(entries) => keeping.say(entries)}
            onUndo={keeping.takeBack}
          />
          <Fields keeping={keeping} parts={parts} />
        </div>
        {view ? (
          <AnswerSoFar
            view={view}
            asking={false}
            onChange={(fact) => document.getElementById(`fact-${fact}`)?.focus()}
          />
        ) : null}
      </div>
    </>
  );
};

const Page = () => {
  const state = useKept();
  if (state.stage === 'ready') tracked(live(state.kept.entries), today());
  if (state.stage === 'reading') return <p class="soft">One moment: the guideline is being read.</p>;
  return state.stage === 'damaged' ? <Damaged words={state.words} /> : <Sheet {...state} />;
};
const place = document.querySelector('[data-island="sheet"]');
if (place) {
  place.textContent = '';
  render(<Page />, place);
}
