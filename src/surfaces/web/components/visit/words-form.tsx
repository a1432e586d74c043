// SPDX-License-Identifier: Apache-2.0
// The person's own words on the sheet; kept on the device as they are typed.
import type { ComponentChildren } from 'preact';

export type Edit = { value: (about: string) => string; set: (about: string, text: string) => void };
const Line = ({
  about,
  label,
  hint,
  edit,
  type = 'text',
}: {
  about: string;
  label: string;
  hint?: string;
  edit: Edit;
  type?: string;
}) => (
  <div class="field">
    <label for={about}>{label}</label>
    {hint ? <span class="hint">{hint}</span> : null}
    <input
      id={about}
      type={type}
      autocomplete="off"
      value={edit.value(about)}
      onInput={(event) => edit.set(about, event.currentTarget.value)}
    />
  </div>
);
const Text = ({
  about,
  label,
  hint,
  edit,
  otherwise = '',
}: {
  about: string;
  label: string;
  hint: string;
  edit: Edit;
  otherwise?: string;
}) => (
  <div class="field">
    <label for={about}>{label}</label>
    <span class="hint">{hint}</span>
    <textarea
      id={about}
      value={edit.value(about) || otherwise}
      onInput={(event) => edit.set(about, event.currentTarget.value)}
    />
  </div>
);

export const WordsForm = ({
  edit,
  asks,
  from,
  children,
}: {
  edit: Edit;
  asks: readonly string[];
  from: string;
  children?: ComponentChildren;
}) => (
  <details class="more noprint" open>
    <summary>
      <h2>Change the words</h2>
    </summary>
    <div class="visit-words">
      <Text
        about="visit-worries"
        label="What worries me, or matters most"
        hint="One a line; up to four are printed"
        edit={edit}
      />
      <Text
        about="visit-asks"
        label="Questions I would like to ask"
        hint="One a line; up to four are printed. These come from your guidance."
        edit={edit}
        otherwise={asks.join('\n')}
      />
      <div class="pairfields">
        <Line about="visit-date" label="Day of the visit" type="date" edit={edit} />
        <div class="field">
          <label for="visit-since">Numbers since</label>
          <input
            id="visit-since"
            type="date"
            value={from}
            onInput={(event) => edit.set('visit-since', event.currentTarget.value)}
          />
        </div>
        <Line about="visit-name" label="Name on the sheet" hint="Leave it empty if you like" edit={edit} />
        <Line about="visit-with" label="Whom you see" edit={edit} />
      </div>
      {children}
    </div>
  </details>
);
