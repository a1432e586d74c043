// SPDX-License-Identifier: Apache-2.0
// The parts of a measure that is corrected, each by its name, with what it may be.
import { useEffect, useState } from 'preact/hooks';
import { nameOf } from '../../answering/record/words.ts';
import type { Field } from '../../pages/measure-fields.ts';
import { named } from '../../pages/measure-words.ts';
import { Choose, NumberField, type Given } from './field.tsx';
import { partField, partsIn } from './parts-form.ts';

type Known = Pick<Field, 'path' | 'group' | 'label' | 'options' | 'hint'>;
/** What each part may be, as the calculators have it. Without it every part is a field to type in. */
function useKnown(measure: string): ReadonlyMap<string, Known> {
  const [known, setKnown] = useState<ReadonlyMap<string, Known>>(new Map());
  useEffect(() => {
    fetch('/data/measures.json')
      .then((found) => found.json())
      .then((forms: { readonly [measure: string]: readonly Field[] }) =>
        setKnown(new Map((forms[measure] ?? []).map((field) => [field.path, field]))),
      )
      .catch((error: unknown) => console.warn('What the parts of a measure may be could not be read.', error));
  }, [measure]);
  return known;
}

const Part = ({ part: { path, label, options, hint }, ...given }: { part: Known } & Given) =>
  options.length ? (
    <Choose
      name={partField(path)}
      label={label}
      options={[['', 'Not known'], ...options.map(({ value, words }) => [value, words] as const)]}
      {...given}
    />
  ) : (
    <NumberField name={partField(path)} label={label} {...(hint ? { hint } : {})} {...given} />
  );

/** Every part that was entered, under what it belongs to. */
export const Parts = (given: Given) => {
  const measure = given.form['what'] ?? '';
  const known = useKnown(measure);
  const parts = partsIn(given.form).map(
    (path): Known => known.get(path) ?? { path, ...named(path), options: [], hint: '' },
  );
  const groups = [...new Set(parts.map(({ group }) => group))];
  return (
    <>
      <p class="hint">{nameOf(measure)}. The score is worked out again from its parts.</p>
      {groups.map((group) => (
        <fieldset class="counted">
          <legend>{group || nameOf(measure)}</legend>
          <div class="pairfields">
            {parts
              .filter((part) => part.group === group)
              .map((part) => (
                <Part key={part.path} part={part} {...given} />
              ))}
          </div>
        </fieldset>
      ))}
    </>
  );
};
