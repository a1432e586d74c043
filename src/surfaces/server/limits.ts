// SPDX-License-Identifier: Apache-2.0
// Who may ask, and how often: limits that stand before anything is read.
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { IncomingMessage } from 'node:http';

/** The largest body that is read, in bytes: a patient of 200 facts is about 10 kB, a long record as FHIR about 1 MB. */
export const largestBody = 1_000_000;
export const largestRecord = 4_000_000;

/** Addresses that are remembered for the rate; more, and the oldest are forgotten. */
const remembered = 10_000;

/** The other end’s address, where the request came over a port. */
export function callerOf(context: Context): string | undefined {
  const env: { incoming?: IncomingMessage } | undefined = context.env;
  return env?.incoming?.socket.remoteAddress;
}
export const isLoopback = (address: string): boolean =>
  address === '::1' || /^(?:::ffff:)?127\.\d+\.\d+\.\d+$/.test(address);

/** At most so many requests a second from one address, with room for twice as many at once. `now` is in seconds. */
export function prepareRate(perSecond: number, now: () => number): (address: string) => boolean {
  const buckets = new Map<string, { left: number; at: number }>();
  return (address) => {
    const [time, most] = [now(), perSecond * 2];
    const bucket = buckets.get(address) ?? { left: most, at: time };
    bucket.left = Math.min(most, bucket.left + (time - bucket.at) * perSecond);
    bucket.at = time;
    const allowed = bucket.left >= 1;
    if (allowed) bucket.left -= 1;
    buckets.delete(address);
    buckets.set(address, bucket);
    const [oldest] = buckets.keys();
    if (buckets.size > remembered && oldest !== undefined) buckets.delete(oldest);
    return allowed;
  };
}

type Refuse = (context: Context) => Response;
/** Lets an address ask only so often; 0 lets everybody. */
export function rateLimit(perSecond: number, refuse: Refuse, now = () => performance.now() / 1000): MiddlewareHandler {
  const allowed = prepareRate(perSecond, now);
  return async (context, next) => {
    if (perSecond > 0 && !allowed(callerOf(context) ?? 'unknown')) {
      context.header('retry-after', '1');
      return refuse(context);
    }
    return next();
  };
}

/** Refuses a body of more bytes than these. Where its length is said, as almost always, the body itself is not touched: to look at
 *  it would first wrap it in a stream. What says no length is counted as it comes. A client that says too little is cut off by
 *  node itself, which reads no further than the length said. */
export function limitBody(maxSize: number, refuse: Refuse): MiddlewareHandler {
  const counted = bodyLimit({ maxSize, onError: refuse });
  return async (context, next) => {
    const length = context.req.header('content-length');
    if (length === undefined || context.req.header('transfer-encoding') !== undefined) return counted(context, next);
    return Number.parseInt(length, 10) > maxSize ? refuse(context) : next();
  };
}

const jsonType = /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i;
/** Refuses a body that says it is something else than JSON, or that it is compressed; what says nothing is read as JSON. Only a page of an
 *  allowed origin can send JSON from a browser without being asked first. */
export const onlyJson =
  (refuse: (context: Context, why: 'type' | 'compressed') => Response): MiddlewareHandler =>
  async (context, next) => {
    if (context.req.method !== 'POST') return next();
    const [type, encoding] = [context.req.header('content-type'), context.req.header('content-encoding')];
    if (encoding !== undefined && encoding !== 'identity') return refuse(context, 'compressed');
    return type === undefined || jsonType.test(type) ? next() : refuse(context, 'type');
  };

const ownNames = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;
/** On a loopback address only names of this machine are answered: a page of another site that points its name at this machine
 *  gets nothing. */
export const onlyOwnNames =
  (refuse: Refuse): MiddlewareHandler =>
  async (context, next) => {
    const host = context.req.header('host');
    const looksItself = context.req.path.startsWith('/mcp'); // with the protocol's own refusal
    return host === undefined || looksItself || ownNames.test(host) ? next() : refuse(context);
  };
