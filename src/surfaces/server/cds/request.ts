// SPDX-License-Identifier: Apache-2.0
// What a CDS client sends: the requests of CDS Hooks 2.0, "HTTP Request" and each hook's "Context". Fields that the specification
// does not name are allowed, because extensions are.
import { z } from 'zod';

const idForm = /^[A-Za-z0-9.-]{1,64}$/;
const referenceForm = /^[A-Za-z]+\/[A-Za-z0-9.-]{1,64}$/;
const guidForm = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** FHIR's id. */
const id = z.string().regex(idForm, 'is an id of FHIR: letters, digits, "-" and "."');
const reference = z.string().regex(referenceForm, 'is written as "MedicationRequest/123"');
const resource = z.looseObject({ resourceType: z.string() });
const bundle = z.looseObject({ resourceType: z.literal('Bundle') });

/** The contexts of the hooks that are answered. order-dispatch 1.0 names one order, 1.1 a list. */
export const contexts = {
  'patient-view': z.looseObject({ userId: reference, patientId: id, encounterId: id.optional() }),
  'order-select': z.looseObject({
    userId: reference,
    patientId: id,
    encounterId: id.optional(),
    selections: z.array(reference),
    draftOrders: bundle,
  }),
  'order-sign': z.looseObject({ userId: reference, patientId: id, encounterId: id.optional(), draftOrders: bundle }),
  'order-dispatch': z.looseObject({
    patientId: id,
    order: reference.optional(),
    dispatchedOrders: z.array(reference).optional(),
    performer: z.string(),
  }),
};
export type Hook = keyof typeof contexts;

const fhirAuthorization = z.looseObject({
  access_token: z.string().min(1),
  token_type: z.literal('Bearer'),
  expires_in: z.number().int(),
  scope: z.string(),
  subject: z.string(),
  patient: z.string().optional(),
});

/** A request of one hook, as the specification has it. */
const requestOf = <H extends Hook, C extends z.ZodType>(hook: H, context: C) =>
  z
    .looseObject({
      hook: z.literal(hook),
      hookInstance: z.guid(),
      fhirServer: z.url({ protocol: /^https?$/ }).optional(),
      fhirAuthorization: fhirAuthorization.optional(),
      context,
      prefetch: z.record(z.string(), resource.nullable()).optional(),
    })
    .refine((it) => it.fhirAuthorization === undefined || it.fhirServer !== undefined, {
      path: ['fhirServer'],
      message: 'is needed where fhirAuthorization is given',
    });

export const requests = {
  'patient-view': requestOf('patient-view', contexts['patient-view']),
  'order-select': requestOf('order-select', contexts['order-select']),
  'order-sign': requestOf('order-sign', contexts['order-sign']),
  'order-dispatch': requestOf('order-dispatch', contexts['order-dispatch']),
};

/** What every hook's request has. */
export type CdsRequest = {
  hook: string;
  fhirServer?: string | undefined;
  fhirAuthorization?: { access_token: string } | undefined;
  context: {
    patientId: string;
    draftOrders?: unknown;
    selections?: readonly string[] | undefined;
    order?: string | undefined;
    dispatchedOrders?: readonly string[] | undefined;
  };
  prefetch?: Readonly<Record<string, unknown>> | undefined;
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown, form: RegExp): boolean => typeof value === 'string' && form.test(value);
const isResource = (value: unknown): boolean => isObject(value) && typeof value['resourceType'] === 'string';

/** Whether a request of order-sign plainly has the right form: the usual one, without a FHIR server. It is true only where the schema
 *  above would take it as it stands, and costs a tenth of that; whatever else comes goes to the schema, which says what is wrong. */
export function isPlainOrderSign(value: unknown): value is CdsRequest {
  if (!isObject(value) || !isObject(value['context'])) return false;
  const { hook, hookInstance, fhirServer, fhirAuthorization, context, prefetch } = value;
  const { userId, patientId, encounterId, draftOrders } = value['context'];
  return (
    hook === 'order-sign'
    && isObject(context)
    && isText(hookInstance, guidForm)
    && fhirServer === undefined
    && fhirAuthorization === undefined
    && isText(userId, referenceForm)
    && isText(patientId, idForm)
    && encounterId === undefined
    && isObject(draftOrders)
    && draftOrders['resourceType'] === 'Bundle'
    && isObject(prefetch)
    && Object.values(prefetch).every((one) => one === null || isResource(one))
  );
}

const coding = z.looseObject({ code: z.string(), system: z.string().optional(), display: z.string().optional() });
/** Feedback, as the specification has it; an accepted card names the suggestions. */
export const feedback = z.looseObject({
  feedback: z
    .array(
      z
        .looseObject({
          card: z.string(),
          outcome: z.enum(['accepted', 'overridden']),
          acceptedSuggestions: z.array(z.looseObject({ id: z.string() })).optional(),
          overrideReason: z.looseObject({ reason: coding.optional(), userComment: z.string().optional() }).optional(),
          outcomeTimestamp: z.iso.datetime({ offset: true }),
        })
        .refine((it) => it.outcome !== 'accepted' || (it.acceptedSuggestions?.length ?? 0) > 0, {
          path: ['acceptedSuggestions'],
          message: 'names at least one suggestion where the outcome is "accepted"',
        }),
    )
    .min(1)
    .max(200),
});
