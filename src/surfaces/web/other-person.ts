// SPDX-License-Identifier: Apache-2.0
// Whether a file is about somebody else than the record it would be added to. Pure.
import type { Entry } from '../../record/index.ts';

type Said = { on: string; value: boolean | string | number };
/** What was said last of one fact. */
const last = (entries: readonly Entry[], fact: string): Said | undefined =>
  entries
    .flatMap((entry) => (entry.kind === 'fact' && entry.fact === fact ? [{ on: entry.on, value: entry.value }] : []))
    .toSorted((a, b) => a.on.localeCompare(b.on))
    .at(-1);

const msPerYear = 365.25 * 86_400_000;
/** Ages are whole years and their days are those of the answers, so two years of difference can still be one person. */
const slack = 2;
function agesApart(here: Said | undefined, there: Said | undefined): string | undefined {
  if (typeof here?.value !== 'number' || typeof there?.value !== 'number') return undefined;
  const years = (Date.parse(there.on) - Date.parse(here.on)) / msPerYear;
  return Math.abs(there.value - here.value - years) > slack
    ? `an age of ${there.value}, and what is kept here says ${here.value}`
    : undefined;
}
const sexesApart = (here: Said | undefined, there: Said | undefined): string | undefined =>
  here && there && here.value !== there.value
    ? `${String(there.value)} at birth, and what is kept here says ${String(here.value)}`
    : undefined;

/** Why a file cannot be about the person whose record is kept here, in words; nothing where age and sex at birth agree or are not
 *  known of both. Two people of one age and sex are not told apart: a patient file carries no name. */
export function otherPerson(kept: readonly Entry[], opened: readonly Entry[]): string | undefined {
  const apart =
    agesApart(last(kept, 'age'), last(opened, 'age'))
    ?? sexesApart(last(kept, 'sex-at-birth'), last(opened, 'sex-at-birth'));
  return apart === undefined
    ? undefined
    : `This file says ${apart}. It seems to be about somebody else, so nothing was changed. If it is, turn to them first on the page Track, under “Somebody else on this device”. If it is not, correct what is kept here, and open the file again.`;
}
