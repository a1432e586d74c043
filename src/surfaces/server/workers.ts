// SPDX-License-Identifier: Apache-2.0
// Several processes behind one port. The first one only starts them, keeps what they share, and starts another where one dies.
import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { ownShared, tally, type Shared } from './shared.ts';

type Told = { counts: readonly (readonly [string, number])[] };
type Asked = { ask: number; token?: { name: string; until: number; now: number } };
type Answered = { ask: number; counts?: Told['counts']; isNew?: boolean };

const isMessage = (value: unknown): value is Partial<Told & Asked & Answered> =>
  typeof value === 'object' && value !== null && ('counts' in value || 'ask' in value);

/** How often a worker hands on what it counted, in milliseconds; what was not handed on is lost when it is killed. */
const handOn = 1000;
/** The longest wait for the first process, in milliseconds; it only looks into its memory. */
const patience = 2000;

/** In a worker: what the first process keeps for all of them. A question that is not answered fails. */
export function sharedWithOthers(): Shared {
  const waiting = new Map<number, (answer: Answered) => void>();
  const { counts, add } = tally();
  let asked = 0;
  const flush = (): void => {
    if (counts.size > 0) process.send?.({ counts: [...counts] } satisfies Told);
    counts.clear();
  };
  process.on('message', (message) => {
    if (!isMessage(message) || message.ask === undefined) return;
    waiting.get(message.ask)?.({ ...message, ask: message.ask });
    waiting.delete(message.ask);
  });
  setInterval(flush, handOn).unref();
  const ask = (token?: Asked['token']): Promise<Answered> =>
    new Promise((resolve, reject) => {
      const id = asked++;
      const late = setTimeout(() => {
        waiting.delete(id);
        reject(new Error('The first process did not answer.'));
      }, patience);
      waiting.set(id, (answer) => {
        clearTimeout(late);
        resolve(answer);
      });
      flush();
      process.send?.({ ask: id, ...(token ? { token } : {}) } satisfies Asked);
    });
  return {
    add: (kind) => add(kind, 1),
    counts: async () => (await ask()).counts ?? [],
    isNew: async (name, until, now) => (await ask({ name, until, now })).isNew === true,
  };
}

/** In the first process: keeps what workers tell, and answers what they ask. */
function keepForAll(): void {
  const shared = ownShared();
  cluster.on('message', async (worker: Worker, message: unknown) => {
    if (!isMessage(message)) return;
    for (const [kind, many] of message.counts ?? []) shared.addMany(kind, many);
    if (message.ask === undefined) return;
    const { ask, token } = message;
    const answer: Answered = token
      ? { ask, isNew: await shared.isNew(token.name, token.until, token.now) }
      : { ask, counts: await shared.counts() };
    if (worker.isConnected()) worker.send(answer);
  });
}

/** Starts one and waits until it listens: its port; or its exit code, when it could not. */
async function started(): Promise<{ port: number } | { code: number }> {
  const worker = cluster.fork();
  const ended = new AbortController();
  const listening = once(worker, 'listening', { signal: ended.signal }).then(([{ port }]) => ({ port: Number(port) }));
  const exited = once(worker, 'exit', { signal: ended.signal }).then(([code]) => ({ code: Number(code ?? 2) || 2 }));
  const found = await Promise.race([listening, exited]);
  listening.catch(() => undefined); // the race is over: the other one is called off
  exited.catch(() => undefined);
  ended.abort();
  return found;
}

/** One that dies this soon is not replaced at once, so that a fault does not start processes without end. In milliseconds. */
const pause = 1000;

/** Starts another where one dies. Gives a way to stop them all, each after what it has begun. */
function keepAlive(): () => Promise<void> {
  let stopping = false;
  cluster.on('exit', async () => {
    if (stopping) return;
    await wait(pause);
    if (!stopping) cluster.fork();
  });
  return async () => {
    stopping = true;
    const all = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
    await Promise.all(
      all.map(async (worker) => {
        const gone = worker.isDead() ? undefined : once(worker, 'exit');
        worker.process.kill('SIGTERM');
        await gone;
      }),
    );
  };
}

/** Runs so many of this same program behind one port, until `stopped`; gives the exit code. When the first cannot start, nor do the
 *  others, and it has said why. `ready` is called once all of them listen. */
export async function runWorkers(many: number, ready: (port: number) => void, stopped: Promise<void>): Promise<number> {
  keepForAll();
  const first = await Promise.race([started(), stopped.then(() => ({ code: 0 }))]);
  if ('code' in first) {
    for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill('SIGKILL');
    return first.code;
  }
  const stop = keepAlive();
  await Promise.race([Promise.all(Array.from({ length: many - 1 }, started)), stopped]);
  ready(first.port);
  await stopped;
  await stop();
  return 0;
}

/** Whether this process is one of several behind a port. */
export const isWorker = (): boolean => cluster.isWorker;
/** Ends a worker's tie to the first process, so that it can end. */
export function leave(): void {
  cluster.worker?.disconnect();
}
