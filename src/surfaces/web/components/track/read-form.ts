// SPDX-License-Identifier: Apache-2.0
// The typed form as entries, and an entry as the form it came from. Nothing is guessed: what is missing is named.
import type { Entry, Frequency } from '../../../../record/index.ts';
import { frequencies } from '../../answering/record/frequency.ts';
import { readParts } from './parts-form.ts';
import { readMovements } from './session-form.ts';
import { bloodTests, scores, strengthTests, symptoms, type Kind } from './kinds.ts';

export type Form = { readonly [field: string]: string };
/** Where the problem is, so that the page can lead to the field. */
export type Read = { ok: true; entries: readonly Entry[] } | { ok: false; field: string; problem: string };
type Base = { id: string; on: string; by: 'patient' };

const wrong = (field: string, problem: string): Read => ({ ok: false, field, problem });
const kept = (...entries: readonly Entry[]): Read => ({ ok: true, entries });
/** A number within its range; a comma is read as a point. */
export function number(typed: string | undefined, from: number, to: number): number | undefined {
  const value = Number((typed ?? '').replace(',', '.'));
  return typed !== undefined && typed.trim() !== '' && value >= from && value <= to ? value : undefined;
}
const typedWords = (typed: string | undefined): string => (typed?.trim() ? typed : 'nothing');
const outside = (field: string, form: Form, from: number, to: number): Read =>
  wrong(field, `You typed ${typedWords(form[field])}. Type a number from ${from} to ${to}.`);

function readStrength(form: Form, base: Base): Read {
  const test = strengthTests.find(({ id }) => id === form['what']) ?? strengthTests[0];
  const value = number(form['value'], 0, test.max);
  return value === undefined
    ? outside('value', form, 0, test.max)
    : kept({ ...base, kind: 'strength', test: test.id, value, unit: test.unit });
}

function readLaboratory(form: Form, base: Base): Read {
  const typed = form['what']?.trim() ?? '';
  const test =
    bloodTests.find(({ words, id }) => words.toLowerCase() === typed.toLowerCase() || id === typed)?.id ?? typed;
  if (test === '') return wrong('what', 'Type the name of the test, as it stands on the paper.');
  const value = number(form['value'], 0, 1_000_000);
  if (value === undefined)
    return wrong('value', `You typed ${typedWords(form['value'])}. Type the number on the paper.`);
  const unit = form['unit']?.trim() ?? '';
  if (unit === '')
    return wrong('unit', 'Type the unit, as it stands on the paper. Without it the number says nothing.');
  const limits = { upperLimit: form['upper'], lowerLimit: form['lower'] };
  for (const [name, limit] of Object.entries(limits))
    if (limit?.trim() && number(limit, 0, 1_000_000) === undefined)
      return wrong(name === 'upperLimit' ? 'upper' : 'lower', `You typed ${limit}. Type the number on the paper.`);
  const [upperLimit, lowerLimit] = [number(form['upper'], 0, 1_000_000), number(form['lower'], 0, 1_000_000)];
  return kept({
    ...base,
    kind: 'laboratory',
    test,
    value,
    unit,
    ...(upperLimit === undefined ? {} : { upperLimit }),
    ...(lowerLimit === undefined ? {} : { lowerLimit }),
  });
}

const frequencyOf = (words: string | undefined): Frequency | undefined =>
  frequencies.find(([known]) => known === words)?.[1];

function readMedicine(form: Form, base: Base): Read {
  const event = form['event'];
  if (!form['what']) return wrong('what', 'Choose the medicine.');
  if (event !== 'start' && event !== 'change' && event !== 'stop')
    return wrong('event', 'Choose whether you began it, its dose changed, or you stopped it.');
  const entry = { ...base, kind: 'medicine' as const, intervention: form['what'] };
  const reason = form['reason'] ? { reason: form['reason'] } : {};
  if (event === 'stop') return kept({ ...entry, event, ...reason });
  const value = number(form['value'], 0, 100_000);
  if (value === undefined)
    return wrong(
      'value',
      `You typed ${typedWords(form['value'])}. Type how much you take each time, as your doctor gave it.`,
    );
  const frequency = frequencyOf(form['often']);
  if (!frequency)
    return wrong('often', 'Choose how often. A weekly medicine is not a daily one: mixing them up can harm.');
  return kept({ ...entry, event, dose: { value, unit: form['unit'] ?? 'mg' }, frequency });
}

function readInfusion(form: Form, base: Base): Read {
  const value = number(form['value'], 0, 100_000);
  if (!form['what']) return wrong('what', 'Choose which drip it was.');
  if (value === undefined) return wrong('value', `You typed ${typedWords(form['value'])}. Type the dose of that day.`);
  return kept({
    ...base,
    kind: 'infusion',
    intervention: form['what'],
    dose: { value, unit: form['unit'] ?? 'g' },
    ...(form['reaction']?.trim() ? { reaction: form['reaction'].trim() } : {}),
  });
}

function readExercise(form: Form, base: Base): Read {
  const read = readMovements(form, number);
  if (!read.ok) return outside(read.field, form, 0, read.most);
  const { movements } = read;
  const minutes = number(form['minutes'], 1, 600);
  const open = movements.length > 0 && !form['minutes']?.trim(); // a movement may be counted instead of timed
  if (minutes === undefined && !open) return outside('minutes', form, 1, 600);
  const [effort, painAfter] = [number(form['effort'], 0, 10), number(form['pain'], 0, 10)];
  if (form['effort']?.trim() && effort === undefined) return outside('effort', form, 0, 10);
  if (form['pain']?.trim() && painAfter === undefined) return outside('pain', form, 0, 10);
  return kept({
    ...base,
    kind: 'exercise',
    movements,
    ...(minutes === undefined ? {} : { minutes }),
    ...(effort === undefined ? {} : { effort }),
    ...(painAfter === undefined ? {} : { painAfter }),
  });
}

function readScore(form: Form, base: Base): Read {
  const inputs = readParts(form);
  if (inputs) return kept({ ...base, kind: 'measure', measure: form['what'] ?? '', inputs });
  const score = scores.find(({ id }) => id === form['what']) ?? scores[0];
  const value = number(form['value'], 0, score.max);
  return value === undefined
    ? outside('value', form, 0, score.max)
    : kept({ ...base, kind: 'measure', measure: score.id, score: value });
}

function readRash(form: Form, base: Base, newId: () => string): Read {
  const places = (form['places'] ?? '').split('|').filter((place) => place !== '');
  if (places.length === 0) return wrong('places', 'Tick where the rash is.');
  const score = number(form['score'], 0, 10);
  if (score === undefined) return outside('score', form, 0, 10);
  return kept(
    ...places.map((region, i): Entry => ({ ...base, id: i ? newId() : base.id, kind: 'rash', region, score })),
  );
}

function readWords(kind: 'vaccine' | 'note', form: Form, base: Base): Read {
  const text = form['text']?.trim() ?? '';
  if (text === '') return wrong('text', kind === 'vaccine' ? 'Type which vaccine.' : 'Type your note.');
  return kept(kind === 'vaccine' ? { ...base, kind, vaccine: text } : { ...base, kind, text });
}

/** The typed form as entries, or what is wrong with it in words. */
export function readForm(kind: Kind, form: Form, today: string, newId: () => string): Read {
  const on = form['on'] ?? '';
  if (!/^\d{4}-\d{2}-\d{2}$/.test(on)) return wrong('on', 'Choose the day.');
  if (on > today) return wrong('on', 'That day has not come yet. Choose today or a day before.');
  const base: Base = { id: newId(), on, by: 'patient' };
  switch (kind) {
    case 'symptom': {
      const score = number(form['score'], 0, 10);
      return score === undefined
        ? outside('score', form, 0, 10)
        : kept({ ...base, kind, symptom: form['what'] ?? symptoms[0], score });
    }
    case 'rash':
      return readRash(form, base, newId);
    case 'strength':
      return readStrength(form, base);
    case 'laboratory':
      return readLaboratory(form, base);
    case 'medicine':
      return readMedicine(form, base);
    case 'infusion':
      return readInfusion(form, base);
    case 'measure':
      return readScore(form, base);
    case 'exercise':
      return readExercise(form, base);
    case 'vaccine':
    case 'note':
      return readWords(kind, form, base);
    default:
      return kind satisfies never;
  }
}
