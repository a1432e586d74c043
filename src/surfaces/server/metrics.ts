// SPDX-License-Identifier: Apache-2.0
// Counts and logs: numbers and known names only, never what was asked.
import type { MiddlewareHandler } from 'hono';
import type { Shared } from './shared.ts';

export type Metrics = {
  middleware: MiddlewareHandler;
  /** Counts something by a kind that is a code of ours. */
  count: (name: string, kind: string) => void;
  /** What all processes counted, in the text form of Prometheus. */
  text: () => Promise<string>;
};

/** Upper bounds of the duration histogram, in seconds. */
const bounds = [0.005, 0.025, 0.1, 0.5, 2, Number.POSITIVE_INFINITY];
const buckets = bounds.map((bound) => ({
  bound,
  name: `heliotrope_request_seconds_bucket{le="${Number.isFinite(bound) ? String(bound) : '+Inf'}"}`,
}));

/** Counts requests by known path, status and duration. What somebody types into an address could be about a person, so that every
 *  other path is "other". */
export function prepareMetrics(
  isKnown: (path: string) => boolean,
  { add, counts }: Pick<Shared, 'add' | 'counts'>,
  log?: (line: string) => void,
): Metrics {
  return {
    count: (name, kind) => add(`heliotrope_${name}s_total{kind="${kind}"}`),
    middleware: async (context, next) => {
      const began = performance.now();
      await next();
      const seconds = (performance.now() - began) / 1000;
      const path = isKnown(context.req.path) ? context.req.path : 'other';
      add(`heliotrope_requests_total{path="${path}",status="${context.res.status}"}`);
      for (const { bound, name } of buckets) if (seconds <= bound) add(name);
      log?.(
        JSON.stringify({
          at: new Date().toISOString(),
          method: context.req.method,
          path,
          status: context.res.status,
          ms: Math.round(seconds * 10_000) / 10,
        }),
      );
    },
    text: async () => (await counts()).map(([key, many]) => `${key} ${many}`).join('\n') + '\n',
  };
}
