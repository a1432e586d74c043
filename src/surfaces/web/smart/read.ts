// SPDX-License-Identifier: Apache-2.0
// Reads a person's record through FHIR. "Not allowed", "none there" and "could not be fetched" are three different things.
import type { Bundle, FhirResource } from 'fhir/r4.js';
import { mayRead, typesRead, type Client, type TypeRead } from './connect.ts';

/** What became of asking for one type of resource. */
export type Fetched = { type: TypeRead } & (
  { how: 'read'; many: number } | { how: 'none' } | { how: 'not allowed' } | { how: 'failed'; why: string }
);
export type RecordRead = { bundle: Bundle; fetched: readonly Fetched[] };
/** So many pages of a search are followed. */
const mostPages = 50;

const isResource = (value: unknown): value is FhirResource =>
  typeof value === 'object' && value !== null && 'resourceType' in value && value.resourceType !== 'OperationOutcome';
/** Why a request failed, by its status alone: what a server writes in a message could hold anything. */
export const reason = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'status' in error ? `answer ${String(error.status)}` : 'no answer';

async function search(client: Client, type: TypeRead): Promise<{ fetched: Fetched; found: readonly FhirResource[] }> {
  if (!mayRead(client, type)) return { fetched: { type, how: 'not allowed' }, found: [] };
  try {
    const query = new URLSearchParams({ patient: client.patient.id ?? '', _count: '200' });
    const all: unknown = await client.request(`${type}?${String(query)}`, { pageLimit: mostPages, flat: true });
    const found = Array.isArray(all) ? all.filter(isResource) : [];
    return { fetched: found.length ? { type, how: 'read', many: found.length } : { type, how: 'none' }, found };
  } catch (error) {
    return { fetched: { type, how: 'failed', why: reason(error) }, found: [] };
  }
}

/** Everything the record allows, as one Bundle. Throws only when the person's own resource cannot be read. */
export async function readRecord(client: Client): Promise<RecordRead> {
  const base = client.state.serverUrl.replace(/\/+$/, '');
  const person: unknown = await client.patient.read();
  const searched = await Promise.all(typesRead.map((type) => search(client, type)));
  const all = [person, ...searched.flatMap(({ found }) => found)].filter(isResource);
  return {
    bundle: {
      resourceType: 'Bundle',
      type: 'collection',
      entry: all.map((resource) => ({ fullUrl: `${base}/${resource.resourceType}/${resource.id ?? ''}`, resource })),
    },
    fetched: searched.map(({ fetched }) => fetched),
  };
}
