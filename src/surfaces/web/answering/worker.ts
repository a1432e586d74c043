// SPDX-License-Identifier: Apache-2.0
// Answers beside the page, so that a tap never waits for the guideline. It reads the guideline once and keeps no facts.
import type { Guideline, Patient } from '../../../model/index.ts';
import { derive } from '../../../record/index.ts';
import { aboutAPerson, acts, type Answered, type Sent } from './acts.ts';
import { prepare, type Prepared } from './interview.ts';
import { fetchUnits } from './units.ts';

let ready: Promise<Prepared> | undefined;

/** Reads and compiles the guideline; a failed reading is tried again at the next question. */
async function begin(address: string): Promise<Prepared> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error('The guideline could not be read. Check the connection, then load the page again.');
  const guideline: Guideline = await answer.json();
  return prepare(guideline);
}

/** What was said, with what follows from the record of medicines, doses and tests; what was said itself counts first. */
function known({ guideline }: Prepared, said: Patient, { record, today }: Sent): Patient {
  return record.length === 0 ? said : { ...derive(guideline, record, today).patient, ...said };
}

async function answerTo(sent: Sent, address: string): Promise<Answered> {
  const { n, act, args } = sent;
  try {
    ready ??= begin(address);
    const prepared = await ready;
    // The page's side of this call is typed by the same table of acts.
    const run = acts[act] as (prepared: Prepared, ...args: readonly unknown[]) => unknown;
    const work = (): unknown => {
      const [first, ...rest] = args;
      const about = aboutAPerson.has(act) ? known(prepared, first as Patient, sent) : first; // those acts send a Patient first
      return run(prepared, about, ...rest);
    };
    const found = await work();
    return { n, found: (await fetchUnits()) ? await work() : found };
  } catch (error) {
    ready = undefined;
    return { n, failed: error instanceof Error ? error.message : 'Something did not work. Load the page again.' };
  }
}

addEventListener('message', (event: MessageEvent<Sent & { address: string }>) => {
  void answerTo(event.data, event.data.address).then((answered) => postMessage(answered));
});
