// SPDX-License-Identifier: Apache-2.0
import {
  joinReads,
  readsOf,
  representativeValues,
  type Fact,
  type Guideline,
  type InterventionId,
  type Patient,
  type Status,
} from '../../model/index.ts';
import { prepareAnswer } from '../answer/index.ts';
import { english, saidValue } from './phrases.ts';

/** New values of at most three facts, the status they would bring, and each fact in words, such as "kidney function below 30". */
export type Change = { facts: Patient; status: Status; words: readonly string[] };
type Leaf = { fact: Fact; limits: ReadonlySet<number>; values: readonly (boolean | string | number)[] };
/** The largest set of facts that is tried. */
const largest = 3;
/** Larger searches stop after this many tries; the smallest changes come first, so what is found stays true. */
const tries = 5_000;
/** What matters most to a reader comes first: what would rule it out, then what would speak for it. */
const telling: readonly Status[] = ['contraindicated', 'recommended', 'suggested', 'advised-against', 'not-indicated'];

/** The status of one intervention alone: the other rules cannot change it. */
function prepareStatus(guideline: Guideline, rules: Guideline['rules'], intervention: InterventionId) {
  const found = guideline.interventions[intervention];
  const interventions = found ? { [intervention]: found } : {};
  const answer = prepareAnswer({
    ...guideline,
    rules,
    urgencies: [],
    stages: [],
    scope: [],
    wishes: [],
    interventions,
  });
  return (patient: Patient): Status => answer(patient).options[0]?.status ?? 'not-indicated';
}

/** A value in words. A number stands for all on its side of the limit it was made from, so the limit is what is said. */
function wordsFor({ fact, limits }: Leaf, value: boolean | string | number): string {
  if (typeof value !== 'number' || limits.has(value)) return saidValue(fact, value);
  const nearest = [...limits].reduce((a, b) => (Math.abs(b - value) < Math.abs(a - value) ? b : a));
  return english.compare(fact, value < nearest ? '<' : '>', nearest);
}

/** The settled statuses that some rules could bring at all. */
function withinReach(rules: Guideline['rules']): ReadonlySet<Status> {
  const reach = new Set<Status>(['not-indicated']);
  for (const rule of rules)
    if (rule.kind === 'contraindication') reach.add('contraindicated');
    else if (rule.kind === 'recommendation' && rule.direction === 'against') reach.add('advised-against');
    else if (rule.kind === 'recommendation') reach.add(rule.strength === 'strong' ? 'recommended' : 'suggested');
  return reach;
}

/** Every way to give `size` of the leaves a value they do not have now. */
function* sets(leaves: readonly Leaf[], size: number, from = 0): Generator<Readonly<Patient>> {
  if (size === 0) return yield {};
  for (let i = from; i < leaves.length; i++) {
    const leaf = leaves[i];
    if (!leaf) return;
    for (const rest of sets(leaves, size - 1, i + 1))
      for (const value of leaf.values) yield { [leaf.fact.id]: value, ...rest };
  }
}

/** One change for each set of facts and status: another value that does the same says nothing new. */
function once(changes: readonly Change[]): readonly Change[] {
  const seen = new Map<string, Change>();
  for (const change of changes) {
    const key = `${Object.keys(change.facts).sort().join(' ')} ${change.status}`;
    if (!seen.has(key)) seen.set(key, change);
  }
  return [...seen.values()];
}

/** Takes from each status in turn, so that every status that can be reached is shown. */
function inTurn(changes: readonly Change[], most: number): readonly Change[] {
  const piles = telling.map((status) => changes.filter((change) => change.status === status));
  const turns = Math.max(0, ...piles.map((pile) => pile.length));
  return Array.from({ length: turns }, (_, turn) => piles.flatMap((pile) => pile.slice(turn, turn + 1)))
    .flat()
    .slice(0, most);
}

/** The smallest changes of facts that would bring an option another settled status: for each status that one, two or three facts
 *  can bring, the smallest sets that do. At most `most` of them, facts that are not known yet before those that are. */
export function whatWouldChange(
  guideline: Guideline,
  patient: Patient,
  intervention: InterventionId,
  most = 8,
): readonly Change[] {
  const rules = guideline.rules.filter(
    ({ kind, ...rule }) =>
      rule.intervention === intervention && (kind === 'recommendation' || kind === 'contraindication'),
  );
  const statusOf = prepareStatus(guideline, rules, intervention);
  const now = statusOf(patient);
  const open = (leaf: { fact: Fact }) => !(leaf.fact.lasting === true && patient[leaf.fact.id] !== undefined);
  const leaves = [...joinReads(rules.map((rule) => readsOf(guideline, rule.when)))]
    .filter(([, leaf]) => open(leaf))
    .map(([id, leaf]): Leaf => ({
      ...leaf,
      values: representativeValues(leaf).filter((value) => value !== patient[id]),
    }))
    .sort((a, b) => Number(patient[a.fact.id] !== undefined) - Number(patient[b.fact.id] !== undefined));
  const byId = new Map(leaves.map((leaf) => [leaf.fact.id, leaf]));
  const said = (facts: Patient) =>
    Object.entries(facts).flatMap(([id, value]) => {
      const leaf = byId.get(id);
      return leaf ? [wordsFor(leaf, value)] : [];
    });
  const wanted = [...withinReach(rules)].filter((status) => status !== now);
  const found: Change[] = [];
  let tried = 0;
  for (let size = 1; size <= largest; size++) {
    const reached = new Set(found.map(({ status }) => status));
    if (wanted.every((status) => reached.has(status))) break;
    for (const facts of sets(leaves, size)) {
      if (tried++ >= tries) return inTurn(once(found), most);
      const status = statusOf({ ...patient, ...facts });
      if (status !== now && status !== 'undetermined' && !reached.has(status))
        found.push({ facts, status, words: said(facts) });
    }
  }
  return inTurn(once(found), most);
}
