// SPDX-License-Identifier: Apache-2.0
import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import { secureHeaders } from 'hono/secure-headers';
import type { Guideline } from '../../model/index.ts';
import { mcp, type McpOptions } from './mcp.ts';
import { problem } from './problem.ts';
import { rest } from './rest.ts';
import { site } from './site.ts';

/** What a server needs: a checked guideline, and the folder of the built site. Nothing about a person is kept or logged. */
export type Options = { guideline: Guideline; web: string; mcp?: McpOptions; log?: (line: string) => void };
/** The largest request body that is read, in bytes. A patient of 200 facts is about 10 kB. */
export const largestBody = 1_000_000;

/** The only paths that a log or a count may name: what somebody types into an address could be about a person. */
const named: readonly string[] = [
  '/',
  '/health',
  '/metrics',
  '/api/answer',
  '/api/ask',
  '/api/explain',
  '/api/measure',
  '/api/facts',
  '/api/measures',
  '/api/guideline',
  '/api/openapi.json',
  '/mcp',
];

/** Counts of requests by path and status: numbers only, never what was asked. */
function measured(log: Options['log']): { middleware: MiddlewareHandler; text: () => string } {
  const counts = new Map<string, number>();
  return {
    middleware: async (context, next) => {
      await next();
      const kind = named.includes(context.req.path) ? context.req.path : 'other';
      const key = `heliotrope_requests_total{path="${kind}",status="${context.res.status}"}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      log?.(JSON.stringify({ method: context.req.method, path: kind, status: context.res.status }));
    },
    text: () => [...counts].map(([key, many]) => `${key} ${many}`).join('\n') + '\n',
  };
}

/** No origin but our own, no inline script or style; DESIGN: the page can send nothing anywhere. */
const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
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

/** The whole server as one function from a request to a response: no port, no clock, no state about a person. */
export function createApp({ guideline, web, mcp: served, log }: Options): Hono {
  const app = new Hono();
  const counted = measured(log);
  app.use('*', counted.middleware, headers);
  app.use(
    '/api/*',
    bodyLimit({
      maxSize: largestBody,
      onError: (context) => problem(context, 413, 'too-large', `A request may hold ${largestBody} bytes at most.`),
    }),
  );
  app.get('/health', (context) => context.json({ status: 'ok', guideline: guideline.version }));
  app.get('/metrics', (context) => context.text(counted.text()));
  app.route('/api', rest(guideline));
  if (served) app.route('/mcp', mcp(served));
  app.all('/api/*', (context) =>
    problem(context, 404, 'not-found', `There is no ${context.req.path}. /api/openapi.json lists what there is.`),
  );
  app.use('*', etag());
  app.use('*', compress());
  app.get('*', site(web));
  app.notFound((context) => problem(context, 404, 'not-found', 'There is nothing here.'));
  app.onError((error, context) => failed(error, context, log));
  return app;
}

/** Our own bug: said without a trace, and logged without what was asked. */
function failed(error: Error, context: Context, log: Options['log']): Response {
  log?.(JSON.stringify({ failed: error.name }));
  return problem(
    context,
    500,
    'failed',
    'Something in Heliotrope did not work. Nothing was kept. Please report what you asked for, without any personal detail.',
  );
}
