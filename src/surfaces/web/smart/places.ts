// SPDX-License-Identifier: Apache-2.0
// The health records this Heliotrope was set up for. No other is ever spoken to, whatever a link says.

/** A record's FHIR address, and the name under which this app is registered there. */
export type Place = { iss: string; clientId: string };

const isPlace = (value: unknown): value is Place =>
  typeof value === 'object'
  && value !== null
  && 'iss' in value
  && 'clientId' in value
  && typeof value.iss === 'string'
  && typeof value.clientId === 'string';
const placesIn = (value: unknown): readonly Place[] =>
  typeof value === 'object' && value !== null && 'places' in value && Array.isArray(value.places)
    ? value.places.filter(isPlace)
    : [];

/** The records that the server names; none where the site is served without one. */
export async function knownPlaces(): Promise<readonly Place[]> {
  const answer = await fetch('/smart.json');
  const isJson = answer.headers.get('content-type')?.includes('json') === true;
  return answer.ok && isJson ? placesIn(await answer.json()) : [];
}

const plain = (address: string): string => address.replace(/\/+$/, '');
/** The known record of an address; undefined for any other. */
export const placeOf = (places: readonly Place[], iss: string): Place | undefined =>
  places.find((place) => plain(place.iss) === plain(iss));
/** What a record is called on the page. */
export const hostOf = (iss: string): string => (URL.canParse(iss) ? new URL(iss).host : iss);
