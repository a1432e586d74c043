// SPDX-License-Identifier: Apache-2.0
// An entry of the record as a FHIR extension and back: every name a nested extension, so that nothing is lost and any FHIR
// system can carry it. What comes back is checked like any other input.
import { isDay, type Entry } from '../record/index.ts';
import { isJson, type Json } from './json.ts';

/** FHIR's Extension, as far as it is used here. */
export type Extension = { url: string; extension?: Extension[] } & {
  valueString?: string;
  valueBoolean?: boolean;
  valueDecimal?: number;
  valueCode?: string;
};
const list = 'list';
const empty = 'empty';

/** A value as an extension of that name: an object or a list nests. */
export function encode(url: string, value: unknown): Extension {
  if (typeof value === 'string')
    return value.trim() === ''
      ? { url, extension: [{ url: 'text', valueString: `"${value}"` }] }
      : { url, valueString: value };
  if (typeof value === 'boolean') return { url, valueBoolean: value };
  if (typeof value === 'number') return { url, valueDecimal: value };
  if (Array.isArray(value))
    return {
      url,
      extension: [{ url: list, valueCode: value.length ? list : empty }, ...value.map((each) => encode('item', each))],
    };
  const parts = isJson(value) ? Object.entries(value).filter(([, part]) => part !== undefined && part !== null) : [];
  return parts.length ? { url, extension: parts.map(([name, part]) => encode(name, part)) } : { url, valueCode: empty };
}

const deepest = 12;
/** The value that `encode` was given; absent when the extension has another shape. */
export function decode(extension: Json, depth = 0): unknown {
  for (const name of ['valueString', 'valueBoolean', 'valueDecimal'] as const)
    if (Object.hasOwn(extension, name)) return extension[name];
  if (extension['valueCode'] === empty) return {};
  const inner = Array.isArray(extension['extension']) ? extension['extension'].filter(isJson) : [];
  if (depth > deepest || !inner.length) return undefined;
  const [first] = inner;
  if (first?.['url'] === 'text' && inner.length === 1 && typeof first['valueString'] === 'string')
    return first['valueString'].slice(1, -1);
  if (first?.['url'] === list) return inner.slice(1).map((each) => decode(each, depth + 1));
  // Names come from outside: entries, never assignment, so that no prototype is touched.
  return Object.fromEntries(
    inner.flatMap((each) => {
      const name = each['url'];
      return typeof name === 'string' && !['__proto__', 'constructor', 'prototype'].includes(name)
        ? [[name, decode(each, depth + 1)]]
        : [];
    }),
  );
}

type Check = (value: unknown) => boolean;
const words: Check = (value) => typeof value === 'string' && value.length <= 10_000;
const numeric: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const oneOf =
  (...allowed: readonly string[]): Check =>
  (value) =>
    allowed.some((each) => each === value);
const maybe =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const many =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const shape =
  (parts: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isJson(value)
    && Object.entries(parts).every(([name, check]) => check(Object.hasOwn(value, name) ? value[name] : undefined));

const amount = shape({ value: numeric, unit: words });
const frequency = shape({ times: numeric, per: oneOf('day', 'week', 'month'), every: maybe(numeric) });
const score: Check = (value) => typeof value === 'number' && value >= 0 && value <= 10;
const common = {
  id: words,
  on: isDay,
  by: maybe(oneOf('patient', 'carer', 'clinician', 'import')),
  from: maybe(words),
  note: maybe(words),
  replaces: maybe(words),
};
const movement = shape({ movement: words, sets: maybe(numeric), repetitions: maybe(numeric), seconds: maybe(numeric) });

/** What each kind of entry holds. A new kind breaks the build here. */
const kinds: Readonly<Record<Entry['kind'], Check>> = {
  medicine: shape({
    intervention: words,
    event: oneOf('start', 'change', 'stop'),
    dose: maybe(amount),
    frequency: maybe(frequency),
    route: maybe(words),
    product: maybe(words),
    reason: maybe(words),
  }),
  infusion: shape({ intervention: words, dose: amount, product: maybe(words), reaction: maybe(words) }),
  laboratory: shape({
    test: words,
    value: numeric,
    unit: words,
    upperLimit: maybe(numeric),
    lowerLimit: maybe(numeric),
  }),
  measure: (value) =>
    shape({ measure: words })(value) && (shape({ score: numeric })(value) || shape({ inputs: isJson })(value)),
  strength: shape({ test: words, value: numeric, unit: words }),
  symptom: shape({ symptom: words, score }),
  rash: shape({ region: words, score }),
  exercise: shape({
    movements: many(movement),
    minutes: maybe(numeric),
    effort: maybe(numeric),
    painAfter: maybe(numeric),
  }),
  vaccine: shape({ vaccine: words }),
  fact: shape({ fact: words, value: (value) => words(value) || numeric(value) || typeof value === 'boolean' }),
  taper: shape({ intervention: words, steps: many(shape({ from: isDay, dose: amount, frequency: maybe(frequency) })) }),
  note: shape({ text: words }),
  withdrawal: shape({ of: words }),
};

/** Whether a value is an entry of the record, in every part. */
export function isEntry(value: unknown): value is Entry {
  const kind = isJson(value) ? Object.entries(kinds).find(([name]) => name === value['kind']) : undefined;
  return kind !== undefined && shape(common)(value) && kind[1](value);
}
