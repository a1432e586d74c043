// SPDX-License-Identifier: Apache-2.0
// Which phase of exercise fits, each reason and each limit on both sides.
import { beforeAll, describe, expect, it } from 'vitest';
import { loadExercise, loadGuideline } from '../authoring/index.ts';
import type { ExerciseLibrary, Guideline, Patient } from '../model/index.ts';
import { addDays, derive, type Entry } from '../record/index.ts';
import { exerciseFit } from './exercise-phase.ts';

let guideline: Guideline;
let library: ExerciseLibrary;
beforeAll(() => {
  const { loaded, shown } = loadGuideline('guideline');
  if (!loaded) throw new Error(shown());
  guideline = loaded.guideline;
  const found = loadExercise('guideline', guideline).library;
  if (!found) throw new Error('The exercise library has problems.');
  library = found;
});

const today = '2026-03-02';
const settled: Patient = { 'weeks-on-current-regimen': 20, 'treatment-phase': 'induction' };
const well: Patient = { ...settled, response: 'major' };
const stands = (value: number): Entry => ({
  id: 's',
  on: '2026-02-20',
  kind: 'strength',
  test: 'sts30',
  value,
  unit: '{count}',
});
const phase = (facts: Patient, record: readonly Entry[] = []): string =>
  exerciseFit(guideline, library, derive(guideline, record, today, { facts, on: today })).phase;

describe('the gentlest phase', () => {
  it.each<{ what: string; facts: Patient; record?: readonly Entry[]; gentlest: boolean }>([
    { what: 'four weeks of treatment', facts: { ...settled, 'weeks-on-current-regimen': 4 }, gentlest: false },
    { what: 'three weeks of treatment', facts: { ...settled, 'weeks-on-current-regimen': 3 }, gentlest: true },
    { what: 'nobody knows how long treatment has run', facts: { 'treatment-phase': 'induction' }, gentlest: true },
    { what: 'quiet disease, nobody knows how long', facts: { 'treatment-phase': 'remission' }, gentlest: false },
    { what: 'worse than at the start', facts: { ...settled, response: 'worse' }, gentlest: true },
    { what: 'no better than at the start', facts: { ...settled, response: 'none' }, gentlest: false },
    {
      what: 'weakness that gets worse fast',
      facts: { ...settled, 'rapidly-worsening-weakness': true },
      gentlest: true,
    },
    { what: 'in bed', facts: { ...settled, bedbound: true }, gentlest: true },
    { what: 'standing up not possible', facts: settled, record: [stands(0)], gentlest: true },
    { what: 'standing up once', facts: settled, record: [stands(1)], gentlest: false },
  ])('$what: $gentlest', ({ facts, record, gentlest }) => expect(phase(facts, record) === 'active').toBe(gentlest));
});

describe('the third phase', () => {
  it.each<{ what: string; facts: Patient; record?: readonly Entry[]; third: boolean }>([
    { what: 'eight stands in 30 seconds', facts: well, record: [stands(8)], third: true },
    { what: 'seven stands', facts: well, record: [stands(7)], third: false },
    { what: 'strength not known', facts: well, third: false },
    { what: 'no weakness', facts: { ...well, 'muscle-weakness': 'none' }, third: true },
    { what: 'a small response', facts: { ...well, response: 'minimal' }, record: [stands(12)], third: false },
    { what: 'severe activity', facts: { ...well, 'overall-activity': 'severe' }, record: [stands(12)], third: false },
    { what: 'moderate activity', facts: { ...well, 'overall-activity': 'moderate' }, record: [stands(12)], third: false },
    { what: 'mild activity', facts: { ...well, 'overall-activity': 'mild' }, record: [stands(12)], third: true },
  ])('$what: $third', ({ facts, record, third }) => expect(phase(facts, record) === 'stable').toBe(third)); // prettier-ignore
});

it('21 days without exercise mean one phase lower, 20 do not', () => {
  const session = (days: number): Entry => ({ id: 'e', on: addDays(today, -days), kind: 'exercise', movements: [], effort: 3 }); // prettier-ignore
  expect([20, 21].map((days) => phase(settled, [session(days)]))).toEqual(['improving', 'active']);
});

it('what is not known and could forbid hard work is asked first', () => {
  const fit = exerciseFit(guideline, library, derive(guideline, [], today, { facts: settled, on: today }));
  expect(fit.askFirst.length).toBeGreaterThan(0);
  for (const { rule, facts } of fit.askFirst) {
    expect(rule.effect).not.toBe('advice');
    expect(facts.length).toBeGreaterThan(0);
    for (const fact of facts) expect(Object.hasOwn(settled, fact)).toBe(false);
  }
});
