// SPDX-License-Identifier: Apache-2.0
import type { Guideline, Patient, Rule, Status } from '../../model/index.ts';
import { holds, statusIn, type Property, type Replay } from './property.ts';
import { and, formula, not, or } from './smt.ts';
import { rulesOf, statusesOf, type DecideStatus } from './status.ts';

const somebody = { wants: 'somebody', complete: true } as const;
const isAlways = ({ when }: Rule): boolean => when.op === 'all' && when.parts.length === 0;

/** A rule that is not written `always` does not hold of somebody. */
function notVacuous(guideline: Guideline, rule: Rule): readonly Property[] {
  if (isAlways(rule)) return [];
  return [
    {
      ...somebody,
      otherwise: { finding: `${rule.id} holds of everybody, though it does not say "always".` },
      id: `not-vacuous--${rule.id}`,
      kind: 'rule-is-not-vacuous',
      says: `${rule.id} does not hold of everybody.`,
      asserted: not(formula(guideline, rule.when).yes),
      shows: (_replay, { patient }) => !holds(guideline, rule.when, patient),
    },
  ];
}

/** What a rule does, apart from when: rules that do the same can make each other redundant. */
function effectOf(rule: Rule): string {
  if (rule.kind === 'recommendation') return `${rule.direction} ${rule.strength}`;
  if (rule.kind === 'contraindication') return '';
  return rule.kind === 'monitoring' ? `${rule.test} ${JSON.stringify(rule.schedule)}` : rule.advice;
}

/** A rule holds of somebody of whom no other rule that does the same holds. */
function notRedundant(guideline: Guideline, rule: Rule): readonly Property[] {
  const alike = rulesOf(guideline, rule.intervention).filter(
    (other) => other !== rule && other.kind === rule.kind && effectOf(other) === effectOf(rule),
  );
  if (!alike.length) return [];
  const alone = (patient: Patient): boolean =>
    holds(guideline, rule.when, patient) && !alike.some(({ when }) => holds(guideline, when, patient));
  return [
    {
      ...somebody,
      otherwise: { finding: `${rule.id} is redundant: whoever it reaches, rules that say the same reach too.` },
      id: `not-redundant--${rule.id}`,
      kind: 'rule-is-not-redundant',
      says: `${rule.id} reaches somebody whom no other rule that says the same reaches.`,
      asserted: and([
        formula(guideline, rule.when).yes,
        not(or(alike.map(({ when }) => formula(guideline, when).yes))),
      ]),
      shows: (_replay, { patient }) => alone(patient),
    },
  ];
}

/** The status a recommendation asks for. Contraindications decide first, so nothing can shadow one. */
function wanted(rule: Rule): Status | undefined {
  if (rule.kind !== 'recommendation') return undefined;
  if (rule.direction === 'against') return 'advised-against';
  return rule.strength === 'strong' ? 'recommended' : 'suggested';
}

/** A recommendation has its way with somebody: it holds, and the status is the one it asks for. */
function notShadowed(guideline: Guideline, rule: Rule, decide: DecideStatus): readonly Property[] {
  const status = wanted(rule);
  if (status === undefined) return [];
  const shows = (replay: Replay, { patient }: { patient: Patient }): boolean =>
    holds(guideline, rule.when, patient) && statusIn(replay(patient), rule.intervention) === status;
  return [
    {
      ...somebody,
      otherwise: {
        finding: `${rule.id} is shadowed: whenever it holds, other rules decide, and ${rule.intervention} is never ${status}.`,
      },
      id: `not-shadowed--${rule.id}`,
      kind: 'rule-is-not-shadowed',
      says: `${rule.id} has its way with somebody: it holds, and ${rule.intervention} is ${status}.`,
      asserted: and([formula(guideline, rule.when).yes, statusesOf(guideline, rule.intervention, decide)[status]]),
      shows,
    },
  ];
}

/** Whether a rule says anything: it does not hold of everybody, is not said already, and is not always outranked. */
export function saysSomething(guideline: Guideline, rule: Rule, decide: DecideStatus): readonly Property[] {
  return [...notVacuous(guideline, rule), ...notRedundant(guideline, rule), ...notShadowed(guideline, rule, decide)];
}
