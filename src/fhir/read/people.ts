// SPDX-License-Identifier: Apache-2.0
// Whom resources are about.
import { isJson, object, objects, text, type Json } from '../json.ts';
import type { Located } from './bundle.ts';

/** Whom a resource is about, as its reference. */
const whomOf = (resource: Json): string | undefined =>
  ['subject', 'patient'].map((name) => text(object(resource, name), 'reference')).find((each) => each !== undefined);
const about = ({ resource }: Located): string | undefined => whomOf(resource);

/** The one person of a Bundle; undefined when nobody is named; a problem when there are several. */
export function person(
  resources: readonly Located[],
  isRead: (one: Located) => boolean,
): { patient?: Located; reference?: string } | { problem: string } {
  const patients = [...new Set(resources.filter(({ type }) => type === 'Patient'))];
  const ids = new Set(patients.map(({ at }) => at));
  if (ids.size > 1) return { problem: `This Bundle is about ${ids.size} people. Give one person's Bundle.` };
  const [patient] = patients;
  if (patient) return { patient };
  const references = new Set(
    resources
      .filter(isRead)
      .map(about)
      .filter((each) => each !== undefined),
  );
  if (references.size > 1)
    return { problem: `This Bundle is about ${references.size} people. Give one person's Bundle.` };
  const [reference] = references;
  return reference === undefined ? {} : { reference };
}

/** Why a resource is not this person's; absent when it is. */
export function another(located: Located, patient: Located | undefined): string | undefined {
  const reference = about(located);
  if (reference === undefined || !patient || located.type === 'Patient') return undefined;
  const target = located.follow(reference);
  if (target === patient || (target?.type === 'Patient' && target.at === patient.at)) return undefined;
  return `It is about ${reference.slice(0, 80)}, not about this person.`;
}

/** One person's resources, of a Bundle or a list with many people in it. */
export type PersonRecord = { person: string; bundle: Json };

/** The people of a Bundle, of a list of resources, or of the lines of an export, each with a Bundle of their own that
 *  `readBundle` takes. A Medication is about nobody: it goes to whoever refers to it. Other resources about nobody are left. */
export function recordsOf(bundleOrResources: unknown): readonly PersonRecord[] {
  const all = isJson(bundleOrResources)
    ? objects(bundleOrResources, 'entry').map((entry) => object(entry, 'resource'))
    : objects({ resources: bundleOrResources }, 'resources');
  const people = new Map<string, Json[]>();
  const medications = new Map<string, Json>();
  for (const resource of all.filter((one) => one !== undefined)) {
    const [type, id] = [text(resource, 'resourceType'), text(resource, 'id')];
    const whom =
      type === 'Patient' && id !== undefined
        ? `Patient/${id}`
        : whomOf(resource)?.replace(/^.*\/(Patient\/[^/]+)$/, '$1');
    if (whom !== undefined && people.get(whom)?.push(resource) === undefined) people.set(whom, [resource]);
    if (type === 'Medication' && id !== undefined) medications.set(`Medication/${id}`, resource);
  }
  return [...people].map(([person, resources]) => {
    const used = new Set(resources.map((one) => text(object(one, 'medicationReference'), 'reference') ?? ''));
    const theirs = [...used].map((reference) => medications.get(reference)).filter((one) => one !== undefined);
    const entry = [...resources, ...theirs].map((resource) => ({ resource }));
    return { person, bundle: { resourceType: 'Bundle', type: 'collection', entry } };
  });
}
