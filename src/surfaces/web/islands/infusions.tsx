// SPDX-License-Identifier: Apache-2.0
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { InfusionForm, type Typed } from '../components/infusion/form.tsx';
import { inShort, WorkedOut } from '../components/infusion/worked.tsx';
import { example, workOut, type Wanted } from '../infusing.ts';

const number = (typed: string): number | undefined => {
  const found = Number(typed.trim().replace(',', '.'));
  return typed.trim() === '' || !Number.isFinite(found) ? undefined : found;
};
const wantedOf = ({ weight, height, ...rest }: Typed): Wanted => ({
  ...rest,
  weightKg: number(weight),
  heightCm: number(height),
});

/** The form, and beside it what it gives; the example stands until a number is typed. */
const Infusions = ({ sources }: { sources: readonly string[] }) => {
  const [typed, setTyped] = useState<Typed>({ ...example, weight: '', height: '' });
  const asExample = typed.scheme === 'ivig' && typed.weight === '';
  const wanted = { ...wantedOf(typed), ...(asExample ? { weightKg: example.weightKg } : {}) };
  const worked = workOut(wanted);
  return (
    <div class="cols">
      <InfusionForm typed={typed} onType={(change) => setTyped({ ...typed, ...change })} />
      <section class="result" aria-labelledby="result">
        <h2 id="result">{asExample ? `An example: ${example.weightKg} kg` : 'Worked out'}</h2>
        <p class="hide" role="status">
          {asExample ? '' : worked.ok ? inShort(worked.infusion) : worked.problem}
        </p>
        {worked.ok ? (
          <WorkedOut worked={worked} weightKg={wanted.weightKg} sources={sources} />
        ) : (
          <p class="wrong-text">{worked.problem}</p>
        )}
      </section>
    </div>
  );
};

const place = document.querySelector<HTMLElement>('[data-island="infusions"]');
if (place) {
  const sources = (place.dataset['sources'] ?? '').split(' ');
  place.textContent = '';
  render(<Infusions sources={sources} />, place);
}
