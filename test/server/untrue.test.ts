// SPDX-License-Identifier: Apache-2.0
// What a record sends in place of an answer: errors, other people, other types, empty entries. None of it may pass for "nothing found".
import { describe, expect, it } from 'vitest';
import { bundle, call, draft, makeApp, patient, prefetch, pregnancy, sign, type Resource } from './record.ts';

const app = makeApp();
const order = draft('methotrexate 2.5 MG Oral Tablet');
const issue = (severity: string) => ({ resourceType: 'OperationOutcome', issue: [{ severity, code: 'forbidden' }] });
const outcomes = (severity: string): Resource => ({
  ...bundle([]),
  entry: [{ resource: issue(severity), search: { mode: 'outcome' } }],
});
const notFetched = (part: string) =>
  `Part of the record could not be fetched: ${part}. What stands there was not looked at.`;
const summaries = async (sent: object, drafts: readonly Resource[] = [order]): Promise<readonly string[]> => {
  const more = { prefetch: { ...prefetch(), ...sent } };
  const { status, cards } = await call(app, 'order-sign', { draftOrders: bundle(drafts) }, more);
  expect(status).toBe(200);
  return cards.map(({ summary }) => summary);
};

describe('what came in place of an answer is said not to have been fetched', () => {
  const elsewhere = { reference: 'Patient/p2' };
  it.each<[string, object, string]>([
    ['a searchset that holds only an error', { conditions: outcomes('error') }, 'problems'],
    [
      'a searchset that holds a fatal error beside a result',
      { observations: { ...bundle([pregnancy]), entry: [{ resource: pregnancy }, { resource: issue('fatal') }] } },
      'results',
    ],
    ['another type of resource', { conditions: patient }, 'problems'],
    ['a list of entries that is none', { allergies: { ...bundle([]), entry: { resource: pregnancy } } }, 'allergies'],
    [
      'entries without a resource',
      { allergies: { ...bundle([]), entry: [null, 1, {}, { resource: [] }] } },
      'allergies',
    ],
    ['results of somebody else', { observations: bundle([{ ...pregnancy, subject: elsewhere }]) }, 'results'],
    [
      'allergies of somebody else',
      { allergies: bundle([{ resourceType: 'AllergyIntolerance', id: 'a', patient: elsewhere }]) },
      'allergies',
    ],
    [
      'a medicine named by a reference to what did not come',
      {
        medications: bundle([
          {
            ...draft(''),
            status: 'active',
            medicationReference: { reference: 'Medication/m1' },
            medicationCodeableConcept: undefined,
          },
        ]),
      },
      'medicines',
    ],
  ])('%s', async (_what, sent, part) => {
    expect(await summaries(sent)).toContain(notFetched(part));
  });
  it.each<[string, object]>([
    ['a searchset with a warning that nothing was found', { conditions: outcomes('warning') }],
    ['a Bundle with an id of its own that holds the person', { patient: { ...bundle([patient]), id: 'b1' } }],
    [
      'a medicine named by a Medication in the same Bundle',
      {
        medications: bundle([
          {
            ...draft(''),
            status: 'active',
            medicationReference: { reference: 'Medication/m1' },
            medicationCodeableConcept: undefined,
          },
          { resourceType: 'Medication', id: 'm1', code: { text: 'amoxicillin' } },
        ]),
      },
    ],
    ['a person without an id', { patient: { resourceType: 'Patient', birthDate: '1986-03-01' } }],
  ])('but not %s', async (_what, sent) => {
    expect((await summaries(sent)).join()).not.toContain('could not be fetched');
  });
});

describe('another person’s record never speaks for the one in the context', () => {
  it.each<[string, object]>([
    ['in a Bundle under "patient"', { patient: bundle([{ ...patient, id: 'p2' }]) }],
    [
      'among the problems, while nobody came under "patient"',
      { patient: null, conditions: bundle([{ ...patient, id: 'p2' }]) },
    ],
  ])('a Patient %s: 422', async (_what, sent) => {
    const more = { prefetch: { ...prefetch(), ...sent } };
    const { status, body } = await call(app, 'order-sign', { draftOrders: bundle([order]) }, more);
    expect([status, JSON.parse(body).resourceType]).toEqual([422, 'OperationOutcome']);
  });
  it('a pregnancy of somebody else, while nobody came under "patient", rules nothing out', async () => {
    const observations = bundle([{ ...pregnancy, subject: { reference: 'Patient/p2' } }]);
    const said = await summaries({ patient: null, conditions: bundle([]), observations });
    expect(said.join()).not.toContain('contraindicated');
    expect(said).toContain(notFetched('results'));
  });
  it('a pregnancy of this person counts also where the Patient has no id', async () => {
    const sent = { patient: { resourceType: 'Patient', birthDate: '1986-03-01' }, observations: bundle([pregnancy]) };
    expect((await summaries(sent)).join()).toMatch(/contraindicated: pregnan/i);
  });
});

describe('an order is never passed over in silence', () => {
  const unread = 'An order could not be looked at: no medicine that can be read is named in it.';
  const { medicationCodeableConcept: _named, ...nameless } = order;
  it.each<[string, Resource]>([
    ['names no medicine', nameless],
    ['refers to a Medication that was not sent', { ...nameless, medicationReference: { reference: 'Medication/m1' } }],
    ['writes its medicine as FHIR R5 does', { ...nameless, medication: { concept: { text: 'methotrexate' } } }],
    ['writes its medicine as a text', { ...nameless, medicationCodeableConcept: 'methotrexate' }],
  ])('one that %s gets a warning', async (_what, one) => {
    expect(await summaries({}, [one])).toContain(unread);
  });
  it('one that refers to a Medication in its own Bundle is looked at', async () => {
    const medication = { resourceType: 'Medication', id: 'm1', code: { text: 'methotrexate 2.5 mg oral tablet' } };
    const said = await summaries({}, [
      { ...nameless, medicationReference: { reference: 'Medication/m1' } },
      medication,
    ]);
    expect(said.join()).toMatch(/^Methotrexate: check first/);
  });
  it('of several that are dispatched, one that was not sent gets a warning, and the one that was is looked at', async () => {
    const first = { ...order, id: 'o1', status: 'active' };
    const dispatch = async (dispatchedOrders: string[]) => {
      const context = { dispatchedOrders, performer: 'Organization/pharmacy' };
      const more = { prefetch: { ...prefetch({ observations: [pregnancy] }), order: first } };
      return (await call(app, 'order-dispatch', context, more)).cards.map(({ summary }) => summary);
    };
    expect(await dispatch(['MedicationRequest/o1'])).not.toContain(unread);
    const both = await dispatch(['MedicationRequest/o1', 'MedicationRequest/o2', 'ServiceRequest/x']);
    expect(both).toContain(unread);
    expect(both.join()).toMatch(/Methotrexate is contraindicated: pregnan/);
  });
  it('thousands at once are refused at their place, and the server goes on', async () => {
    const many = Array.from({ length: 3000 }, (_, i) => ({ ...order, id: `d${i}` }));
    const { status, body } = await call(app, 'order-sign', { draftOrders: bundle(many) });
    expect([status, JSON.parse(body).resourceType]).toEqual([422, 'OperationOutcome']);
    expect(body).toContain('at most 200');
    expect((await sign(app, [order])).status).toBe(200);
  });
  it('orders that are no list of entries are refused at their place', async () => {
    const draftOrders = { resourceType: 'Bundle', type: 'collection', entry: { a: 1 } };
    const { status, body } = await call(app, 'order-sign', { draftOrders });
    expect([status, JSON.parse(body).issue.at(-1).expression]).toEqual([422, ['context.draftOrders']]);
  });
});
