// SPDX-License-Identifier: Apache-2.0
// What an entry says in one line.
import type { Entry } from '../../../../record/index.ts';
import { frequencyWords } from '../../answering/record/frequency.ts';
import { measureUnit, nameOf, unitName } from '../../answering/record/words.ts';

import { wholeName } from '../../pages/measure-words.ts';
import { partsOf } from './parts-form.ts';

export { dayWords } from '../../answering/record/words.ts';

const events = { start: 'began', change: 'changed', stop: 'stopped' } as const;
const value = (found: boolean | string | number): string =>
  found === true ? 'yes' : found === false ? 'no' : String(found);

/** A few parts as they were entered; of many, how many there are. */
function partsInWords(inputs: { readonly [input: string]: unknown }): string {
  const all = partsOf(inputs);
  return all.length > 4
    ? `${all.length} parts`
    : all
        .map(([path, value]) => `${wholeName(path).toLowerCase()} ${value === null ? 'not known' : String(value)}`)
        .join(', ');
}

/** What an entry says in one line. `name` gives the label of a medicine or a fact. */
export function lineOf(entry: Entry, name: (id: string) => string): string {
  switch (entry.kind) {
    case 'symptom':
      return `${entry.symptom}: ${entry.score} of 10`;
    case 'rash':
      return `Rash, ${entry.region}: ${entry.score} of 10`;
    case 'strength':
      return `${nameOf(entry.test)}: ${entry.value} ${unitName(entry.unit)}`;
    case 'laboratory':
      return `${nameOf(entry.test)}: ${entry.value} ${unitName(entry.unit)}${entry.upperLimit === undefined ? '' : `, normal up to ${entry.upperLimit}`}`;
    case 'medicine': {
      const { dose, frequency, event, intervention } = entry;
      const amount = dose ? ` ${dose.value} ${unitName(dose.unit)}` : '';
      return `${name(intervention)} ${events[event]}${amount ? ':' : ''}${amount}${frequency ? `, ${frequencyWords(frequency)}` : ''}`;
    }
    case 'infusion':
      return `Drip of ${name(entry.intervention)}: ${entry.dose.value} ${unitName(entry.dose.unit)}`;
    case 'measure':
      return 'score' in entry
        ? `${nameOf(entry.measure)}: ${entry.score} (${measureUnit(entry.measure)})`
        : `${nameOf(entry.measure)}: ${partsInWords(entry.inputs)}`;
    case 'exercise': {
      const { movements, minutes, effort } = entry;
      const what = movements.length
        ? movements
            .map(
              ({ movement, repetitions }) =>
                `${nameOf(movement)}${repetitions === undefined ? '' : ` ${repetitions} times`}`,
            )
            .join(', ')
        : 'Exercise';
      return `${what}${minutes === undefined ? '' : `, ${minutes} minutes`}${effort === undefined ? '' : `, effort ${effort} of 10`}`;
    }
    case 'vaccine':
      return `Vaccine: ${entry.vaccine}`;
    case 'fact':
      return `${name(entry.fact)}: ${value(entry.value)}`;
    case 'taper':
      return `Plan for coming down from ${name(entry.intervention)}, ${entry.steps.length} steps`;
    case 'note':
      return entry.text;
    case 'withdrawal':
      return 'Taken back';
    default:
      return entry satisfies never;
  }
}
