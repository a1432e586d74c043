// SPDX-License-Identifier: Apache-2.0
// What the calling system sent for each key, or let us fetch. Given with nothing in it, and not given, stay two things.
import { fetchFhir, trustedBase, type Fetch } from './fetch.ts';
import type { CdsRequest } from './request.ts';
import { isObject, isWhole } from './whole.ts';

/** One key: what came, or that it could not be had. `whole` is false when only a part came that can be used. */
export type Got = { state: 'given'; resource: unknown; whole: boolean } | { state: 'failed' } | { state: 'missing' };
export type Prefetched = ReadonlyMap<string, Got>;

const field = (value: unknown, name: string): unknown =>
  isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;

/** What came under a key: nothing, said as null; what was asked for, whole or in part; or something else, such as an error in its
 *  place or another type of resource, which says nothing of what was asked for. */
function gotOf(resource: unknown, template: string, patientId: string): Got {
  if (resource === null) return { state: 'given', resource, whole: true };
  const [type, asked] = [field(resource, 'resourceType'), /^([A-Za-z]+)[/?]/.exec(template)?.[1]];
  if (type === undefined || type === 'OperationOutcome') return { state: 'failed' };
  if (type !== 'Bundle' && asked !== undefined && type !== asked) return { state: 'failed' };
  return { state: 'given', resource, whole: isWhole(resource, patientId) };
}

/** A prefetch template with the context's ids in place; undefined when the context does not have one of them. */
export function filled(template: string, context: CdsRequest['context']): string | undefined {
  let complete = true;
  const text = template.replaceAll(/\{\{context\.(\w+)\}\}/g, (_all, name: string) => {
    const value = field(context, name);
    if (typeof value !== 'string') complete = false;
    return String(value);
  });
  return complete ? text : undefined;
}

/** Medicine statements alone may be what a system does not have at all: there "not found" says that there are none. Of anything else
 *  it says that we asked in the wrong place. */
async function fetched(fetch: Fetch, url: URL, template: string, request: CdsRequest): Promise<Got> {
  const answered = await fetch(url, request.fhirAuthorization?.access_token);
  if (answered.ok && answered.resource !== null) return gotOf(answered.resource, template, request.context.patientId);
  return !answered.ok && answered.none && template.startsWith('MedicationStatement?')
    ? { state: 'given', resource: null, whole: true }
    : { state: 'failed' };
}

/** Which servers may be read from, and how. */
export type Access = { servers: readonly string[]; fetch?: Fetch };

/** Every key of a service: as it was sent, or fetched where the server is on the list. The token is used for this and forgotten. */
export async function prefetched(
  templates: Readonly<Record<string, string>>,
  request: CdsRequest,
  access: Access,
): Promise<Prefetched> {
  const sent = request.prefetch ?? {};
  const missing = Object.entries(templates).filter(([key]) => !Object.hasOwn(sent, key));
  const found = new Map<string, Got>();
  const { patientId } = request.context;
  for (const [key, template] of Object.entries(templates))
    if (Object.hasOwn(sent, key)) found.set(key, gotOf(sent[key], template, patientId));
  if (missing.length === 0) return found;
  const base = trustedBase(request.fhirServer, access.servers);
  await Promise.all(
    missing.map(async ([key, template]) => {
      const path = base && filled(template, request.context);
      const got: Got =
        base && path !== undefined
          ? await fetched(access.fetch ?? fetchFhir, new URL(path, base), template, request)
          : { state: 'missing' };
      found.set(key, got);
    }),
  );
  return found;
}
