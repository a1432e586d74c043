// SPDX-License-Identifier: Apache-2.0
// The ten-second entry: how it is, compared with last week. It is kept as a note in words, because it has no published scale.
import { useState } from 'preact/hooks';
import type { Entry } from '../../../../record/index.ts';

const answers = ['Much worse', 'Worse', 'The same', 'Better', 'Much better'] as const;

export const Feel = ({ today, onAdd }: { today: string; onAdd: (entries: readonly Entry[]) => void }) => {
  const [chosen, choose] = useState<string>();
  const [asked, setAsked] = useState(false);
  const submit = (event: Event): void => {
    event.preventDefault();
    if (chosen === undefined) return setAsked(true);
    onAdd([
      {
        kind: 'note',
        id: crypto.randomUUID(),
        on: today,
        by: 'patient',
        text: `Compared with last week: ${chosen.toLowerCase()}`,
      },
    ]);
    choose(undefined);
    setAsked(false);
  };
  return (
    <form class="feel" onSubmit={submit} noValidate>
      <fieldset>
        <legend>
          <h2>Compared with last week, how do you feel?</h2>
        </legend>
        <div class="five">
          {answers.map((one) => (
            <label class="choice">
              <input type="radio" name="feel" checked={chosen === one} onChange={() => choose(one)} />
              <span>{one}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {asked && chosen === undefined ? <p role="alert">Choose one of the five, or add something else below.</p> : null}
      <div class="actions">
        <button class="button" type="submit">
          Save for today
        </button>
      </div>
    </form>
  );
};
