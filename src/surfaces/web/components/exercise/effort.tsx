// SPDX-License-Identifier: Apache-2.0
// How hard it was, on Borg's scale of 0 to 10 (CR-10); how much was done; pain afterwards.
import { useState } from 'preact/hooks';
import type { PartView } from '../../answering/record/exercise.ts';
import { number } from '../track/read-form.ts';

export type Done = {
  sets: number | undefined;
  repetitions: number | undefined;
  minutes: number | undefined;
  effort: number;
  pain: number | undefined;
};
/** Borg CR-10, the words of its steps; what lies between is asked for as the nearest one. */
const steps: readonly (readonly [effort: number, words: string])[] = [
  [1, 'very light'],
  [2, 'light'],
  [3, 'moderate'],
  [4, 'somewhat hard'],
  [5, 'hard'],
  [7, 'very hard'],
  [10, 'as hard as can be'],
];

const Small = ({
  name,
  label,
  value,
  set,
}: {
  name: string;
  label: string;
  value: string;
  set: (value: string) => void;
}) => (
  <div class="field">
    <label for={name}>{label}</label>
    <input
      id={name}
      class="short"
      inputMode="decimal"
      autocomplete="off"
      value={value}
      onInput={(event) => set(event.currentTarget.value)}
    />
  </div>
);
const start = (value: number | undefined): string => (value === undefined ? '' : String(value));

type Form = { sets: string; repetitions: string; minutes: string; pain: string };
/** How much was done, filled in as planned, and pain afterwards. */
const Amounts = ({ part, form, setForm }: { part: PartView; form: Form; setForm: (form: Form) => void }) => {
  const { movement: id } = part;
  return (
    <details class="more bare">
      <summary>How much you did, and pain</summary>
      <div class="pairfields">
        {part.repetitions === undefined ? null : (
          <>
            <Small name={`sets-${id}`} label="Rounds" value={form.sets} set={(sets) => setForm({ ...form, sets })} />
            <Small
              name={`reps-${id}`}
              label="Times in each"
              value={form.repetitions}
              set={(repetitions) => setForm({ ...form, repetitions })}
            />
          </>
        )}
        {part.minutes === undefined ? null : (
          <Small
            name={`min-${id}`}
            label="Minutes"
            value={form.minutes}
            set={(minutes) => setForm({ ...form, minutes })}
          />
        )}
        <Small
          name={`pain-${id}`}
          label="Pain after, 0 to 10"
          value={form.pain}
          set={(pain) => setForm({ ...form, pain })}
        />
      </div>
    </details>
  );
};

type Props = {
  part: PartView;
  target: readonly [number, number];
  most: number;
  onDone: (done: Done) => void;
  skip: () => void;
};
export const Effort = ({ part, target, most, onDone, skip }: Props) => {
  const { movement: id } = part;
  const [effort, setEffort] = useState<number>();
  const [asked, setAsked] = useState(false);
  const [form, setForm] = useState({
    sets: start(part.sets),
    repetitions: start(part.repetitions),
    minutes: start(part.minutes),
    pain: '',
  });
  const submit = (event: Event): void => {
    event.preventDefault();
    if (effort === undefined) return setAsked(true);
    const { sets, repetitions, minutes, pain } = form;
    onDone({
      sets: number(sets, 0, 20),
      repetitions: number(repetitions, 0, 200),
      minutes: number(minutes, 0, 600),
      effort,
      pain: number(pain, 0, 10),
    });
  };
  return (
    <form class="effort" onSubmit={submit} noValidate>
      <fieldset>
        <legend>How hard was it?</legend>
        <div class="five seven">
          {steps.map(([value, words]) => (
            <label class="choice">
              <input type="radio" name={`effort-${id}`} checked={effort === value} onChange={() => setEffort(value)} />
              <span>
                <b>{value}</b> {words}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <p class="hint">
        Your range is {target[0]} to {target[1]}. Above {most}, stop for today; next time do the easier version.
      </p>
      {asked && effort === undefined ? <p role="alert">Choose how hard it was, or skip it today.</p> : null}
      <Amounts part={part} form={form} setForm={setForm} />
      <div class="actions">
        <button class="button" type="submit">
          Done, next movement
        </button>
        <button class="link" type="button" onClick={skip}>
          Skip it today
        </button>
      </div>
    </form>
  );
};
