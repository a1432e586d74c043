// SPDX-License-Identifier: Apache-2.0
// An entry as the form it can be corrected in.
import type { Entry } from '../../../../record/index.ts';
import { frequencyWords } from '../../answering/record/frequency.ts';
import type { Kind } from './kinds.ts';
import { formOfParts } from './parts-form.ts';
import type { Form } from './read-form.ts';
import { formOfMovements } from './session-form.ts';

const text = (value: number | string | undefined): string => (value === undefined ? '' : String(value));

/** The form of an entry; undefined for what is not corrected here: answers and tapers. */
export function formOf(entry: Entry): { kind: Kind; form: Form } | undefined {
  const { on } = entry;
  switch (entry.kind) {
    case 'symptom':
      return { kind: entry.kind, form: { on, what: entry.symptom, score: text(entry.score) } };
    case 'rash':
      return { kind: entry.kind, form: { on, places: entry.region, score: text(entry.score) } };
    case 'strength':
      return { kind: entry.kind, form: { on, what: entry.test, value: text(entry.value) } };
    case 'laboratory': {
      const { test, value, unit, upperLimit, lowerLimit } = entry;
      const limits = { upper: text(upperLimit), lower: text(lowerLimit) };
      return { kind: entry.kind, form: { on, what: test, value: text(value), unit, ...limits } };
    }
    case 'medicine': {
      const { intervention, event, dose, frequency, reason } = entry;
      const amount = dose ? { value: text(dose.value), unit: dose.unit } : {};
      const often = frequency ? { often: frequencyWords(frequency) } : {};
      return { kind: entry.kind, form: { on, what: intervention, event, ...amount, ...often, reason: reason ?? '' } };
    }
    case 'infusion': {
      const { intervention, dose, reaction } = entry;
      const amount = { value: text(dose.value), unit: dose.unit };
      return { kind: entry.kind, form: { on, what: intervention, ...amount, reaction: reaction ?? '' } };
    }
    case 'measure':
      return 'score' in entry
        ? { kind: entry.kind, form: { on, what: entry.measure, value: text(entry.score) } }
        : { kind: entry.kind, form: { on, what: entry.measure, ...formOfParts(entry.inputs) } };
    case 'exercise': {
      const { minutes, effort, painAfter, movements } = entry;
      const whole = { minutes: text(minutes), effort: text(effort), pain: text(painAfter) };
      return { kind: entry.kind, form: { on, ...whole, ...formOfMovements(movements) } };
    }
    case 'vaccine':
      return { kind: entry.kind, form: { on, text: entry.vaccine } };
    case 'note':
      return { kind: entry.kind, form: { on, text: entry.text } };
    default:
      return undefined;
  }
}
