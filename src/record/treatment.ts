// SPDX-License-Identifier: Apache-2.0
import type { Guideline, InterventionId } from '../model/index.ts';
import type { Report } from './problem.ts';
import type { Amount, Day, Dated, EntryId, Frequency, MedicineEntry } from './record.ts';

type Written = Dated & MedicineEntry;
/** One dose of a medicine, unchanged from a day up to (not including) another; without `until` it goes on. */
export type DoseSpan = {
  intervention: InterventionId;
  from: Day;
  until?: Day;
  dose?: Amount;
  frequency?: Frequency;
  product?: string;
  route?: string;
  entry: EntryId;
};
/** A treatment from its start to its stop; without `until` it goes on. */
export type Course = {
  intervention: InterventionId;
  from: Day;
  until?: Day;
  stop?: { entry: EntryId; reason?: string };
  spans: readonly DoseSpan[];
};

const sameDose = (a: Written, b: Written): boolean =>
  a.event === b.event
  && a.dose?.value === b.dose?.value
  && a.dose?.unit === b.dose?.unit
  && a.frequency?.times === b.frequency?.times
  && a.frequency?.per === b.frequency?.per
  && (a.frequency?.every ?? 1) === (b.frequency?.every ?? 1)
  && a.product === b.product;

const spanOf = ({ intervention, on, dose, frequency, product, route, id }: Written): DoseSpan => ({
  intervention,
  from: on,
  entry: id,
  ...(dose ? { dose } : {}),
  ...(frequency ? { frequency } : {}),
  ...(product === undefined ? {} : { product }),
  ...(route === undefined ? {} : { route }),
});

/** What is wrong with an entry, given the course it falls into; said, and never mended. */
function check(entry: Written, last: Written | undefined, running: boolean, report: Report): void {
  if (entry.event === 'start' && running && last)
    report(
      'overlapping-doses',
      'error',
      `${entry.intervention} is started on ${entry.on} while an earlier dose still runs since ${last.on}. If the dose changed, say "change"; if it was stopped between, add the stop. The newer dose is used from that day.`,
      entry.id,
      last.id,
    );
  if (entry.event !== 'start' && !running)
    report(
      'missing-start',
      'warning',
      `${entry.intervention} is ${entry.event === 'stop' ? 'stopped' : 'changed'} on ${entry.on}, and the record has no start before it.`,
      entry.id,
    );
}

/** The courses of one medicine from its entries, which must be in the order of their days. */
function coursesOf(entries: readonly Written[], report: Report): readonly Course[] {
  const courses: Course[] = [];
  let spans: DoseSpan[] = [];
  let last: Written | undefined;
  const close = (at: number, until: Day): void => {
    const open = spans[at];
    if (open && open.until === undefined) spans[at] = { ...open, until };
  };
  for (const entry of entries) {
    if (last?.on === entry.on && last.event !== 'stop' && entry.event !== 'stop') {
      if (!sameDose(last, entry))
        report(
          'overlapping-doses',
          'error',
          `Two entries give different doses of ${entry.intervention} on ${entry.on}. Keep one, and withdraw the other. Until then "${entry.id}" is used.`,
          last.id,
          entry.id,
        );
      spans[spans.length - 1] = spanOf(entry);
      last = entry;
      continue;
    }
    check(entry, last, spans.length > 0, report);
    close(spans.length - 1, entry.on);
    if (entry.event === 'stop') {
      const from = spans[0]?.from;
      if (from !== undefined)
        courses.push({
          intervention: entry.intervention,
          from,
          until: entry.on,
          spans,
          stop: { entry: entry.id, ...(entry.reason === undefined ? {} : { reason: entry.reason }) },
        });
      spans = [];
    } else spans = [...spans, spanOf(entry)];
    last = entry;
  }
  const from = spans[0]?.from;
  return from === undefined || last === undefined
    ? courses
    : [...courses, { intervention: last.intervention, from, spans }];
}

/** Every course of every medicine, by medicine. A medicine that the guideline does not know is named and kept out. */
export function courses(
  guideline: Guideline,
  entries: readonly Written[],
  report: Report,
): ReadonlyMap<InterventionId, readonly Course[]> {
  const byMedicine = new Map<InterventionId, Written[]>();
  for (const entry of entries) {
    if (!Object.hasOwn(guideline.interventions, entry.intervention)) {
      report(
        'unknown-name',
        'warning',
        `The guideline has no medicine called "${entry.intervention}", so no rule looks at it.`,
        entry.id,
      );
      continue;
    }
    const list = byMedicine.get(entry.intervention) ?? [];
    list.push(entry);
    byMedicine.set(entry.intervention, list);
  }
  return new Map([...byMedicine].map(([id, list]) => [id, coursesOf(list, report)]));
}

const days = { day: 1, week: 7, month: 30.4375 } as const;
/** How much of a dose falls on one day on average; every third day is a third. */
export const perDay = ({ times, per, every = 1 }: Frequency): number => times / (days[per] * every);
