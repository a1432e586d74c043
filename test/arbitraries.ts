// SPDX-License-Identifier: Apache-2.0
// Generated patients of a guideline, for the properties that hold for everybody.
import fc from 'fast-check';
import type { Fact, Guideline, Patient } from '../src/model/index.ts';

/** Any value that a fact allows. */
export const valueOf = ({ value }: Fact): fc.Arbitrary<boolean | string | number> => {
  if (value.type === 'boolean') return fc.boolean();
  return value.type === 'code'
    ? fc.constantFrom(...value.options.map(({ code }) => code))
    : fc.double({ min: value.min, max: value.max, noNaN: true });
};

/** A patient near another one, with up to twelve facts changed and up to eight unknown, so that options really are offered. */
export function patientNear({ facts }: Guideline, near: Patient): fc.Arbitrary<Patient> {
  const all = Object.values(facts);
  const changed = fc.uniqueArray(
    fc.constantFrom(...all).chain((fact) => valueOf(fact).map((value) => [fact.id, value] as const)),
    { maxLength: 12, selector: ([id]) => id },
  );
  const unknown = fc.uniqueArray(fc.constantFrom(...all.map(({ id }) => id)), { maxLength: 8 });
  return fc
    .tuple(changed, unknown)
    .map(([values, lost]) =>
      Object.fromEntries(
        Object.entries({ ...near, ...Object.fromEntries(values) }).filter(([id]) => !lost.includes(id)),
      ),
    );
}
