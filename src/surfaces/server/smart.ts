// SPDX-License-Identifier: Apache-2.0
// SMART App Launch: which health records the page /launch/ may be opened from and may talk to. The server itself talks to none.
import { Hono } from 'hono';

/** A health record's FHIR address (its "issuer"), and the name under which this app is registered there. */
export type SmartPlace = { iss: string; clientId: string };
/** `origins` are further origins that the page may reach, such as an authorisation server apart from the FHIR server. */
export type SmartOptions = { places: readonly SmartPlace[]; origins?: readonly string[] };
/** The one page that may talk to a health record. */
export const launchPage = '/launch/';

/** Every origin that the launch page may reach besides ours. */
export const smartOrigins = ({ places, origins = [] }: SmartOptions): readonly string[] => [
  ...new Set([...places.map(({ iss }) => new URL(iss).origin), ...origins]),
];

/** What the page asks first: the records it may be opened from. */
export const smart = ({ places }: SmartOptions): Hono => new Hono().get('/', (context) => context.json({ places }));
