// SPDX-License-Identifier: Apache-2.0
import { render } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { prepareAnswer } from '../../../interpreters/answer/index.ts';
import { statusWords } from '../../../interpreters/explain/index.ts';
import type { Guideline, Option, Patient, Rule } from '../../../model/index.ts';
import { reason, standing } from '../components/guidance.tsx';
import { StatusWord } from '../components/status.tsx';
import { today, useNavigator, type Known } from '../navigator.ts';
import { add } from '../storage.ts';

type Helped = {
  readonly [intervention: string]: { treated: string; control: string; outcome: string; trial: string; label: string };
};
const place = document.querySelector('[data-island="compare"]');
const asked = (new URLSearchParams(location.search).get('with') ?? 'methotrexate,azathioprine').split(',').slice(0, 3);

const advice = (guideline: Guideline, id: string, kind: Rule['kind']): readonly string[] =>
  guideline.rules
    .filter((rule) => rule.intervention === id && rule.kind === kind)
    .flatMap((rule) =>
      rule.kind === 'monitoring'
        ? [rule.test]
        : rule.kind === 'precaution' || rule.kind === 'prerequisite'
          ? [rule.advice]
          : [],
    );
const List = ({ lines }: { lines: readonly string[] }) =>
  lines.length ? (
    <ul>
      {[...new Set(lines)].map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  ) : (
    <>Nothing in the guideline</>
  );

type RowOf = { name: string; cell: (id: string) => preact.ComponentChildren };
function rows(guideline: Guideline, patient: Patient, options: readonly Option[], helped: Helped): readonly RowOf[] {
  const optionOf = (id: string) => options.find(({ intervention }) => intervention === id);
  return [
    {
      name: 'For you',
      cell: (id) => {
        const option = optionOf(id);
        if (!option) return null;
        const why = reason(guideline, patient, option);
        return (
          <>
            <StatusWord standing={standing(option)} />
            <p class="small">
              {statusWords[option.status]}. {why.facts ? `You: ${why.facts}.` : ''}
            </p>
          </>
        );
      },
    },
    { name: 'What it is', cell: (id) => guideline.interventions[id]?.summary },
    {
      name: 'How likely it is to help',
      cell: (id) => {
        const found = helped[id];
        return found ? (
          <>
            {found.treated}, against {found.control}
            <span class="under">
              {found.outcome}. <a href={`/evidence/${found.trial}/`}>{found.label}</a>
            </span>
          </>
        ) : (
          'No trial that we read counted people in two groups for it.'
        );
      },
    },
    {
      name: 'How it is given',
      cell: (id) =>
        ({
          infusion: 'A drip or an injection',
          medicine: 'Mostly tablets; some as injections or creams',
          exercise: 'Movement',
          'self-care': 'Care at home',
          screening: 'A test',
          prophylaxis: 'Protection beside treatment',
          referral: 'A visit',
        })[guideline.interventions[id]?.kind ?? 'medicine'],
    },
    { name: 'To check first', cell: (id) => <List lines={advice(guideline, id, 'prerequisite')} /> },
    { name: 'Take care', cell: (id) => <List lines={advice(guideline, id, 'precaution')} /> },
    { name: 'Tests along the way', cell: (id) => <List lines={advice(guideline, id, 'monitoring')} /> },
  ];
}

/** Wishes before options are compared: they order options of equal standing, and never touch safety. */
const Matters = ({ guideline, store, patient, reload }: Known) => (
  <section class="part">
    <h2>What matters to you?</h2>
    <p>This orders what fits equally well. It never changes what is safe.</p>
    <div class="chips">
      {Object.values(guideline.facts)
        .filter(({ group }) => group === 'what-matters')
        .map(({ id, question }) => (
          <label class="chip">
            <input
              type="checkbox"
              checked={patient[id] === true}
              onChange={(event) => {
                void add(store, [
                  {
                    kind: 'fact',
                    id: crypto.randomUUID(),
                    on: today(),
                    by: 'patient',
                    fact: id,
                    value: event.currentTarget.checked,
                  },
                ]).then(reload);
              }}
            />
            {question}
          </label>
        ))}
    </div>
  </section>
);

/** The person's own reasons and how sure they are, kept on this device under their name. */
const Mine = ({ id, label, person }: { id: string; label: string; person: string }) => {
  const key = `reasons ${person} ${id}`;
  const [text, setText] = useState(localStorage.getItem(key) ?? '');
  return (
    <div class="field">
      <label for={`mine-${id}`}>For and against {label}</label>
      <textarea
        id={`mine-${id}`}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          localStorage.setItem(key, event.currentTarget.value);
        }}
      />
    </div>
  );
};
const sureness = ['Not sure yet', 'Leaning one way', 'Sure'] as const;
const Sure = ({ person }: { person: string }) => {
  const key = `sure ${person}`;
  const [value, setValue] = useState(localStorage.getItem(key) ?? '');
  return (
    <fieldset class="field">
      <legend>How sure are you now?</legend>
      <div class="choices">
        {sureness.map((words) => (
          <label class="choice">
            <input
              type="radio"
              name="sure"
              checked={value === words}
              onChange={() => {
                setValue(words);
                localStorage.setItem(key, words);
              }}
            />
            {words}
          </label>
        ))}
      </div>
      {value === sureness[0] ? (
        <p>
          That is common. Write down what you would need to know, and take it to <a href="/visit/">your next visit</a>.
        </p>
      ) : null}
    </fieldset>
  );
};

const Compare = (known: Known) => {
  const { guideline, patient, store } = known;
  const [chosen, setChosen] = useState<readonly string[]>(
    asked.filter((id) => Object.hasOwn(guideline.interventions, id)),
  );
  const [helped, setHelped] = useState<Helped>({});
  useEffect(() => {
    fetch('/data/helped.json')
      .then((found) => found.json())
      .then((all: Helped) => setHelped(all))
      .catch(() => setHelped({}));
  }, []);
  const answer = useMemo(() => prepareAnswer(guideline), [guideline]);
  const { options } = useMemo(() => answer(patient), [answer, patient]);
  const label = (id: string): string => guideline.interventions[id]?.label ?? id;
  const choose = (place: number, id: string): void => {
    const next = [...chosen];
    if (id) next[place] = id;
    else next.splice(place, 1);
    setChosen(next);
    history.replaceState(null, '', `?with=${next.join(',')}`);
  };
  return (
    <>
      <h1>Compare treatments</h1>
      <p class="lead">
        Side by side, from the same guideline. Not treating, or waiting, is a choice too: ask what would happen then.
      </p>
      <Matters {...known} />
      <section class="part">
        <h2>Side by side</h2>
        {[0, 1, 2]
          .filter((i) => i <= chosen.length)
          .map((i) => (
            <div class="field">
              <label for={`choose-${i}`}>{['First', 'Second', 'Third'][i]} treatment</label>
              <select
                id={`choose-${i}`}
                class="short"
                value={chosen[i] ?? ''}
                onChange={(event) => choose(i, event.currentTarget.value)}
              >
                <option value="">None</option>
                {Object.values(guideline.interventions).map((one) => (
                  <option value={one.id}>{one.label}</option>
                ))}
              </select>
            </div>
          ))}
        <div class="scroll" tabIndex={0} role="region" aria-label="Treatments side by side">
          <table class="compare">
            <thead>
              <tr>
                <th scope="col">
                  <span class="hide">What</span>
                </th>
                {chosen.map((id) => (
                  <th scope="col">
                    <a href={`/treatments/${id}/`}>{label(id)}</a>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows(guideline, patient, options, helped).map(({ name, cell }) => (
                <tr>
                  <th scope="row">{name}</th>
                  {chosen.map((id) => (
                    <td>{cell(id)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <section class="part">
        <h2>My reasons</h2>
        <p>Only you see this. It stays on this device.</p>
        {chosen.map((id) => (
          <Mine key={id} id={id} label={label(id)} person={store.person.id} />
        ))}
        <Sure person={store.person.id} />
      </section>
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
    <Compare {...state} />
  );
};
if (place) {
  place.textContent = '';
  render(<Page />, place);
}
