// SPDX-License-Identifier: Apache-2.0
import type { Guideline } from '../../model/index.ts';
import type { Entry } from '../../record/index.ts';

const kindsKnown = [
  'medicine',
  'infusion',
  'laboratory',
  'measure',
  'strength',
  'symptom',
  'rash',
  'exercise',
  'vaccine',
  'fact',
  'taper',
  'note',
  'withdrawal',
];
export const isObject = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isDay = (value: unknown): value is string =>
  typeof value === 'string'
  && /^\d{4}-\d{2}-\d{2}$/.test(value)
  && !Number.isNaN(Date.parse(`${value}T00:00:00Z`))
  && new Date(`${value}T00:00:00Z`).toISOString().startsWith(value);
/** Whether something can be an entry of a record: its id, its day and its kind. */
export const isEntry = (value: unknown): value is Entry =>
  isObject(value)
  && typeof value['id'] === 'string'
  && isDay(value['on'])
  && typeof value['kind'] === 'string'
  && kindsKnown.includes(value['kind']);

/** Whether the guideline allows this value for this fact. */
function allowed(guideline: Guideline, name: string, value: unknown): value is boolean | string | number {
  const fact = Object.hasOwn(guideline.facts, name) ? guideline.facts[name] : undefined;
  if (!fact) return false;
  const { value: kind } = fact;
  return kind.type === 'boolean'
    ? typeof value === 'boolean'
    : kind.type === 'code'
      ? kind.options.some(({ code }) => code === value)
      : typeof value === 'number' && value >= kind.min && value <= kind.max;
}

type Read = { ok: true; entries: readonly Entry[] } | { ok: false; problem: string };
const refuse = (problem: string) => ({ ok: false as const, problem: `${problem} Nothing was changed.` });

/** Reads a patient file that was parsed: all of it, or none of it and what is wrong. What is in it is data, never markup. */
export function readPatient(guideline: Guideline, found: unknown, today: string, newId: () => string): Read {
  if (!isObject(found) || (!Object.hasOwn(found, 'facts') && !Object.hasOwn(found, 'record')))
    return refuse('This is no copy made by Heliotrope and no patient file: it has neither "facts" nor a "record".');
  const { facts = {}, record = [], asOf = today } = found;
  if (!isObject(facts) || !Array.isArray(record) || !isDay(asOf))
    return refuse('A patient file has "asOf" (a day), "facts" and "record" (a list).');
  const badFact = Object.entries(facts).find(([name, value]) => !allowed(guideline, name, value));
  if (badFact)
    return refuse(`The fact "${badFact[0]}" does not exist, or cannot have the value ${JSON.stringify(badFact[1])}.`);
  const badEntry = record.findIndex(
    (entry: unknown) => !isEntry(entry) || (entry.kind === 'fact' && !allowed(guideline, entry.fact, entry.value)),
  );
  if (badEntry >= 0) return refuse(`Entry ${badEntry + 1} of the record cannot be read.`);
  const inRecord = new Set(record.filter(isEntry).flatMap((entry) => (entry.kind === 'fact' ? [entry.fact] : [])));
  const said = Object.entries(facts).flatMap(([fact, value]) =>
    allowed(guideline, fact, value) && !inRecord.has(fact)
      ? [{ kind: 'fact' as const, id: newId(), on: asOf, by: 'import' as const, fact, value }]
      : [],
  );
  return { ok: true, entries: [...record.filter(isEntry), ...said] };
}
