// SPDX-License-Identifier: Apache-2.0
import type { Bundle } from 'fhir/r4.js';
import type { Client } from './connect.ts';

/** The visit with a link from the person in it to the person in the record, so that the record knows whose it is. */
export function linked(visit: Bundle, person: string): Bundle {
  const entry = (visit.entry ?? []).map((one) =>
    one.resource?.resourceType === 'Patient'
      ? { ...one, resource: { ...one.resource, link: [{ other: { reference: person }, type: 'seealso' as const }] } }
      : one,
  );
  return { ...visit, entry };
}

/** Sends a visit, as the text of its Bundle, to the record; gives the address it got there, when the record says it. */
export async function sendVisit(client: Client, visit: string): Promise<string | undefined> {
  const bundle: Bundle = JSON.parse(visit);
  const person = `${client.state.serverUrl.replace(/\/+$/, '')}/Patient/${client.patient.id ?? ''}`;
  const answer: unknown = await client.request({
    url: 'Bundle',
    method: 'POST',
    headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify(linked(bundle, person)),
  });
  if (typeof answer !== 'object' || answer === null || !('id' in answer)) return undefined;
  return `Bundle/${String(answer.id)}`;
}
