// SPDX-License-Identifier: Apache-2.0
import type { Guideline, Rule } from '../../../../model/index.ts';
import type { References } from '../../components/references.tsx';
import { say } from './words.ts';

/** The rules of one treatment, by what they are for. */
export function rulesBy(guideline: Guideline, id: string) {
  const of = (wanted: (rule: Rule) => boolean) =>
    guideline.rules.filter((rule) => rule.intervention === id && wanted(rule));
  return {
    speaksFor: of((rule) => rule.kind === 'recommendation' && rule.direction === 'for'),
    against: of((rule) => rule.kind === 'recommendation' && rule.direction === 'against'),
    contraindications: of((rule) => rule.kind === 'contraindication'),
    checks: of((rule) => rule.kind === 'prerequisite'),
    cares: of((rule) => rule.kind === 'precaution'),
    tests: of((rule) => rule.kind === 'monitoring'),
  };
}
/** What the part about safety is called: without a reason against it nobody is told "not for you". */
export const safetyTitle = ({ contraindications, against }: Pick<Rules, 'contraindications' | 'against'>): string =>
  contraindications.length + against.length > 0 ? 'Who should not have it' : 'What to talk through first';
export type Rules = ReturnType<typeof rulesBy>;
export type Cited = { Cite: References['Cite'] };

/** Rules as sentences, each with its sources; `reasons`: each with what its first claim says, so that no condition stands alone. */
export const When = ({
  guideline,
  rules,
  Cite,
  reasons = false,
}: { guideline: Guideline; rules: readonly Rule[]; reasons?: boolean } & Cited) => (
  <ul>
    {rules.map((rule) => (
      <li>
        {say(guideline, rule)}
        <Cite claims={rule.because} />
        {reasons ? <span class="under">{guideline.claims[rule.because[0]]?.statement}</span> : null}
      </li>
    ))}
  </ul>
);
