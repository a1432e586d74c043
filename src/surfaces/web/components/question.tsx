// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import type { Fact, Group } from '../../../model/index.ts';

export type Said = { fact: string; value: boolean | string | number };
type Given = {
  facts: readonly Fact[];
  count: number;
  onAnswer: (said: readonly Said[], open: readonly string[]) => void;
  onOpen: (how: 'unknown' | 'skipped') => void;
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const who = {
  history: 'You can answer this yourself.',
  examination: 'Your doctor can tell you this.',
  laboratory: 'It is on your blood test results.',
  imaging: 'It is in the report of a scan or picture.',
  procedure: 'It is in the report of a test your team did.',
} as const;
const unit = (code: string): string =>
  code.startsWith('{') || code === '1'
    ? ''
    : ({ a: 'years', mo: 'months', wk: 'weeks', d: 'days', kg: 'kilograms' }[code] ?? code);

const Choice = ({
  type,
  name,
  value,
  label,
  hint,
  checked,
  onChange,
}: {
  type: 'radio' | 'checkbox';
  name: string;
  value: string;
  label: string;
  hint?: string;
  checked: boolean;
  onChange: () => void;
}) => (
  <label class="choice">
    <input type={type} name={name} value={value} checked={checked} onChange={onChange} />
    <span>
      {label}
      {hint ? <span class="hint">{hint}</span> : null}
    </span>
  </label>
);

/** What the fields hold, as an answer; or what is wrong with it, in words. */
function readAnswer(fact: Fact, typed: string): { ok: true; value: Said['value'] } | { ok: false; problem: string } {
  const { value: kind } = fact;
  if (typed === '') return { ok: false, problem: 'Choose an answer, or "I don’t know".' };
  if (kind.type === 'boolean') return { ok: true, value: typed === 'yes' };
  if (kind.type === 'code') return { ok: true, value: typed };
  const number = Number(typed.replace(',', '.'));
  return Number.isFinite(number) && number >= kind.min && number <= kind.max
    ? { ok: true, value: number }
    : {
        ok: false,
        problem: `You typed ${typed}. Type a number from ${kind.min} to ${kind.max}${unit(kind.unit) ? ` ${unit(kind.unit)}` : ''}. Your other answers are saved.`,
      };
}

const options = ({ value }: Fact): readonly (readonly [string, string])[] =>
  value.type === 'boolean'
    ? [
        ['yes', 'Yes'],
        ['no', 'No'],
      ]
    : value.type === 'code'
      ? value.options.map(({ code, label }) => [code, capital(label)] as const)
      : [];

const Errors = ({ problem, field }: { problem: string | undefined; field: string }) =>
  problem === undefined ? null : (
    <div class="errors" role="alert">
      <h2>Something is missing</h2>
      <p>
        <a href={`#${field}`}>{problem}</a>
      </p>
    </div>
  );

const Why = ({ facts }: { facts: readonly Fact[] }) => {
  const [first] = facts;
  return first ? (
    <p class="hint">
      {first.why} {who[first.obtainedBy]}
    </p>
  ) : null;
};

/** One fact: a choice or a number. "I don't know" is always the last choice; nothing is chosen for the person. */
const One = ({ fact, onAnswer, onOpen, count }: Given & { fact: Fact }) => {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string>();
  const submit = (event: Event): void => {
    event.preventDefault();
    if (typed === 'i-do-not-know') return onOpen('unknown');
    const read = readAnswer(fact, typed);
    if (read.ok) onAnswer([{ fact: fact.id, value: read.value }], []);
    else setProblem(read.problem);
  };
  const number = fact.value.type === 'quantity' ? fact.value : undefined;
  return (
    <form class="question" onSubmit={submit} noValidate>
      <Errors problem={problem} field="answer" />
      <fieldset class={problem === undefined ? '' : 'wrong'}>
        <legend>
          <span class="eyebrow">Question {count}</span>
          <h1 tabIndex={-1}>{fact.question}</h1>
        </legend>
        <Why facts={[fact]} />
        {number ? (
          <div class="field">
            <label for="answer">
              {fact.label}
              {unit(number.unit) ? `, in ${unit(number.unit)}` : ''}
            </label>
            <span class="hint">
              From {number.min} to {number.max}
            </span>
            <input
              class="short"
              id="answer"
              inputMode="decimal"
              autocomplete="off"
              value={typed === 'i-do-not-know' ? '' : typed}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          </div>
        ) : null}
        <div class="choices" id={number ? undefined : 'answer'} tabIndex={-1}>
          {options(fact).map(([value, label]) => (
            <Choice
              type="radio"
              name="answer"
              value={value}
              label={label}
              checked={typed === value}
              onChange={() => setTyped(value)}
            />
          ))}
          <Choice
            type="radio"
            name="answer"
            value="i-do-not-know"
            label="I don’t know"
            hint="That is fine. It stays open, and the answer says what waits for it."
            checked={typed === 'i-do-not-know'}
            onChange={() => setTyped('i-do-not-know')}
          />
        </div>
      </fieldset>
      <Actions onOpen={onOpen} />
    </form>
  );
};

const Actions = ({ onOpen }: Pick<Given, 'onOpen'>) => (
  <div class="actions">
    <button class="button" type="submit">
      Continue
    </button>
    <button class="link" type="button" onClick={() => onOpen('skipped')}>
      Skip this question
    </button>
  </div>
);

/** Several yes/no facts that people answer together. What is not ticked is "no" only when the person says so. */
const Several = ({ facts, group, title, onAnswer, onOpen, count }: Given & { group: string; title: string }) => {
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [rest, setRest] = useState<'no' | 'unknown'>();
  const [problem, setProblem] = useState<string>();
  const submit = (event: Event): void => {
    event.preventDefault();
    if (rest === undefined) return setProblem('Say whether you have none of the others, or are not sure.');
    const others = facts.filter(({ id }) => !ticked.includes(id));
    onAnswer(
      [
        ...ticked.map((fact) => ({ fact, value: true })),
        ...(rest === 'no' ? others.map(({ id }) => ({ fact: id, value: false })) : []),
      ],
      rest === 'no' ? [] : others.map(({ id }) => id),
    );
  };
  return (
    <form class="question" onSubmit={submit} noValidate>
      <Errors problem={problem} field="rest" />
      <fieldset>
        <legend>
          <span class="eyebrow">Question {count}</span>
          <h1 tabIndex={-1}>{title}</h1>
        </legend>
        <p class="hint">Tick all that are true.</p>
        <div class="choices">
          {facts.map(({ id, label, choice, question }) => (
            <Choice
              type="checkbox"
              name="answer"
              value={id}
              label={group === 'signs-now' || group === 'what-matters' ? question : (choice ?? label)}
              checked={ticked.includes(id)}
              onChange={() => setTicked(ticked.includes(id) ? ticked.filter((one) => one !== id) : [...ticked, id])}
            />
          ))}
        </div>
      </fieldset>
      <fieldset class={problem === undefined ? '' : 'wrong'} id="rest" tabIndex={-1}>
        <legend class="field">And the others?</legend>
        <div class="choices">
          <Choice
            type="radio"
            name="rest"
            value="no"
            label={ticked.length ? 'None of the others' : 'None of these'}
            checked={rest === 'no'}
            onChange={() => setRest('no')}
          />
          <Choice
            type="radio"
            name="rest"
            value="unknown"
            label="I don’t know about the others"
            checked={rest === 'unknown'}
            onChange={() => setRest('unknown')}
          />
        </div>
      </fieldset>
      <Actions onOpen={onOpen} />
    </form>
  );
};

/** One question a page: one fact, or a group that people answer together. */
export const Question = (given: Given & { group: Group | undefined }) => {
  const [fact] = given.facts;
  if (given.group !== undefined && given.facts.length > 1)
    return <Several {...given} group={given.group.id} title={given.group.question} />;
  return fact ? <One {...given} fact={fact} /> : null;
};
