// SPDX-License-Identifier: Apache-2.0
import type { Guideline, Patient } from '../../model/index.ts';
import { readFound, shortest } from './found.ts';
import { factsIn, problem } from './smt.ts';
import type { Solver } from './solver.ts';

/** At most this many facts are known. */
const atMost = (guideline: Guideline, asserted: string, many: number): string => {
  const known = factsIn(guideline, asserted).map(({ number }) => `(ite k${number} 1 0)`);
  return `(assert (<= (+ 0 0 ${known.join(' ')}) ${many}))\n`;
};

/** A patient of whom the formula holds, with as few facts known as any has; undefined when there is nobody. Throws when ANSWER does
 *  not see in the patient what the solver claims, because then the encoding is wrong: our own bug. */
export async function smallest(
  guideline: Guideline,
  solver: Solver,
  asserted: string,
  shows: (patient: Patient) => boolean,
): Promise<Patient | undefined> {
  let best: Patient | undefined;
  for (;;) {
    const fewer = best ? atMost(guideline, asserted, Object.keys(best).length - 1) : '';
    const model = await solver.solve(`${problem(guideline, asserted, false)}${fewer}`);
    if (model === undefined) return best;
    const { patient } = readFound(guideline, asserted, model);
    if (!shows(patient)) throw new Error(`The solver and ANSWER disagree about ${JSON.stringify(patient)}.`);
    best = shortest(patient, shows);
    if (Object.keys(best).length === 0) return best;
  }
}
