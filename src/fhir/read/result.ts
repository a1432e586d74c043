// SPDX-License-Identifier: Apache-2.0
// What one test result says of a fact. Each way of reading is named in codes/loinc.ts beside the codes it is for.
import { answerCodes } from '../codes/lookup.ts';
import { number, object, objects, text, truth, type Json } from '../json.ts';
import { inUnit } from '../unit.ts';
import { coded, lookUp, said } from './coded.ts';

export const ways = [
  'quantity',
  'times-upper-limit',
  'raised',
  'low',
  'normal-only',
  'temperature',
  'presence',
  'presence-by-word',
  'one-of-several',
  'pregnancy-status',
  'pregnancy-test',
  'smoking',
  'sex',
  'metaboliser',
  'tuberculosis-test',
] as const;
export type Way = (typeof ways)[number];

/** A value with what it means, or why it settles nothing. `ask` is a reason to ask; `ignore` is not even that. */
export type Result =
  { value: boolean | string | number; within?: string; measured?: Measured } | { ask: string } | { ignore: string };
/** A number as it was reported, for the record. */
export type Measured = { value: number; unit: string; upperLimit?: number; lowerLimit?: number };

type Level = 'low' | 'normal' | 'high';
const interpretations: Readonly<Record<string, Level | 'positive' | 'negative'>> = {
  L: 'low',
  LL: 'low',
  N: 'normal',
  H: 'high',
  HH: 'high',
  POS: 'positive',
  DET: 'positive',
  NEG: 'negative',
  ND: 'negative',
};
const interpreted = (observation: Json): string | undefined => {
  const codes = objects(observation, 'interpretation').flatMap((one) => coded(one).codings.map(({ code }) => code));
  const code = codes.find((each) => Object.hasOwn(interpretations, each));
  return code === undefined ? undefined : interpretations[code];
};

const positive = /^(?:(?:strongly |weakly )?positive|detected|present|reactive|pos)\b/i;
const negative = /^(?:negative|not detected|none detected|undetected|absent|non-?reactive|neg)\b/i;
/** Positive or negative, where that is said by a code, a word, a yes or no, or the laboratory's interpretation. */
function presence(observation: Json): boolean | undefined {
  const concept = coded(object(observation, 'valueCodeableConcept'));
  const answer = lookUp(answerCodes(), concept)[0]?.key;
  if (answer === 'positive' || answer === 'weakly-positive') return true;
  if (answer === 'negative') return false;
  if (answer !== undefined) return undefined;
  const stated = truth(observation, 'valueBoolean');
  if (stated !== undefined) return stated;
  for (const words of [...concept.words, text(observation, 'valueString') ?? ''])
    if (positive.test(words) || negative.test(words)) return positive.test(words);
  const level = interpreted(observation);
  return level === 'positive' ? true : level === 'negative' ? false : undefined;
}

/** The reported number with the limits of the laboratory, where those are in the same unit. */
export function measured(observation: Json): Measured | { ignore: string } {
  const quantity = object(observation, 'valueQuantity');
  const value = number(quantity, 'value') ?? number(observation, 'valueInteger');
  if (value === undefined) return { ignore: 'there is no number in it' };
  const unit = text(quantity, 'code') ?? text(quantity, 'unit');
  if (text(quantity, 'comparator') !== undefined)
    return { ignore: `it is reported as ${text(quantity, 'comparator')} ${value}, which is not a number` };
  if (unit === undefined) return { ignore: 'its unit is not said' };
  const range = objects(observation, 'referenceRange').find((one) => {
    const type = coded(object(one, 'type')).codings[0]?.code;
    return (type === undefined || type === 'normal') && !object(one, 'age') && objects(one, 'appliesTo').length === 0;
  });
  const limit = (name: 'low' | 'high'): number | undefined => {
    const [given, limitUnit] = [
      object(range, name),
      text(object(range, name), 'code') ?? text(object(range, name), 'unit') ?? unit,
    ];
    const amount = number(given, 'value');
    return amount === undefined ? undefined : inUnit(amount, limitUnit, unit);
  };
  const [lowerLimit, upperLimit] = [limit('low'), limit('high')];
  return {
    value,
    unit,
    ...(upperLimit === undefined ? {} : { upperLimit }),
    ...(lowerLimit === undefined ? {} : { lowerLimit }),
  };
}

/** Where the number stands between the laboratory's limits; its own interpretation when there are none. */
function level(observation: Json): { level: Level; measured?: Measured } | undefined {
  const number = measured(observation);
  const word = interpreted(observation);
  const stated = word === 'low' || word === 'normal' || word === 'high' ? word : undefined;
  if ('ignore' in number) return stated === undefined ? undefined : { level: stated };
  const { value, upperLimit, lowerLimit } = number;
  if (upperLimit !== undefined && value > upperLimit) return { level: 'high', measured: number };
  if (lowerLimit !== undefined && value < lowerLimit) return { level: 'low', measured: number };
  if (upperLimit !== undefined && lowerLimit !== undefined) return { level: 'normal', measured: number };
  return stated === undefined ? undefined : { level: stated, measured: number };
}

const noLimits = { ask: 'the laboratory’s limits are not in the record' };
const unclear = { ask: 'whether it is positive or negative is not said' };
const because = (observation: Json, when: (found: Level) => boolean | undefined): Result => {
  const found = level(observation);
  const value = found && when(found.level);
  if (!found) return noLimits;
  return value === undefined
    ? { ask: `it is ${found.level}` }
    : { value, ...(found.measured ? { measured: found.measured } : {}) };
};

const smokes: Readonly<Record<string, string>> = {
  '449868002': 'current',
  '77176002': 'current',
  '65568007': 'current',
  '428041000124106': 'current',
  '428071000124103': 'current',
  '428061000124105': 'current',
  '266919005': 'never',
  'LA18976-3': 'current',
  'LA18977-1': 'current',
  'LA18981-3': 'current',
  'LA18982-1': 'current',
  'LA18978-9': 'never',
};
function smoking(observation: Json): Result {
  const concept = coded(object(observation, 'valueCodeableConcept'));
  const code = concept.codings.map((coding) => coding.code).find((each) => Object.hasOwn(smokes, each));
  return code === undefined
    ? { ask: `"${said(concept)}" does not say for how long or how much` }
    : { value: smokes[code] ?? code };
}

/** A negative pregnancy test counts for a week only, since the next week may differ; our choice, stricter than the fact's own
 *  freshness. */
const week = 'P7D';
function pregnant(observation: Json): Result {
  const concept = coded(object(observation, 'valueCodeableConcept'));
  const codes = new Set(concept.codings.map(({ code }) => code));
  if (codes.has('77386006') || codes.has('LA15173-0')) return { value: true };
  if (codes.has('60001007') || codes.has('LA26683-5')) return { value: false, within: week };
  return { ask: `"${said(concept)}" leaves it open` };
}

const metabolisers: readonly (readonly [RegExp, string])[] = [
  [/\b(?:poor|absent|deficient)\b/i, 'poor'],
  [/\bintermediate\b/i, 'intermediate'],
  [/\bnormal\b/i, 'normal'],
];
function metaboliser(observation: Json): Result {
  const words = [...coded(object(observation, 'valueCodeableConcept')).words, text(observation, 'valueString') ?? ''];
  const found = metabolisers.filter(([pattern]) => words.some((each) => pattern.test(each)));
  return found.length === 1 && found[0] ? { value: found[0][1] } : { ask: 'the class is not said in a known word' };
}

function quantity(observation: Json, unit: string, analyte = ''): Result {
  const found = measured(observation);
  if ('ignore' in found) return found;
  const value = inUnit(found.value, found.unit, unit, analyte);
  return value === undefined
    ? { ignore: `its unit "${found.unit.slice(0, 40)}" cannot be turned into ${unit}` }
    : { value, measured: found };
}

function timesUpperLimit(observation: Json): Result {
  const found = measured(observation);
  if ('ignore' in found) return found;
  const { value, upperLimit = 0 } = found;
  return upperLimit > 0 ? { value: value / upperLimit, measured: found } : noLimits;
}

/** 38.0 °C is where the fact's own question draws the line; a single normal reading does not exclude a fever. */
function temperature(observation: Json): Result {
  const found = quantity(observation, 'Cel');
  if (!('value' in found) || typeof found.value !== 'number') return found;
  return found.value >= 38 ? { value: true } : { ignore: 'one reading below 38 °C does not exclude a fever' };
}

function sex(observation: Json): Result {
  const codes = coded(object(observation, 'valueCodeableConcept')).codings.map(({ code }) => code);
  if (codes.some((code) => ['F', 'female', 'LA3-6'].includes(code))) return { value: 'female' };
  return codes.some((code) => ['M', 'male', 'LA2-8'].includes(code))
    ? { value: 'male' }
    : { ask: 'it is neither female nor male' };
}

function yesOrNo(observation: Json): Result {
  const value = presence(observation);
  return value === undefined ? unclear : { value };
}
function normalOnly(observation: Json): Result {
  const found = level(observation);
  return found?.level === 'normal' ? { value: 'normal' } : { ask: found ? `it is ${found.level}` : noLimits.ask };
}

type Reader = (observation: Json, unit: string, analyte: string) => Result;
/** How each way turns a result into a value. */
const readers: Readonly<Record<Way, Reader>> = {
  quantity,
  'times-upper-limit': timesUpperLimit,
  raised: (observation) => because(observation, (found) => found === 'high'),
  low: (observation) => because(observation, (found) => found === 'low'),
  'normal-only': normalOnly,
  temperature,
  presence: yesOrNo,
  'presence-by-word': yesOrNo,
  'one-of-several': (observation) => {
    const value = presence(observation);
    if (value === undefined) return unclear;
    return value ? { value } : { ignore: 'one negative test of several does not settle it' };
  },
  'pregnancy-status': pregnant,
  'pregnancy-test': (observation) => {
    const value = presence(observation);
    return value === undefined ? unclear : { value, ...(value ? {} : { within: week }) };
  },
  smoking,
  sex,
  metaboliser,
  'tuberculosis-test': (observation) => {
    const value = presence(observation);
    if (value === false) return { value: 'negative' };
    return { ask: value ? 'a positive test does not say whether it is latent, treated or active' : unclear.ask };
  },
};

/** Reads a result in one way. `unit` is the fact's, for quantities, and `analyte` its name. */
export const readResult = (way: Way, observation: Json, unit: string, analyte: string): Result =>
  readers[way](observation, unit, analyte);
