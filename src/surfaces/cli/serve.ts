// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { prepareQuestions } from '../../library/index.ts';
import { loadOwnLibrary } from './library.ts';
import { prepareOwnMcp, withFixtures } from './mcp-content.ts';
import type { Issuer, Options, SmartOptions } from '../server/index.ts';
import { loadCompiled, loadExerciseLibrary, print, readArguments, Refusal, textOf, today } from './load.ts';

export const help = `heliotrope serve [--port 8080] [--host 127.0.0.1] [--workers N] [--log] [--rate N] [--public-url URL]
                 [--allow-origin ORIGIN]... [--fhir-server ORIGIN]... [--issuer ISS=JWKS_URL]...
                 [--smart FHIR_ADDRESS]... [--smart-client ID] [--smart-origin ORIGIN]...
  The whole product on this machine: the web app, REST under /api (contract: /api/openapi.json), CDS Hooks under
  /cds-services, FHIR operations under /fhir, and MCP at /mcp. Nothing about a person is kept or logged.
  --log           one line a request: time, method, path, status, milliseconds
  --workers       processes behind the port, such as one for each processor (default 1). One that dies is replaced; counts
                  and used tokens are those of all
  --rate          requests a second from one address, in each process (default 500; 0: no limit)
  --public-url    the address that others know this server by, such as https://guide.example.org
  --allow-origin  an origin whose pages may call it, such as https://sandbox.example.org
  --fhir-server   an origin of a FHIR server from which a CDS call may have missing data fetched
  --issuer        a system that may call the CDS services from elsewhere, and where its keys are; needs --public-url.
                  Without one, only this machine is answered there
  --smart         the FHIR address of a health record that the page /launch/ may be opened from, and may read
  --smart-client  the name that app is registered under there (default heliotrope)
  --smart-origin  a further origin that page may reach, such as an authorisation server of its own
  Example: npx heliotrope serve --port 8080`;

/** More processes than any machine that this is meant for has processors. */
const mostWorkers = 64;
const web = fileURLToPath(new URL('../../web', import.meta.url));
const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

/** An http or https address, as it is written; a plain http one only for this machine. */
function addressOf(option: string, written: string): URL {
  const url = URL.canParse(written) ? new URL(written) : undefined;
  const isOwn = url !== undefined && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
  if (url && (url.protocol === 'https:' || (url.protocol === 'http:' && isOwn))) return url;
  throw new Refusal(
    `${option} is "${written}". Give an address that begins with https:// (http:// on this machine only).`,
  );
}
const originOf = (option: string) => (written: string) => addressOf(option, written).origin;

function issuerOf(written: string): Issuer {
  const at = written.lastIndexOf('=');
  if (at < 1) throw new Refusal(`--issuer is "${written}". Write it as ISSUER=ADDRESS_OF_ITS_KEYS.`);
  return { issuer: written.slice(0, at), jwks: addressOf('--issuer', written.slice(at + 1)).href };
}

/** A whole number within bounds, or a refusal. */
function numberOf(option: string, written: string, most: number): number {
  const number = Number(written);
  if (Number.isInteger(number) && number >= 0 && number <= most && written.trim() !== '') return number;
  throw new Refusal(`${option} is a number from 0 to ${most}; not "${written}".\n\n${help}`);
}

type Values = ReturnType<typeof readArguments>['values'];
/** What whoever runs it allows. */
function allowedBy(values: Values, host: string): Omit<Options, 'guideline' | 'web'> {
  const issuers = listOf(values['issuer']).map(issuerOf);
  const publicUrl = textOf(values['public-url']);
  if (issuers.length && publicUrl === undefined)
    throw new Refusal('--issuer needs --public-url: callers name that address in their tokens.');
  return {
    today,
    smart: recordsOf(values),
    issuers,
    origins: listOf(values['allow-origin']).map(originOf('--allow-origin')),
    fhirServers: listOf(values['fhir-server']).map(originOf('--fhir-server')),
    rate: numberOf('--rate', textOf(values['rate']) ?? '500', 1_000_000),
    loopback: loopback.has(host) && publicUrl === undefined,
    ...(publicUrl === undefined ? {} : { publicUrl: addressOf('--public-url', publicUrl).href.replace(/\/$/, '') }),
    ...(values['log'] ? { log: print } : {}),
  };
}

/** The health records that the launch page may be opened from. */
const recordsOf = (values: Values): SmartOptions => ({
  places: listOf(values['smart']).map((written) => ({
    iss: addressOf('--smart', written).href.replace(/\/$/, ''),
    clientId: textOf(values['smart-client']) ?? 'heliotrope',
  })),
  origins: listOf(values['smart-origin']).map(originOf('--smart-origin')),
});

/** `heliotrope serve`: runs until it is told to stop; exit 2 when it cannot start. */
export async function serve(args: readonly string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const list = { type: 'string', multiple: true } as const;
  const { values } = readArguments(
    args,
    {
      port: text,
      host: text,
      workers: text,
      rate: text,
      'public-url': text,
      'allow-origin': list,
      'fhir-server': list,
      issuer: list,
      smart: list,
      'smart-client': text,
      'smart-origin': list,
      log: { type: 'boolean' },
    },
    help,
  );
  const host = textOf(values['host']) ?? '127.0.0.1';
  const port = numberOf('--port', textOf(values['port']) ?? '8080', 65_535);
  const allowed = allowedBy(values, host);
  if (!existsSync(web)) throw new Refusal('The web app has not been built. Run "npm run build" first.');
  const workers = numberOf('--workers', textOf(values['workers']) ?? '1', mostWorkers);
  const { isWorker, runWorkers } = await import('../server/index.ts');
  if (workers < 2 || isWorker()) return serveHere(host, port, allowed);
  return runWorkers(workers, (at) => greet(shownAddress(host, at)), untilStopped());
}

const greet = (address: string): void =>
  print(
    `Heliotrope is at ${address} (Ctrl+C stops it).\nIt informs a decision; it does not prescribe. Your answers stay in your browser.`,
  );
const shownAddress = (host: string, port: number): string =>
  `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
const untilStopped = (): Promise<void> =>
  new Promise((stop) => {
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });

/** Serves in this process until it is told to stop. */
async function serveHere(host: string, port: number, allowed: ReturnType<typeof allowedBy>): Promise<number> {
  const { createApp, isWorker, leave, listen, sharedWithOthers } = await import('../server/index.ts');
  const mcp = {
    connect: await prepareOwnMcp(),
    hosts: [host, ...(allowed.publicUrl === undefined ? [] : [new URL(allowed.publicUrl).hostname])],
    sessions: withFixtures(),
  };
  const loaded = await loadCompiled();
  const question = prepareQuestions(loaded.guideline, await loadOwnLibrary(loaded));
  const ours = { guideline: loaded.guideline, exercise: await loadExerciseLibrary(loaded), question, web, mcp };
  const shared = isWorker() ? { shared: sharedWithOthers() } : {};
  const stopped = untilStopped();
  const started = await listen(createApp({ ...ours, ...allowed, ...shared }), port, host);
  if (!started.ok) {
    leave();
    throw new Refusal(started.problem);
  }
  if (!isWorker()) greet(started.address);
  await stopped;
  await started.stop();
  leave();
  return 0;
}
