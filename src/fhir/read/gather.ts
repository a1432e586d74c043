// SPDX-License-Identifier: Apache-2.0
// From what every resource said to what holds on the day.
import { derive, type Day, type Derived, type Entry } from '../../record/index.ts';
import type { Context, Finding, Found, Reading } from '../finding.ts';
import type { MedicineUse } from './medicine.ts';
import { allowed, plain, settle } from './settle.ts';
import { readTaking } from './taking.ts';

export type Read = { findings: readonly Finding[]; use?: MedicineUse };
type FoundFinding = Extract<Finding, { kind: 'found' }>;

/** What was found, as an entry: the measurement where there is one, otherwise the fact as it was learnt. Facts worked out on the
 *  day (an age, months since) hold only for that day, so they are facts and no entries. */
function entryOf({ entry, fact, value, on, from, how }: FoundFinding, asOf: Day): readonly Entry[] {
  if (entry) return [entry];
  if (how === 'worked-out' && on === asOf) return [];
  return [{ kind: 'fact', id: `${from}:${fact}`, on: on ?? asOf, by: 'import', from, fact, value }];
}

/** Every entry once; two imported ones that say the same of the same day are one. */
function unique(entries: readonly Entry[]): readonly Entry[] {
  const seen = new Map<string, Entry>();
  for (const entry of entries) {
    const { id, from: _from, ...rest } = entry;
    const said = JSON.stringify(rest);
    const key = entry.by === 'import' ? said : `${id} ${said}`;
    if (!seen.has(key)) seen.set(key, entry);
  }
  return [...seen.values()];
}

/** What an imported record may settle by being reckoned with. A list of medicines is rarely the whole history, so where in
 *  treatment somebody is, and how it went, is not reckoned from it. */
const reckoned = new Set([
  'egfr',
  'glucocorticoid-weeks',
  'glucocorticoid-within-year',
  'stopped-immunosuppressant-within-3-months',
  'months-since-ivig',
  'months-since-rituximab',
]);

/** Facts that follow from the entries together, and were in no resource by themselves. */
function following(
  { patient, provenance }: Derived,
  entries: readonly Entry[],
  ours: ReadonlySet<string>,
): readonly Found[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return Object.entries(patient).flatMap(([fact, value]): readonly Found[] => {
    const known = provenance[fact];
    const from = known?.entries[0];
    if (!known || from === undefined) return [];
    if (!reckoned.has(fact) && !known.entries.every((id) => ours.has(id))) return [];
    return [{ fact, value, on: known.on, from: byId.get(from)?.from ?? from, said: known.how, how: 'worked-out' }];
  });
}

/** Same reasons and questions once. */
const distinct = <T>(all: readonly T[]): readonly T[] => [
  ...new Map(all.map((one) => [JSON.stringify(one), one])).values(),
];

/** The facts, entries, reasons and conflicts of a whole record. */
export function gather(context: Context, reads: readonly Read[]): Reading {
  const taking = readTaking(
    context,
    reads.flatMap(({ use }) => use ?? []),
  );
  const findings = [...reads.flatMap((one) => one.findings), ...taking.findings];
  const found = findings.filter((one) => one.kind === 'found');
  const unsettled = new Set(taking.conflicts.map(({ fact }) => fact));
  const settled = settle(
    context,
    found.filter(({ fact }) => !unsettled.has(fact)),
  );
  const conflicts = [...taking.conflicts, ...settled.conflicts];
  const usable = found.filter(({ fact: id, value, on }) => {
    const fact = Object.hasOwn(context.guideline.facts, id) ? context.guideline.facts[id] : undefined;
    return fact !== undefined && allowed(fact, value) && (on === undefined || on <= context.asOf);
  });
  const told = findings.flatMap((one) => (one.kind === 'entry' ? [one] : []));
  const entries = unique([...told.map(({ entry }) => entry), ...usable.flatMap((one) => entryOf(one, context.asOf))]);
  const ours = new Set([
    ...told.flatMap(({ own, entry }) => (own ? [entry.id] : [])),
    ...usable.flatMap(({ own, entry }) => (own && entry ? [entry.id] : [])),
  ]);
  const known = new Set([...settled.facts, ...conflicts].map(({ fact }) => fact));
  const more = following(derive(context.guideline, entries, context.asOf), entries, ours).filter(
    ({ fact }) => !known.has(fact),
  );
  const all = [...settled.facts.map(plain), ...more];
  const settledFacts = new Set(all.map(({ fact }) => fact));
  return {
    asOf: context.asOf,
    facts: Object.fromEntries(all.map(({ fact, value }) => [fact, value])),
    entries,
    found: all,
    ignored: distinct([
      ...findings.flatMap((one) => (one.kind === 'ignored' ? [{ resource: one.resource, reason: one.reason }] : [])),
      ...settled.ignored,
    ]),
    asked: distinct(
      findings.flatMap((one) => {
        if (one.kind !== 'asked' || settledFacts.has(one.fact)) return [];
        const { kind: _kind, ...question } = one;
        return [question];
      }),
    ),
    conflicts,
  };
}
