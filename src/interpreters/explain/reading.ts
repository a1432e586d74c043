// SPDX-License-Identifier: Apache-2.0
// A condition as a list to be read: each part on a line of its own with how it came out, so that nobody has to unpick brackets.
import {
  interpret,
  type Condition,
  type Guideline,
  type Patient,
  type RuleTrace,
  type Trace,
  type Truth,
} from '../../model/index.ts';
import { opening, verdict } from './explain.ts';
import { english, lowerFirst, saidValue } from './phrases.ts';

/** One line: what is asked, whether it is so, the answer that made it otherwise, and the lines below it. */
export type Reading = { text: string; truth: Truth; now?: string; parts: readonly Reading[] };

const opposite: Readonly<Record<Truth, Truth>> = { true: 'false', false: 'true', unknown: 'unknown' };
const opened = { all: 'all of these', any: 'one of these' } as const;
/** What is not "a or b" is neither, and what is not "a and b" lacks one of them. */
const denying = { all: 'any', any: 'all' } as const;

/** A single fact or definition in words; what has to be absent is said as "label: no". */
function leafText(guideline: Guideline, condition: Condition, denied: boolean): string {
  const fact = condition.op === 'is' ? guideline.facts[condition.fact] : undefined;
  if (condition.op === 'is' && fact?.value.type === 'boolean')
    return (condition.value === true) === denied ? `${lowerFirst(fact.label)}: no` : lowerFirst(fact.label);
  const words = interpret(guideline, condition, english);
  return denied ? `not this: ${words}` : words;
}

/** The answer given, where it is more than a yes or a no and was not the one asked for. */
function answered(guideline: Guideline, patient: Patient, { condition, truth }: Trace): { now?: string } {
  if (condition.op !== 'compare' && !(condition.op === 'is' && truth === 'false')) return {};
  const fact = guideline.facts[condition.fact];
  const value = patient[condition.fact];
  return fact === undefined || value === undefined || fact.value.type === 'boolean'
    ? {}
    : { now: saidValue(fact, value) };
}

/** A condition of one patient, part by part. `denied` reads its opposite: a "not" is said of what it stands before. */
export function readingOf(guideline: Guideline, patient: Patient, trace: Trace, denied = false): Reading {
  const { condition } = trace;
  const truth = denied ? opposite[trace.truth] : trace.truth;
  const [only] = trace.parts;
  if (condition.op === 'not' && only) return readingOf(guideline, patient, only, !denied);
  if ((condition.op === 'all' || condition.op === 'any') && only) {
    const text = opened[denied ? denying[condition.op] : condition.op];
    const parts = trace.parts.map((part) => readingOf(guideline, patient, part, denied));
    const [first] = parts;
    return parts.length === 1 && first
      ? first
      : {
          text,
          truth,
          parts: parts.flatMap((part) => (part.text === text && part.parts.length ? part.parts : [part])),
        };
  }
  return { text: leafText(guideline, condition, denied), truth, ...answered(guideline, patient, trace), parts: [] };
}

/** A rule to be read: how it begins, its parts, and how it came out. */
export type RuleReading = { opening: string; reading: Reading; verdict: string };

/** The reading of a rule that has more than one part; a rule with one part is said well enough in a sentence. */
export function ruleReading(
  guideline: Guideline,
  patient: Patient,
  { rule: id, trace }: RuleTrace,
): RuleReading | undefined {
  const rule = guideline.rules.find((one) => one.id === id);
  const reading = readingOf(guideline, patient, trace);
  return rule && reading.parts.length > 0
    ? { opening: opening(rule), reading, verdict: verdict[trace.truth] }
    : undefined;
}
