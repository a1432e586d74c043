// SPDX-License-Identifier: Apache-2.0
import type { About, Certainty, Guideline, Rule } from '../../../../model/index.ts';
import type { Arm } from '../../components/people.tsx';
import type { Cited, Rules } from './rules.tsx';
import { lineWords } from '../../../../interpreters/explain/index.ts';
import { capital, certaintyWords } from './words.ts';

const surest = (guideline: Guideline, rules: readonly Rule[]): Certainty | undefined =>
  (['high', 'moderate', 'low', 'very-low'] as const).find((certainty) =>
    rules.some(({ because }) => because.some((id) => guideline.claims[id]?.certainty === certainty)),
  );

type Given = {
  guideline: Guideline;
  rules: Rules;
  about: About | undefined;
  /** What the first trial counted, and in whom. */
  trial: { treated: Arm; control: Arm; whom: 'people' | 'children' } | undefined;
} & Cited;
type Line = readonly [string, preact.ComponentChildren];

/** What the page says of it beside its rules, in one line each. */
function aboutLines({ about, Cite }: Given): readonly Line[] {
  if (!about) return [];
  const danger = about.effects.find(({ serious }) => serious);
  const common = about.effects.find(({ serious, often }) => !serious && often !== undefined);
  const line = (term: string, text: string, because: readonly string[]): Line => [
    term,
    <>
      {text}
      <Cite claims={because} />
    </>,
  ];
  return [
    line('How it is taken', about.taken.text, about.taken.because),
    line('How soon', about.onset.text, about.onset.because),
    ...(about.living ? [line('Living with it', about.living.text, about.living.because)] : []),
    ...(common ? [line('Common trouble', `${common.effect}: ${common.often ?? ''}.`, common.because)] : []),
    ...(danger
      ? [
          line(
            'Main danger',
            `${danger.effect}${danger.often === undefined ? '' : `: ${danger.often}`}.`,
            danger.because,
          ),
        ]
      : []),
  ];
}

/** What a person asks first, in one table. */
export const Glance = (given: Given) => {
  const { guideline, rules, trial } = given;
  const lines = rules.speaksFor.flatMap((rule) => (rule.kind === 'recommendation' ? [lineWords[rule.line]] : []));
  const sure = surest(guideline, rules.speaksFor);
  const helps = trial
    ? `${trial.treated.events} of ${trial.treated.of} ${trial.whom}, against ${trial.control.events} of ${trial.control.of} (${trial.control.label.toLowerCase()}).`
    : '';
  const rows: readonly Line[] = [
    [
      'What it is for',
      lines.length ? `${capital([...new Set(lines)].join('; '))}.` : 'No guideline we read speaks for it here.',
    ],
    ...(helps ? [['How likely it helps', helps] as const] : []),
    ...aboutLines(given),
    ...(sure ? [['How sure we are', `${certaintyWords[sure]}.`] as const] : []),
  ];
  return (
    <dl class="pairs">
      {rows.map(([term, words]) => (
        <div>
          <dt>{term}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
};
