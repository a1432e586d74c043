// SPDX-License-Identifier: Apache-2.0
// What the guideline says of one ordered medicine: only that medicine's rules are decided, each compiled once.
import { compile, compileDecision, type Decide, type Evaluate } from '../../../interpreters/answer/index.ts';
import {
  readsOf,
  type FactId,
  type Guideline,
  type InterventionId,
  type Patient,
  type Rule,
  type Trace,
  type Urgency,
} from '../../../model/index.ts';

/** A rule that speaks, and why, for one patient. */
export type Spoken<R = Rule> = { rule: R; trace: Trace; patient: Patient };
type Kind<K extends Rule['kind']> = Extract<Rule, { kind: K }>;
/** A precaution or a prerequisite. */
type Advice = Extract<Rule, { advice: string }>;

/** What is said of one medicine that is ordered. */
export type Review = {
  intervention: InterventionId;
  /** Whether it is taken already, as the record stands with the other orders signed. */
  isTaken: boolean;
  contraindications: readonly Spoken[];
  against: readonly Spoken[];
  /** Checks that belong before the start and apply, or may apply. */
  prerequisites: readonly Spoken<Advice>[];
  /** Precautions that hold because of what this person has or takes. */
  precautions: readonly Spoken<Advice>[];
  /** Precautions that hold for everybody. */
  always: readonly Advice[];
  monitoring: readonly Kind<'monitoring'>[];
  /** Facts that could still rule it out. */
  open: readonly FactId[];
};

type Prepared<R> = { rule: R; decide: Decide; trace: Evaluate; reads: readonly FactId[] };
/** Whether a rule of a kind, with its kind kept. */
const ofKind = <K extends Rule['kind']>(rules: readonly Prepared<Rule>[], kind: K): readonly Prepared<Kind<K>>[] =>
  rules.filter((one): one is Prepared<Kind<K>> => one.rule.kind === kind);

function prepared<R extends { when: Rule['when'] }>(guideline: Guideline, rule: R): Prepared<R> {
  return {
    rule,
    decide: compileDecision(guideline, rule.when),
    trace: compile(guideline, rule.when),
    reads: [...readsOf(guideline, rule.when).keys()],
  };
}

/** Rules that hold for a patient, with their traces. */
function holding<R>(rules: readonly Prepared<R>[], patient: Patient): readonly Spoken<R>[] {
  const found: Spoken<R>[] = [];
  for (const { rule, decide, trace } of rules)
    if (decide(patient) === 'true') found.push({ rule, trace: trace(patient), patient });
  return found;
}

/** The facts that signing changes. */
function changedBetween(patient: Patient, signed: Patient): ReadonlySet<FactId> {
  const changed = new Set<FactId>();
  for (const id of Object.keys(patient)) if (patient[id] !== signed[id]) changed.add(id);
  for (const id of Object.keys(signed)) if (patient[id] !== signed[id]) changed.add(id);
  return changed;
}

/** Rules that hold for a patient, then those that hold only once the order is signed. A rule that reads nothing of what signing
 *  changes is decided once. */
function holdingOrAfter<R>(
  rules: readonly Prepared<R>[],
  patient: Patient,
  signed: Patient,
  changed: ReadonlySet<FactId>,
): readonly Spoken<R>[] {
  const now = holding(rules, patient);
  if (changed.size === 0) return now;
  const open = rules.filter(({ decide, reads }) => reads.some((id) => changed.has(id)) && decide(patient) !== 'true');
  return open.length === 0 ? now : [...now, ...holding(open, signed)];
}

/** Compiles one medicine's rules. `patient` is the person with the other orders signed; `signed` adds this order itself. */
function prepareMedicine(guideline: Guideline, id: InterventionId) {
  const rules = guideline.rules.filter((rule) => rule.intervention === id).map((rule) => prepared(guideline, rule));
  const taken = guideline.interventions[id]?.currentFact;
  const forbid = ofKind(rules, 'contraindication');
  const against = ofKind(rules, 'recommendation').filter(({ rule }) => rule.direction === 'against');
  const advice = rules.filter((one): one is Prepared<Advice> => 'advice' in one.rule);
  const first = advice.filter(({ rule }) => rule.kind === 'prerequisite');
  const care = advice.filter(({ rule }) => rule.kind === 'precaution');
  const watch = ofKind(rules, 'monitoring');
  const personal = care.filter(({ reads }) => reads.length > 0);
  const always = care.filter(({ reads }) => reads.length === 0).map(({ rule }) => rule);
  return (patient: Patient, signed: Patient): Review => {
    const changed = changedBetween(patient, signed);
    const contraindications = holdingOrAfter(forbid, patient, signed, changed);
    return {
      intervention: id,
      isTaken: taken !== undefined && patient[taken] === true,
      contraindications,
      against: holding(against, patient),
      prerequisites: first
        .filter(({ decide }) => decide(patient) !== 'false')
        .map(({ rule, trace }) => ({ rule, trace: trace(patient), patient })),
      precautions: holdingOrAfter(personal, patient, signed, changed),
      always,
      monitoring: watch.filter(({ decide }) => decide(signed) === 'true').map(({ rule }) => rule),
      open: openIn(forbid, patient),
    };
  };
}

/** The facts below unknown nodes of rules that are open: nothing else can settle them. */
function openIn(rules: readonly Pick<Prepared<Rule>, 'decide' | 'trace'>[], patient: Patient): readonly FactId[] {
  const facts = new Set<FactId>();
  const gather = ({ condition, truth, parts }: Trace): void => {
    if (truth !== 'unknown') return;
    if (condition.op === 'is' || condition.op === 'compare') facts.add(condition.fact);
    else for (const part of parts) gather(part);
  };
  for (const { decide, trace } of rules) if (decide(patient) === 'unknown') gather(trace(patient));
  return [...facts];
}

/** What signing an order does to medicines that are taken already, and which red flags it raises. */
export type Effects = { others: readonly Spoken[]; urgencies: readonly Spoken<Urgency>[] };
export type Reviews = {
  medicine: (id: InterventionId, patient: Patient, signed: Patient) => Review;
  /** Rules and red flags that hold with these facts and did not hold before. */
  effects: (added: readonly FactId[], before: Patient, after: Patient) => Effects;
};

/** Those that are asked about, read one of these facts, hold after, and did not hold before. */
function newly<R>(
  byFact: ReadonlyMap<FactId, readonly Prepared<R>[]>,
  added: readonly FactId[],
  before: Patient,
  after: Patient,
  isAsked: (rule: R) => boolean = () => true,
): readonly Spoken<R>[] {
  // What stays as it was makes no rule hold that did not hold.
  const changed = added.filter((fact) => before[fact] !== after[fact]);
  if (changed.length === 0) return [];
  const isNew = ({ rule, decide, reads }: Prepared<R>): boolean =>
    reads.some((fact) => changed.includes(fact))
    && isAsked(rule)
    && decide(after) === 'true'
    && decide(before) !== 'true';
  const found = new Set<Prepared<R>>();
  for (const fact of added) for (const one of byFact.get(fact) ?? []) if (isNew(one)) found.add(one);
  return found.size === 0 ? [] : holding([...found], after);
}

function index<R>(rules: readonly Prepared<R>[]): ReadonlyMap<FactId, readonly Prepared<R>[]> {
  const found = new Map<FactId, Prepared<R>[]>();
  for (const rule of rules) for (const fact of rule.reads) found.set(fact, [...(found.get(fact) ?? []), rule]);
  return found;
}

/** Compiles what is said of orders, once for a guideline; each medicine's own rules when it is first ordered. */
export function prepareReviews(guideline: Guideline): Reviews {
  const made = new Map<InterventionId, ReturnType<typeof prepareMedicine>>();
  const warnings = guideline.rules.filter((rule) => rule.kind === 'contraindication' || rule.kind === 'precaution');
  const byFact = index(warnings.map((rule) => prepared(guideline, rule)));
  const flags = index(guideline.urgencies.map((rule) => prepared(guideline, rule)));
  const takes = (id: InterventionId, patient: Patient): boolean => {
    const fact = guideline.interventions[id]?.currentFact;
    return fact !== undefined && patient[fact] === true;
  };
  return {
    medicine: (id, patient, signed) => {
      const review = made.get(id) ?? prepareMedicine(guideline, id);
      made.set(id, review);
      return review(patient, signed);
    },
    effects: (added, before, after) => ({
      others: newly(byFact, added, before, after, ({ intervention }) => takes(intervention, before)),
      urgencies: newly(flags, added, before, after),
    }),
  };
}
