// SPDX-License-Identifier: Apache-2.0
import { addDays, freshUntil, type Day } from '../../record/index.ts';
import { span } from '../day.ts';
import { number, object, objects, text, truth, type Json } from '../json.ts';

/** What a resource says of the use of its medicine on a day. `given`: one dose, which does not say that more follow. */
export type Use =
  /** `began`: the first day of the treatment, where a statement says so; an order only says that it was ordered since. */
  | { state: 'taking'; since?: Day; began?: Day }
  /** `word`: how the record calls it, such as "not taken". */
  | { state: 'stopped'; word: string; on?: Day; began?: Day }
  /** On hold: neither taken nor given up, so that no other resource's end of it settles the matter. */
  | { state: 'held' }
  | { state: 'given'; on: Day };
/** `asked`: it may be taken, and the record does not say so for this day. */
type Read = Use | { ignored: string } | { asked: string };

/** An order or a statement of a moment older than this no longer says that a medicine is taken; our choice, so that an old order
 *  nobody closed is asked about and not believed. */
const believed = 'P1Y';
const tooOld = (asOf: Day, on: Day | undefined): boolean => on !== undefined && freshUntil(on, believed) < asOf;

const never: Readonly<Record<string, string>> = {
  'entered-in-error': 'entered in error.',
  cancelled: 'cancelled, so it was not taken because of this.',
  draft: 'a draft, not an order.',
  intended: 'intended, not taken yet.',
  preparation: 'being prepared.',
  declined: 'declined.',
  'not-done': 'it was not given.',
  'in-progress': 'not finished.',
};
const day = (written: string | undefined): Day | undefined => span(written)?.first;
const known = <T>(name: 'since' | 'on', value: Day | undefined, rest: T): T =>
  value === undefined ? rest : { ...rest, [name]: value };

/** A statement or an order with a beginning and an end. */
function between(asOf: Day, period: Json | undefined, moment: string | undefined, said: string | undefined): Read {
  const whole = period !== undefined;
  const [start, end] = [moment ?? text(period, 'start'), text(period, 'end')];
  const [begins, ends] = [span(start), span(end)];
  if (begins && begins.first > asOf) return { ignored: `it begins on ${begins.first}, after ${asOf}.` };
  const began = begins && begins.first === begins.last && whole ? { began: begins.first } : {};
  if (ends && ends.last < asOf) return known('on', ends.first, { state: 'stopped', word: 'ended', ...began });
  return known('since', begins?.first ?? day(said), { state: 'taking', ...began });
}

function statement(asOf: Day, resource: Json): Read {
  const period = object(resource, 'effectivePeriod');
  const [start, end] = [text(resource, 'effectiveDateTime') ?? text(period, 'start'), text(period, 'end')];
  const stated = text(resource, 'dateAsserted');
  switch (text(resource, 'status')) {
    case 'active': {
      const moment = day(stated) ?? day(text(resource, 'effectiveDateTime'));
      return tooOld(asOf, moment)
        ? { asked: `It was said on ${moment}, more than a year ago.` }
        : between(asOf, period, text(resource, 'effectiveDateTime'), stated);
    }
    case 'completed':
    case 'stopped':
    case 'not-taken': {
      const on = day(end) ?? day(stated) ?? day(start);
      const word = text(resource, 'status')?.replace('-', ' ') ?? '';
      return on !== undefined && on > asOf
        ? { ignored: `it is recorded as ${word} on ${on}, after ${asOf}.` }
        : known('on', on, { state: 'stopped', word });
    }
    default:
      return { ignored: 'it has no status that says whether it is taken.' };
  }
}

/** The last day an order covers, by its dispensing or by its instructions, where they give one. */
function lastDay(resource: Json): Day | undefined {
  const ends = objects(resource, 'dosageInstruction').map(
    (one) => span(text(object(one, 'timing', 'repeat', 'boundsPeriod'), 'end'))?.last,
  );
  const validity = span(text(object(resource, 'dispenseRequest', 'validityPeriod'), 'end'))?.last;
  const instructed = ends.length && ends.every((each) => each !== undefined) ? [...ends].sort().at(-1) : undefined;
  return [validity, instructed].filter((each) => each !== undefined).sort()[0];
}

const orders = new Set(['order', 'original-order', 'reflex-order', 'filler-order', 'instance-order', 'plan']);
function request(asOf: Day, resource: Json): Read {
  if (truth(resource, 'doNotPerform') === true) return { ignored: 'an order not to give it.' };
  if (!orders.has(text(resource, 'intent') ?? 'order')) return { ignored: 'a proposal, not an order.' };
  const written = text(resource, 'authoredOn');
  switch (text(resource, 'status')) {
    case 'active': {
      const on = day(written);
      if (on !== undefined && on > asOf) return { ignored: `ordered on ${on}, after ${asOf}.` };
      const until = lastDay(resource);
      if (until !== undefined && until < asOf) return { asked: `The order ran until ${until}.` };
      if (tooOld(asOf, on)) return { asked: `It was ordered on ${on}, more than a year ago.` };
      return known('since', on, { state: 'taking' });
    }
    case 'stopped':
      return { state: 'stopped', word: 'order stopped' };
    case 'completed':
      return { asked: 'The order is completed, and whether the medicine goes on is not said.' };
    default:
      return { ignored: 'it has no status that says whether it is taken.' };
  }
}

/** A dispense says that it is taken while its supply lasts. */
function dispense(asOf: Day, resource: Json): Read {
  if (text(resource, 'status') !== 'completed') return { ignored: 'it was not handed over.' };
  const [on, supply] = [day(text(resource, 'whenHandedOver')), object(resource, 'daysSupply')];
  const days = number(supply, 'value');
  if (on === undefined || days === undefined) return { ignored: 'how long the supply lasts is not said.' };
  if (on > asOf) return { ignored: `handed over on ${on}, after ${asOf}.` };
  return addDays(on, Math.min(Math.max(Math.floor(days), 0), 3660)) >= asOf
    ? { state: 'taking', since: on }
    : { ignored: 'the supply was used up before the day asked about.' };
}

function administration(asOf: Day, resource: Json): Read {
  if (text(resource, 'status') !== 'completed') return { ignored: 'not a completed administration.' };
  const on = day(text(resource, 'effectiveDateTime') ?? text(object(resource, 'effectivePeriod'), 'start'));
  if (on === undefined) return { ignored: 'it has no date.' };
  return on > asOf ? { ignored: `given on ${on}, after ${asOf}.` } : { state: 'given', on };
}

/** What says neither that it is taken nor that it is not, and is a reason to ask; dispenses and doses are only about themselves. */
function unsettled(type: string, status: string): Read | undefined {
  if (type !== 'MedicationStatement' && type !== 'MedicationRequest') return undefined;
  if (status === 'on-hold') return { state: 'held' };
  return status === 'unknown' ? { asked: 'The record says that it does not know whether it is taken.' } : undefined;
}

/** What the resource says of use on a day, or why it says nothing. */
export function useOf(asOf: Day, type: string, resource: Json): Read {
  const status = text(resource, 'status') ?? '';
  const open = unsettled(type, status);
  if (open) return open;
  if (Object.hasOwn(never, status)) return { ignored: never[status] ?? status };
  switch (type) {
    case 'MedicationStatement':
      return statement(asOf, resource);
    case 'MedicationRequest':
      return request(asOf, resource);
    case 'MedicationDispense':
      return dispense(asOf, resource);
    default:
      return administration(asOf, resource);
  }
}
