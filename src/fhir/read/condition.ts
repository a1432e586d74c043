// SPDX-License-Identifier: Apache-2.0
import { meaning, type Meaning } from '../codes/meaning.ts';
import { conditionCodes, conditionWords } from '../codes/lookup.ts';
import { isDenied, isDoubted, isPast, namesIn } from '../codes/names.ts';
import { monthsBetween, yearsBetween, type Day } from '../../record/index.ts';
import { span, type Span } from '../day.ts';
import { asked, ignored, type Context, type Finding, type How } from '../finding.ts';
import { number, object, text, type Json } from '../json.ts';
import type { Located } from './bundle.ts';
import { coded, lookUp, plainCode, said, type Coded } from './coded.ts';
import { readOngoing } from './ongoing.ts';

/** What a concept means for conditions, by code; by words only where no code is known. */
export function conditionMeanings(concept: Coded): { meanings: readonly Meaning[]; how: How; denied: boolean } {
  const byCode = lookUp(conditionCodes(), concept).map(({ key }) => meaning(key));
  if (byCode.length) return { meanings: mostExact(byCode), how: 'code', denied: concept.words.some(isDoubted) };
  const named = concept.words.flatMap((words) => {
    const found = namesIn(conditionWords(), words).map(({ key }) => meaning(key));
    return isPast(words) ? found.map((one) => (one.when === 'ever' ? one : { fact: one.fact })) : found;
  });
  return { meanings: mostExact(named), how: 'text', denied: concept.words.some(isDenied) };
}

/** Where one meaning of a fact has a value, a mere reason to ask for that fact adds nothing. */
const mostExact = (all: readonly Meaning[]): readonly Meaning[] =>
  all.filter((one, i) => {
    const same = (other: Meaning) => other.fact === one.fact && other.value === one.value && other.when === one.when;
    const better = (other: Meaning) =>
      other.fact === one.fact && (other.value !== undefined || other.when !== undefined);
    return all.findIndex(same) === i && (one.value !== undefined || one.when !== undefined || !all.some(better));
  });

const current = new Set(['active', 'recurrence', 'relapse']);
const over = new Set(['inactive', 'remission', 'resolved']);

type Said = {
  meaning: Meaning;
  status: string | undefined;
  day: Span | undefined;
  began: Span | undefined;
  recorded: Span | undefined;
  from: string;
  said: string;
  how: How;
};
/** The value a condition gives with its status; absent when that does not settle it. */
function valueOf({ meaning: { fact, value, when }, status = '' }: Said): boolean | string | undefined {
  if (when === 'by-status') return current.has(status) ? 'active' : over.has(status) ? 'past' : undefined;
  if (fact === 'myositis-type' || when === 'ever') return value;
  return over.has(status) ? undefined : value;
}

function finding(context: Context, one: Said): Finding {
  const {
    meaning: { fact, when },
    day,
    from,
    said: words,
    how,
  } = one;
  const value = valueOf(one);
  if (value === undefined)
    return asked(
      fact,
      from,
      words,
      over.has(one.status ?? '') ? 'It is recorded as over.' : 'The record points to it and does not settle it.',
    );
  if (when === 'ongoing') {
    const { status = '', began, recorded } = one;
    return readOngoing(context, { fact, value, active: current.has(status), began, recorded, from, said: words, how });
  }
  if (when === 'recent' && !day) return asked(fact, from, words, 'It is recorded without a date, so it may be over.');
  return {
    kind: 'found',
    fact,
    value,
    from,
    said: words,
    how,
    ...(day ? { on: day.first } : {}),
    ...(fact === 'diagnosis-status'
      ? { note: 'Recorded in a medical record, not checked here: confirm it with the person.' }
      : {}),
  };
}

/** When the disease began: the age then, and the months since, only where whole dates are known. */
function onset({ asOf, bornOn }: Context, resource: Json, from: string): readonly Finding[] {
  const began = span(text(resource, 'onsetDateTime') ?? text(object(resource, 'onsetPeriod'), 'start'));
  const age = object(resource, 'onsetAge');
  const common = { kind: 'found' as const, from, how: 'worked-out' as const };
  if (text(age, 'code') === 'a' && number(age, 'value') !== undefined)
    return [
      {
        ...common,
        fact: 'age-at-onset',
        value: Math.floor(number(age, 'value') ?? 0),
        said: `onset at ${number(age, 'value')} years`,
      },
    ];
  if (!began || began.last > asOf) return [];
  const [months, most] = [monthsBetween(began.last, asOf), monthsBetween(began.first, asOf)];
  const years =
    bornOn === undefined || bornOn > began.first
      ? []
      : [yearsBetween(bornOn, began.first), yearsBetween(bornOn, began.last)];
  const words = `onset ${began.first === began.last ? began.first : `${began.first} to ${began.last}`}`;
  return [
    ...(months === most ? [{ ...common, fact: 'months-since-onset', value: months, on: asOf, said: words }] : []),
    ...(years[0] !== undefined && years[0] === years[1]
      ? [{ ...common, fact: 'age-at-onset', value: years[0], said: words }]
      : []),
  ];
}

/** A doubtful diagnosis of dermatomyositis is known as such; any other doubtful condition is asked about. */
function doubted(
  meanings: readonly Meaning[],
  at: string,
  words: string,
  how: How,
  status: string,
): readonly Finding[] {
  return meanings.map(({ fact }) =>
    fact === 'diagnosis-status' && status !== 'unconfirmed'
      ? { kind: 'found', fact, value: 'suspected', from: at, said: `${words} (${status})`, how }
      : asked(fact, at, words, `It is recorded as ${status}.`),
  );
}

/** Whether an abatement says that it is over by then, in whichever of FHIR's forms. */
function hasEnded(resource: Json, asOf: Day): boolean {
  const abated = span(
    text(resource, 'abatementDateTime')
      ?? text(object(resource, 'abatementPeriod'), 'end')
      ?? text(object(resource, 'abatementPeriod'), 'start'),
  );
  return (
    (abated !== undefined && abated.first <= asOf)
    || text(resource, 'abatementString') !== undefined
    || object(resource, 'abatementAge') !== undefined
    || object(resource, 'abatementRange') !== undefined
  );
}

/** A Condition. What was ruled out or entered in error says nothing, and so does a condition nobody mentions. */
export function readCondition(context: Context, { resource, at }: Located): readonly Finding[] {
  const concept = coded(object(resource, 'code'));
  const [words, verified] = [said(concept), plainCode(resource, 'verificationStatus')];
  if (verified === 'entered-in-error' || verified === 'refuted')
    return [ignored(at, verified === 'refuted' ? `Ruled out: ${words}.` : 'Entered in error.')];
  const { meanings, how, denied } = conditionMeanings(concept);
  if (!meanings.length) return [ignored(at, `No fact of the guideline asks about ${words}.`)];
  const doubtfullyGoing = meanings.filter(({ when }) => when === 'ongoing');
  // "High risk pregnancy" holds a word of doubt, and nothing must read as "not pregnant" because of that.
  if (denied && doubtfullyGoing.length)
    return doubtfullyGoing.map(({ fact }) => asked(fact, at, words, 'The words may deny or doubt it.'));
  if (denied) return [ignored(at, `The words deny or doubt it, or are about somebody else: ${words}.`)];
  if (verified === 'provisional' || verified === 'differential' || verified === 'unconfirmed')
    return doubted(meanings, at, words, how, verified);
  const status = hasEnded(resource, context.asOf) ? 'resolved' : plainCode(resource, 'clinicalStatus');
  const recorded = span(text(resource, 'recordedDate'));
  const began = span(text(resource, 'onsetDateTime') ?? text(object(resource, 'onsetPeriod'), 'start'));
  const about = { status, day: recorded ?? began, began, recorded, from: at, said: words, how };
  const all = meanings.map((one) => {
    // A diagnosis without a word on how sure it is cannot stand as confirmed.
    const unsure = one.fact === 'diagnosis-status' && verified !== 'confirmed';
    return finding(context, { meaning: unsure ? { fact: one.fact } : one, ...about });
  });
  const isDisease = meanings.some(({ fact, value }) => fact === 'diagnosis-status' && value !== undefined);
  return isDisease ? [...all, ...onset(context, resource, at)] : all;
}
