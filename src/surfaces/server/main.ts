// SPDX-License-Identifier: Apache-2.0
// The only file that opens a port.
import { serve } from '@hono/node-server';
import type { Server } from 'node:http';
import type { Hono } from 'hono';

/** Listens until it is told to stop; a port that is taken is an answer, not a crash. Slow clients are let go after 15 seconds. */
export function listen(
  app: Hono,
  port: number,
  hostname: string,
): Promise<{ ok: true; stop: () => Promise<void>; address: string } | { ok: false; problem: string }> {
  return new Promise((resolve) => {
    const server = serve(
      { fetch: app.fetch, port, hostname, serverOptions: { requestTimeout: 15_000, headersTimeout: 10_000 } },
      (info) =>
        resolve({
          ok: true,
          address: `http://${hostname}:${info.port}`,
          stop: () =>
            new Promise((done) => {
              server.close(() => done());
              if ('closeIdleConnections' in server) (server satisfies Server).closeIdleConnections();
            }),
        }),
    );
    server.on('error', (error: NodeJS.ErrnoException) =>
      resolve({
        ok: false,
        problem:
          error.code === 'EADDRINUSE'
            ? `Port ${port} is taken. Stop what uses it, or choose another with --port.`
            : error.code === 'EACCES'
              ? `Port ${port} may not be used by you. Choose one above 1023 with --port.`
              : `The server could not start: ${error.message}.`,
      }),
    );
  });
}
