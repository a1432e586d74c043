// SPDX-License-Identifier: Apache-2.0
// An interview carried through: ASK until it ends, every question answered.
import type { Fact, Guideline, Patient } from '../../model/index.ts';
import { prepareAsk } from '../ask/index.ts';

/** A value that a fact may have: no, its first option, or the middle of its range. Which one does not matter, as long as there is one. */
function anyValue({ value }: Fact): boolean | number | string {
  if (value.type === 'boolean') return false;
  return value.type === 'quantity' ? (value.min + value.max) / 2 : (value.options[0]?.code ?? '');
}

/** The patient with whom an interview ends: each question that ASK asks is answered from `answers`, or else with any value.
 *  It ends, because each question leaves fewer facts unknown (law 7). */
export function interviewed(
  guideline: Guideline,
  patient: Patient,
  answers: Patient,
): { patient: Patient; asked: number } {
  const ask = prepareAsk(guideline);
  let [now, asked] = [patient, 0];
  for (let [next] = ask(now); next; [next] = ask(now)) {
    const said = next.together.map((fact) => [fact.id, answers[fact.id] ?? anyValue(fact)] as const);
    [now, asked] = [{ ...now, ...Object.fromEntries(said) }, asked + said.length];
  }
  return { patient: now, asked };
}
