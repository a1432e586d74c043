// SPDX-License-Identifier: Apache-2.0
import { compileDecision, type Decide } from '../interpreters/answer/index.ts';
import type { Condition, Guideline, Patient, Truth } from '../model/index.ts';

/** Conditions compiled already, by guideline: a plan asks the same ones of everybody. */
const compiled = new WeakMap<Guideline, WeakMap<Condition, Decide>>();

/** The truth of one of the guideline's or the library's own conditions for a patient. */
export function truthOf(guideline: Guideline, condition: Condition, patient: Patient): Truth {
  const known = compiled.get(guideline) ?? new WeakMap<Condition, Decide>();
  compiled.set(guideline, known);
  const decide = known.get(condition) ?? compileDecision(guideline, condition);
  known.set(condition, decide);
  return decide(patient);
}
