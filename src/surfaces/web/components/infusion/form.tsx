// SPDX-License-Identifier: Apache-2.0
import { isScheme, schemes, type Scheme, type Wanted } from '../../infusing.ts';
import { Choice } from '../interview/parts.tsx';

export type Typed = Omit<Wanted, 'weightKg' | 'heightCm'> & { weight: string; height: string };
type Filling = { typed: Typed; onType: (change: Partial<Typed>) => void };

const NumberField = ({
  id,
  label,
  hint,
  value,
  onType,
}: {
  id: string;
  label: string;
  hint: string;
  value: string;
  onType: (value: string) => void;
}) => (
  <div class="field">
    <label for={id}>{label}</label>
    <span class="hint" id={`${id}-hint`}>
      {hint}
    </span>
    <input
      class="short"
      id={id}
      inputMode="decimal"
      autocomplete="off"
      aria-describedby={`${id}-hint`}
      value={value}
      onInput={(event) => onType(event.currentTarget.value)}
    />
  </div>
);

/** Yes or no; until one is chosen the slower rate is taken, and that is said. */
const YesNo = ({
  name,
  question,
  hint,
  value,
  onChange,
}: {
  name: string;
  question: string;
  hint: string;
  value: boolean | undefined;
  onChange: (value: boolean) => void;
}) => (
  <fieldset class="field" aria-describedby={`${name}-hint`}>
    <legend>{question}</legend>
    <span class="hint" id={`${name}-hint`}>
      {hint}
    </span>
    <div class="choices tight">
      {([true, false] as const).map((answer) => (
        <Choice
          type="radio"
          name={name}
          value={answer ? 'yes' : 'no'}
          label={answer ? 'Yes' : 'No'}
          checked={value === answer}
          onChange={() => onChange(answer)}
        />
      ))}
    </div>
  </fieldset>
);

const days = [2, 3, 4, 5] as const;
const Immunoglobulin = ({ typed, onType }: Filling) => (
  <>
    <div class="field">
      <label for="days">Days in a row</label>
      <select
        class="short"
        id="days"
        value={typed.days}
        onChange={(event) => onType({ days: days.find((n) => String(n) === event.currentTarget.value) ?? typed.days })}
      >
        {days.map((n) => (
          <option value={n}>{n}</option>
        ))}
      </select>
    </div>
    <YesNo
      name="at-risk"
      question="At risk of clots or kidney trouble?"
      hint="Until you say no, the lower ceiling is used."
      value={typed.atRisk}
      onChange={(atRisk) => onType({ atRisk })}
    />
  </>
);

const isRituximab = (scheme: Scheme): boolean => scheme !== 'ivig';

/** What the arithmetic needs, and nothing else: no name, no date, nothing kept. */
export const InfusionForm = ({ typed, onType }: Filling) => (
  <form class="infusing" onSubmit={(event) => event.preventDefault()}>
    <div class="field">
      <label for="scheme">Scheme</label>
      <select
        id="scheme"
        value={typed.scheme}
        onChange={({ currentTarget: { value } }) => (isScheme(value) ? onType({ scheme: value }) : undefined)}
      >
        {Object.entries(schemes).map(([id, words]) => (
          <option value={id}>{words}</option>
        ))}
      </select>
    </div>
    {typed.scheme === '1000-mg-twice' ? null : (
      <NumberField
        id="weight"
        label="Weight, in kg"
        hint="From 20 to 250"
        value={typed.weight}
        onType={(weight) => onType({ weight })}
      />
    )}
    {typed.scheme === '375-mg-per-m2-weekly-four' ? (
      <NumberField
        id="height"
        label="Height, in cm"
        hint="For the body surface"
        value={typed.height}
        onType={(height) => onType({ height })}
      />
    ) : null}
    {isRituximab(typed.scheme) ? (
      <YesNo
        name="first-ever"
        question="Is the first drip the first ever?"
        hint="Until you say no, it is taken for the first ever, and starts slower."
        value={typed.firstEver}
        onChange={(firstEver) => onType({ firstEver })}
      />
    ) : (
      <Immunoglobulin typed={typed} onType={onType} />
    )}
  </form>
);
