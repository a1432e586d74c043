// SPDX-License-Identifier: Apache-2.0
// SMART App Launch 2 with fhirclient: asking for access with PKCE, coming back, and letting go.
import FHIR from 'fhirclient';
import type Client from 'fhirclient/lib/Client';
import type { Place } from './places.ts';

export type { Client };

/** What is read, when the record allows it. */
export const typesRead = [
  'Condition',
  'MedicationRequest',
  'MedicationStatement',
  'Observation',
  'AllergyIntolerance',
  'Immunization',
  'Procedure',
  'DiagnosticReport',
] as const;
export type TypeRead = (typeof typesRead)[number];
const reading = ['Patient', ...typesRead].map((type) => `patient/${type}.rs`).join(' ');
/** Asked for only when the person wants to send something. */
const sending = 'patient/Bundle.c';

const address = (): string => `${location.origin}/launch/`;
/** Everything after the path goes: fhirclient would let a link decide what it connects to. */
export const forgetAddress = (): void => history.replaceState(null, '', address());

/** Leaves for the record's own page, where the person signs in and agrees. `launch` is what an EHR handed over. */
export async function askForAccess(
  { iss, clientId }: Place,
  launch: string | undefined,
  toSend: boolean,
): Promise<void> {
  forgetAddress();
  await FHIR.oauth2.authorize({
    iss,
    clientId,
    scope: [launch === undefined ? 'launch/patient' : 'launch', reading, ...(toSend ? [sending] : [])].join(' '),
    redirectUri: address(),
    pkceMode: 'required',
    stateKey: crypto.randomUUID(), // the default is no secret
    completeInTarget: true,
    ...(launch === undefined ? {} : { launch }),
  });
}

/** Whether this tab is connected, so that a page that is loaded again can go on. */
export const isConnected = (): boolean => sessionStorage.getItem('SMART_KEY') !== null;
/** Comes back from the record with its answer, or goes on after a reload. Throws with the record's reason when it said no. */
export const comeBack = (): Promise<Client> => FHIR.oauth2.ready();
/** Forgets the access that was given. */
export const letGo = (): void => sessionStorage.clear();

const granted = ({ state }: Client): readonly string[] => (state.tokenResponse?.scope ?? '').split(/\s+/);
/** Whether the record lets the app read a type: in the words of SMART 2 (`rs`) or 1 (`read`). */
export const mayRead = (client: Client, type: string): boolean =>
  granted(client).some((scope) => new RegExp(`^patient/(\\*|${type})\\.(\\*|read|c?ru?d?s)(\\?.*)?$`).test(scope));
/** Whether the record lets the app send. */
export const maySend = (client: Client): boolean =>
  granted(client).some((scope) => /^patient\/(\*|Bundle)\.(\*|write|cr?u?d?s?)(\?.*)?$/.test(scope));
