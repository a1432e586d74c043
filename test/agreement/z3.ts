// SPDX-License-Identifier: Apache-2.0
// Z3 decides formulas, not patients: it is asked whether anything it could say differs from what was said of a patient.
import { names } from '../../src/interpreters/export/index.ts';
import type { Solver } from '../../src/interpreters/prove/index.ts';
import { decimal, factsIn, formula, not, or, problem, type Formula } from '../../src/interpreters/prove/smt.ts';
import { decideStatus, statusesOf } from '../../src/interpreters/prove/status.ts';
import type { Guideline, Patient } from '../../src/model/index.ts';
import { conditionsOf, type Engine, type Fault, type Said } from './engines.ts';

/** One patient as SMT-LIB: what is known, and the values. */
function patientFormula(guideline: Guideline, asserted: string, patient: Patient): string {
  const parts = factsIn(guideline, asserted).map(({ fact: { id, value }, number }) => {
    const known = patient[id];
    if (known === undefined) return `(not k${number})`;
    const place = value.type === 'code' ? value.options.findIndex(({ code }) => code === known) : 0;
    const text = typeof known === 'string' ? String(place) : String(known);
    return `(and k${number} (= v${number} ${typeof known === 'number' ? decimal(known) : text}))`;
  });
  return `(and true ${parts.join(' ')})`;
}
const truthFormula = ({ yes, no }: Formula, said: string | undefined): string =>
  said === 'true' ? yes : said === 'false' ? no : not(or([yes, no]));

type Claim = (said: Said) => readonly [name: string, formula: string];
/** What is claimed of a patient, thing by thing, as formulas. */
function claimsOf(guideline: Guideline): readonly Claim[] {
  const truths = conditionsOf(guideline).map(([name, when]): Claim => {
    const of = formula(guideline, when);
    return (said) => [name, truthFormula(of, said[name])];
  });
  const statuses = Object.keys(guideline.interventions).map((id): Claim => {
    const [name, of] = [names.status(id), new Map(Object.entries(statusesOf(guideline, id, decideStatus)))];
    return (said) => [name, of.get(said[name] ?? '') ?? 'false'];
  });
  return [...truths, ...statuses];
}

/** Z3 as an engine: it repeats what was said where nothing can differ; where something can, each thing is asked alone. */
export const z3Engine =
  (solver: Solver, said: readonly Said[], fault: Fault = (text) => text): Engine =>
  async (guideline, patients) => {
    const claims = claimsOf(guideline);
    const differs = async (patient: Patient, some: readonly string[]): Promise<boolean> => {
      const asserted = fault(or(some.map(not)));
      const known = patientFormula(guideline, asserted, patient);
      return (await solver.solve(problem(guideline, `(and ${asserted} ${known})`, false))) !== undefined;
    };
    const answers: Said[] = [];
    for (const [i, patient] of patients.entries()) {
      const told = said[i] ?? {};
      const made = claims.map((claim) => claim(told));
      const own: Record<string, string> = { ...told };
      if (
        await differs(
          patient,
          made.map(([, text]) => text),
        )
      )
        // prettier-ignore
        for (const [name, text] of made) if (await differs(patient, [text])) own[name] = 'not what was said';
      answers.push(own);
    }
    return answers;
  };
