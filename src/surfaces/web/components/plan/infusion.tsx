// SPDX-License-Identifier: Apache-2.0
// Infusions for a clinician to verify: arithmetic line by line, and the rate of every step. Ceilings cannot be typed over.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { ask } from '../../answering/client.ts';
import type { Worked } from '../../answering/record/planning.ts';
import { today } from '../../navigator.ts';
import { number } from '../track/read-form.ts';
import { Result } from './rates.tsx';

type Change = (name: string, value: string) => void;
const Input = ({
  name,
  label,
  hint,
  value,
  change,
  type = 'text',
}: {
  name: string;
  label: string;
  hint?: string;
  value: string;
  change: Change;
  type?: string;
}) => (
  <div class="field">
    <label for={name}>{label}</label>
    {hint ? <span class="hint">{hint}</span> : null}
    <input
      id={name}
      class="short"
      type={type}
      inputMode={type === 'text' ? 'decimal' : undefined}
      autocomplete="off"
      value={value}
      onInput={(event) => change(name, event.currentTarget.value)}
    />
  </div>
);
const Select = ({
  name,
  label,
  value,
  change,
  options,
}: {
  name: string;
  label: string;
  value: string;
  change: Change;
  options: readonly (readonly [string, string])[];
}) => (
  <div class="field">
    <label for={name}>{label}</label>
    <select id={name} value={value} onChange={(event) => change(name, event.currentTarget.value)}>
      {options.map(([one, words]) => (
        <option value={one}>{words}</option>
      ))}
    </select>
  </div>
);

/** What was typed, and the arithmetic of it; a change takes the result away, so that it never stands beside other numbers. */
function useArithmetic(first: { readonly [name: string]: string }) {
  const [form, setForm] = useState(first);
  const [worked, setWorked] = useState<Worked>();
  return {
    form,
    worked,
    change: (name: string, value: string): void => {
      setForm((before) => ({ ...before, [name]: value }));
      setWorked(undefined);
    },
    work: (asked: Promise<Worked>): void => {
      asked.then(setWorked, (error: unknown) =>
        setWorked({ ok: false, problem: error instanceof Error ? error.message : 'It could not be worked out.' }),
      );
    },
    refuse: (problem: string): void => setWorked({ ok: false, problem }),
  };
}

/** A form under its heading, with the result below it. */
const Arithmetic = ({
  title,
  submit,
  worked,
  children,
}: {
  title: string;
  submit: (event: Event) => void;
  worked: Worked | undefined;
  children: ComponentChildren;
}) => (
  <details class="more">
    <summary>
      <h3>{title}</h3>
    </summary>
    <form onSubmit={submit} noValidate>
      <div class="pairfields">{children}</div>
      <div class="actions">
        <button class="button" type="submit">
          Work it out
        </button>
      </div>
      {worked ? (
        <div role="status">
          <Result worked={worked} />
        </div>
      ) : null}
    </form>
  </details>
);

const cycleDays = (text: string): 2 | 3 | 4 | 5 => (text === '2' ? 2 : text === '3' ? 3 : text === '4' ? 4 : 5);
export const Ivig = ({ weightKg }: { weightKg: number | undefined }) => {
  const { form, worked, change, work, refuse } = useArithmetic({
    weight: weightKg === undefined ? '' : String(weightKg),
    days: '2',
    start: today(),
    risk: 'yes',
  });
  const submit = (event: Event): void => {
    event.preventDefault();
    const weight = number(form['weight'], 20, 250);
    if (weight === undefined)
      return refuse(`You typed ${form['weight'] || 'nothing'} as the weight. Type a number from 20 to 250 kilograms.`);
    work(
      ask('ivig', {
        weightKg: weight,
        days: cycleDays(form['days'] ?? '2'),
        from: form['start'] ?? today(),
        atRisk: form['risk'] !== 'no',
      }),
    );
  };
  return (
    <Arithmetic title="Immunoglobulin, one cycle" submit={submit} worked={worked}>
      <Input name="weight" label="Body weight, kg" value={form['weight'] ?? ''} change={change} />
      <Input name="start" label="First day" type="date" value={form['start'] ?? ''} change={change} />
      <Select
        name="days"
        label="Over how many days"
        value={form['days'] ?? '2'}
        change={change}
        options={['2', '3', '4', '5'].map((one) => [one, one] as const)}
      />
      <Select
        name="risk"
        label="At risk of clots or kidney trouble"
        value={form['risk'] ?? 'yes'}
        change={change}
        options={[
          ['yes', 'Yes, or not known: at most 0.03 mL/kg/min'],
          ['no', 'No: at most 0.04 mL/kg/min'],
        ]}
      />
    </Arithmetic>
  );
};

const schemes = [
  ['1000-mg-twice', '1000 mg twice, two weeks apart'],
  ['375-mg-per-m2-weekly-four', '375 mg/m² weekly, four times'],
] as const;
const firstEver = [
  ['yes', 'Yes, or not known'],
  ['no', 'No, it was well borne before'],
] as const;
export const Rituximab = () => {
  const { form, worked, change, work, refuse } = useArithmetic({
    scheme: '1000-mg-twice',
    first: 'yes',
    begin: today(),
    surface: '',
  });
  const submit = (event: Event): void => {
    event.preventDefault();
    const surface = number(form['surface'], 0.5, 3);
    const scheme = form['scheme'] === '1000-mg-twice' ? '1000-mg-twice' : '375-mg-per-m2-weekly-four';
    if (scheme !== '1000-mg-twice' && surface === undefined)
      return refuse('This scheme needs the body surface, from 0.5 to 3 square metres.');
    work(
      ask('rituximab', scheme, {
        from: form['begin'] ?? today(),
        firstEver: form['first'] !== 'no',
        ...(surface === undefined ? {} : { surface }),
      }),
    );
  };
  return (
    <Arithmetic title="Rituximab, one course" submit={submit} worked={worked}>
      <Select name="scheme" label="Published scheme" value={form['scheme'] ?? ''} change={change} options={schemes} />
      <Input
        name="surface"
        label="Body surface, m²"
        hint="For 375 mg/m²"
        value={form['surface'] ?? ''}
        change={change}
      />
      <Input name="begin" label="First day" type="date" value={form['begin'] ?? ''} change={change} />
      <Select
        name="first"
        label="The first rituximab ever"
        value={form['first'] ?? 'yes'}
        change={change}
        options={firstEver}
      />
    </Arithmetic>
  );
};
