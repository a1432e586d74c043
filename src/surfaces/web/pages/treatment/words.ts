// SPDX-License-Identifier: Apache-2.0
import { english } from '../../../../interpreters/explain/index.ts';
import { interpret, type Guideline, type InterventionKind, type Rule } from '../../../../model/index.ts';

export const kindWords: Readonly<Record<InterventionKind, string>> = {
  medicine: 'Medicines',
  infusion: 'Drips and injections',
  exercise: 'Exercise',
  'self-care': 'Care you can do yourself',
  screening: 'Checks',
  prophylaxis: 'Protection',
  referral: 'Who else can help',
};
export const certaintyWords = {
  high: 'High certainty',
  moderate: 'Moderate certainty',
  low: 'Low certainty',
  'very-low': 'Very low certainty',
} as const;
/** A word that has its own capitals, such as "eGFR", keeps its first letter. */
export const capital = (text: string): string =>
  /^[a-z][A-Z]/.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);
/** "possible pregnancy and not: reliable contraception" is "possible pregnancy, without reliable contraception": only at the end,
 *  where it cannot be read as part of what follows. */
const without = (text: string): string =>
  text
    .replace(/ and \(not: ([^()]+)\)$/, ', without $1')
    .replace(/ and not: ([^():]+)$/, (whole, what: string) =>
      / (?:and|or) /.test(what) ? whole : `, without ${what}`,
    );
/** When a rule holds, as a sentence. */
export const say = (guideline: Guideline, rule: Rule): string =>
  capital(without(interpret(guideline, rule.when, english)));

/** When a test is due, in words. */
export const schedule = (rule: Rule & { kind: 'monitoring' }): string =>
  capital(
    [
      rule.schedule.baseline ? 'before the start' : '',
      ...rule.schedule.steps.map(
        ({ everyWeeks, untilWeek }) =>
          `every ${everyWeeks === 1 ? 'week' : `${everyWeeks} weeks`}${untilWeek === undefined ? '' : ` until week ${untilWeek}`}`,
      ),
    ]
      .filter(Boolean)
      .join(', then '),
  );
