// SPDX-License-Identifier: Apache-2.0
import type { FactId, InterventionId } from '../model/index.ts';

/** A calendar day, `2026-11-23`: no time and no zone, as people remember. */
export type Day = string;
export type EntryId = string;
/** A number with its UCUM unit, as it was written down. */
export type Amount = { value: number; unit: string };
/** How often: `times` in every `per`. Weekly is 1 per week; twice a day is 2 per day; "every 3 days" is 1 per day with `every: 3`. */
export type Frequency = { times: number; per: 'day' | 'week' | 'month'; every?: number };

/** What every entry has. An entry is never changed in place: a correction is a new entry that names the old one in `replaces`;
 *  an entry that was wrong altogether is named by a `withdrawal`. Both stay in the record. */
export type Dated = {
  id: EntryId;
  on: Day;
  /** Who said so. */
  by?: 'patient' | 'carer' | 'clinician' | 'import';
  /** Where it came from, when it was imported: a FHIR reference or a file. */
  from?: string;
  note?: string;
  replaces?: EntryId;
};

/** A medicine begun, changed in dose, or stopped. A start or a change says the whole dose from that day on. */
export type MedicineEntry = {
  kind: 'medicine';
  intervention: InterventionId;
  event: 'start' | 'change' | 'stop';
  dose?: Amount;
  frequency?: Frequency;
  route?: string;
  product?: string;
  reason?: string;
};
/** One infusion or injection day; several days of one course are several entries. */
export type InfusionEntry = {
  kind: 'infusion';
  intervention: InterventionId;
  dose: Amount;
  product?: string;
  reaction?: string;
};
/** A laboratory result. `test` is the `id` of a test of the guideline's monitoring, or a fact's id when that fact is the test. */
export type LaboratoryEntry = {
  kind: 'laboratory';
  test: string;
  value: number;
  unit: string;
  upperLimit?: number;
  lowerLimit?: number;
};
/** A published measure: its inputs, which are scored anew at reading, or only the score that was written down. */
export type MeasureEntry = { kind: 'measure'; measure: string } & (
  { inputs: { readonly [input: string]: unknown } } | { score: number }
);
/** A strength or performance test done at home or in the clinic, such as `sts30`. */
export type StrengthEntry = { kind: 'strength'; test: string; value: number; unit: string };
/** How something feels, 0 none to 10 worst. */
export type SymptomEntry = { kind: 'symptom'; symptom: string; score: number };
/** The rash in one region of the body, 0 none to 10 worst. */
export type RashEntry = { kind: 'rash'; region: string; score: number };
/** An exercise session: the ids of its movements with what was done, effort on Borg CR-10 and pain 0–10 after. */
export type ExerciseEntry = {
  kind: 'exercise';
  movements: readonly { movement: string; sets?: number; repetitions?: number; seconds?: number }[];
  minutes?: number;
  effort?: number;
  painAfter?: number;
};
export type VaccineEntry = { kind: 'vaccine'; vaccine: string };
/** A fact of the guideline, as learnt on that day. */
export type FactEntry = { kind: 'fact'; fact: FactId; value: boolean | string | number };
/** The doctor's taper, as they gave it: from each day on, that dose of the medicine. */
export type TaperEntry = {
  kind: 'taper';
  intervention: InterventionId;
  steps: readonly { from: Day; dose: Amount; frequency?: Frequency }[];
};
export type NoteEntry = { kind: 'note'; text: string };
/** An earlier entry was wrong altogether; it stays in the record and counts for nothing. */
export type WithdrawalEntry = { kind: 'withdrawal'; of: EntryId };

/** Something that happened to one person on one day. */
export type Entry = Dated
  & (
    | MedicineEntry
    | InfusionEntry
    | LaboratoryEntry
    | MeasureEntry
    | StrengthEntry
    | SymptomEntry
    | RashEntry
    | ExerciseEntry
    | VaccineEntry
    | FactEntry
    | TaperEntry
    | NoteEntry
    | WithdrawalEntry
  );

/** What happened to one person, in any order. The order of entries says nothing; their dates do. */
export type Record = readonly Entry[];
