// SPDX-License-Identifier: Apache-2.0
import { interpret, type Guideline, type Index, type Meaning, type Rule } from '../model/index.ts';
import { resolve } from './names.ts';
import type { Item, Report } from './collect.ts';
import type * as schema from './schema.ts';

/** The facts that a condition rests on, definitions followed. */
export const factsOf: Meaning<readonly string[]> = {
  is: (fact) => [fact.id],
  compare: (fact) => [fact.id],
  not: (part) => part,
  all: (parts) => parts.flat(),
  any: (parts) => parts.flat(),
  atLeast: (_points, parts) => parts.flatMap(({ when }) => when),
  defined: (_definition, body) => body,
};

const enforcing: Index<readonly Rule['kind'][]> = {
  avoid: ['contraindication'],
  care: ['precaution', 'prerequisite', 'contraindication'],
};

/** Whether a rule of the intervention of the right kind looks at the fact: what a combination says is what the rules do. */
function isEnforced(guideline: Guideline, { intervention, verdict }: schema.Combination, fact: string): boolean {
  return guideline.rules.some(
    (rule) =>
      rule.intervention === intervention
      && enforcing[verdict]?.includes(rule.kind)
      && interpret(guideline, rule.when, factsOf).includes(fact),
  );
}

/** Every combination names an intervention and facts that exist, and the intervention's rules say what it says. */
export function checkCombinations(
  report: Report,
  guideline: Guideline,
  combinations: Index<Item<schema.Combination>>,
): void {
  for (const item of Object.values(combinations)) {
    const { value } = item;
    resolve(report, item, ['intervention'], 'intervention', value.intervention, guideline.interventions);
    value.with.forEach((fact, i) => {
      resolve(report, item, ['with', i], 'fact', fact, guideline.facts);
      if (
        fact in guideline.facts
        && value.intervention in guideline.interventions
        && !isEnforced(guideline, value, fact)
      )
        report(
          item.file,
          [...item.path, 'with', i],
          'unenforced-combination',
          `No ${enforcing[value.verdict]?.join(' or ')} of "${value.intervention}" looks at "${fact}".`,
          'A combination repeats what the rules do. Add the rule first.',
        );
    });
  }
}
