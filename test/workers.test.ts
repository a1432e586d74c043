// SPDX-License-Identifier: Apache-2.0
// Several processes behind one port, as whoever runs the server meets them: kill -9 of one, one sum of counts, and an end in good order.
import { createServer } from 'node:http';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveProgram } from './mcp/serving.ts';

/** The processes that a process started and that still run. */
const childrenOf = (parent: number): readonly number[] =>
  readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const [state, of] = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      return Number(of) === parent && state !== 'Z' ? [Number(name)] : [];
    } catch {
      return []; // ended while we looked
    }
  });
/** Asks again until something is so; what is awaited comes without a stopwatch, and the test ends by its own time limit. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await wait(100);
}

describe.runIf(process.platform === 'linux')('two processes behind one port', () => {
  let served: Awaited<ReturnType<typeof serveProgram>>;
  beforeAll(async () => {
    served = await serveProgram(['--workers', '2']);
  });
  afterAll(async () => {
    await served?.stop();
  });
  const workers = () => childrenOf(served.pid);
  const health = async (signal: AbortSignal | null = null) =>
    (await fetch(`${served.address}/health`, { headers: { connection: 'close' }, signal })).status;
  const counted = async (): Promise<number> => {
    const text = await (await fetch(`${served.address}/metrics`, { headers: { connection: 'close' } })).text();
    return Number(/requests_total\{path="\/health",status="200"\} (\d+)/.exec(text)?.[1] ?? 0);
  };

  it('count as one, whichever of them is asked', async () => {
    for (let i = 0; i < 10; i += 1) expect(await health()).toBe(200);
    await until(async () => (await counted()) === 10);
    expect([await counted(), await counted()]).toEqual([10, 10]);
  });
  it('go on when one of them is killed, and another takes its place', async () => {
    const [victim, other] = workers();
    expect(other).toBeDefined();
    process.kill(victim ?? 0, 'SIGKILL');
    await until(() => !workers().includes(victim ?? 0));
    // A connection that was on its way to the one that died gets no answer: its caller asks again, as after any lost connection.
    await until(async () => (await health(AbortSignal.timeout(3000)).catch(() => 0)) === 200);
    await until(() => workers().length === 2);
    expect(workers()).toContain(other);
    expect(await health()).toBe(200);
  });
  it('end together, with the work done', async () => {
    const mine = workers();
    expect(await served.stop()).toBe(0);
    await until(() => mine.every((one) => !childrenOf(served.pid).includes(one)));
    await expect(health()).rejects.toThrow();
  });
});

it('a port that is taken is said once, and nothing stays behind', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  await expect(serveProgram(['--workers', '2', '--port', String(port)])).rejects.toThrow(
    /ended with 2: Port \d+ is taken/,
  );
  other.close();
});
