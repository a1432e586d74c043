// SPDX-License-Identifier: Apache-2.0
// The page's side of the worker: one typed call, and interviews foreseen for every answer that can be given next.
import type { FactId, Patient } from '../../../model/index.ts';
import type { Entry } from '../../../record/index.ts';
import type { ActName, Acts, Answered } from './acts.ts';
import type { InterviewView } from './interview.ts';

type Rest<List> = List extends readonly [unknown, ...infer Others] ? Others : never;
type Waiting = { done: (found: unknown) => void; failed: (error: Error) => void };

let worker: Worker | undefined;
let record: readonly Entry[] = [];
let day = '';
let next = 0;
const waiting = new Map<number, Waiting>();

function start(): Worker {
  const begun = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  begun.addEventListener('message', ({ data }: MessageEvent<Answered>) => {
    const asked = waiting.get(data.n);
    waiting.delete(data.n);
    if ('found' in data) asked?.done(data.found);
    else asked?.failed(new Error(data.failed));
  });
  begun.addEventListener('error', () => {
    for (const { failed } of waiting.values()) failed(new Error('This page could not start. Load it again.'));
    waiting.clear();
  });
  return begun;
}

/** Asks the worker. What comes back has the type that the table of acts gives it. */
export function ask<Name extends ActName>(
  act: Name,
  ...args: Rest<Parameters<Acts[Name]>>
): Promise<Awaited<ReturnType<Acts[Name]>>> {
  worker ??= start();
  const n = (next += 1);
  const address = document.querySelector('main')?.dataset['guideline'] ?? '';
  worker.postMessage({ n, act, args, address, record, today: day });
  return new Promise((done, failed) => {
    waiting.set(n, { done: (found) => done(found as Awaited<ReturnType<Acts[Name]>>), failed });
  });
}

const foreseen = new Map<string, InterviewView>();
const keyOf = (patient: Patient, open: readonly FactId[]): string =>
  JSON.stringify([Object.entries(patient).sort(([a], [b]) => (a < b ? -1 : 1)), [...open].sort()]);

/** What was tracked besides answers: medicines, doses, tests. What was foreseen without it is forgotten. */
export function tracked(entries: readonly Entry[], today: string): void {
  const found = entries.filter(({ kind }) => kind !== 'fact');
  if (today === day && found.map(({ id }) => id).join() === record.map(({ id }) => id).join()) return;
  [record, day] = [found, today];
  foreseen.clear();
}

/** The interview after these answers when it was worked out before they were given. */
export const known = (patient: Patient, open: readonly FactId[]): InterviewView | undefined =>
  foreseen.get(keyOf(patient, open));

/** Works out an interview, once. */
export async function look(patient: Patient, open: readonly FactId[]): Promise<InterviewView> {
  const key = keyOf(patient, open);
  const found = foreseen.get(key) ?? (await ask('interview', patient, open, []));
  if (foreseen.size > 60) foreseen.clear();
  foreseen.set(key, found);
  return found;
}

let foreseeing = 0;
/** Works out, one after the other and only while nothing else is asked, what would follow each of these answers. */
export async function foresee(next_: readonly { patient: Patient; open: readonly FactId[] }[]): Promise<void> {
  const mine = (foreseeing += 1);
  for (const { patient, open } of next_) {
    if (mine !== foreseeing) return;
    await look(patient, open);
  }
}
