// SPDX-License-Identifier: Apache-2.0
import { wrongValue } from '../../authoring/index.ts';
import { toEntry } from '../../authoring/record-schema.ts';
import { readBundle, type Reading } from '../../fhir/index.ts';
import { contradictionsIn } from '../../interpreters/answer/index.ts';
import type { Guideline } from '../../model/index.ts';
import { derive, isDay, type Derived } from '../../record/index.ts';
import type { Person } from './forms.ts';
import type { Wrong } from './problem.ts';

/** One person on a day, or every place that is wrong. Nothing is half-applied. */
export type ReadPerson =
  | { ok: true; derived: Derived; reading?: Reading }
  | {
      ok: false;
      type: 'wrong-facts' | 'contradictory' | 'not-one-person' | 'wrong-day';
      detail: string;
      wrong: readonly Wrong[];
    };

type PatientFile = Exclude<Person, { resourceType: unknown }>;
const isBundle = (person: Person): person is Exclude<Person, PatientFile> => 'resourceType' in person;

/** Every fact that the guideline does not know or whose value it does not allow, and every entry that says nothing. */
function wrongIn(guideline: Guideline, { facts = {}, record = [] }: PatientFile): readonly Wrong[] {
  const values = Object.entries(facts).flatMap(([name, value]) => {
    const message = wrongValue(guideline, name, value);
    return message === undefined ? [] : [{ at: `patient.facts.${name.slice(0, 60)}`, message }];
  });
  const entries = record.flatMap((entry, i) =>
    toEntry(entry)
      ? []
      : [{ at: `patient.record.${i}`, message: 'A measure needs its "inputs", or the "score" that was written down.' }],
  );
  return [...values, ...entries];
}

const refuse = (
  type: Extract<ReadPerson, { ok: false }>['type'],
  detail: string,
  wrong: readonly Wrong[] = [],
): ReadPerson => ({ ok: false, type, detail, wrong });

function fromFile(guideline: Guideline, file: PatientFile, asOf: string | undefined, today: string): ReadPerson {
  const wrong = wrongIn(guideline, file);
  if (wrong.length) return refuse('wrong-facts', 'Some facts cannot be used, so nothing was worked out.', wrong);
  const day = asOf ?? file.asOf ?? today;
  const facts = file.facts ?? {};
  const both = contradictionsIn(guideline, facts).map(({ message, facts: of }) => ({
    at: `patient.facts.${of.at(-1) ?? ''}`,
    message: `${message} Both cannot be true: look at ${of.join(', ')}, and leave out what is not certain.`,
  }));
  if (both.length) return refuse('contradictory', 'Some facts contradict each other, so nothing was worked out.', both);
  const record = (file.record ?? []).flatMap((entry) => toEntry(entry) ?? []);
  return { ok: true, derived: derive(guideline, record, day, { facts, on: file.asOf ?? day }) };
}

/** Reads a patient file or a Bundle as it stands on a day: the one that is asked for, else the file's own, else today. */
export function readPerson(guideline: Guideline, person: Person, asOf: string | undefined, today: string): ReadPerson {
  const days = [asOf, isBundle(person) ? undefined : person.asOf];
  if (days.some((day) => day !== undefined && !isDay(day)))
    return refuse('wrong-day', 'The day is not one of the calendar. Write it as 2026-01-31.');
  if (!isBundle(person)) return fromFile(guideline, person, asOf, today);
  const reading = readBundle(guideline, person, asOf ?? today);
  if (!reading.ok) return refuse('not-one-person', reading.problem);
  const derived = derive(guideline, reading.entries, reading.asOf);
  return { ok: true, reading, derived: { ...derived, patient: reading.facts } };
}
