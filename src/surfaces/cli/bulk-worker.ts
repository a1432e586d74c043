// SPDX-License-Identifier: Apache-2.0
// One of the threads that turn people into facts: gets batches, gives them back converted, one at a time.
import { parentPort, workerData } from 'node:worker_threads';
import type { Bundled } from '../../interpreters/count/bulk.ts';
import { convertPerson } from './bulk-person.ts';

const { guideline, asOf, shared } = workerData;
const medications = shared.map((text: string) => JSON.parse(text));
parentPort?.on('message', (batch: readonly Bundled[]) => {
  parentPort?.postMessage(batch.map((one) => convertPerson(guideline, asOf, medications, one)));
});
