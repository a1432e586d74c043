// SPDX-License-Identifier: Apache-2.0
import { atc } from './atc.ts';
import { conditionNames } from './condition-names.ts';
import { cvx } from './cvx.ts';
import { icd10, icd10cm, icd10gm } from './icd10.ts';
import { keptTests } from './kept.ts';
import { answers as loincAnswers, notRead, tests } from './loinc.ts';
import { medicineNames } from './medicine-names.ts';
import { codes, type Codes } from './meaning.ts';
import { names } from './names.ts';
import { rxnorm } from './rxnorm.ts';
import { conditions } from './snomed-conditions.ts';
import { answers as snomedAnswers, medicines, procedures } from './snomed.ts';
import { testNames } from './test-names.ts';

/** Addresses of code systems, as FHIR writes them. */
export const systems = {
  snomed: 'http://snomed.info/sct',
  loinc: 'http://loinc.org',
  icd10: 'http://hl7.org/fhir/sid/icd-10',
  icd10cm: 'http://hl7.org/fhir/sid/icd-10-cm',
  icd10gm: 'http://fhir.de/CodeSystem/bfarm/icd-10-gm',
  rxnorm: 'http://www.nlm.nih.gov/research/umls/rxnorm',
  atc: 'http://www.whocc.no/atc',
  cvx: 'http://hl7.org/fhir/sid/cvx',
} as const;

/** Tables by code system, each parsed the first time it is used. */
type Tables = ReadonlyMap<string, Codes>;
const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};
const table = (...rows: readonly (readonly [string, string])[]): (() => Tables) =>
  once(() => new Map(rows.map(([system, written]) => [system, codes(written)])));

export const conditionCodes = table(
  [systems.snomed, conditions],
  [systems.icd10, icd10],
  [systems.icd10cm, icd10cm],
  [systems.icd10gm, icd10gm],
);
export const medicineCodes = table([systems.snomed, medicines], [systems.rxnorm, rxnorm], [systems.atc, atc]);
export const procedureCodes = table([systems.snomed, procedures]);
export const vaccineCodes = table([systems.cvx, cvx]);
export const testCodes = table([systems.loinc, tests]);
export const keptCodes = table([systems.loinc, keptTests]);
export const unreadCodes = table([systems.loinc, notRead]);
export const answerCodes = table([systems.snomed, snomedAnswers], [systems.loinc, loincAnswers]);

export const conditionWords = once(() => names(conditionNames));
export const medicineWords = once(() => names(medicineNames));
export const testWords = once(() => names(testNames));
