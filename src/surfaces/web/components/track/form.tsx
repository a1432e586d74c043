// SPDX-License-Identifier: Apache-2.0
// Adds or corrects one entry: what, how much, done. What is half typed is kept as it is typed.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Entry } from '../../../../record/index.ts';
import { ask } from '../../answering/client.ts';
import type { Medicine } from '../../answering/record/track.ts';
import { wholeName } from '../../pages/measure-words.ts';
import { TextField } from './field.tsx';
import { Fields } from './fields.tsx';
import { formOf } from './form-of.ts';
import { kindNames, kinds, type Kind } from './kinds.ts';
import { partField } from './parts-form.ts';
import { readForm, type Form, type Read } from './read-form.ts';

export type Typed = { kind: Kind; form: Form; replaces?: string };
const isKind = (text: string | undefined): text is Kind => kindNames.some((one) => one === text);
/** A kept draft as a form; undefined when there is none. */
export const typedFrom = (
  draft: { readonly [field: string]: string | readonly string[] } | undefined,
): Typed | undefined => {
  const { kind, replaces, ...fields } = Object.fromEntries(
    Object.entries(draft ?? {}).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])),
  );
  return isKind(kind) ? { kind, form: fields, ...(replaces ? { replaces } : {}) } : undefined;
};
/** An entry opened for correction. */
export const correcting = (entry: Entry): Typed | undefined => {
  const found = formOf(entry);
  return found && { ...found, replaces: entry.id };
};

const Chips = ({ kind, choose }: { kind: Kind; choose: (kind: Kind) => void }) => (
  <fieldset class="chips">
    <legend class="hide">What kind</legend>
    {kindNames.map((one) => (
      <label class="chip">
        <input type="radio" name="kind" checked={kind === one} onChange={() => choose(one)} />
        {kinds[one]}
      </label>
    ))}
  </fieldset>
);

/** A measure entered by its parts is asked whether it takes them, so that what is wrong is said at the part. */
async function checked(read: Read): Promise<Read> {
  const [entry] = read.ok ? read.entries : [];
  if (entry?.kind !== 'measure' || !('inputs' in entry)) return read;
  const found = await ask('wrongPart', entry.measure, entry.inputs).catch((error: unknown) => {
    console.warn('The parts could not be checked here; they are scored anew when they are read.', error);
    return undefined;
  });
  return found
    ? { ok: false, field: partField(found.path), problem: `${wholeName(found.path)} ${found.message}` }
    : read;
}

type Props = {
  typed: Typed;
  medicines: readonly Medicine[];
  today: string;
  change: (typed: Typed) => void;
  onAdd: (entries: readonly Entry[]) => void;
  onCancel: () => void;
};
export const EntryForm = ({ typed, medicines, today, change, onAdd, onCancel }: Props) => {
  const { kind, form, replaces } = typed;
  const [wrong, setWrong] = useState<{ field: string; problem: string }>();
  const box = useRef<HTMLFormElement>(null);
  const latest = useRef(form);
  latest.current = form;
  useEffect(() => {
    if (wrong) document.getElementById(wrong.field)?.focus();
  }, [wrong]);
  const set = (field: string, value: string): void => {
    latest.current = { ...latest.current, [field]: value };
    change({ ...typed, form: latest.current });
  };
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const read = await checked(readForm(kind, form, today, () => crypto.randomUUID()));
    if (!read.ok) return setWrong(read);
    setWrong(undefined);
    onAdd(read.entries.map((entry, i) => (replaces !== undefined && i === 0 ? { ...entry, replaces } : entry)));
  };
  return (
    <form
      ref={box}
      class="entryform"
      onSubmit={(event) => void submit(event)}
      noValidate
      aria-label={replaces ? 'Correct an entry' : 'Add an entry'}
    >
      {wrong === undefined ? null : (
        <div class="errors" role="alert">
          <p>{wrong.problem} The rest is saved.</p>
        </div>
      )}
      {replaces === undefined ? (
        <Chips
          kind={kind}
          choose={(one) => {
            setWrong(undefined);
            change({ kind: one, form: { on: form['on'] ?? today } });
          }}
        />
      ) : (
        <p class="label">You are correcting an entry. The old one stays in your record, crossed out.</p>
      )}
      <Fields kind={kind} medicines={medicines} form={form} set={set} wrong={wrong} />
      <TextField name="on" label="Day" type="date" form={form} set={set} wrong={wrong} />
      <div class="actions">
        <button class="button" type="submit">
          {replaces === undefined ? 'Keep it' : 'Keep the correction'}
        </button>
        {replaces === undefined ? null : (
          <button class="link" type="button" onClick={onCancel}>
            Leave it as it was
          </button>
        )}
      </div>
    </form>
  );
};
