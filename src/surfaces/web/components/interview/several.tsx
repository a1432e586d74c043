// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import type { Asking } from './question.tsx';
import { Actions, Choice, Errors } from './parts.tsx';

type Rest = 'no' | 'unknown' | undefined;
const restOf = (value: unknown): Rest => (value === 'no' || value === 'unknown' ? value : undefined);

/** What the boxes were, before: ticked facts, and whether the others were all answered with no. */
function beforeOf({ page, before, draft }: Asking): { ticked: readonly string[]; rest: Rest } {
  const [kept, facts] = [draft?.['ticked'], page.facts.map(({ fact }) => fact.id)];
  if (kept !== undefined) return { ticked: typeof kept === 'string' ? [kept] : kept, rest: restOf(draft?.['rest']) };
  const said = facts.filter((id) => before[id] !== undefined);
  const ticked = facts.filter((id) => before[id] === true);
  return { ticked, rest: said.length === 0 ? undefined : said.length === facts.length ? 'no' : 'unknown' };
}

/** What is not ticked is "no" only when the person says so. */
const TheRest = ({
  some,
  rest,
  wrong,
  onRest,
}: {
  some: boolean;
  rest: Rest;
  wrong: boolean;
  onRest: (rest: Rest) => void;
}) => (
  <fieldset class={wrong ? 'rest wrong' : 'rest'} id="rest" tabIndex={-1}>
    <legend>{some ? 'And the others?' : 'None ticked?'}</legend>
    <div class="choices">
      <Choice
        type="radio"
        name="rest"
        value="no"
        label={some ? 'None of the others' : 'None of these'}
        checked={rest === 'no'}
        onChange={() => onRest('no')}
      />
      <Choice
        type="radio"
        name="rest"
        value="unknown"
        label={some ? 'I don’t know about the others' : 'I don’t know'}
        hint="That is fine. Anything this could make unsafe stays at “check first”."
        checked={rest === 'unknown'}
        onChange={() => onRest('unknown')}
      />
    </div>
  </fieldset>
);

/** Several yes/no facts that people answer together. */
export const Several = (asking: Asking) => {
  const { page, onDraft, onAnswer, onSkip, head } = asking;
  const [first] = useState(() => beforeOf(asking));
  const [ticked, setTicked] = useState(first.ticked);
  const [rest, setRest] = useState<Rest>(first.rest);
  const [problem, setProblem] = useState<string>();
  const facts = page.facts.map(({ fact }) => fact.id);
  const keep = (boxes: readonly string[], others: Rest): void => {
    setTicked(boxes);
    setRest(others);
    onDraft({ ticked: boxes, ...(others ? { rest: others } : {}) });
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    if (rest === undefined && ticked.length < facts.length)
      return setProblem('Say whether you have none of the others, or are not sure.');
    const others = facts.filter((id) => !ticked.includes(id));
    onAnswer(
      [
        ...ticked.map((fact) => ({ fact, value: true })),
        ...(rest === 'no' ? others.map((fact) => ({ fact, value: false })) : []),
      ],
      rest === 'no' ? [] : others,
    );
  };
  const toggle = (id: string): void =>
    keep(ticked.includes(id) ? ticked.filter((one) => one !== id) : [...ticked, id], rest);
  return (
    <form class="question" onSubmit={submit} noValidate>
      <Errors problem={problem} field="rest" />
      <fieldset aria-describedby="why">
        {head(page.title ?? '', page.facts[0]?.fact)}
        <div class={facts.length > 9 ? 'choices tight' : 'choices'}>
          {page.facts.map(({ fact, words }) => (
            <Choice
              type="checkbox"
              name="answer"
              value={fact.id}
              label={words}
              checked={ticked.includes(fact.id)}
              onChange={() => toggle(fact.id)}
            />
          ))}
        </div>
      </fieldset>
      <TheRest
        some={ticked.length > 0}
        rest={rest}
        wrong={problem !== undefined}
        onRest={(others) => keep(ticked, others)}
      />
      <Actions onSkip={onSkip} />
    </form>
  );
};
