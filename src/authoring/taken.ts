// SPDX-License-Identifier: Apache-2.0
// A treatment that is taken, and that something newly learnt rules out, is an urgency: said once here for every treatment.
import type { ClaimId, Index, Intervention, Level, NonEmpty, Rule, Urgency } from '../model/index.ts';
import type { Item, Report } from './collect.ts';
import { didYouMean } from './diagnostic.ts';
import type * as schema from './schema.ts';

/** How fast a contraindication of something that is taken needs a call; undefined when another urgency says it better. */
function levelOf({ soon, 'said-elsewhere': elsewhere }: schema.Taken, rule: string): Level | undefined {
  if (elsewhere.includes(rule)) return undefined;
  return soon.rules.includes(rule) ? 'soon' : 'urgent';
}

const claimsOf = (rules: readonly [Rule, ...Rule[]]): NonEmpty<ClaimId> => {
  const [first, ...rest] = rules;
  const [claim] = first.because;
  return [claim, ...[first, ...rest].flatMap(({ because }) => because).filter((id) => id !== claim)];
};

function urgencyOf(
  { id, label, currentFact }: Intervention,
  level: Level,
  advice: string,
  [first, ...rest]: readonly Rule[],
): readonly Urgency[] {
  if (first === undefined || currentFact === undefined) return [];
  const rules: readonly [Rule, ...Rule[]] = [first, ...rest];
  return [
    {
      id: `${id}-taken-with-contraindication${level === 'urgent' ? '' : `-${level}`}`,
      level,
      when: {
        op: 'all',
        parts: [
          { op: 'is', fact: currentFact, value: true },
          { op: 'any', parts: rules.map(({ when }) => when) },
        ],
      },
      advice: advice.replaceAll('{treatment}', label),
      because: claimsOf(rules),
    },
  ];
}

/** The urgencies of treatments that are taken and ruled out: for each treatment, one at each level that its contraindications have. */
export function takenUrgencies(
  taken: schema.Taken,
  interventions: Index<Intervention>,
  rules: readonly Rule[],
): readonly Urgency[] {
  return Object.values(interventions).flatMap((intervention) => {
    const forbid = rules.filter((rule) => rule.intervention === intervention.id && rule.kind === 'contraindication');
    const at = (level: Level) => forbid.filter(({ id }) => levelOf(taken, id) === level);
    const urgent = urgencyOf(intervention, 'urgent', taken.urgent.advice, at('urgent'));
    const soon = urgencyOf(intervention, 'soon', taken.soon.advice, at('soon'));
    // A call today says all that a call within days would say of the same treatment.
    const yieldsTo = urgent.map(({ id }) => id);
    return [...urgent, ...soon.map((one) => (yieldsTo.length ? { ...one, yieldsTo } : one))];
  });
}

/** The rules that `taken.yaml` names are contraindications that exist. */
export function checkTaken(report: Report, item: Item<schema.Taken> | undefined, rules: readonly Rule[]): void {
  if (!item) return;
  const known = rules.filter(({ kind }) => kind === 'contraindication').map(({ id }) => id);
  const check = (path: readonly PropertyKey[], ids: readonly string[]) =>
    ids.forEach((id, i) => {
      if (!known.includes(id))
        report(
          item.file,
          [...item.path, ...path, i],
          'unknown-name',
          `There is no contraindication called "${id}".${didYouMean(id, known)}`,
        );
    });
  check(['soon', 'rules'], item.value.soon.rules);
  check(['said-elsewhere'], item.value['said-elsewhere']);
}
