// SPDX-License-Identifier: Apache-2.0
// Doses, kinds and bases of the exercise library in words.
import type { Dose, ExerciseBasis, MovementKind, Range } from '../../../../model/index.ts';

export const kindWords: Readonly<Record<MovementKind, string>> = {
  function: 'Everyday tasks',
  strength: 'Strength',
  endurance: 'Stamina',
  balance: 'Balance',
  rom: 'Range of movement',
  stretch: 'Stretches',
  breathing: 'Breathing',
  hand: 'Hands',
};
export const kindOrder: readonly MovementKind[] = [
  'function',
  'strength',
  'endurance',
  'balance',
  'rom',
  'stretch',
  'hand',
  'breathing',
];
export const basisWords: Readonly<Record<ExerciseBasis['basis'], string>> = {
  trial: 'This movement, or one very like it, was part of a study in myositis.',
  'trial-muscle-group': 'A study in myositis trained this group of muscles. The movement itself is usual practice.',
  specialists: 'Specialists in myositis advise it. It was not tested on its own.',
  practice: 'Usual physiotherapy practice. It was not tested on its own in dermatomyositis.',
};
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
/** A sentence with a full stop. */
export const sentence = (text: string): string => `${capital(text)}${/[.!?]$/.test(text) ? '' : '.'}`;

const range = ([from, to]: Range): string => (from === to ? String(from) : `${from} to ${to}`);
const timed = (found: Range | undefined, one: string, many: string): readonly string[] =>
  found ? [`${range(found)} ${found[1] === 1 ? one : many}`] : [];
/** How much, as the library has it: what is absent was not said. */
export const doseWords = (dose: Dose): string =>
  [
    ...timed(dose.sets, 'round', 'rounds'),
    ...(dose.repetitions ? [`${range(dose.repetitions)} times`] : []),
    ...(dose.holdSeconds ? [`held ${range(dose.holdSeconds)} seconds`] : []),
    ...timed(dose.minutes, 'minute', 'minutes'),
    ...(dose.boutsPerDay ? [`${range(dose.boutsPerDay)} times in the day`] : []),
    ...(dose.daysPerWeek ? [`${range(dose.daysPerWeek)} days a week`] : []),
    ...(dose.restSeconds ? [`${range(dose.restSeconds)} seconds of rest`] : []),
  ].join(', ');
