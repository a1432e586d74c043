// SPDX-License-Identifier: Apache-2.0
import type { Amount, Day, Frequency } from '../../record/index.ts';
import { span } from '../day.ts';
import { number, object, objects, text, texts, truth, type Json } from '../json.ts';
import { inUnit } from '../unit.ts';
import { coded, plainCode } from './coded.ts';

/** One instruction, as far as it is said: how much at a time, how often, whether only when needed. */
export type Dosage = { amount?: Amount; frequency?: Frequency; asNeeded: boolean; words: string };

const unitsOfTime: Readonly<Record<string, Frequency['per']>> = { d: 'day', wk: 'week', mo: 'month' };
/** Times in a day, of HL7's timing abbreviations. */
const abbreviations: Readonly<Record<string, Frequency>> = {
  QD: { times: 1, per: 'day' },
  BID: { times: 2, per: 'day' },
  TID: { times: 3, per: 'day' },
  QID: { times: 4, per: 'day' },
  AM: { times: 1, per: 'day' },
  PM: { times: 1, per: 'day' },
  BED: { times: 1, per: 'day' },
  QOD: { times: 1, per: 'day', every: 2 },
  Q8H: { times: 3, per: 'day' },
  Q6H: { times: 4, per: 'day' },
  Q4H: { times: 6, per: 'day' },
  WK: { times: 1, per: 'week' },
  MO: { times: 1, per: 'month' },
};

/** Times with their period, such as "once weekly", "3 times a week" or "2x daily". */
const counted =
  /\b(once|twice|(?:one|two|three|four|five|six|seven|\d{1,2}) ?(?:times?|x)) (?:(?:a|per|every|each) )?(day|daily|week|weekly)\b/gi;
const numbers: Readonly<Record<string, number>> = {
  once: 1,
  twice: 2,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
};
const weekdays = /\b(mon|tues|wednes|thurs|fri|satur|sun)days?\b/gi;
/** Rhythms without a count. */
const plain: readonly (readonly [RegExp, Frequency])[] = [
  [
    /\b(?:weekly|(?:every|a|per|each) week|every (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/i,
    { times: 1, per: 'week' },
  ],
  [/\b(?:every 12 hours|bid|b\.i\.d)\b/i, { times: 2, per: 'day' }],
  [/\b(?:every 8 hours|tid|t\.i\.d)\b/i, { times: 3, per: 'day' }],
  [/\b(?:every 6 hours|qid|q\.i\.d)\b/i, { times: 4, per: 'day' }],
  [/\b(?:every other day|alternate days|every 2 days)\b/i, { times: 1, per: 'day', every: 2 }],
  [
    /\b(?:every day|daily|every morning|every evening|every night|at bedtime|each morning|(?:a|per|each) day)\b/i,
    { times: 1, per: 'day' },
  ],
];
/** "1 to 2 times", "1-2x": how often is left open. */
const range = /(?:[-–]|\b(?:to|or)) ?\w+ ?(?:times|x)\b/i;
const morningAndNight = /\bmorning\b.*\b(?:evening|night|bedtime)\b/i;

/** How often, when the words say exactly one rhythm. A range, a count that is not understood, or two rhythms ("weekly, folic acid
 *  daily") give none: a weekly medicine taken for a daily one can kill. */
export function frequencyInWords(words: string): Frequency | undefined {
  const rest = words.replace(counted, ' ');
  if (range.test(words) || /\btimes\b|\d ?x\b/i.test(rest) || morningAndNight.test(words)) return undefined;
  const counts = [...words.matchAll(counted)].map(([, count = '', period = '']): Frequency => {
    const number = /^\w+?(?= ?(?:times?|x)$)/i.exec(count)?.[0] ?? count;
    return { times: numbers[number.toLowerCase()] ?? Number(number), per: /^d/i.test(period) ? 'day' : 'week' };
  });
  const days = new Set([...words.matchAll(weekdays)].map(([, day]) => day?.toLowerCase())).size;
  const found: readonly Frequency[] = [
    ...counts,
    ...(days > 1 ? [{ times: days, per: 'week' as const }] : []),
    ...plain.filter(([pattern]) => pattern.test(days > 1 ? rest.replace(weekdays, ' ') : rest)).map(([, each]) => each),
  ];
  const distinct = new Map(found.map((each) => [`${each.times}/${each.every ?? 1}/${each.per}`, each]));
  const [only] = distinct.values();
  return distinct.size === 1 && only !== undefined && only.times > 0 && only.times <= 24 ? only : undefined;
}

/** Timing.repeat as a frequency; a range, hours, or anything unusual is not turned into one. */
function frequencyOf(timing: Json | undefined): Frequency | undefined {
  const repeat = object(timing, 'repeat');
  const [times = 1, period, unit = ''] = [
    number(repeat, 'frequency'),
    number(repeat, 'period'),
    text(repeat, 'periodUnit'),
  ];
  const days = new Set(texts(repeat, 'dayOfWeek')).size;
  if (number(repeat, 'frequencyMax') !== undefined || number(repeat, 'periodMax') !== undefined) return undefined;
  if (times <= 0 || times > 24) return undefined;
  if (days > 0) return days >= 7 ? { times, per: 'day' } : { times: days * times, per: 'week' };
  if (period !== undefined && unit === 'h' && period > 0 && 24 % period === 0)
    return { times: (times * 24) / period, per: 'day' };
  const per = Object.hasOwn(unitsOfTime, unit) ? unitsOfTime[unit] : undefined;
  if (per !== undefined && period !== undefined) return everyPeriod(repeat, per, period);
  const code = plainCode(timing ?? {}, 'code')?.toUpperCase() ?? '';
  return Object.hasOwn(abbreviations, code) ? abbreviations[code] : undefined;
}

/** A rhythm rarer than this is a slip of the pen. */
const longest: Readonly<Record<Frequency['per'], number>> = { day: 366, week: 52, month: 12 };
function everyPeriod(repeat: Json | undefined, per: Frequency['per'], period: number): Frequency | undefined {
  if (!Number.isInteger(period) || period <= 0 || period > longest[per]) return undefined;
  const times = number(repeat, 'frequency') ?? Math.max(1, texts(repeat, 'when').length);
  if (per === 'day' && period % 7 === 0) return { times, per: 'week', ...(period === 7 ? {} : { every: period / 7 }) };
  return { times, per, ...(period === 1 ? {} : { every: period }) };
}

const hasDigit = /\d/;
/** Milligrams in one tablet or capsule, when the product's words say one strength and nothing per volume. */
export function strength(words: readonly string[]): Amount | undefined {
  const amounts = new Set<number | undefined>();
  for (const each of words)
    if (hasDigit.test(each))
      for (const [, value = '', unit = ''] of each.matchAll(/(\d+(?:[.,]\d+)?)\s?(mg|g|mcg|ug)\b(?!\s?[/*])/gi))
        amounts.add(inUnit(Number(value.replace(',', '.')), unit.toLowerCase(), 'mg'));
  const [only] = amounts;
  return amounts.size === 1 && only !== undefined ? { value: only, unit: 'mg' } : undefined;
}

const pieces = /^\{?(?:tab|tbl|tabs|tablet|tablets|tablet\(s\)|cap|caps|capsule|capsules|pill|pills)\}?(?:\s.*)?$/i;
function amountOf(instruction: Json, each: Amount | undefined): Amount | undefined {
  const quantity =
    object(objects(instruction, 'doseAndRate')[0], 'doseQuantity') ?? object(instruction, 'doseQuantity');
  const [value, unit] = [number(quantity, 'value'), text(quantity, 'code') ?? text(quantity, 'unit')];
  if (value === undefined) return amountInWords(text(instruction, 'text') ?? '', each);
  if (unit !== undefined && inUnit(value, unit, 'mg') !== undefined)
    return { value: inUnit(value, unit, 'mg') ?? value, unit: 'mg' };
  if ([unit, text(quantity, 'unit')].some((written) => pieces.test(written ?? '')) && each)
    return { value: value * each.value, unit: each.unit };
  return unit === undefined || unit === '1' ? undefined : { value, unit };
}
function amountInWords(words: string, each: Amount | undefined): Amount | undefined {
  const stated = strength([words]);
  const tablets = /\b(\d+|one|two|three|four|half a)\s(?:tab|tablet|cap|capsule)s?\b/i.exec(words)?.[1]?.toLowerCase();
  const many = { one: 1, two: 2, three: 3, four: 4, 'half a': 0.5 };
  const count =
    tablets === undefined
      ? undefined
      : Number(Object.hasOwn(many, tablets) ? Object.entries(many).find(([word]) => word === tablets)?.[1] : tablets);
  if (stated && count !== undefined) return undefined;
  return stated ?? (count !== undefined && each ? { value: count * each.value, unit: each.unit } : undefined);
}

/** Whether the instruction's own dates cover the day. */
function holdsOn(instruction: Json, asOf: Day): boolean {
  const bounds = object(instruction, 'timing', 'repeat', 'boundsPeriod');
  const [start, end] = [span(text(bounds, 'start')), span(text(bounds, 'end'))];
  return (!start || start.first <= asOf) && (!end || end.last >= asOf);
}

/** The instructions of a medicine on a day. Steps of a sequence count only where their dates say which one holds. */
export function dosages(resource: Json, name: string, asOf: Day, product: readonly string[]): readonly Dosage[] {
  const all = objects(resource, name);
  const steps = new Set(all.map((one) => number(one, 'sequence') ?? 0)).size > 1;
  const dated = (one: Json) => object(one, 'timing', 'repeat', 'boundsPeriod') !== undefined;
  if (steps && !all.every(dated)) return [];
  return all
    .filter((one) => holdsOn(one, asOf))
    .map((one) => {
      const words = [text(one, 'text'), text(object(one, 'timing', 'code'), 'text')]
        .filter((each) => each !== undefined)
        .join(' ');
      const [amount, frequency] = [
        amountOf(one, strength(product)),
        frequencyOf(object(one, 'timing')) ?? frequencyInWords(words),
      ];
      return {
        words,
        asNeeded: truth(one, 'asNeededBoolean') === true || object(one, 'asNeededCodeableConcept') !== undefined,
        ...(amount ? { amount } : {}),
        ...(frequency ? { frequency } : {}),
      };
    });
}

/** The words of every route, method and site, by which local use is told from systemic. */
export function routes(resource: Json, name: string): readonly string[] {
  const found: string[] = [];
  for (const one of objects(resource, name))
    for (const part of ['route', 'method', 'site']) {
      const { words, codings } = coded(object(one, part));
      found.push(...words, ...codings.map(({ code }) => code));
    }
  return found;
}
