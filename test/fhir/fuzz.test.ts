// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadGuideline } from '../../src/authoring/index.ts';
import { parseFhir, readBundle, type Found } from '../../src/fhir/index.ts';
import { atc } from '../../src/fhir/codes/atc.ts';
import { conditionNames } from '../../src/fhir/codes/condition-names.ts';
import { icd10, icd10cm, icd10gm } from '../../src/fhir/codes/icd10.ts';
import { tests } from '../../src/fhir/codes/loinc.ts';
import { medicineNames } from '../../src/fhir/codes/medicine-names.ts';
import { rxnorm } from '../../src/fhir/codes/rxnorm.ts';
import { conditions } from '../../src/fhir/codes/snomed-conditions.ts';
import { medicines } from '../../src/fhir/codes/snomed.ts';
import { testNames } from '../../src/fhir/codes/test-names.ts';
import { published } from './examples.ts';
import { chance, mutated } from './mutate.ts';

const { loaded } = loadGuideline('guideline');
if (!loaded) throw new Error('The guideline does not load.');
const { guideline } = loaded;
const asOf = '2026-11-01';
/** 2,000 in every test run; a night's run sets FHIR_FUZZ=50000. */
const runs = Number(process.env['FHIR_FUZZ'] ?? 2000);
const seed = Number(process.env['FHIR_FUZZ_SEED'] ?? 20261101);

const types = new Set([
  'Patient',
  'Condition',
  'Observation',
  'MedicationRequest',
  'MedicationStatement',
  'MedicationDispense',
  'MedicationAdministration',
  'AllergyIntolerance',
  'Immunization',
  'Procedure',
  'DiagnosticReport',
  'QuestionnaireResponse',
  'Medication',
]);
const examples = ['stepping-up', 'anti-mda5', 'methotrexate-daily'].flatMap((name) => {
  const { entry } = JSON.parse(readFileSync(`examples/${name}.fhir.json`, 'utf8')) as {
    entry: { resource: { resourceType: string } }[];
  };
  return entry
    .map(({ resource }) => resource)
    .filter(({ resourceType }) => types.has(resourceType) && resourceType !== 'QuestionnaireResponse');
});
const others = published()
  .map(({ resource }) => resource)
  .filter(({ resourceType = '' }) => types.has(resourceType));
const answers = {
  resourceType: 'QuestionnaireResponse',
  status: 'completed',
  authored: asOf,
  questionnaire: 'https://example.org/heliotrope/fhir/Questionnaire/facts',
  item: [
    { linkId: 'diabetes', answer: [{ valueBoolean: false }] },
    { linkId: 'egfr', answer: [{ valueDecimal: 80 }] },
  ],
};
// Ours many times over, so that most Bundles hold something that is read.
const resources = [...Array.from({ length: 20 }, () => [...examples, answers]).flat(), ...others];

/** All that could state a fact, taken from the tables by eye and not by the reader: its codes, its names, its own id. */
const allCodes = [atc, icd10, icd10cm, icd10gm, tests, rxnorm, conditions, medicines]
  .join(' ')
  .split(/[\s:]+/)
  .map((code) => code.replaceAll(/[~*.]/g, ''))
  .filter((code) => code.length > 2);
const allNames = [conditionNames, medicineNames, testNames]
  .join('\n')
  .split('\n')
  .filter((row) => /^ {2}[+=&] /.test(row))
  .flatMap((row) => row.slice(4).toLowerCase().split(' | '));
const fromPerson = new Set(['age', 'sex-at-birth']);
function stated({ fact, how }: Found, bundle: string): boolean {
  if (fromPerson.has(fact))
    return (
      bundle.includes('birthDate')
      || bundle.includes('birthsex')
      || bundle.includes('76689-9')
      || bundle.includes(`"${fact}"`)
    );
  if (how === 'own') return bundle.includes(`"${fact}"`);
  const plain = bundle.replaceAll('.', '');
  const lower = bundle.toLowerCase();
  return allCodes.some((code) => plain.includes(code)) || allNames.some((name) => lower.includes(name));
}
/** What can make a "no": an answer, a negative result, a limit, a stop, a weekly rhythm. Silence cannot. */
const saysNo =
  /false|negative|not detected|absent|none detected|"neg"|"nd"|"n"|260385009|260415000|2667000|la6577-6|la11883-8|60001007|la26683-5|stopped|completed|not-taken|referencerange|"l"|"h"|week|"wk"|dayofweek|monthly|"mo"|reactive|end"|"period":(?!1[,}])/i;

/** The same Bundle with every resource entered in error: Patient alone has no such status. */
const inError = (bundle: object): unknown =>
  JSON.parse(JSON.stringify(bundle), (name, value) =>
    name === 'resource' && typeof value === 'object' && value !== null && 'resourceType' in value
      ? { ...value, status: 'entered-in-error', verificationStatus: { coding: [{ code: 'entered-in-error' }] } }
      : value,
  );

describe(`${runs} Bundles changed at random (seed ${seed})`, () => {
  it('are read without a crash, within a second, and hold no fact that nobody stated', { timeout: 3_600_000 }, () => {
    const random = chance(seed);
    let found = 0;
    for (let i = 0; i < runs; i++) {
      const bundle = mutated(resources, random);
      const text = JSON.stringify(bundle);
      const began = process.cpuUsage(); // its own work: the machine may be busy with other tests
      const parsed = parseFhir(text);
      const read = parsed.ok ? readBundle(guideline, parsed.value, asOf) : undefined;
      const { user, system } = process.cpuUsage(began);
      const took = (user + system) / 1000;
      expect(took, `run ${i} took ${took} ms`).toBeLessThan(1000);
      if (!read?.ok) continue;
      found += read.found.length;
      for (const one of read.found) {
        expect(stated(one, text), `run ${i}: ${JSON.stringify(one)} in ${text}`).toBe(true);
        if (one.value === false) expect(saysNo.test(text), `run ${i}: ${JSON.stringify(one)} in ${text}`).toBe(true);
      }
      if (i % 10 === 0) {
        const wrong = readBundle(guideline, inError(bundle), asOf);
        if (wrong.ok)
          expect(
            wrong.found.filter(({ fact }) => !fromPerson.has(fact)),
            `run ${i}: ${text}`,
          ).toEqual([]);
      }
    }
    expect(found, 'a check that examined nothing fails').toBeGreaterThan(runs);
  });
});
