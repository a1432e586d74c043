// SPDX-License-Identifier: Apache-2.0
// What the calling system sent for each key, or let us fetch. Given with nothing in it, and not given, stay two things.
import { fetchFhir, trustedBase, type Fetch } from './fetch.ts';
import type { CdsRequest } from './request.ts';

/** One key: what came, or that it could not be had. `whole` is false when there are more pages than the one that came. */
export type Got = { state: 'given'; resource: unknown; whole: boolean } | { state: 'failed' } | { state: 'missing' };
export type Prefetched = ReadonlyMap<string, Got>;

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;

/** Whether a searchset says that there is a next page. */
const hasNext = (resource: unknown): boolean => {
  const links = field(resource, 'link');
  return Array.isArray(links) && links.some((link) => field(link, 'relation') === 'next');
};

/** What a resource under a key says: an OperationOutcome in its place says that it could not be had. */
function gotOf(resource: unknown): Got {
  if (field(resource, 'resourceType') === 'OperationOutcome') return { state: 'failed' };
  return { state: 'given', resource, whole: !hasNext(resource) };
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

async function fetched(fetch: Fetch, base: URL, path: string, token: string | undefined): Promise<Got> {
  const answered = await fetch(new URL(path, base), token);
  if (answered.ok) return gotOf(answered.resource);
  return answered.none ? { state: 'given', resource: null, whole: true } : { state: 'failed' };
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
  for (const key of Object.keys(templates)) if (Object.hasOwn(sent, key)) found.set(key, gotOf(sent[key]));
  if (missing.length === 0) return found;
  const base = trustedBase(request.fhirServer, access.servers);
  await Promise.all(
    missing.map(async ([key, template]) => {
      const path = base && filled(template, request.context);
      const got: Got =
        base && path !== undefined
          ? await fetched(access.fetch ?? fetchFhir, base, path, request.fhirAuthorization?.access_token)
          : { state: 'missing' };
      found.set(key, got);
    }),
  );
  return found;
}
