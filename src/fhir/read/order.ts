// SPDX-License-Identifier: Apache-2.0
// Orders that are being written: which medicine each is, and what would be true of the person once it is signed.
import type { InterventionId, Guideline, Patient } from '../../model/index.ts';
import { isDay, type Day } from '../../record/index.ts';
import type { Context } from '../finding.ts';
import { isJson, text } from '../json.ts';
import { open, type Located } from './bundle.ts';
import { interventionOf } from './medicine-list.ts';
import { isNamed, readMedicine } from './medicine.ts';
import { readTaking } from './taking.ts';

/** One order for a medicine. `facts` are what taking it says, doses included where the instructions give one. `interventions` are
 *  the guideline's own that it is; it can be none, and still have facts (such as a medicine that others must not meet). */
export type Order = {
  /** `MedicationRequest/103`. */
  at: string;
  /** What it is called there, in the record's own words. */
  said: string;
  interventions: readonly InterventionId[];
  facts: Patient;
};
/** Orders, read; or what is wrong with the Bundle. `unclear` are orders of a medicine that cannot be told apart, such as one
 *  that is also sold for the skin; `nameless` are those that name no medicine which can be read;
 *  `all` are the places of every order, of whatever medicine. */
export type ReadOrders =
  | {
      ok: true;
      orders: readonly Order[];
      unclear: readonly string[];
      nameless: readonly string[];
      all: readonly string[];
    }
  | { ok: false; problem: string };
/** More orders at once than anybody signs: each is decided with all the others in sight. */
const mostOrders = 200;

const over = new Set(['entered-in-error', 'cancelled', 'stopped', 'completed']);

/** As it will stand once it is signed. */
const signed = (located: Located, asOf: Day): Located => ({
  ...located,
  resource: { ...located.resource, status: 'active', intent: 'order', authoredOn: asOf },
});

function orderOf(context: Context, located: Located): Order | 'unclear' | 'nameless' | undefined {
  if (over.has(text(located.resource, 'status') ?? '')) return undefined;
  const { finding, use } = readMedicine(context, signed(located, context.asOf));
  if (!use && finding.some(({ kind }) => kind === 'asked')) return 'unclear';
  if (!use) return isNamed(located) ? undefined : 'nameless';
  const { guideline } = context;
  const interventions = use.groups.map((group) => interventionOf(guideline, group)).filter((id) => id !== undefined);
  const found = readTaking(context, [use]).findings.filter((one) => one.kind === 'found');
  const planned = use.groups.includes('rituximab') ? { 'rituximab-planned': true } : {};
  const facts = { ...Object.fromEntries(found.map(({ fact, value }) => [fact, value])), ...planned };
  return { at: located.at, said: use.said, interventions: [...new Set(interventions)], facts };
}

/** Whether every entry holds a resource: an order that was lost on the way must not look like none. */
const isListed = (bundle: unknown): boolean => {
  const entries = isJson(bundle) ? (bundle['entry'] ?? []) : undefined;
  return Array.isArray(entries) && entries.every((entry) => isJson(entry) && isJson(entry['resource']));
};

/** Reads a Bundle of orders that are not signed yet, as of a day. Orders of anything but medicines are left out. */
export function readOrders(guideline: Guideline, bundle: unknown, asOf: Day): ReadOrders {
  if (!isDay(asOf)) return { ok: false, problem: `"${asOf}" is no day of the calendar. Write it as 2026-01-31.` };
  const opened = open(bundle);
  if (!opened.ok) return opened;
  if (!isListed(bundle))
    return {
      ok: false,
      problem: 'The entries of a Bundle are a list, each with a resource. Nothing was read of these.',
    };
  const requests = opened.resources.filter(({ type }) => type === 'MedicationRequest');
  if (requests.length > mostOrders)
    return { ok: false, problem: `There are ${requests.length} orders; at most ${mostOrders} are decided at once.` };
  const read = requests.map((one) => ({ at: one.at, order: orderOf({ guideline, asOf }, one) }));
  const told = (what: string) => read.filter(({ order }) => order === what).map(({ at }) => at);
  return {
    ok: true,
    orders: read.flatMap(({ order }) => (typeof order === 'object' ? [order] : [])),
    unclear: told('unclear'),
    nameless: told('nameless'),
    all: read.map(({ at }) => at),
  };
}
