// SPDX-License-Identifier: Apache-2.0
import type { z } from 'zod';
import type { Guideline, Patient } from '../model/index.ts';
import { wrongValue } from './names.ts';
import type { Entry } from '../record/index.ts';
import { items, reporter, type Report } from './collect.ts';
import { toEntry } from './record-schema.ts';
import { show } from './diagnostic.ts';
import { itsName, type Positioned } from './read.ts';
import { patientFile } from './patient-schema.ts';

/** A patient file, read: all of it, or none of it and every problem as text. */
export type ReadPatient =
  { ok: true; patient: Patient; asOf?: string; record?: readonly Entry[] } | { ok: false; problems: string };

export const realDate = (date: string): boolean => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
};

/** The entries of a file's record; an entry that says nothing is reported. Dates and doses are checked when it is derived from. */
function entriesOf(
  report: Report,
  file: Positioned,
  written: NonNullable<z.infer<typeof patientFile>['record']>,
): readonly Entry[] {
  return written.flatMap((one, i) => {
    const entry = toEntry(one);
    if (entry) return [entry];
    report(file, ['record', i], 'missing-field', 'A measure needs its "inputs", or the "score" that was written down.');
    return [];
  });
}

const isOne = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Checks a patient file against the guideline's facts. Nothing is half-applied: one problem refuses the whole file. */
export function readPatient(guideline: Guideline, file: Positioned): ReadPatient {
  const { diagnostics, report } = reporter();
  const one = isOne(file.value);
  if (!one && file.problems.length === 0)
    report(file, [], 'wrong-type', 'A patient file is one patient: { asOf, facts, record }.');
  const found = one ? items(report, patientFile, file)[0]?.value : undefined;
  if (found?.asOf !== undefined && !realDate(found.asOf))
    report(file, ['asOf'], 'wrong-value', `${found.asOf} is not a day in the calendar.`);
  for (const [name, value] of Object.entries(found?.facts ?? {})) {
    const wrong = wrongValue(guideline, name, value);
    if (wrong === undefined) continue;
    if (Object.hasOwn(guideline.facts, name)) report(file, ['facts', name], 'wrong-value', wrong);
    else report(file, ['facts', name, itsName], 'unknown-name', wrong);
  }
  const record = found?.record === undefined ? undefined : entriesOf(report, file, found.record);
  const problems = [...file.problems, ...diagnostics];
  if (problems.length === 0 && found)
    return {
      ok: true,
      patient: found.facts ?? {},
      ...(found.asOf === undefined ? {} : { asOf: found.asOf }),
      ...(record ? { record } : {}),
    };
  return { ok: false, problems: problems.map((problem) => show(problem, file.text)).join('\n\n') };
}
