// SPDX-License-Identifier: Apache-2.0
// Mutations that know FHIR: statuses, codes, dates, units and references are swapped for others that occur, and now and then for
// what never should.

/** A repeatable source of chance: the same seed gives the same Bundles. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
type Json = { [name: string]: unknown };
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const pick = <T>(from: readonly T[], random: () => number): T => from[Math.floor(random() * from.length)] as T;

const words = [
  '',
  ' ',
  'DM',
  'no',
  '?',
  'negative',
  'family history of',
  '🩺',
  'a'.repeat(5000),
  '<script>alert(1)</script>',
  '__proto__',
  'constructor',
  '#',
  'urn:uuid:',
  'NaN',
  '1e999',
  '((((((((((',
  'methotrexate '.repeat(200),
];
const byName: Readonly<Record<string, readonly unknown[]>> = {
  status: [
    'final',
    'preliminary',
    'entered-in-error',
    'active',
    'stopped',
    'completed',
    'draft',
    'on-hold',
    'unknown',
    'not-taken',
    'cancelled',
    'not-done',
  ],
  code: [
    'active',
    'resolved',
    'refuted',
    'confirmed',
    'provisional',
    '260385009',
    '10828004',
    '396230008',
    'M33.13',
    'mg',
    '%',
    'wk',
  ],
  system: [
    'http://snomed.info/sct',
    'http://loinc.org',
    'http://www.nlm.nih.gov/research/umls/rxnorm',
    'urn:oid:2.16.840.1.113883.6.96',
    'http://example.org',
  ],
  unit: ['mg', 'g/L', 'mg/dL', 'tablet', '{tbl}', 'U/L', '10*9/L', 'lbs', '[degF]', '1', 'm'.repeat(80), 'mg/((('],
  value: [0, -1, 1e308, -0, 0.1, 5e-324, 37, 1e15],
  periodUnit: ['d', 'wk', 'mo', 'h', 'x'],
  period: [0, -1, 1, 7, 0.5, 1e9],
  frequency: [0, 1, 7, -3, 1e12, 0.5],
  reference: ['#x', 'Patient/other', 'urn:uuid:none', '', 'Medication/x', '#'],
  comparator: ['<', '>', '<=', 'ad'],
  effectiveDateTime: [
    '2026-10-30',
    '2026',
    '2026-02-30',
    '0000-00-00',
    '9999-12-31',
    '2026-11-01T25:61:00Z',
    '1900',
    '',
  ],
  birthDate: ['1980', '1980-02', '2030-01-01', '1850-01-01', 'yesterday'],
  resourceType: ['Observation', 'Condition', 'Patient', 'Bundle', 'MedicationRequest', 'Group', ''],
};
const anything = [
  null,
  true,
  false,
  0,
  -1,
  1e308,
  '',
  [],
  {},
  [[]],
  [null],
  { coding: null },
  { coding: [{}] },
  { value: {} },
];

/** Every place in a value, as the object or list that holds it and the name there. */
function places(
  value: unknown,
  found: { holder: Json | unknown[]; name: string }[] = [],
): { holder: Json | unknown[]; name: string }[] {
  if (Array.isArray(value) || isObject(value))
    for (const [name, inner] of Object.entries(value)) {
      found.push({ holder: value as Json, name });
      places(inner, found);
    }
  return found;
}

/** Changes one place: drops it, doubles it, gives it another value of its kind, or one that does not belong there. */
function mutateOnce(bundle: Json, random: () => number): void {
  const all = places(bundle);
  if (!all.length) return;
  const { holder, name } = pick(all, random);
  const at = holder as Json;
  const kind = random();
  if (kind < 0.15) {
    if (Array.isArray(holder)) holder.splice(Number(name), 1);
    else delete at[name];
  } else if (kind < 0.25 && Array.isArray(holder)) holder.push(structuredClone(at[name]));
  else if (kind < 0.65 && Object.hasOwn(byName, name)) at[name] = pick(byName[name] ?? [], random);
  else if (kind < 0.8) at[name] = pick(words, random);
  else if (kind < 0.9) at[name] = structuredClone(pick(anything, random));
  else {
    const other = pick(all, random);
    at[name] = structuredClone((other.holder as Json)[other.name]);
  }
}

/** A resource as one person's, so that most Bundles are about one person. */
function ofOnePerson(resource: object): Json {
  const copy = structuredClone(resource) as Json;
  for (const name of ['subject', 'patient']) if (isObject(copy[name])) copy[name] = { reference: 'Patient/example' };
  return copy['resourceType'] === 'Patient' ? { ...copy, id: 'example' } : copy;
}

/** A Bundle of a few of the resources, with one to eight mutations. */
export function mutated(resources: readonly object[], random: () => number): object {
  const chosen = Array.from({ length: 1 + Math.floor(random() * 10) }, () => ofOnePerson(pick(resources, random)));
  const bundle: Json = { resourceType: 'Bundle', type: 'collection', entry: chosen.map((resource) => ({ resource })) };
  const many = 1 + Math.floor(random() * 8);
  for (let i = 0; i < many; i++) mutateOnce(bundle, random);
  return bundle;
}
