// SPDX-License-Identifier: Apache-2.0
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Bundled, Convert, Converted } from '../../interpreters/count/bulk.ts';
import type { Guideline } from '../../model/index.ts';

/** A thread and the answer it owes. */
function hire(guideline: Guideline, asOf: string, shared: readonly string[]) {
  const worker = new Worker(new URL('./bulk-worker.js', import.meta.url), { workerData: { guideline, asOf, shared } });
  const convert = (batch: readonly Bundled[]): Promise<readonly Converted[]> =>
    new Promise((resolve, reject) => {
      worker.once('error', reject);
      worker.once('message', (converted: readonly Converted[]) => {
        worker.off('error', reject);
        resolve(converted);
      });
      worker.postMessage(batch);
    });
  return { convert, end: () => worker.terminate() };
}

/** Turns people into facts on as many threads as there are processors; each holds one batch, so memory stays bounded. */
export const onThreads = (guideline: Guideline, asOf: string): Convert =>
  async function* (batches, shared) {
    const crew = Array.from({ length: Math.max(1, availableParallelism()) }, () => hire(guideline, asOf, shared));
    const source = batches[Symbol.asyncIterator]();
    /** The next batch for one of the crew, converted; nothing when there is none. */
    const work = async (who: number): Promise<{ who: number; converted: readonly Converted[] | undefined }> => {
      const { value, done } = await source.next();
      return { who, converted: done === true ? undefined : await crew[who]?.convert(value) };
    };
    try {
      const busy = new Map(crew.map((_, who) => [who, work(who)]));
      while (busy.size) {
        const { who, converted } = await Promise.race(busy.values());
        if (converted === undefined) busy.delete(who);
        else {
          busy.set(who, work(who));
          yield converted;
        }
      }
    } finally {
      await Promise.all(crew.map(({ end }) => end()));
    }
  };
