// SPDX-License-Identifier: Apache-2.0
// Answers beside the page, so that a tap never waits for the guideline. It reads the guideline once and keeps no facts.
import type { Guideline } from '../../../model/index.ts';
import { acts, type Answered, type Sent } from './acts.ts';
import { prepare, type Prepared } from './interview.ts';

let ready: Promise<Prepared> | undefined;

/** Reads and compiles the guideline; a failed reading is tried again at the next question. */
async function begin(address: string): Promise<Prepared> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error('The guideline could not be read. Check the connection, then load the page again.');
  const guideline: Guideline = await answer.json();
  return prepare(guideline);
}

async function answerTo({ n, act, args }: Sent, address: string): Promise<Answered> {
  try {
    ready ??= begin(address);
    const prepared = await ready;
    // The page's side of this call is typed by the same table of acts.
    const run = acts[act] as (prepared: Prepared, ...args: readonly unknown[]) => unknown;
    return { n, found: await run(prepared, ...args) };
  } catch (error) {
    ready = undefined;
    return { n, failed: error instanceof Error ? error.message : 'Something did not work. Load the page again.' };
  }
}

addEventListener('message', (event: MessageEvent<Sent & { address: string }>) => {
  void answerTo(event.data, event.data.address).then((answered) => postMessage(answered));
});
