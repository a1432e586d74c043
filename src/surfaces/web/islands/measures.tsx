// SPDX-License-Identifier: Apache-2.0
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { measures, type Outcome } from '../../../measures/index.ts';
import type { Field } from '../pages/measure-fields.ts';
import { optionName, resultName, wholeName } from '../pages/measure-words.ts';

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
const isGiven = (value: unknown): boolean =>
  typeof value === 'object' && value !== null ? Object.values(value).some(isGiven) : value !== null;
/** A row of a list in which nothing was typed was not meant: the second enzyme, the third steroid. */
const withoutEmptyRows = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.filter((one) => typeof one !== 'object' || isGiven(one)).map(withoutEmptyRows)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withoutEmptyRows(inner)]))
      : value;
const inputsOf = (fields: readonly Field[], typed: ReadonlyMap<string, string>): { [name: string]: unknown } => {
  const inputs: { [name: string]: unknown } = {};
  for (const { path } of fields) put(inputs, path.split('.'), read(typed.get(path) ?? ''));
  return Object.fromEntries(Object.entries(inputs).map(([name, inner]) => [name, withoutEmptyRows(inner)]));
};

/** Figures for reading: four decimals are more than any instrument gives. */
const shown = (value: unknown): string =>
  value === null || value === undefined
    ? 'Not known'
    : typeof value === 'number'
      ? String(Math.round(value * 1e4) / 1e4)
      : Array.isArray(value)
        ? value.map(shown).join(', ') || 'None'
        : optionName(String(value));

type Figure = readonly [name: string, value: unknown];
const partsOf = (value: unknown): readonly Figure[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
/** A figure on one line: "Change (%) 10, Points 7.5" when it has parts. */
const onOneLine = (value: unknown): string =>
  partsOf(value).length
    ? partsOf(value)
        .map(([name, inner]) => `${resultName(name)} ${onOneLine(inner)}`)
        .join(', ')
    : shown(value);
const Figures = ({ of }: { of: object }) => (
  <dl class="pairs">
    {Object.entries(of).map(([name, value]) => (
      <div>
        <dt>{resultName(name)}</dt>
        <dd>
          {partsOf(value).length
            ? partsOf(value).map(([part, inner]) => (
                <p>
                  {resultName(part)}: {onOneLine(inner)}
                </p>
              ))
            : shown(value)}
        </dd>
      </div>
    ))}
  </dl>
);

const Result = ({ outcome }: { outcome: Outcome }) => (
  <>
    <h2>{outcome.ok ? 'Result' : 'Not computed yet'}</h2>
    {outcome.ok ? (
      <Figures of={outcome.result} />
    ) : (
      <ul>
        {outcome.problems.map(({ path, message }) => (
          <li>
            <b>{wholeName(path)}</b> {message}
          </li>
        ))}
      </ul>
    )}
  </>
);

type Typing = { typed: ReadonlyMap<string, string>; onType: (path: string, value: string) => void };
const Input = ({ field: { path, label, kind, options, hint }, typed, onType }: { field: Field } & Typing) => (
  <div class="sheet-row">
    <label for={`in-${path}`}>
      {label}
      {hint ? <span class="under">{hint}</span> : null}
    </label>
    {kind === 'choice' ? (
      <select
        id={`in-${path}`}
        value={typed.get(path) ?? ''}
        onChange={(event) => onType(path, event.currentTarget.value)}
      >
        <option value="">Not given</option>
        {options.map(({ value, words }) => (
          <option value={value}>{words}</option>
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
);

/** Fields that follow each other and belong together stand under one heading. */
const Inputs = ({ fields, ...typing }: { fields: readonly Field[] } & Typing) => {
  const groups = [...new Set(fields.map(({ group }) => group))];
  return (
    <>
      {groups.map((group) => {
        const rows = fields
          .filter((one) => one.group === group)
          .map((field) => <Input key={field.path} field={field} {...typing} />);
        return group ? (
          <fieldset class="sheet-rows">
            <legend>{group}</legend>
            {rows}
          </fieldset>
        ) : (
          <div class="sheet-rows">{rows}</div>
        );
      })}
    </>
  );
};

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
        {measure?.citation.replace(/\.?$/, '.')} {measure?.licence.replace(/\.?$/, '.')}
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
