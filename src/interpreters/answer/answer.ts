// SPDX-License-Identifier: Apache-2.0
import { levels, type Guidance, type Guideline, type Option, type Patient, type Urgency } from '../../model/index.ts';
import { prepareCircuit, type Gate } from './circuit.ts';
import { optionFor } from './option.ts';
import { prepareOrder } from './order.ts';
import { prepareRules } from './rules.ts';
import { prepareWhere } from './where.ts';

type Flag = { urgency: Urgency; gate: Gate };
/** The most urgent level first, then by name: rule order is irrelevant (law 4). */
const byLevel = (a: Urgency, b: Urgency): number =>
  levels.indexOf(a.level) - levels.indexOf(b.level) || (a.id < b.id ? -1 : 1);
const having = (flags: readonly Flag[], truth: string): readonly Flag[] =>
  flags.filter(({ gate }) => gate.truth() === truth);
/** What is raised, each with the raised ones that it yields to, if any. */
function raised(flags: readonly Flag[]): Guidance['urgency'] {
  const ids = new Set(flags.map(({ urgency }) => urgency.id));
  return flags.map(({ urgency: { id, level, advice, yieldsTo = [] }, gate }) => {
    const winners = yieldsTo.filter((other) => ids.has(other));
    return { rule: id, level, advice, trace: gate.trace(), ...(winners.length ? { yieldsTo: winners } : {}) };
  });
}

/** Compiles a guideline once; the function it gives answers for one patient, and depends on nothing else. */
export function prepareAnswer(guideline: Guideline): (patient: Patient) => Guidance {
  const circuit = prepareCircuit(guideline);
  const prepared = Object.keys(guideline.interventions).map((id) => prepareRules(guideline, circuit, id));
  const flags = [...guideline.urgencies]
    .sort(byLevel)
    .map((urgency) => ({ urgency, gate: circuit.gate(urgency.when) }));
  const inOrder = prepareOrder(guideline);
  const where = prepareWhere(guideline, circuit);
  return (patient) => {
    circuit.turnTo(patient);
    return {
      guideline: guideline.version,
      urgency: raised(having(flags, 'true')),
      urgencyMissing: having(flags, 'unknown').map(({ urgency, gate }) => ({
        rule: urgency.id,
        missing: gate.missing(),
      })),
      ...where(),
      options: inOrder(prepared.map((each) => optionFor(each, patient))),
    };
  };
}

/** What the guideline says for one patient. */
export function answer(guideline: Guideline, patient: Patient): Guidance {
  return prepareAnswer(guideline)(patient);
}

/** For a treatment already taken: what the same rules say about going on. Undefined when it is not known to be taken. */
export function goingOn(option: Option): 'keep' | 'review' | 'call before the next dose' | undefined {
  if (option.current !== 'true') return undefined;
  if (option.status === 'contraindicated') return 'call before the next dose';
  return option.status === 'recommended' || option.status === 'suggested' ? 'keep' : 'review';
}
