// SPDX-License-Identifier: Apache-2.0
// Requests that HTTP itself gives up on, because they are too slow, too long in their headers or not HTTP: refused in words, too.
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { isFhir, outcomeOf, type IssueCode } from './outcome.ts';
import { problemOf } from './problem.ts';

type Refusal = { status: number; reason: string; code: IssueCode; type: string; text: string };
const malformed: Refusal = {
  status: 400,
  reason: 'Bad Request',
  code: 'structure',
  type: 'not-http',
  text: 'This is not a request of HTTP/1.1 that can be read.',
};
/** By the code of node’s error. */
const refusals: ReadonlyMap<string | undefined, Refusal> = new Map([
  [
    'ERR_HTTP_REQUEST_TIMEOUT',
    {
      status: 408,
      reason: 'Request Timeout',
      code: 'timeout',
      type: 'too-slow',
      text: 'The request did not come whole in time. Send it again, faster.',
    },
  ],
  [
    'HPE_HEADER_OVERFLOW',
    {
      status: 431,
      reason: 'Request Header Fields Too Large',
      code: 'too-costly',
      type: 'headers-too-large',
      text: 'The headers of a request may hold 16 kB at most.',
    },
  ],
]);

/** The whole answer as it goes over the wire, in the form that the path is spoken to in; a problem where it is not known. */
export function brokenAnswer(errorCode: string | undefined, path: string | undefined): string {
  const { status, reason, code, type, text } = refusals.get(errorCode) ?? malformed;
  const fhir = path !== undefined && isFhir(path);
  const body = JSON.stringify(fhir ? outcomeOf(code, text) : problemOf(status, type, text));
  const headers = {
    'content-type': fhir ? 'application/fhir+json' : 'application/problem+json',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return `HTTP/1.1 ${status} ${reason}\r\n${lines.join('\r\n')}\r\n\r\n${body}`;
}

/** Makes a server say why it closes a connection. What has begun to be answered is only cut off. */
export function sayWhatIsBroken(server: Server): void {
  const answering = new WeakMap<Duplex, ServerResponse<IncomingMessage>>();
  server.on('request', (incoming, answer) => void answering.set(incoming.socket, answer));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const answer = answering.get(socket);
    const open = answer?.writableEnded === false ? answer : undefined;
    if (error.code === 'ECONNRESET' || !socket.writable || open?.headersSent) socket.destroy();
    else socket.end(brokenAnswer(error.code, open?.req.url));
  });
}
