// SPDX-License-Identifier: Apache-2.0
import { factsIn } from '../../../interpreters/explain/index.ts';
import {
  toldUrgencies,
  type Guidance,
  type Guideline,
  type Level,
  type Option,
  type Patient,
} from '../../../model/index.ts';
import { reasonOf } from '../answering/guidance.ts';
import type { Flag } from '../answering/interview.ts';
import { UrgentIcon } from './status.tsx';

export { standing } from '../answering/standing.ts';

export const levelWords: Readonly<Record<Level, string>> = {
  emergency: 'Call an ambulance now',
  urgent: 'Call your care team today',
  soon: 'Tell your care team within days',
};
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Red flags, before everything else: one box a level, the heading is what to do, then why. */
export const Flags = ({ flags }: { flags: readonly Flag[] }) => {
  const levels = [...new Set(flags.map(({ level }) => level))];
  return (
    <>
      {levels.map((level) => (
        <section class={`urgent ${level}`} aria-labelledby={`flag-${level}`}>
          <h2 id={`flag-${level}`}>
            <UrgentIcon />
            {levelWords[level]}
          </h2>
          <div class="flow">
            {flags
              .filter((flag) => flag.level === level)
              .map(({ advice, because }) => (
                <div>
                  <p>{advice}</p>
                  <p class="small why-flag">You told us: {capital(because.join('; '))}.</p>
                </div>
              ))}
          </div>
        </section>
      ))}
    </>
  );
};

/** The same, where a page holds the whole guideline. */
export const Urgent = ({
  guideline,
  patient,
  guidance,
}: {
  guideline: Guideline;
  patient: Patient;
  guidance: Guidance;
}) => (
  <Flags
    flags={toldUrgencies(guidance.urgency).map(({ level, advice, trace }) => ({
      level,
      advice,
      because: factsIn(guideline, patient, trace),
    }))}
  />
);

/** One sentence: the statement of the rule that decided, and this person's facts. */
export function reason(
  guideline: Guideline,
  patient: Patient,
  option: Option,
): { text: string; facts: string; sources: readonly { title: string; url: string; at: string }[] } {
  const { text, you, because } = reasonOf(guideline, patient, option);
  return {
    text,
    facts: you.join('; '),
    sources: because.flatMap((id) =>
      (guideline.claims[id]?.cites ?? []).map(({ source, at }) => ({
        title: guideline.sources[source]?.title ?? source,
        url: guideline.sources[source]?.URL ?? '',
        at,
      })),
    ),
  };
}
