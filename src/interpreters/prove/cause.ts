// SPDX-License-Identifier: Apache-2.0
import type { Guideline, InterventionId, Patient, Rule, Status } from '../../model/index.ts';
import { prepareAnswer } from '../answer/index.ts';
import type { Change, Editions } from './difference.ts';
import { statusIn } from './property.ts';
import { rulesOf } from './status.ts';

/** The status in one edition, decided by nothing but this intervention's own rules. */
export const statusFor = (edition: Guideline, id: InterventionId, patient: Patient): Status | 'absent' => {
  const known = edition.interventions[id];
  if (!known) return 'absent';
  const alone = { ...edition, interventions: { [id]: known }, rules: rulesOf(edition, id), urgencies: [] };
  return statusIn(prepareAnswer(alone)(patient), id) ?? 'absent';
};

type Named = { id: string };
const byId = <T extends Named>(all: readonly T[]): ReadonlyMap<string, T> => new Map(all.map((one) => [one.id, one]));

/** What differs between two lists, by id. */
function changesIn<T extends Named>(what: Change['what'], old: readonly T[], now: readonly T[]): readonly Change[] {
  const [before, after] = [byId(old), byId(now)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((id): readonly Change[] => {
    const [was, is] = [before.get(id), after.get(id)];
    if (!was || !is) return [{ what, id, how: is ? 'added' : 'removed' }];
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ what, id, how: 'changed' }];
  });
}

const replaced = <T extends Named>(old: readonly T[], now: readonly T[], id: string): readonly T[] => [
  ...old.filter((one) => one.id !== id),
  ...now.filter((one) => one.id === id),
];

/** The old edition with one change made. */
function withChange({ old, now }: Editions, { what, id }: Change): Guideline {
  if (what === 'rule') return { ...old, rules: replaced<Rule>(old.rules, now.rules, id) };
  const { [id]: changed, ...others } = {
    ...old.definitions,
    ...(now.definitions[id] ? { [id]: now.definitions[id] } : {}),
  };
  return { ...old, definitions: changed ? { ...others, [id]: changed } : others };
}

/** Which changes give this patient the new status: each that does so alone; if none does, all that may have together. */
export function causesOf(editions: Editions, intervention: InterventionId, patient: Patient): readonly Change[] {
  const { old, now } = editions;
  const changes = [
    ...changesIn('rule', rulesOf(old, intervention), rulesOf(now, intervention)),
    ...changesIn('definition', Object.values(old.definitions), Object.values(now.definitions)),
  ];
  const wanted = statusFor(now, intervention, patient);
  if (wanted === 'absent' || statusFor(old, intervention, patient) === 'absent') return [];
  const alone = changes.filter((change) => {
    // A definition that only one edition has cannot be swapped by itself: a rule that names it comes with it.
    if (change.what === 'definition' && change.how !== 'changed') return false;
    const defined = { ...now.definitions, ...old.definitions };
    const edition = withChange({ old: { ...old, definitions: defined }, now }, change);
    return statusFor(edition, intervention, patient) === wanted;
  });
  return alone.length ? alone : changes;
}
