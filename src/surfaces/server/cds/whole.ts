// SPDX-License-Identifier: Apache-2.0
// Whether what came under a key is all that was asked for. A part that is missing must never look like a part that is empty.

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a searchset says that there is a next page. */
const hasNext = ({ link }: Readonly<Record<string, unknown>>): boolean =>
  Array.isArray(link) && link.some((one) => isObject(one) && one['relation'] === 'next');

/** Whether an OperationOutcome among the results says that the search went wrong; a warning, such as "nothing found", does not. */
const isError = ({ issue }: Readonly<Record<string, unknown>>): boolean =>
  Array.isArray(issue)
  && issue.some((one) => isObject(one) && (one['severity'] === 'error' || one['severity'] === 'fatal'));

/** The id of the Patient that a resource says it is about; undefined where it names none that way, such as by urn:uuid. */
function whomOf({ subject, patient }: Readonly<Record<string, unknown>>): string | undefined {
  const reference = isObject(subject) ? subject['reference'] : isObject(patient) ? patient['reference'] : undefined;
  return typeof reference === 'string'
    ? /(?:^|\/)Patient\/([^/]+)(?:\/_history\/.*)?$/.exec(reference)?.[1]
    : undefined;
}

/** Whether a medicine is named only by a reference to a Medication that did not come: which one it is cannot be told then. */
function isNamedElsewhere({ medicationReference: to }: Readonly<Record<string, unknown>>, entries: readonly unknown[]) {
  if (!isObject(to) || typeof to['reference'] !== 'string' || typeof to['display'] === 'string') return false;
  const { reference } = to;
  if (reference.startsWith('#')) return false;
  return !entries.some((entry) => {
    if (!isObject(entry) || !isObject(entry['resource'])) return false;
    const { resourceType, id } = entry['resource'];
    return (
      entry['fullUrl'] === reference
      || (resourceType === 'Medication' && reference.endsWith(`Medication/${String(id)}`))
    );
  });
}

function isUsable(entry: unknown, patientId: string, entries: readonly unknown[]): boolean {
  const resource = isObject(entry) ? entry['resource'] : undefined;
  if (!isObject(resource)) return false;
  if (resource['resourceType'] === 'OperationOutcome') return !isError(resource);
  return (whomOf(resource) ?? patientId) === patientId && !isNamedElsewhere(resource, entries);
}

/** Whether a resource, or each that a Bundle lists, can be read and is about the person: no page is missing, no entry is empty or
 *  stands for an error, none is about somebody else, and none names its medicine by what did not come. */
export function isWhole(resource: unknown, patientId: string): boolean {
  if (!isObject(resource)) return false;
  if (resource['resourceType'] !== 'Bundle') return isUsable({ resource }, patientId, []);
  const { entry = [] } = resource;
  return Array.isArray(entry) && !hasNext(resource) && entry.every((one) => isUsable(one, patientId, entry));
}

export const isPatient = (resource: unknown): resource is Readonly<Record<string, unknown>> =>
  isObject(resource) && resource['resourceType'] === 'Patient';
/** The ids of the Patients in resources and Bundles. */
export function patientsIn(resources: readonly unknown[]): readonly unknown[] {
  const ids: unknown[] = [];
  for (const resource of resources) {
    if (isPatient(resource)) {
      if ('id' in resource) ids.push(resource['id']);
    } else if (isObject(resource) && Array.isArray(resource['entry'])) {
      const within = resource['entry'].filter(isObject).map((one) => one['resource']);
      ids.push(...patientsIn(within));
    }
  }
  return ids;
}
