// SPDX-License-Identifier: Apache-2.0
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { measures, type Outcome } from '../../../measures/index.ts';
import type { Field } from '../pages/measure-fields.ts';

type Forms = { readonly [measure: string]: readonly Field[] };

/** What was typed, as a number, a truth or a word; nothing when the field is empty. */
const read = (typed: string): unknown =>
  typed === ''
    ? null
    : typed === 'true'
      ? true
      : typed === 'false'
        ? false
        : Number.isFinite(Number(typed.replace(',', '.')))
          ? Number(typed.replace(',', '.'))
          : typed;

/** Puts a value at its path; numbered names make lists. */
function put(into: { [name: string]: unknown }, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    into[name] = value;
    return;
  }
  const inner = into[name] ?? (/^\d+$/.test(rest[0] ?? '') ? [] : {});
  into[name] = inner;
  put(inner as { [name: string]: unknown }, rest, value); // made here, so it is an object or a list
}
const inputsOf = (fields: readonly Field[], typed: ReadonlyMap<string, string>): { [name: string]: unknown } => {
  const inputs: { [name: string]: unknown } = {};
  for (const { path } of fields) put(inputs, path.split('.'), read(typed.get(path) ?? ''));
  return inputs;
};

/** Figures for reading: four decimals are more than any instrument gives. */
const shown = (value: unknown): string =>
  typeof value === 'number'
    ? String(Math.round(value * 1e4) / 1e4)
    : typeof value === 'object' && value !== null
      ? JSON.stringify(value)
      : String(value);

const Result = ({ outcome }: { outcome: Outcome }) =>
  outcome.ok ? (
    <dl class="pairs">
      {Object.entries(outcome.result).map(([name, value]) => (
        <div>
          <dt>{name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()}</dt>
          <dd>{shown(value)}</dd>
        </div>
      ))}
    </dl>
  ) : (
    <ul>
      {outcome.problems.map(({ path, message }) => (
        <li>
          <b>{path}</b> {message}
        </li>
      ))}
    </ul>
  );

const Inputs = ({
  fields,
  typed,
  onType,
}: {
  fields: readonly Field[];
  typed: ReadonlyMap<string, string>;
  onType: (path: string, value: string) => void;
}) => (
  <div class="sheet-rows">
    {fields.map(({ path, label, kind, options }) => (
      <div class="sheet-row">
        <label for={`in-${path}`}>{label}</label>
        {kind === 'choice' ? (
          <select
            id={`in-${path}`}
            value={typed.get(path) ?? ''}
            onChange={(event) => onType(path, event.currentTarget.value)}
          >
            <option value="">Not given</option>
            {options.map((option) => (
              <option value={option}>{option}</option>
            ))}
          </select>
        ) : (
          <input
            id={`in-${path}`}
            inputMode="decimal"
            autocomplete="off"
            value={typed.get(path) ?? ''}
            onInput={(event) => onType(path, event.currentTarget.value)}
          />
        )}
      </div>
    ))}
  </div>
);

const Calculator = ({ forms }: { forms: Forms }) => {
  const [id, setId] = useState(location.hash.slice(1) || 'tis_2016_acr_eular');
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map());
  const [outcome, setOutcome] = useState<Outcome>();
  const [measure, fields] = [measures.find((one) => one.id === id), forms[id] ?? []];
  const turn = (to: string): void => {
    setId(to);
    setTyped(new Map());
    setOutcome(undefined);
  };
  useEffect(() => addEventListener('hashchange', () => turn(location.hash.slice(1))), []);
  return (
    <form
      class="flow"
      onSubmit={(event) => {
        event.preventDefault();
        if (measure) setOutcome(measure.score(inputsOf(fields, typed)));
      }}
    >
      <div class="field">
        <label for="measure">Measure</label>
        <select id="measure" value={id} onChange={(event) => turn(event.currentTarget.value)}>
          {measures.map((one) => (
            <option value={one.id}>{one.title}</option>
          ))}
        </select>
      </div>
      <p class="small soft">
        {measure?.citation} {measure?.licence}.
      </p>
      <Inputs fields={fields} typed={typed} onType={(path, value) => setTyped(new Map([...typed, [path, value]]))} />
      <div class="actions">
        <button class="button" type="submit">
          Compute
        </button>
        <button
          class="link"
          type="button"
          onClick={() => setTyped(new Map(fields.map(({ path, example }) => [path, example])))}
        >
          Fill in the published example
        </button>
      </div>
      <div role="status" class="flow">
        {outcome ? <Result outcome={outcome} /> : null}
      </div>
    </form>
  );
};

const place = document.querySelector('[data-island="measures"]');
if (place)
  void fetch('/data/measures.json')
    .then((found) => found.json())
    .then((forms: Forms) => {
      place.textContent = '';
      render(<Calculator forms={forms} />, place);
    });
