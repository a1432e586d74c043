// SPDX-License-Identifier: Apache-2.0
import type { Medicine } from '../../answering/record/track.ts';
import { frequencies } from '../../answering/record/frequency.ts';
import { nameOf } from '../../answering/record/words.ts';
import { amountField, amounts, movementsIn } from './session-form.ts';
import { Parts } from './parts.tsx';
import { partsIn } from './parts-form.ts';
import { Places } from './body-map.tsx';
import { Choose, Field, NumberField, TextField, type Given } from './field.tsx';
import { bloodTests, doseUnits, scores, strengthTests, symptoms, type Kind } from './kinds.ts';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const HowBad = (given: Given) => (
  <NumberField name="score" label="How bad, 0 to 10" hint="0 is none, 10 is the worst you can think of" {...given} />
);

const Strength = (given: Given) => (
  <>
    <Choose
      name="what"
      label="Which test"
      options={strengthTests.map(({ id, words }) => [id, words] as const)}
      {...given}
    />
    <NumberField name="value" label="Result" {...given} />
  </>
);

const Blood = (given: Given) => {
  const test = bloodTests.find(({ words, id }) => words === given.form['what'] || id === given.form['what']);
  const set = (field: string, value: string): void => {
    const known = field === 'what' ? bloodTests.find(({ words }) => words === value) : undefined;
    given.set(field, value);
    if (known && !given.form['unit']) given.set('unit', known.unit);
  };
  return (
    <>
      <TextField
        name="what"
        label="Name of the test"
        hint="Such as creatine kinase"
        list="tests"
        short={false}
        {...given}
        set={set}
      />
      <datalist id="tests">
        {bloodTests.map(({ words }) => (
          <option value={words} />
        ))}
      </datalist>
      <div class="pairfields">
        <NumberField name="value" label="Result" {...given} />
        <TextField name="unit" label="Unit" hint={test ? `Often ${test.unit}` : 'As on the paper'} {...given} />
        <NumberField name="upper" label="Highest normal" hint="As on the paper, if it is there" {...given} />
        <NumberField name="lower" label="Lowest normal" hint="As on the paper, if it is there" {...given} />
      </div>
    </>
  );
};

const reasons = [
  ['', 'Another reason, or I would rather not say'],
  ['not-enough-response', 'It did not help enough'],
  ['side-effects', 'Side effects'],
  ['remission', 'It was no longer needed'],
] as const;
const MedicineFields = ({ medicines, ...given }: Given & { medicines: readonly Medicine[] }) => (
  <>
    <Choose
      name="what"
      label="Medicine"
      options={[['', 'Choose'], ...medicines.map(({ id, label }) => [id, label] as const)]}
      {...given}
    />
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
    {given.form['event'] === 'stop' ? (
      <Choose name="reason" label="Why, if you know" options={reasons} {...given} />
    ) : (
      <div class="pairfields">
        <NumberField name="value" label="How much each time" hint="As your doctor gave it" {...given} />
        <Choose name="unit" label="Unit" hint="As on the box" options={doseUnits} {...given} />
        <Choose
          name="often"
          label="How often"
          options={[['', 'Choose'], ...frequencies.map(([words]) => [words, capital(words)] as const)]}
          {...given}
        />
      </div>
    )}
  </>
);

const Infusion = ({ medicines, ...given }: Given & { medicines: readonly Medicine[] }) => (
  <>
    <Choose
      name="what"
      label="Which drip"
      options={[
        ['', 'Choose'],
        ...medicines
          .filter(({ kind, id }) => kind === 'infusion' || id.startsWith('iv-'))
          .map(({ id, label }) => [id, label] as const),
      ]}
      {...given}
    />
    <div class="pairfields">
      <NumberField name="value" label="Dose of that day" {...given} />
      <Choose
        name="unit"
        label="Unit"
        options={[
          ['g', 'grams (g)'],
          ['mg', 'milligrams (mg)'],
        ]}
        {...given}
      />
    </div>
    <TextField
      name="reaction"
      label="Anything you noticed, during it or after"
      hint="Leave it empty if there was nothing"
      short={false}
      {...given}
    />
  </>
);

/** The movements of a session that is corrected: what was counted of each. */
const Counted = (given: Given) =>
  movementsIn(given.form).map((movement, at) => (
    <fieldset class="counted">
      <legend>{nameOf(movement)}</legend>
      <div class="pairfields">
        {amounts.map(({ field, words }) =>
          field === 'seconds' && !given.form[amountField(field, at)] ? null : (
            <NumberField name={amountField(field, at)} label={words} {...given} />
          ),
        )}
      </div>
    </fieldset>
  ));

const Session = (given: Given) => (
  <>
    {movementsIn(given.form).length ? (
      <Counted {...given} />
    ) : (
      <p class="hint">
        The week’s movements are on the <a href="/exercise/">exercise page</a>. Add anything else you did here.
      </p>
    )}
    <div class="pairfields">
      <NumberField name="minutes" label="Minutes" {...given} />
      <NumberField name="effort" label="How hard, 0 to 10" hint="If you noticed" {...given} />
      <NumberField name="pain" label="Pain after, 0 to 10" hint="If you noticed" {...given} />
    </div>
  </>
);

const Note = (given: Given) => (
  <Field name="text" label="Your note" wrong={given.wrong}>
    <textarea
      id="text"
      value={given.form['text'] ?? ''}
      onInput={(event) => given.set('text', event.currentTarget.value)}
    />
  </Field>
);

/** The fields of one kind of entry. */
export function Fields({ kind, medicines, ...given }: Given & { kind: Kind; medicines: readonly Medicine[] }) {
  switch (kind) {
    case 'symptom':
      return (
        <>
          <Choose name="what" label="What" options={symptoms.map((one) => [one, capital(one)] as const)} {...given} />
          <HowBad {...given} />
        </>
      );
    case 'rash':
      return (
        <>
          <Places value={given.form['places'] ?? ''} set={(value) => given.set('places', value)} />
          <HowBad {...given} />
        </>
      );
    case 'strength':
      return <Strength {...given} />;
    case 'laboratory':
      return <Blood {...given} />;
    case 'medicine':
      return <MedicineFields medicines={medicines} {...given} />;
    case 'infusion':
      return <Infusion medicines={medicines} {...given} />;
    case 'measure':
      return partsIn(given.form).length ? (
        <Parts {...given} />
      ) : (
        <>
          <Choose
            name="what"
            label="Which score"
            options={scores.map(({ id, words, max }) => [id, `${words}, 0 to ${max}`] as const)}
            {...given}
          />
          <NumberField name="value" label="Result" {...given} />
        </>
      );
    case 'exercise':
      return <Session {...given} />;
    case 'vaccine':
      return <TextField name="text" label="Which vaccine" short={false} {...given} />;
    case 'note':
      return <Note {...given} />;
    default:
      return kind satisfies never;
  }
}
