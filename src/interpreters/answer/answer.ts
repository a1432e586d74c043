// SPDX-License-Identifier: Apache-2.0
import {
  levels,
  lines,
  statuses,
  type Certainty,
  type FactId,
  type Guidance,
  type Guideline,
  type Line,
  type Option,
  type Patient,
  type Rule,
  type RuleTrace,
  type Status,
  type Truth,
} from '../../model/index.ts';
import { missing, prepareCircuit, type Circuit, type Gate } from './circuit.ts';
import { any } from './truth.ts';

const certainties: readonly Certainty[] = ['high', 'moderate', 'low', 'very-low'];
/** A rule with its condition's gate: decided for the patient at hand, traced only where somebody will read it. */
type Compiled = { rule: Rule; gate: Gate };

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
  if ([contraindicated, indicated, advisedAgainst].includes('unknown')) return 'undetermined';
  return strong === 'true' ? 'recommended' : 'suggested';
}

const truths = (compiled: readonly Compiled[]): Truth => any(compiled.map(({ gate }) => gate.truth()));
const isFor = (rule: Rule): boolean => rule.kind === 'recommendation' && rule.direction === 'for';
const isAgainst = (rule: Rule): boolean => rule.kind === 'recommendation' && rule.direction === 'against';
const isStrong = (rule: Rule): boolean => rule.kind === 'recommendation' && rule.strength === 'strong';

type Groups = { for: readonly Compiled[]; against: readonly Compiled[]; forbid: readonly Compiled[] };
const having = (compiled: readonly Compiled[], ...allowed: readonly Truth[]): readonly RuleTrace[] =>
  compiled
    .filter(({ gate }) => allowed.includes(gate.truth()))
    .map(({ rule, gate }) => ({ rule: rule.id, trace: gate.trace() }));

/** The rules that made the status what it is: those that hold for a settled one, those that are unknown for a waiting one. */
function deciding(status: Status, groups: Groups): readonly RuleTrace[] {
  switch (status) {
    case 'contraindicated':
      return having(groups.forbid, 'true');
    case 'not-indicated':
      return having(groups.for, 'false');
    case 'advised-against':
      return having(groups.against, 'true');
    case 'undetermined':
      return [
        ...having(groups.for, 'true', 'unknown'),
        ...having(groups.forbid, 'unknown'),
        ...having(groups.against, 'unknown'),
      ];
    case 'recommended':
    case 'suggested':
      return having(groups.for, 'true');
    default:
      return status satisfies never;
  }
}

/** The earliest line among the recommendations that hold or may hold. */
function lineOf(recommendations: readonly Compiled[]): Line | undefined {
  const places = recommendations.flatMap(({ rule, gate }) =>
    rule.kind === 'recommendation' && gate.truth() !== 'false' ? [lines.indexOf(rule.line)] : [],
  );
  return places.length ? lines[Math.min(...places)] : undefined;
}

const unknownIn = (...groups: readonly (readonly Compiled[])[]): readonly FactId[] =>
  missing(...groups.flatMap((group) => group.map(({ gate }) => gate)));

/** What an undetermined status waits for. A rule already known to hold does not make an indication wait for another one. */
function waitingFor(status: Status, indicated: Truth, groups: Groups): readonly FactId[] {
  if (status === 'suggested') return unknownIn(groups.for.filter(({ rule }) => isStrong(rule)));
  if (status !== 'undetermined') return [];
  return unknownIn(indicated === 'unknown' ? groups.for : [], groups.forbid, groups.against);
}

/** The rules of one intervention, compiled and sorted by what they do, once. */
type Prepared = Groups & {
  id: string;
  current: string | undefined;
  strong: readonly Compiled[];
  advice: readonly Compiled[];
};

function prepareRules(guideline: Guideline, circuit: Circuit, id: string): Prepared {
  const compiled = guideline.rules
    .filter((rule) => rule.intervention === id)
    .map((rule) => ({ rule, gate: circuit.gate(rule.when) }));
  const only = (wanted: (rule: Rule) => boolean) => compiled.filter(({ rule }) => wanted(rule));
  return {
    id,
    current: guideline.interventions[id]?.currentFact,
    for: only(isFor),
    strong: only((rule) => isFor(rule) && isStrong(rule)),
    against: only(isAgainst),
    forbid: only(({ kind }) => kind === 'contraindication'),
    advice: only(({ kind }) => kind !== 'contraindication' && kind !== 'recommendation'),
  };
}

/** Whether it is taken now. A fact that is there says so; without such a fact it is not something that is taken. */
function isTaken(fact: string | undefined, patient: Patient): Truth {
  const taken = fact === undefined ? false : patient[fact];
  return taken === undefined ? 'unknown' : taken === true ? 'true' : 'false';
}

function optionFor(prepared: Prepared, patient: Patient): Option {
  const [indicated, contraindicated, advisedAgainst] = [
    truths(prepared.for),
    truths(prepared.forbid),
    truths(prepared.against),
  ];
  const status = decide({ contraindicated, indicated, advisedAgainst, strong: truths(prepared.strong) });
  return {
    intervention: prepared.id,
    status,
    indicated,
    forbidden: any([contraindicated, advisedAgainst]),
    line: lineOf(prepared.for),
    current: isTaken(prepared.current, patient),
    decidedBy: deciding(status, prepared),
    advice: prepared.advice.filter(({ gate }) => gate.truth() !== 'false').map(({ rule }) => rule.id),
    missing: waitingFor(status, indicated, prepared),
  };
}

/** The best certainty among some claims; undefined when there is none. */
function bestCertainty(guideline: Guideline, claims: readonly string[]): Certainty | undefined {
  const found = claims.map((claim) => guideline.claims[claim]?.certainty);
  return certainties.find((certainty) => found.includes(certainty));
}
/** The best certainty among the claims of the recommendations that decided: how sure it is that this helps, not that it harms. */
export function certaintyOf(guideline: Guideline, option: Option): Certainty | undefined {
  const rules = new Set(option.decidedBy.map(({ rule }) => rule));
  return bestCertainty(
    guideline,
    guideline.rules
      .filter(({ id, kind }) => kind === 'recommendation' && rules.has(id))
      .flatMap(({ because }) => because),
  );
}

const fits = (option: Option): number => (option.status === 'undetermined' && option.indicated !== 'true' ? 1 : 0);
/** How far an option goes against what the person wishes; it orders options of equal standing and never touches safety. */
function against(guideline: Guideline, patient: Patient, option: Option): number {
  const infusion = guideline.interventions[option.intervention]?.kind === 'infusion';
  return infusion && (patient['dislikes-infusions'] === true || patient['avoids-hospital-days'] === true) ? 1 : 0;
}
/** The one order of options: status, fits before may fit, line, wishes, strength is in the status, certainty, id. */
function order(
  guideline: Guideline,
  ranks: ReadonlyMap<string, number>,
  patient: Patient,
  options: readonly Option[],
): readonly Option[] {
  const rank = (option: Option) =>
    Math.min(certainties.length, ...option.decidedBy.map(({ rule }) => ranks.get(rule) ?? certainties.length));
  const key = (option: Option) => [
    statuses.indexOf(option.status),
    fits(option),
    option.line === undefined ? lines.length : lines.indexOf(option.line),
    against(guideline, patient, option),
    rank(option),
  ];
  const keyed = options.map((option) => ({ option, key: key(option) }));
  const compare = (a: (typeof keyed)[number], b: (typeof keyed)[number]): number =>
    a.key.map((place, i) => place - (b.key[i] ?? 0)).find((far) => far !== 0)
    ?? (a.option.intervention < b.option.intervention ? -1 : 1);
  return keyed.sort(compare).map(({ option }) => option);
}

/** Compiles a guideline once; the function it gives answers for one patient, and depends on nothing else. */
export function prepareAnswer(guideline: Guideline): (patient: Patient) => Guidance {
  const circuit = prepareCircuit(guideline);
  const prepared = Object.keys(guideline.interventions).map((id) => prepareRules(guideline, circuit, id));
  const ranks = new Map(
    guideline.rules
      .filter(({ kind }) => kind === 'recommendation')
      .map(({ id, because }) => [id, certainties.indexOf(bestCertainty(guideline, because) ?? 'very-low')]),
  );
  const flags = [...guideline.urgencies]
    .sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level) || (a.id < b.id ? -1 : 1))
    .map((urgency) => ({ urgency, gate: circuit.gate(urgency.when) }));
  return (patient) => {
    circuit.turnTo(patient);
    const [raised, open] = [
      flags.filter(({ gate }) => gate.truth() === 'true'),
      flags.filter(({ gate }) => gate.truth() === 'unknown'),
    ];
    return {
      guideline: guideline.version,
      urgency: raised.map(({ urgency: { id, level, advice }, gate }) => ({
        rule: id,
        level,
        advice,
        trace: gate.trace(),
      })),
      urgencyMissing: open.map(({ urgency, gate }) => ({ rule: urgency.id, missing: gate.missing() })),
      options: order(
        guideline,
        ranks,
        patient,
        prepared.map((each) => optionFor(each, patient)),
      ),
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
