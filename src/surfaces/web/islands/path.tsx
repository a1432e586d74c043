// SPDX-License-Identifier: Apache-2.0
import { render } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { prepareAnswer } from '../../../interpreters/answer/index.ts';
import { prepareAsk, type Question as Asked } from '../../../interpreters/ask/index.ts';
import { saidValue } from '../../../interpreters/explain/index.ts';
import type { Fact, Guidance, Guideline, Patient } from '../../../model/index.ts';
import { standing, Urgent } from '../components/guidance.tsx';
import { Question, type Said } from '../components/question.tsx';
import { StatusWord, type Standing } from '../components/status.tsx';
import { today, useNavigator, type Known } from '../navigator.ts';
import { add, askAgain, leaveOpen, live, undo } from '../storage.ts';

type Page = { facts: readonly Fact[]; group: string | undefined };

/** The best question's page. */
function pageOf([best]: readonly Asked[]): Page | undefined {
  return best && { group: best.fact.group, facts: best.together };
}

const names = (guideline: Guideline, guidance: Guidance, wanted: Standing) =>
  guidance.options
    .filter((option) => standing(option) === wanted)
    .map(({ intervention }) => ({
      id: intervention,
      label: guideline.interventions[intervention]?.label ?? intervention,
    }));

/** The answer so far, beside the question; a polite live region says the counts when they change. */
const SoFar = ({ guideline, guidance }: { guideline: Guideline; guidance: Guidance }) => (
  <aside class="stay panel" aria-labelledby="sofar">
    <h2 id="sofar">Your answer so far</h2>
    <p class="hide" role="status">
      {(['fits', 'check', 'not'] as const)
        .map(
          (one) =>
            `${names(guideline, guidance, one).length} ${one === 'fits' ? 'fit now' : one === 'check' ? 'to check first' : 'not for you now'}`,
        )
        .join(', ')}
    </p>
    {(['fits', 'check', 'waits', 'not'] as const).map((one) => {
      const list = names(guideline, guidance, one);
      return list.length ? (
        <details open={one === 'fits' || one === 'check'}>
          <summary>
            <StatusWord standing={one} /> ({list.length})
          </summary>
          <ul>
            {list.map(({ id, label }) => (
              <li>
                <a href={`/treatments/${id}/`}>{label}</a>
              </li>
            ))}
          </ul>
        </details>
      ) : null;
    })}
    <p>
      <a class="button-quiet" href="/path/guidance/">
        See it whole, with reasons
      </a>
    </p>
  </aside>
);

/** What was told, each answer with its way back. */
const Told = ({
  guideline,
  patient,
  onChange,
}: {
  guideline: Guideline;
  patient: Patient;
  onChange: (fact: string) => void;
}) => {
  const said = Object.entries(patient).flatMap(([id, value]) => {
    const fact = guideline.facts[id];
    return fact ? [{ fact, value }] : [];
  });
  return said.length === 0 ? null : (
    <details class="more">
      <summary>
        <h2>What you told us ({said.length})</h2>
      </summary>
      <ul>
        {said.map(({ fact, value }) => (
          <li>
            {saidValue(fact, value)}{' '}
            <button class="link" type="button" onClick={() => onChange(fact.id)}>
              Change<span class="hide"> {fact.label}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
};

const Done = ({ open, onAgain }: { open: number; onAgain: () => void }) => (
  <div class="flow">
    <h1 tabIndex={-1}>There is nothing more to ask</h1>
    <p class="lead">
      {open ? `You left ${open} questions open. What waits for them says so.` : 'Nothing else could change the answer.'}
    </p>
    <div class="actions">
      <a class="button" href="/path/guidance/">
        See your guidance
      </a>
      {open ? (
        <button class="link" type="button" onClick={onAgain}>
          Ask the open ones again
        </button>
      ) : null}
    </div>
  </div>
);

function entriesFor(known: Known, said: readonly Said[]) {
  const on = today();
  const before = live(known.kept.entries);
  return said.map(({ fact, value }) => {
    const old = before.find((entry) => entry.kind === 'fact' && entry.fact === fact && entry.on === on);
    return {
      kind: 'fact' as const,
      id: crypto.randomUUID(),
      on,
      by: 'patient' as const,
      fact,
      value,
      ...(old ? { replaces: old.id } : {}),
    };
  });
}

const Interview = (known: Known) => {
  const { guideline, store, kept, patient, reload } = known;
  const [answer, ask] = useMemo(() => [prepareAnswer(guideline), prepareAsk(guideline)] as const, [guideline]);
  const [changing, setChanging] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const open = useMemo(() => new Set(kept.unanswered.map(({ fact }) => fact)), [kept]);
  const guidance = useMemo(() => answer(patient), [answer, patient]);
  const asked = useMemo(() => ask(patient, open), [ask, patient, open]);
  const edited = changing === undefined ? undefined : guideline.facts[changing];
  const page = edited ? { group: undefined, facts: [edited] } : pageOf(asked);
  const name = page?.facts.map(({ id }) => id).join(' ') ?? 'done';
  useEffect(() => {
    if (kept.entries.length + kept.unanswered.length)
      document.querySelector<HTMLElement>('.question h1, main h1')?.focus();
  }, [name]);
  const keep = (work: Promise<void>): void => {
    setChanging(undefined);
    work
      .then(reload)
      .catch((error: unknown) =>
        setProblem(
          error instanceof Error
            ? `Your last answer could not be kept: ${error.message}. What you answered before is safe. Free some space on this device, then answer again.`
            : 'Your last answer could not be kept.',
        ),
      );
  };
  const count = Object.keys(patient).length + kept.unanswered.length + 1;
  return (
    <div class="cols">
      <div>
        {problem === undefined ? null : (
          <div class="errors" role="alert">
            <h2>Not kept</h2>
            <p>{problem}</p>
          </div>
        )}
        <Urgent guideline={guideline} patient={patient} guidance={guidance} />
        {page ? (
          <Question
            key={name}
            facts={page.facts}
            group={page.group === undefined ? undefined : guideline.groups[page.group]}
            count={count}
            onAnswer={(said, left) =>
              keep(
                add(store, entriesFor(known, said)).then(() =>
                  left.length ? leaveOpen(store, left, 'unknown') : undefined,
                ),
              )
            }
            onOpen={(how) =>
              edited
                ? setChanging(undefined)
                : keep(
                    leaveOpen(
                      store,
                      page.facts.map(({ id }) => id),
                      how,
                    ),
                  )
            }
          />
        ) : (
          <Done open={kept.unanswered.length} onAgain={() => keep(askAgain(store))} />
        )}
        <p class="small soft">
          {asked.length ? `At most ${asked.length} more questions could change the answer. Stop when you like.` : ''}{' '}
          Your answers stay on this device.
        </p>
        {kept.lastBatch === undefined ? null : (
          <p>
            <button class="link" type="button" onClick={() => keep(undo(store, today()))}>
              Undo my last answer
            </button>
          </p>
        )}
        <Told guideline={guideline} patient={patient} onChange={setChanging} />
      </div>
      <SoFar guideline={guideline} guidance={guidance} />
    </div>
  );
};

const Path = () => {
  const state = useNavigator();
  if (state.stage === 'reading') return <p class="soft">One moment: the guideline is being read.</p>;
  return state.stage === 'failed' ? (
    <div class="errors" role="alert">
      <h1>This page cannot start</h1>
      <p>{state.why}</p>
    </div>
  ) : (
    <Interview {...state} />
  );
};

const place = document.querySelector('[data-island="path"]');
if (place) {
  place.textContent = '';
  render(<Path />, place);
}
