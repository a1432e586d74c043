// SPDX-License-Identifier: Apache-2.0
import { isDay } from './days.ts';
import type { Report } from './problem.ts';
import type { Day, Entry, EntryId, Record } from './record.ts';

const earliest = '1900-01-01';
const byDayThenId = (a: Entry, b: Entry): number =>
  a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/** Days seen already, so that each is checked once. */
function dayChecker(): (day: Day) => boolean {
  const seen = new Map<Day, boolean>();
  return (day) => {
    const known = seen.get(day);
    if (known !== undefined) return known;
    const real = isDay(day) && day >= earliest;
    seen.set(day, real);
    return real;
  };
}

/** The entries that no correction or withdrawal took away; both are named when what they name is not there. */
function withoutReplaced(record: Record, report: Report): readonly Entry[] {
  const ids = new Set(record.map(({ id }) => id));
  const gone = new Set<EntryId>();
  for (const entry of record)
    for (const old of [entry.replaces, entry.kind === 'withdrawal' ? entry.of : undefined])
      if (old !== undefined) {
        if (!ids.has(old) || old === entry.id)
          report('unknown-entry', 'error', `It corrects or withdraws "${old}", which is not in the record.`, entry.id);
        else gone.add(old);
      }
  return record.filter(({ id, kind }) => !gone.has(id) && kind !== 'withdrawal');
}

/** What the record says today of everything up to and including a day, by day. Corrections and withdrawals count whenever they were
 *  written: going back in time shows what had happened by then, with what is known now. */
export function liveEntries(record: Record, asOf: Day, report: Report): readonly Entry[] {
  const real = dayChecker();
  const seen = new Set<EntryId>();
  const kept = withoutReplaced(record, report).filter((entry) => {
    if (seen.has(entry.id)) {
      report('duplicate-entry', 'error', `Two entries have the id "${entry.id}"; only the first counts.`, entry.id);
      return false;
    }
    seen.add(entry.id);
    if (real(entry.on)) return entry.on <= asOf;
    report(
      'impossible-date',
      'error',
      `"${entry.on}" is not a day it could have happened. Write it as 2026-11-23.`,
      entry.id,
    );
    return false;
  });
  return kept.sort(byDayThenId);
}
