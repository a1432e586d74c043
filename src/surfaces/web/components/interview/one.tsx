// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import type { Fact } from '../../../../model/index.ts';
import { unitWords } from '../../answering/words.ts';
import type { Asking, Said } from './question.tsx';
import { Actions, Choice, Errors } from './parts.tsx';

const idk = 'i-do-not-know';
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What the field holds, as an answer; or what is wrong with it, in words. */
export function readAnswer(
  fact: Fact,
  typed: string,
): { ok: true; value: Said['value'] } | { ok: false; problem: string } {
  const { value: kind } = fact;
  if (typed === '') return { ok: false, problem: 'Choose an answer, or “I don’t know”.' };
  if (kind.type === 'boolean') return { ok: true, value: typed === 'yes' };
  if (kind.type === 'code') return { ok: true, value: typed };
  const number = Number(typed.replace(',', '.'));
  return Number.isFinite(number) && number >= kind.min && number <= kind.max
    ? { ok: true, value: number }
    : {
        ok: false,
        problem: `You typed ${typed}. Type a number from ${kind.min} to ${kind.max}${unitWords(kind.unit) ? ` ${unitWords(kind.unit)}` : ''}. Your other answers are saved.`,
      };
}

/** An answer as the field holds it. */
const typedOf = (value: Said['value'] | undefined): string =>
  value === undefined ? '' : value === true ? 'yes' : value === false ? 'no' : String(value);

const options = ({ value }: Fact): readonly (readonly [string, string])[] =>
  value.type === 'boolean'
    ? [
        ['yes', 'Yes'],
        ['no', 'No'],
      ]
    : value.type === 'code'
      ? value.options.map(({ code, label }) => [code, capital(label)] as const)
      : [];

const NumberField = ({
  fact,
  typed,
  wrong,
  onInput,
}: {
  fact: Fact & { value: { type: 'quantity' } };
  typed: string;
  wrong: boolean;
  onInput: (typed: string) => void;
}) => (
  <div class="field">
    <label for="answer">
      {fact.label}
      {unitWords(fact.value.unit) ? `, in ${unitWords(fact.value.unit)}` : ''}
    </label>
    <span class="hint" id="range">
      From {fact.value.min} to {fact.value.max}
    </span>
    <input
      class="short"
      id="answer"
      inputMode="decimal"
      autocomplete="off"
      aria-describedby="range"
      aria-invalid={wrong ? 'true' : undefined}
      value={typed === idk ? '' : typed}
      onInput={(event) => onInput(event.currentTarget.value)}
    />
  </div>
);
const isNumber = (fact: Fact): fact is Fact & { value: { type: 'quantity' } } => fact.value.type === 'quantity';

/** One fact: a choice or a number. "I don't know" is always the last choice. */
export const One = ({ page, before, draft, onDraft, onAnswer, onSkip, head }: Asking) => {
  const fact = page.facts[0]?.fact;
  const [typed, setTyped] = useState(
    typeof draft?.['typed'] === 'string' ? draft['typed'] : typedOf(fact && before[fact.id]),
  );
  const [problem, setProblem] = useState<string>();
  if (!fact) return null;
  const type = (value: string): void => {
    setTyped(value);
    onDraft({ typed: value });
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    if (typed === idk) return onAnswer([], [fact.id]);
    const read = readAnswer(fact, typed);
    if (read.ok) onAnswer([{ fact: fact.id, value: read.value }], []);
    else setProblem(read.problem);
  };
  return (
    <form class="question" onSubmit={submit} noValidate>
      <Errors problem={problem} field="answer" />
      <fieldset class={problem === undefined ? '' : 'wrong'} aria-describedby="why">
        {head(fact.question, fact)}
        {isNumber(fact) ? <NumberField fact={fact} typed={typed} wrong={problem !== undefined} onInput={type} /> : null}
        <div class="choices" id={isNumber(fact) ? undefined : 'answer'} tabIndex={-1}>
          {options(fact).map(([value, label]) => (
            <Choice
              type="radio"
              name="answer"
              value={value}
              label={label}
              checked={typed === value}
              onChange={() => type(value)}
            />
          ))}
          <Choice
            type="radio"
            name="answer"
            value={idk}
            label="I don’t know, or would rather not say"
            hint="That is fine. Anything this could make unsafe stays at “check first”."
            checked={typed === idk}
            onChange={() => type(idk)}
          />
        </div>
      </fieldset>
      <Actions onSkip={onSkip} />
    </form>
  );
};
