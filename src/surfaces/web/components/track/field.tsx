// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact';
import type { Form } from './read-form.ts';

export type Given = {
  form: Form;
  set: (field: string, value: string) => void;
  wrong: { field: string; problem: string } | undefined;
};

/** One field with its label, a hint, and what is wrong with it. */
export const Field = ({
  name,
  label,
  hint,
  wrong,
  children,
}: {
  name: string;
  label: string;
  hint?: string;
  wrong: Given['wrong'];
  children: ComponentChildren;
}) => (
  <div class={wrong?.field === name ? 'field wrong' : 'field'}>
    <label for={name}>{label}</label>
    {hint ? (
      <span class="hint" id={`${name}-hint`}>
        {hint}
      </span>
    ) : null}
    {children}
  </div>
);
type Line = Given & { name: string; label: string; hint?: string };
const described = (name: string, hint: string | undefined) => (hint ? { 'aria-describedby': `${name}-hint` } : {});

export const TextField = ({
  name,
  label,
  hint,
  form,
  set,
  wrong,
  type = 'text',
  list,
  decimal = false,
  short = true,
}: Line & { type?: string; list?: string; decimal?: boolean; short?: boolean }) => (
  <Field name={name} label={label} wrong={wrong} {...(hint ? { hint } : {})}>
    <input
      id={name}
      class={short ? 'short' : undefined}
      type={type}
      list={list}
      inputMode={decimal ? 'decimal' : undefined}
      autocomplete="off"
      value={form[name] ?? ''}
      aria-invalid={wrong?.field === name ? 'true' : undefined}
      {...described(name, hint)}
      onInput={(event) => set(name, event.currentTarget.value)}
    />
  </Field>
);
export const NumberField = (line: Line) => <TextField {...line} decimal />;

export const Choose = ({
  name,
  label,
  hint,
  form,
  set,
  wrong,
  options,
}: Line & { options: readonly (readonly [string, string])[] }) => (
  <Field name={name} label={label} wrong={wrong} {...(hint ? { hint } : {})}>
    <select
      id={name}
      value={form[name] ?? options[0]?.[0] ?? ''}
      aria-invalid={wrong?.field === name ? 'true' : undefined}
      {...described(name, hint)}
      onChange={(event) => set(name, event.currentTarget.value)}
    >
      {options.map(([value, words]) => (
        <option value={value}>{words}</option>
      ))}
    </select>
  </Field>
);
