// SPDX-License-Identifier: Apache-2.0
import {
  lines,
  type FactId,
  type Line,
  type Option,
  type Patient,
  type RuleTrace,
  type Status,
  type Truth,
} from '../../model/index.ts';
import type { Compiled, Prepared } from './rules.ts';
import { any } from './truth.ts';

/** Law 4: contraindicated, not-indicated, advised-against, undetermined, recommended or suggested; in this order. */
export function decide(truths: {
  contraindicated: Truth;
  indicated: Truth;
  advisedAgainst: Truth;
  strong: Truth;
}): Status {
  const { contraindicated, indicated, advisedAgainst, strong } = truths;
  if (contraindicated === 'true') return 'contraindicated';
  if (indicated === 'false') return 'not-indicated';
  if (advisedAgainst === 'true') return 'advised-against';
  if (contraindicated === 'unknown' || indicated === 'unknown' || advisedAgainst === 'unknown') return 'undetermined';
  return strong === 'true' ? 'recommended' : 'suggested';
}

/** Whether any of these rules holds. Written as a loop: this runs for every rule of every patient. */
function anyOf(compiled: readonly Compiled[]): Truth {
  let truth: Truth = 'false';
  for (const { gate } of compiled) {
    const found = gate.truth();
    if (found === 'true') return 'true';
    if (found === 'unknown') truth = 'unknown';
  }
  return truth;
}

/** Adds the traces of the rules that came out so, or so. */
function gather(into: RuleTrace[], compiled: readonly Compiled[], truth: Truth, or: Truth = truth): void {
  for (const { rule, gate } of compiled) {
    const found = gate.truth();
    if (found === truth || found === or) into.push({ rule: rule.id, trace: gate.trace() });
  }
}

/** The rules that made the status what it is: those that hold for a settled one, those that are unknown for a waiting one. */
function deciding(status: Status, prepared: Prepared): readonly RuleTrace[] {
  const found: RuleTrace[] = [];
  if (status === 'contraindicated') gather(found, prepared.forbid, 'true');
  else if (status === 'not-indicated') gather(found, prepared.for, 'false');
  else if (status === 'advised-against') gather(found, prepared.against, 'true');
  else if (status === 'undetermined') {
    gather(found, prepared.for, 'true', 'unknown');
    gather(found, prepared.forbid, 'unknown');
    gather(found, prepared.against, 'unknown');
  } else gather(found, prepared.for, 'true');
  return found;
}

/** The earliest line among the recommendations that hold or may hold. */
function lineOf(recommendations: readonly Compiled[]): Line | undefined {
  let earliest: number = lines.length;
  for (const { gate, line } of recommendations) if (line < earliest && gate.truth() !== 'false') earliest = line;
  return lines[earliest];
}

const none: readonly FactId[] = [];
/** What an undetermined status waits for, or what could still make a suggestion a recommendation. A rule already known to
 *  hold does not make an indication wait for another one. */
function waitingFor(status: Status, indicated: Truth, { missing }: Prepared): readonly FactId[] {
  if (status === 'suggested') return missing.strong();
  if (status !== 'undetermined') return none;
  return indicated === 'unknown' ? missing.all() : missing.ruledOut();
}

/** Whether it is taken now. A fact that is there says so; without such a fact it is not something that is taken. */
function isTaken(fact: string | undefined, patient: Patient): Truth {
  const taken = fact === undefined ? false : patient[fact];
  return taken === undefined ? 'unknown' : taken === true ? 'true' : 'false';
}

/** One intervention for the patient at hand in the circuit that it was prepared in. */
export function optionFor(prepared: Prepared, patient: Patient): Option {
  const indicated = anyOf(prepared.for);
  const contraindicated = anyOf(prepared.forbid);
  const advisedAgainst = anyOf(prepared.against);
  const status = decide({ contraindicated, indicated, advisedAgainst, strong: anyOf(prepared.strong) });
  const advice: string[] = [];
  for (const { rule, gate } of prepared.advice) if (gate.truth() !== 'false') advice.push(rule.id);
  return {
    intervention: prepared.id,
    status,
    indicated,
    forbidden: any([contraindicated, advisedAgainst]),
    line: lineOf(prepared.for),
    current: isTaken(prepared.current, patient),
    decidedBy: deciding(status, prepared),
    advice,
    missing: waitingFor(status, indicated, prepared),
    againstWishes: prepared.wishes.filter((wish) => patient[wish] === true),
  };
}
