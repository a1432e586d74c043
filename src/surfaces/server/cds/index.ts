// SPDX-License-Identifier: Apache-2.0
// CDS Hooks 2.0: what is due when a chart is opened, and whether a medicine fits when it is ordered.
import { Hono, type Context } from 'hono';
import type { z } from 'zod';
import { readOrders, type Order, type ReadOrders } from '../../../fhir/index.ts';
import { prepareAnswer } from '../../../interpreters/answer/index.ts';
import type { Guideline, Patient } from '../../../model/index.ts';
import { bodyOf } from '../body.ts';
import { fhirHeaders, outcome } from '../outcome.ts';
import { readChart, type Chart } from './chart.ts';
import { effectDrafts, reviewDrafts, withOrder, type Desk } from './orders.ts';
import { prefetched, type Access, type Prefetched } from './prefetch.ts';
import { feedback, isPlainOrderSign, requests, type CdsRequest } from './request.ts';
import type { Card } from './response.ts';
import { prepareReviews, type Reviews } from './review.ts';
import { services, type Service } from './services.ts';
import { absentDrafts, toCard, type Draft } from './words.ts';
import { viewDrafts } from './view.ts';

export { services } from './services.ts';
export { prepareTrust, type Check, type Issuer, type Trust } from './trust.ts';
export type { Access } from './prefetch.ts';

/** What the CDS services need from whoever runs them. */
export type CdsOptions = {
  guideline: Guideline;
  /** The day today, YYYY-MM-DD. */
  today: () => string;
  access: Access;
  publicUrl?: string;
  /** Counts what came of cards; it is given codes only. */
  count?: (name: 'card' | 'feedback', kind: string) => void;
};
type Prepared = CdsOptions & { reviews: Reviews; answer: ReturnType<typeof prepareAnswer> };

/** The orders that are decided: the newly selected ones of order-select, all of the others. */
function chosen(orders: readonly Order[], { hook, context }: CdsRequest): readonly Order[] {
  const selections = context.selections;
  return hook === 'order-select' && selections ? orders.filter(({ at }) => selections.includes(at)) : orders;
}

/** Cards about one order: what is known then is what is known now and what the other orders say. */
function orderCards(desk: Desk, order: Order, orders: readonly Order[], all: boolean): readonly Draft[] {
  const { facts } = desk.chart;
  const others = orders.filter((one) => one !== order).reduce(withOrder, facts);
  const after = withOrder(others, order);
  const own = order.interventions.map((id) => desk.reviews.medicine(id, ownAside(desk, id, others), after));
  const effects = desk.reviews.effects(Object.keys(order.facts), others, after);
  return [...own.flatMap((review) => reviewDrafts(desk, review, order.at, all)), ...effectDrafts(desk, order, effects)];
}

/** Another order of the same medicine does not make it one that is taken already. */
function ownAside({ guideline, chart }: Desk, id: string, patient: Patient): Patient {
  const fact = guideline.interventions[id]?.currentFact;
  if (fact === undefined || patient[fact] === chart.facts[fact]) return patient;
  const { [fact]: _ordered, ...rest } = patient;
  const recorded = chart.facts[fact];
  return recorded === undefined ? rest : { ...rest, [fact]: recorded };
}

/** Cards that say that orders could not be told. */
const untoldDrafts = (unclear: readonly string[], nameless: readonly string[]): readonly Draft[] => [
  ...(unclear.length
    ? [
        {
          summary: 'An order could not be told: the medicine is also sold for local use, and its route is not given.',
          indicator: 'info' as const,
          detail: ['Give the route or the form, and it is looked at again.'],
          claims: [],
        },
      ]
    : []),
  ...(nameless.length
    ? [
        {
          summary: 'An order could not be looked at: no medicine that can be read is named in it.',
          indicator: 'warning' as const,
          detail: [
            'Nothing was checked for it. Send the medicine in "medicationCodeableConcept", or the Medication that it refers to in the same Bundle.',
          ],
          claims: [],
        },
      ]
    : []),
];

/** The orders among those decided that could not be told: which are also sold for local use, and which name no medicine. */
function untold({ unclear, nameless, all }: ReadOrders & { ok: true }, { hook, context }: CdsRequest) {
  const dispatched = hook === 'order-dispatch' ? (context.dispatchedOrders ?? []) : [];
  const lost = dispatched.filter((at) => at.startsWith('MedicationRequest/') && !all.includes(at));
  if (lost.length) return [unclear, [...nameless, ...lost]] as const;
  const selections = hook === 'order-select' ? context.selections : undefined;
  const mine = (all: readonly string[]) => (selections ? all.filter((at) => selections.includes(at)) : all);
  return [mine(unclear), mine(nameless)] as const;
}

type Drafted = { ok: true; drafts: readonly Draft[] } | { ok: false; problem: string };
function ordersDrafts(prepared: Prepared, request: CdsRequest, chart: Chart, bundle: unknown): Drafted {
  const { guideline, reviews } = prepared;
  const read = readOrders(guideline, bundle, chart.asOf);
  if (!read.ok) return read;
  const desk: Desk = { guideline, reviews, chart, patientId: request.context.patientId };
  const all = request.hook !== 'order-dispatch';
  const drafts = chosen(read.orders, request).flatMap((order) => orderCards(desk, order, read.orders, all));
  const missed = read.orders.length ? absentDrafts(chart) : [];
  return { ok: true, drafts: [...drafts, ...missed, ...untoldDrafts(...untold(read, request))] };
}

/** The dispatched order as a Bundle; undefined when it could not be had. */
function dispatched(got: Prefetched): object | undefined {
  const order = got.get('order');
  if (order?.state !== 'given' || order.resource === null) return undefined;
  return { resourceType: 'Bundle', type: 'collection', entry: [{ resource: order.resource }] };
}

const severity: Readonly<Record<Card['indicator'], number>> = { critical: 0, warning: 1, info: 2 };
const haste = { emergency: 0, urgent: 1, soon: 2, none: 3 } as const;
/** The most urgent first: by indicator, and of one indicator the red flags first, the fastest before the others. */
const byUrgency = (a: Draft, b: Draft): number =>
  severity[a.indicator] - severity[b.indicator] || haste[a.redFlag ?? 'none'] - haste[b.redFlag ?? 'none'];

/** The cards, the most urgent first, each said once. */
function cardsOf({ guideline, publicUrl, count }: Prepared, drafts: readonly Draft[]): readonly Card[] {
  const once = [...new Map(drafts.map((draft) => [draft.summary, draft])).values()];
  const cards = once.toSorted(byUrgency).map((draft) => toCard(guideline, publicUrl, draft));
  for (const { indicator } of cards) count?.('card', indicator);
  return cards;
}

function draftsOf(prepared: Prepared, request: CdsRequest, chart: Chart, got: Prefetched): Drafted | undefined {
  const { guideline, answer } = prepared;
  if (request.hook === 'patient-view')
    return { ok: true, drafts: viewDrafts({ guideline, chart, guidance: answer(chart.facts) }) };
  const bundle = request.hook === 'order-dispatch' ? dispatched(got) : request.context.draftOrders;
  return bundle === undefined ? undefined : ordersDrafts(prepared, request, chart, bundle);
}

/** Answers one call of a service, whose request has the right form. */
async function answered(
  prepared: Prepared,
  service: Service,
  request: CdsRequest,
  context: Context,
): Promise<Response> {
  const got = await prefetched(service.prefetch, request, prepared.access);
  const read = readChart(prepared.guideline, got, prepared.today(), request.context.patientId);
  if (!read.ok && read.missing)
    return outcome(
      context,
      412,
      'incomplete',
      `${read.problem} Send it as prefetch, or let it be fetched from a server that was set up: ${read.missing.join(', ')}.`,
      read.missing.map((key) => ({ at: `prefetch.${key}`, message: `"${key}" is needed and could not be had.` })),
    );
  if (!read.ok) return outcome(context, 422, 'invalid', read.problem);
  const found = draftsOf(prepared, request, read.chart, got);
  if (!found)
    return outcome(context, 412, 'incomplete', 'The dispatched order could not be had. Send it as prefetch "order".');
  if (!found.ok)
    return outcome(context, 422, 'invalid', found.problem, [{ at: 'context.draftOrders', message: found.problem }]);
  return context.body(JSON.stringify({ cards: cardsOf(prepared, found.drafts) }), 200, {
    ...fhirHeaders,
    'content-type': 'application/json',
  });
}

const neverPlain = (_value: unknown): _value is never => false;
const plainOf = ({ hook }: Service) => (hook === 'order-sign' ? isPlainOrderSign : neverPlain);

/** A body of a form, or the response that refuses it. What is plainly well formed is taken without the schema. */
async function formed<T>(
  context: Context,
  schema: z.ZodType<T>,
  isPlain: (value: unknown) => value is T,
): Promise<T | Response> {
  const body = await bodyOf(context);
  if (!body.ok) return outcome(context, 400, 'structure', body.problem);
  if (isPlain(body.value)) return body.value;
  const read = schema.safeParse(body.value);
  if (read.success) return read.data;
  const errors = read.error.issues.slice(0, 20).map(({ path, message }) => ({ at: path.join('.'), message }));
  return outcome(context, 400, 'structure', 'This is not what CDS Hooks 2.0 sends for this hook.', errors);
}

/** The CDS services as routes: discovery, each service, and its feedback. Nothing of a request is kept. */
export function cds(options: CdsOptions): Hono {
  const { guideline, count } = options;
  const prepared: Prepared = { ...options, reviews: prepareReviews(guideline), answer: prepareAnswer(guideline) };
  const app = new Hono();
  app.get('/', (context) => context.json({ services }));
  for (const service of services) {
    app.post(`/${service.id}`, async (context) => {
      const request = await formed<CdsRequest>(context, requests[service.hook], plainOf(service));
      return request instanceof Response ? request : answered(prepared, service, request, context);
    });
    app.post(`/${service.id}/feedback`, async (context) => {
      const told = await formed(context, feedback, neverPlain);
      if (told instanceof Response) return told;
      for (const { outcome: kind } of told.feedback) count?.('feedback', kind);
      return context.json({});
    });
  }
  for (const { id } of services)
    for (const path of [`/${id}`, `/${id}/feedback`])
      app.all(path, (context) => {
        context.header('allow', 'POST');
        return outcome(context, 405, 'not-supported', 'This is called with POST, as CDS Hooks 2.0 has it.');
      });
  app.all('*', (context) =>
    outcome(context, 404, 'not-found', 'There is no such service. GET /cds-services lists them.'),
  );
  return app;
}
