// SPDX-License-Identifier: Apache-2.0
// What a record says of a medicine's use, status by status: taken, not taken in the record's own word, or a reason to ask.
import { describe, expect, it } from 'vitest';
import { loadGuideline } from '../../authoring/index.ts';
import { readBundle } from './read.ts';

const { loaded, shown } = loadGuideline('guideline');
if (!loaded) throw new Error(shown());
const { guideline } = loaded;
const asOf = '2026-11-01';
type Resource = { resourceType: string; [name: string]: unknown };
const statement = (name: string, status: string, more: object = {}): Resource => ({
  resourceType: 'MedicationStatement',
  id: `s-${status}`,
  status,
  medicationCodeableConcept: { text: `${name} oral tablet` },
  dateAsserted: '2026-10-01',
  ...more,
});
const order = (name: string, status: string, more: object = {}): Resource => ({
  resourceType: 'MedicationRequest',
  id: `o-${status}`,
  status,
  intent: 'order',
  medicationCodeableConcept: { text: `${name} oral tablet` },
  authoredOn: '2026-10-01',
  ...more,
});
const read = (...resources: Resource[]) => {
  const entry = resources.map((resource) => ({ resource }));
  const found = readBundle(guideline, { resourceType: 'Bundle', type: 'collection', entry }, asOf);
  if (!found.ok) throw new Error(found.problem);
  return found;
};
const azathioprine = 'taking-azathioprine';

describe('each status of a medicine says what it says, and no more', () => {
  const drug = 'azathioprine';
  it.each<[Resource, boolean | 'asked' | 'nothing', string]>([
    [statement(drug, 'active'), true, ', since 2026-10-01'],
    [statement(drug, 'stopped'), false, ', stopped'],
    [statement(drug, 'completed'), false, ', completed'],
    [statement(drug, 'not-taken'), false, ', not taken'],
    [statement(drug, 'active', { effectivePeriod: { start: '2026-01-01', end: '2026-09-01' } }), false, ', ended'],
    [statement(drug, 'on-hold'), 'asked', 'on hold'],
    [statement(drug, 'unknown'), 'asked', 'does not know'],
    [statement(drug, 'intended'), 'nothing', 'not taken yet'],
    [statement(drug, 'entered-in-error'), 'nothing', 'entered in error'],
    [order(drug, 'active'), true, ', since 2026-10-01'],
    [order(drug, 'stopped'), false, ', order stopped'],
    [order(drug, 'on-hold'), 'asked', 'on hold'],
    [order(drug, 'unknown'), 'asked', 'does not know'],
    [order(drug, 'completed'), 'asked', 'completed'],
    [order(drug, 'cancelled'), 'nothing', 'cancelled'],
    [order(drug, 'draft'), 'nothing', 'a draft'],
  ])('$resourceType $status: %s', (resource, says, words) => {
    const { facts, found, asked, ignored } = read(resource);
    expect(facts[azathioprine]).toBe(typeof says === 'boolean' ? says : undefined);
    const told = {
      asked: asked.map(({ fact, reason }) => `${fact} ${reason}`),
      nothing: ignored.map(({ reason }) => reason),
      said: found.map(({ fact, said }) => `${fact} ${said}`),
    }[typeof says === 'boolean' ? 'said' : says];
    expect(told.join()).toContain(words);
    if (says !== 'nothing') expect(told.join()).toContain(azathioprine);
  });
});

describe('a medicine on hold stays open, whatever else the record ended', () => {
  it('beside one that was stopped it is asked about, and not taken for given up', () => {
    const { facts, asked } = read(order('azathioprine', 'on-hold'), statement('azathioprine', 'stopped'));
    expect(facts[azathioprine]).toBeUndefined();
    expect(asked).toMatchObject([{ fact: azathioprine, from: 'MedicationRequest/o-on-hold' }]);
  });
  it('beside one that runs it is taken', () => {
    const { facts } = read(order('azathioprine', 'active'), statement('azathioprine', 'on-hold'));
    expect(facts[azathioprine]).toBe(true);
  });
  it('a steroid on hold beside another one leaves the whole dose open', () => {
    const dosage = [{ timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd' } }, doseAndRate: [{ doseQuantity: { value: 10, unit: 'mg' } }] }]; // prettier-ignore
    const running = statement('prednisone', 'active', { dosage });
    expect(read(running).facts['prednisone-mg-per-day']).toBe(10);
    const { facts, asked } = read(running, order('methylprednisolone', 'on-hold'));
    expect(facts['prednisone-mg-per-day']).toBeUndefined();
    expect(asked.map(({ fact }) => fact)).toContain('prednisone-mg-per-day');
  });
});

it('methylprednisolone of which neither form nor route is said is asked about in both', () => {
  const { asked } = read({ ...order('', 'active'), medicationCodeableConcept: { text: 'methylprednisolone' } });
  expect(asked.map(({ fact }) => fact).sort()).toEqual(['taking-iv-methylprednisolone', 'taking-prednisone']);
});
