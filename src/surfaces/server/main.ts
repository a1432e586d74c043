// SPDX-License-Identifier: Apache-2.0
// The only file that opens a port.
import { serve } from '@hono/node-server';
import type { Server } from 'node:http';
import type { Hono } from 'hono';
import { sayWhatIsBroken } from './broken.ts';

/** How long is waited, in milliseconds: for the headers of a request, for the whole of it, on a connection that says nothing, and
 *  for what has begun when the server is told to stop. */
export type Patience = { headers: number; request: number; idle: number; stop: number };
const usual: Patience = { headers: 10_000, request: 15_000, idle: 30_000, stop: 3000 };
/** So many connections at once; more are refused, so that open ones still get their answers. */
const mostConnections = 1000;

const limits = ({ headers, request }: Patience) => ({
  headersTimeout: headers,
  requestTimeout: request,
  keepAliveTimeout: 5000,
  connectionsCheckingInterval: Math.min(1000, headers),
  maxHeaderSize: 16_384,
});

/** Lets what has begun come to its end, for so long; then everything is cut. */
function stopper(server: Server, { stop }: Patience): () => Promise<void> {
  return () =>
    new Promise((done) => {
      const cut = setTimeout(() => server.closeAllConnections(), stop);
      server.close(() => {
        clearTimeout(cut);
        done();
      });
      server.closeIdleConnections();
    });
}

/** Why a port could not be opened, and what to do. */
const said = ({ code, message }: NodeJS.ErrnoException, port: number): string =>
  code === 'EADDRINUSE'
    ? `Port ${port} is taken. Stop what uses it, or choose another with --port.`
    : code === 'EACCES'
      ? `Port ${port} may not be used by you. Choose one above 1023 with --port.`
      : `The server could not start: ${message}.`;

/** Listens until it is told to stop; a port that is taken is an answer, not a crash. Slow clients are let go. */
export function listen(
  app: Hono,
  port: number,
  hostname: string,
  patience: Patience = usual,
): Promise<{ ok: true; stop: () => Promise<void>; address: string } | { ok: false; problem: string }> {
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port, hostname, serverOptions: limits(patience) }, (info) => {
      const host = hostname.includes(':') ? `[${hostname}]` : hostname;
      resolve({ ok: true, address: `http://${host}:${info.port}`, stop: stopper(plain, patience) });
    });
    const plain = server as Server; // without http2 options it is node's own
    plain.setTimeout(patience.idle);
    plain.maxConnections = mostConnections;
    sayWhatIsBroken(plain);
    plain.on('error', (error: NodeJS.ErrnoException) => resolve({ ok: false, problem: said(error, port) }));
  });
}
