// SPDX-License-Identifier: Apache-2.0
// From which kind of resource a fact can be read at all: what no record can say has to be asked.
import type { FactId } from '../model/index.ts';
import { conditionNames } from './codes/condition-names.ts';
import { icd10, icd10cm, icd10gm } from './codes/icd10.ts';
import { tests } from './codes/loinc.ts';
import { meaning } from './codes/meaning.ts';
import { conditions } from './codes/snomed-conditions.ts';
import { testNames } from './codes/test-names.ts';

/** The kinds of resource that settle facts. */
export type FactSource = 'Patient' | 'Condition' | 'Observation' | 'MedicationRequest' | 'AllergyIntolerance';

const keysOf = (table: string): readonly string[] =>
  table
    .trim()
    .replaceAll(/\n\s+/g, ' ')
    .split('\n')
    .map((row) => row.slice(0, row.lastIndexOf(': ')));
/** The headings of a table of names. */
const headings = (table: string): readonly string[] =>
  table
    .trim()
    .split('\n')
    .filter((row) => !row.startsWith(' '));
const settled = (keys: readonly string[]): readonly FactId[] =>
  keys
    .map(meaning)
    .filter(({ value, when }) => value !== undefined || when !== undefined)
    .map(({ fact }) => fact);

const measured = new Set([...keysOf(tests).map((key) => key.split(' ')[0] ?? key), ...headings(testNames)]);
const diagnosed = new Set(
  settled([...[conditions, icd10, icd10cm, icd10gm].flatMap(keysOf), ...headings(conditionNames)]),
);
const ofPatient = new Set(['age', 'sex-at-birth']);
const ofMedicines = new Set([
  'prednisone-mg-per-day',
  'methotrexate-taken-daily',
  'glucocorticoid-weeks',
  'glucocorticoid-within-year',
  'months-since-rituximab',
  'months-since-ivig',
  'stopped-immunosuppressant-within-3-months',
]);
const ofConditions = new Set(['age-at-onset', 'months-since-onset']);

const isMedicine = (fact: FactId): boolean => ofMedicines.has(fact) || /^(?:taking|also-takes)-/.test(fact);
const settles: Readonly<Record<FactSource, (fact: FactId) => boolean>> = {
  Patient: (fact) => ofPatient.has(fact),
  Condition: (fact) => diagnosed.has(fact) || ofConditions.has(fact),
  Observation: (fact) => measured.has(fact),
  MedicationRequest: isMedicine,
  AllergyIntolerance: (fact) => fact.startsWith('allergy-'),
};
const sources = ['Patient', 'Condition', 'Observation', 'MedicationRequest', 'AllergyIntolerance'] as const;

/** The kinds of resource that can settle a fact, each by itself; none when only a person can say it. */
export const sourcesOf = (fact: FactId): readonly FactSource[] => sources.filter((source) => settles[source](fact));
