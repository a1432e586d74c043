// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import type { Guideline } from '../../../model/index.ts';
import type { Entry } from '../../../record/index.ts';

/** What can be added, and the places, feelings and tests that people name. Scores run from 0, none, to 10, worst. */
export const kinds = {
  symptom: 'How I feel',
  strength: 'Strength test',
  medicine: 'Medicine',
  laboratory: 'Test result',
  rash: 'Rash',
  exercise: 'Exercise',
  vaccine: 'Vaccine',
  note: 'Note',
} as const;
export type Kind = keyof typeof kinds;
const kindNames: readonly Kind[] = [
  'symptom',
  'strength',
  'medicine',
  'laboratory',
  'rash',
  'exercise',
  'vaccine',
  'note',
];
export const symptoms = [
  'tiredness',
  'muscle pain',
  'itch',
  'trouble swallowing',
  'breathlessness',
  'low mood',
] as const;
export const regions = [
  'eyelids and face',
  'scalp',
  'neck and chest',
  'shoulders and back',
  'upper arms',
  'elbows',
  'hands and knuckles',
  'hips and thighs',
  'knees',
  'lower legs and feet',
] as const;
export const strengthTests = [
  ['sts30', 'Stand up from a chair, times in 30 seconds', '{times}'],
  ['tug', 'Stand up, walk 3 metres and back, seconds', 's'],
  ['arm-lift-1kg', 'Lift 1 kilogram overhead, times in 30 seconds', '{times}'],
] as const;

type Form = { readonly [field: string]: string };
type Read = { ok: true; entry: Entry } | { ok: false; problem: string };
const wrong = (problem: string): Read => ({ ok: false, problem });
const number = (typed: string | undefined, from: number, to: number): number | undefined => {
  const value = Number((typed ?? '').replace(',', '.'));
  return typed !== undefined && typed.trim() !== '' && value >= from && value <= to ? value : undefined;
};

/** The typed form as an entry, or what is wrong with it in words. */
export function readForm(kind: Kind, form: Form, id: string): Read {
  const on = form['on'] ?? '';
  const base = { id, on, by: 'patient' as const };
  if (!/^\d{4}-\d{2}-\d{2}$/.test(on)) return wrong('Choose the day.');
  switch (kind) {
    case 'symptom':
    case 'rash': {
      const score = number(form['score'], 0, 10);
      if (score === undefined) return wrong(`You typed ${form['score'] ?? 'nothing'}. Type a number from 0 to 10.`);
      return {
        ok: true,
        entry:
          kind === 'symptom'
            ? { ...base, kind, symptom: form['what'] ?? symptoms[0], score }
            : { ...base, kind, region: form['what'] ?? regions[0], score },
      };
    }
    case 'strength': {
      const test = strengthTests.find(([one]) => one === form['what']) ?? strengthTests[0];
      const value = number(form['value'], 0, 300);
      return value === undefined
        ? wrong(`You typed ${form['value'] ?? 'nothing'}. Type a number from 0 to 300.`)
        : { ok: true, entry: { ...base, kind, test: test[0], value, unit: test[2] } };
    }
    case 'laboratory': {
      const value = number(form['value'], 0, 1_000_000);
      if (!form['what']?.trim() || !form['unit']?.trim())
        return wrong('Type the name of the test and its unit, as they stand on the paper.');
      return value === undefined
        ? wrong(`You typed ${form['value'] ?? 'nothing'}. Type the number on the paper.`)
        : { ok: true, entry: { ...base, kind, test: form['what'].trim(), value, unit: form['unit'].trim() } };
    }
    case 'medicine': {
      const event = form['event'];
      const value = number(form['value'], 0, 100_000);
      if (!form['what'] || (event !== 'start' && event !== 'change' && event !== 'stop'))
        return wrong('Choose the medicine, and whether you began it, changed it or stopped it.');
      if (
        event !== 'stop'
        && (value === undefined || (form['per'] !== 'day' && form['per'] !== 'week' && form['per'] !== 'month'))
      )
        return wrong(
          'Type the dose in milligrams, and whether it is a day, a week or a month. A weekly medicine is not a daily one.',
        );
      const per = form['per'];
      return {
        ok: true,
        entry: {
          ...base,
          kind,
          intervention: form['what'],
          event,
          ...(event !== 'stop' && value !== undefined && (per === 'day' || per === 'week' || per === 'month')
            ? { dose: { value, unit: 'mg' }, frequency: { times: 1, per } }
            : {}),
        },
      };
    }
    case 'exercise': {
      const [minutes, effort, painAfter] = [
        number(form['minutes'], 1, 600),
        number(form['effort'], 0, 10),
        number(form['pain'], 0, 10),
      ];
      return minutes === undefined
        ? wrong('Type how many minutes, from 1 to 600.')
        : {
            ok: true,
            entry: {
              ...base,
              kind,
              movements: [],
              minutes,
              ...(effort === undefined ? {} : { effort }),
              ...(painAfter === undefined ? {} : { painAfter }),
            },
          };
    }
    case 'vaccine':
      return form['what']?.trim()
        ? { ok: true, entry: { ...base, kind, vaccine: form['what'].trim() } }
        : wrong('Type which vaccine.');
    case 'note':
      return form['text']?.trim()
        ? { ok: true, entry: { ...base, kind, text: form['text'].trim() } }
        : wrong('Type your note.');
    default:
      return kind satisfies never;
  }
}

type Set = (field: string, value: string) => void;
const Field = ({
  name,
  label,
  hint,
  form,
  set,
  type = 'text',
}: {
  name: string;
  label: string;
  hint?: string;
  form: Form;
  set: Set;
  type?: string;
}) => (
  <div class="field">
    <label for={name}>{label}</label>
    {hint ? <span class="hint">{hint}</span> : null}
    <input
      id={name}
      class="short"
      type={type}
      inputMode={type === 'text' && /score|value|minutes|effort|pain/.test(name) ? 'decimal' : undefined}
      autocomplete="off"
      value={form[name] ?? ''}
      onInput={(event) => set(name, event.currentTarget.value)}
    />
  </div>
);
const Choose = ({
  name,
  label,
  options,
  form,
  set,
}: {
  name: string;
  label: string;
  options: readonly (readonly [string, string])[];
  form: Form;
  set: Set;
}) => (
  <div class="field">
    <label for={name}>{label}</label>
    <select
      id={name}
      value={form[name] ?? options[0]?.[0] ?? ''}
      onChange={(event) => set(name, event.currentTarget.value)}
    >
      {options.map(([value, words]) => (
        <option value={value}>{words}</option>
      ))}
    </select>
  </div>
);
const plain = (words: readonly string[]): readonly (readonly [string, string])[] => words.map((one) => [one, one]);

/** The fields of one kind of entry. */
function Fields({ kind, guideline, form, set }: { kind: Kind; guideline: Guideline; form: Form; set: Set }) {
  const given = { form, set };
  const taken = Object.values(guideline.interventions)
    .filter(({ currentFact }) => currentFact !== undefined)
    .map(({ id, label }) => [id, label] as const);
  switch (kind) {
    case 'symptom':
      return (
        <>
          <Choose name="what" label="What" options={plain(symptoms)} {...given} />
          <Field name="score" label="How bad, 0 to 10" hint="0 is none, 10 is the worst you can think of" {...given} />
        </>
      );
    case 'rash':
      return (
        <>
          <Choose name="what" label="Where" options={plain(regions)} {...given} />
          <Field name="score" label="How bad, 0 to 10" {...given} />
        </>
      );
    case 'strength':
      return (
        <>
          <Choose
            name="what"
            label="Which test"
            options={strengthTests.map(([id, words]) => [id, words] as const)}
            {...given}
          />
          <Field name="value" label="Result" {...given} />
        </>
      );
    case 'laboratory':
      return (
        <>
          <Field name="what" label="Name of the test" hint="Such as creatine kinase" {...given} />
          <Field name="value" label="Result" {...given} />
          <Field name="unit" label="Unit, as on the paper" {...given} />
        </>
      );
    case 'medicine':
      return (
        <>
          <Choose name="what" label="Medicine" options={[['', 'Choose'], ...taken]} {...given} />
          <Choose
            name="event"
            label="What happened"
            options={[
              ['', 'Choose'],
              ['start', 'I began it'],
              ['change', 'The dose changed'],
              ['stop', 'I stopped it'],
            ]}
            {...given}
          />
          {form['event'] === 'stop' ? null : (
            <>
              <Field name="value" label="Dose, in milligrams" hint="As your doctor gave it" {...given} />
              <Choose
                name="per"
                label="How often"
                options={[
                  ['', 'Choose'],
                  ['day', 'that much a day'],
                  ['week', 'that much a week'],
                  ['month', 'that much a month'],
                ]}
                {...given}
              />
            </>
          )}
        </>
      );
    case 'exercise':
      return (
        <>
          <Field name="minutes" label="Minutes" {...given} />
          <Field name="effort" label="How hard, 0 to 10" {...given} />
          <Field name="pain" label="Pain after, 0 to 10" {...given} />
        </>
      );
    case 'vaccine':
      return <Field name="what" label="Which vaccine" {...given} />;
    case 'note':
      return (
        <div class="field">
          <label for="text">Your note</label>
          <textarea id="text" value={form['text'] ?? ''} onInput={(event) => set('text', event.currentTarget.value)} />
        </div>
      );
    default:
      return kind satisfies never;
  }
}

/** Adds one entry: what, how much, done. A wrong value is named; nothing else is lost. */
export const TrackForm = ({
  guideline,
  today,
  onAdd,
}: {
  guideline: Guideline;
  today: string;
  onAdd: (entry: Entry) => void;
}) => {
  const [kind, setKind] = useState<Kind>('symptom');
  const [form, setForm] = useState<Form>({ on: today });
  const [problem, setProblem] = useState<string>();
  const submit = (event: Event): void => {
    event.preventDefault();
    const read = readForm(kind, form, crypto.randomUUID());
    if (!read.ok) return setProblem(read.problem);
    setProblem(undefined);
    setForm({ on: form['on'] ?? today });
    onAdd(read.entry);
  };
  return (
    <form class="plate" onSubmit={submit} noValidate>
      <h2>Add an entry</h2>
      {problem === undefined ? null : (
        <div class="errors" role="alert">
          <p>{problem} The rest is saved.</p>
        </div>
      )}
      <fieldset class="chips">
        <legend class="hide">What kind</legend>
        {kindNames.map((one) => (
          <label class="chip">
            <input
              type="radio"
              name="kind"
              checked={kind === one}
              onChange={() => {
                setKind(one);
                setProblem(undefined);
              }}
            />
            {kinds[one]}
          </label>
        ))}
      </fieldset>
      <Fields
        kind={kind}
        guideline={guideline}
        form={form}
        set={(field, value) => setForm({ ...form, [field]: value })}
      />
      <Field
        name="on"
        label="Day"
        type="date"
        form={form}
        set={(field, value) => setForm({ ...form, [field]: value })}
      />
      <div class="actions">
        <button class="button" type="submit">
          Keep it
        </button>
      </div>
    </form>
  );
};
