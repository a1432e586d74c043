// SPDX-License-Identifier: Apache-2.0
// MCP over streamable HTTP. Each request is answered by a server of its own: no session, no stream that stays open, nothing kept.
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import type { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { Hono, type Context } from 'hono';
import { limitBody } from './limits.ts';

/** How the protocol is served. `hosts` are the names, beside this machine's own, under which it may be asked. */
export type McpOptions = {
  connect: () => Server;
  hosts?: readonly string[];
  /** Sessions, which only the fixtures of the conformance suite need. */
  sessions?: boolean;
};
/** A record of ten years is far below this. */
const largestMessage = 4_000_000;
const ownNames = ['localhost', '127.0.0.1', '[::1]'];

/** An error of the protocol that answers no message. */
const refusal = (context: Context, status: 400 | 403 | 404 | 405 | 413, message: string): Response =>
  context.json({ jsonrpc: '2.0', error: { code: -32000, message }, id: null }, status);

const nameOf = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).hostname : undefined);

/** A page of another site may not ask through its visitor's browser (DNS rebinding): the name asked for has to be ours. */
function isOurs(context: Context, hosts: readonly string[]): boolean {
  const allowed = [...ownNames, ...hosts];
  const [host, origin] = [context.req.header('host'), context.req.header('origin')];
  const ours = (url: string): boolean => allowed.includes(nameOf(url) ?? '');
  return host !== undefined && ours(`http://${host}`) && (origin === undefined || ours(origin));
}

type Transport = WebStandardStreamableHTTPServerTransport;

/** One message, one answer. */
async function answerAlone(connect: () => Server, request: Request): Promise<Response> {
  const [server, transport] = [connect(), new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true })];
  await server.connect(transport);
  try {
    return await transport.handleRequest(request);
  } finally {
    await server.close();
  }
}

/** Sessions by their id, as the fixtures need them. They live as long as the program; the product never starts one. */
function answerInSessions(connect: () => Server): (context: Context) => Promise<Response> {
  const sessions = new Map<string, Transport>();
  return async (context) => {
    const id = context.req.header('mcp-session-id');
    const known = id === undefined ? undefined : sessions.get(id);
    if (known) return known.handleRequest(context.req.raw);
    if (id !== undefined) return refusal(context, 404, 'There is no such session. Start again with "initialize".');
    const transport: Transport = new WebStandardStreamableHTTPServerTransport({
      sessionIdGenerator: () => crypto.randomUUID(),
      onsessioninitialized: (started) => void sessions.set(started, transport),
      onsessionclosed: (ended) => void sessions.delete(ended),
    });
    await connect().connect(transport);
    return transport.handleRequest(context.req.raw);
  };
}

/** The route `/mcp`. */
export function mcp({ connect, hosts = [], sessions = false }: McpOptions): Hono {
  const route = new Hono();
  const inSession = answerInSessions(connect);
  route.use('*', async (context, next) => {
    if (isOurs(context, hosts)) return next();
    return refusal(context, 403, 'This name is not served here. Start the server with --host to serve another one.');
  });
  const onError = (context: Context): Response =>
    refusal(context, 413, `A message may hold ${largestMessage} bytes at most.`);
  route.use('*', limitBody(largestMessage, onError));
  route.all('/', (context) => {
    if (sessions) return inSession(context);
    if (context.req.method === 'POST') return answerAlone(connect, context.req.raw);
    context.header('allow', 'POST');
    return refusal(context, 405, 'Nothing is kept here between two messages. Send each with POST.');
  });
  return route;
}
