// SPDX-License-Identifier: Apache-2.0
import type { Guidance, Guideline, Option, Patient } from '../../../model/index.ts';
import { factsIn } from '../../../interpreters/explain/index.ts';
import { UrgentIcon, type Standing } from './status.tsx';

/** Where an option stands, in the five words that people see. */
export function standing(option: Option): Standing {
  switch (option.status) {
    case 'recommended':
    case 'suggested':
      return 'fits';
    case 'undetermined':
      return option.indicated === 'true' ? 'check' : 'waits';
    case 'contraindicated':
    case 'advised-against':
      return 'not';
    case 'not-indicated':
      return 'stage';
    default:
      return option.status satisfies never;
  }
}

export const levelWords = {
  emergency: 'Call an ambulance now',
  urgent: 'Call your care team today',
  soon: 'Tell your care team within days',
} as const;

/** Red flags, before everything else; each says what to do, then why. */
export const Urgent = ({
  guideline,
  patient,
  guidance,
}: {
  guideline: Guideline;
  patient: Patient;
  guidance: Guidance;
}) => (
  <>
    {guidance.urgency.map(({ level, advice, trace }) => (
      <section class={`urgent ${level}`} aria-label={levelWords[level]}>
        <h2>
          <UrgentIcon />
          {levelWords[level]}
        </h2>
        <div>
          <p>{advice}</p>
          <p class="small soft">Because you said: {factsIn(guideline, patient, trace).join('; ')}.</p>
        </div>
      </section>
    ))}
  </>
);

/** One sentence: the statement of the rule that decided, and this person's facts. */
export function reason(
  guideline: Guideline,
  patient: Patient,
  option: Option,
): { text: string; facts: string; sources: readonly { title: string; url: string; at: string }[] } {
  const wanted =
    option.status === 'undetermined'
      ? option.decidedBy.filter(({ trace }) => trace.truth === 'true')
      : option.decidedBy;
  const first = wanted[0];
  const rule = guideline.rules.find(({ id }) => id === first?.rule);
  const claim = guideline.claims[rule?.because[0] ?? ''];
  return {
    text: claim?.statement ?? '',
    facts: first ? factsIn(guideline, patient, first.trace).slice(0, 3).join('; ') : '',
    sources: (claim?.cites ?? []).map(({ source, at }) => ({
      title: guideline.sources[source]?.title ?? source,
      url: guideline.sources[source]?.URL ?? '',
      at,
    })),
  };
}
