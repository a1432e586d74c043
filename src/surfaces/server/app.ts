// SPDX-License-Identifier: Apache-2.0
import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';
import { cors } from 'hono/cors';
import { etag } from 'hono/etag';
import { secureHeaders } from 'hono/secure-headers';
import type { Answer } from '../../library/index.ts';
import type { ExerciseLibrary, Guideline } from '../../model/index.ts';
import { cds, prepareTrust, services, type Issuer } from './cds/index.ts';
import { fhir } from './fhir/index.ts';
import {
  callerOf,
  isLoopback,
  largestBody,
  largestRecord,
  limitBody,
  onlyJson,
  onlyOwnNames,
  rateLimit,
} from './limits.ts';
import { mcp, type McpOptions } from './mcp.ts';
import { prepareMetrics, type Metrics } from './metrics.ts';
import { isFhir, outcome, type IssueCode } from './outcome.ts';
import { problem } from './problem.ts';
import { rest } from './rest.ts';
import { ownShared, type Shared } from './shared.ts';
import { site } from './site.ts';
import { launchPage, smart, smartOrigins, type SmartOptions } from './smart.ts';

/** What a server needs: a checked guideline, and the folder of the built site. Nothing about a person is kept or logged. The rest is
 *  what whoever runs it allows; without it, only this machine is served. */
export type Options = {
  guideline: Guideline;
  web: string;
  mcp?: McpOptions;
  /** The exercises of a plan. */
  exercise?: ExerciseLibrary | undefined;
  /** Answers questions from the guide’s articles. */
  question?: (text: string) => Answer;
  smart?: SmartOptions;
  log?: (line: string) => void;
  /** The day today, YYYY-MM-DD; the only clock. */
  today?: () => string;
  /** The address that others know this server by, without a slash at its end. */
  publicUrl?: string;
  /** Origins whose pages may read from here. */
  origins?: readonly string[];
  /** Origins of FHIR servers from which a CDS call may have something fetched. */
  fhirServers?: readonly string[];
  /** Systems that may call the CDS services from elsewhere. */
  issuers?: readonly Issuer[];
  /** What is shared with other processes behind the same port; without it, this one is alone. */
  shared?: Shared;
  /** Requests a second from one address, in each process; 0 for no limit. */
  rate?: number;
  /** Only names of this machine are answered. */
  loopback?: boolean;
};

/** The only paths that a log or a count may name: what somebody types into an address could be about a person. */
const named: ReadonlySet<string> = new Set([
  '/',
  '/health',
  '/metrics',
  '/api/answer',
  '/api/ask',
  '/api/explain',
  '/api/measure',
  '/api/facts',
  '/api/measures',
  '/api/plan',
  '/api/question',
  '/api/guideline',
  '/api/openapi.json',
  '/fhir/metadata',
  '/fhir/PlanDefinition',
  '/fhir/PlanDefinition/$apply',
  '/fhir/Questionnaire',
  '/fhir/Questionnaire/$populate',
  '/mcp',
  '/cds-services',
  ...services.flatMap(({ id }) => [`/cds-services/${id}`, `/cds-services/${id}/feedback`]),
]);

/** No origin but our own, no inline script or style: the page can send nothing anywhere. Only the launch page may reach the health
 *  records that the server was started with. */
const headersFor = (origins: readonly string[]): MiddlewareHandler =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'", ...origins],
      manifestSrc: ["'self'"],
      workerSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: 'no-referrer',
    strictTransportSecurity: false,
    xFrameOptions: 'DENY',
  });

/** Today in UTC; whoever asks about another day says so. */
const utcToday = (): string => new Date().toISOString().slice(0, 10);

/** The same refusal for both kinds of client: an OperationOutcome, or a problem. */
const refusal =
  (status: 400 | 403 | 413 | 415 | 429, code: IssueCode, type: string, text: string) =>
  (context: Context): Response =>
    isFhir(context.req.path) ? outcome(context, status, code, text) : problem(context, status, type, text);

const notJson = {
  type: refusal(415, 'not-supported', 'not-json', 'Only JSON is read. Send it with "content-type: application/json".'),
  compressed: refusal(415, 'not-supported', 'compressed', 'A compressed body is not read. Send it as it is.'),
};

/** Callers of the CDS services: known by their tokens, or on this machine when nobody was set up. */
function callers({ issuers = [], publicUrl }: Options, { isNew }: Shared): MiddlewareHandler {
  const check = issuers.length && publicUrl !== undefined ? prepareTrust({ issuers, publicUrl, isNew }) : undefined;
  return async (context, next) => {
    if (context.req.method === 'GET') return next();
    const address = callerOf(context);
    const wrong = check
      ? await check(context.req.header('authorization'), context.req.path)
      : address === undefined || isLoopback(address)
        ? undefined
        : 'No system was set up to call this service from elsewhere.';
    return wrong === undefined ? next() : outcome(context, 401, 'login', wrong);
  };
}

/** What a server may be started without. */
const parts = ({ exercise, question }: Options) => ({
  ...(exercise ? { exercise } : {}),
  ...(question ? { question } : {}),
});

/** What stands before everything: counts, headers, names, rate, size, and which pages of other origins may read. */
function guarded(app: Hono, options: Options, metrics: Metrics): void {
  const { rate = 500, loopback, origins = [], smart: records = { places: [] } } = options;
  const [headers, launching] = [headersFor([]), headersFor(smartOrigins(records))];
  app.use('*', metrics.middleware, (context, next) =>
    (context.req.path === launchPage ? launching : headers)(context, next),
  );
  if (loopback)
    app.use(
      '*',
      onlyOwnNames(refusal(403, 'forbidden', 'not-this-machine', 'Only names of this machine are answered here.')),
    );
  app.use('*', rateLimit(rate, refusal(429, 'throttled', 'too-many', 'Too many requests. Wait a second.')));
  const tooLarge = (bytes: number) =>
    limitBody(bytes, refusal(413, 'too-costly', 'too-large', `A request may hold ${bytes} bytes at most.`));
  for (const path of ['/api/*', '/cds-services/*', '/fhir/*']) {
    if (origins.length)
      app.use(
        path,
        cors({
          origin: [...origins],
          allowMethods: ['GET', 'POST'],
          allowHeaders: ['content-type', 'authorization'],
          maxAge: 600,
        }),
      );
    app.use(path, tooLarge(path === '/api/*' ? largestBody : largestRecord));
    app.use(
      path,
      onlyJson((context, why) => notJson[why](context)),
    );
  }
}

/** The whole server as one function from a request to a response: no port, no clock but today’s date, no state about a person. */
export function createApp(options: Options): Hono {
  const { guideline, web, log, today = utcToday, publicUrl, fhirServers = [], shared = ownShared() } = options;
  const app = new Hono();
  const metrics = prepareMetrics((path) => named.has(path), shared, log);
  guarded(app, options, metrics);
  app.get('/health', (context) => context.json({ status: 'ok', guideline: guideline.version }));
  app.get('/metrics', async (context) => context.text(await metrics.text()));
  app.route('/api', rest({ guideline, today, ...parts(options) }));
  app.route('/smart.json', smart(options.smart ?? { places: [] }));
  app.all('/api/*', (context) =>
    problem(context, 404, 'not-found', `There is no such path. /api/openapi.json lists what there is.`),
  );
  app.use('/cds-services/*', callers(options, shared));
  const access = { servers: fhirServers };
  app.route(
    '/cds-services',
    cds({ guideline, today, access, ...(publicUrl === undefined ? {} : { publicUrl }), count: metrics.count }),
  );
  app.route('/fhir', fhir({ guideline, today }));
  if (options.mcp) app.route('/mcp', mcp(options.mcp));
  app.use('*', etag());
  app.use('*', compress());
  app.get('*', site(web));
  app.notFound((context) => problem(context, 404, 'not-found', 'There is nothing here.'));
  app.onError((error, context) => failed(error, context, log));
  return app;
}

const cutOff = refusal(400, 'structure', 'cut-off', 'The request did not come whole. Send it again.');

/** Our own bug: said without a trace, and logged without what was asked. A client that went away is none. */
function failed(error: Error, context: Context, log: Options['log']): Response {
  if (context.req.raw.signal.aborted) return cutOff(context);
  log?.(JSON.stringify({ failed: error.name }));
  const text =
    'Something in Heliotrope did not work. Nothing was kept. Please report what you asked for, without any personal detail.';
  return isFhir(context.req.path) ? outcome(context, 500, 'exception', text) : problem(context, 500, 'failed', text);
}
