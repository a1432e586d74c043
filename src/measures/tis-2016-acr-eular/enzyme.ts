// SPDX-License-Identifier: Apache-2.0
import { toSix, type Reader } from '../measure.ts';
import { reader } from '../measure.ts';

/** The range of an enzyme, as a multiple of its upper limit of normal (2016 criteria: 15 for CK). The order breaks ties. */
const multiples = { CK: 15, aldolase: 6, LDH: 3, AST: 3, ALT: 3 } as const;
const enzymes = ['CK', 'aldolase', 'LDH', 'AST', 'ALT'] as const;
const unitsPerMicrokatal = 60;
type Reading = { name: (typeof enzymes)[number]; before: number; after: number | undefined };

/** An activity in U/L; undefined when it is not given. */
function activity(read: Reader, name: string): number | undefined {
  if (!read.has(name)) return undefined;
  const part = read.inside(name);
  const unit = part.word('unit', ['U/L', 'ukat/L']);
  const value = part.number('value', 0, 1e6);
  return value === undefined ? undefined : unit === 'ukat/L' ? value * unitsPerMicrokatal : value;
}

function limit(read: Reader, name: string): number | undefined {
  const found = activity(read, name);
  if (found === 0) {
    read.report(name, 'ULN must be > 0');
    return undefined;
  }
  return found;
}

/** One reading in multiples of its upper limit, before and after. A reading without a value at the start cannot be chosen. */
function reading(read: Reader): Reading | undefined {
  const name = read.word('name', enzymes);
  const [before, after, uln] = [activity(read, 'baseline'), activity(read, 'followUp'), limit(read, 'uln')];
  const later = read.has('ulnFollowUp') ? limit(read, 'ulnFollowUp') : uln;
  if (!read.has('uln')) read.report('uln', 'is missing. Give the upper limit of normal.');
  if (name === undefined || before === undefined || uln === undefined || later === undefined) return undefined;
  return { name, before: before / uln, after: after === undefined ? undefined : after / later };
}

/** Percent improvement of the enzyme that was most abnormal at the start: chosen once, and never swapped for another later. */
export function enzymeChange(read: Reader): { name: string | null; change: number | undefined } {
  if (!read.has('enzyme')) return { name: null, change: undefined };
  const part = read.inside('enzyme');
  const given = part
    .list('readings')
    .map((each, i) => reading(reader(isRecord(each) ? each : {}, `enzyme.readings.${i}.`, read.problems)));
  const known = given
    .flatMap((each) => each ?? [])
    .sort((a, b) => b.before - a.before || enzymes.indexOf(a.name) - enzymes.indexOf(b.name));
  const chosen = known[0];
  if (!chosen) return { name: null, change: undefined };
  return {
    name: chosen.name,
    change:
      chosen.after === undefined ? undefined : toSix(((chosen.before - chosen.after) / multiples[chosen.name]) * 100),
  };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
