// SPDX-License-Identifier: Apache-2.0
import { percent, riskDifference } from '../../../evidence/index.ts';

export type Arm = { label: string; events: number; of: number };

/** One person, 10 wide and 19 high, from the top of the head. */
const person = 'm5 0a2.6 2.6 0 1 1-.01 0zm-2.4 6.6h4.8a2 2 0 0 1 2 2v4.6h-1.6v5.4h-5.6v-5.4h-1.6v-4.6a2 2 0 0 1 2-2z';
const place = (i: number): string => `M${(i % 10) * 14 + (i % 10 >= 5 ? 6 : 0) + 1} ${Math.floor(i / 10) * 24 + 2}`;
const crowd = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, i) => place(from + i) + person).join('');

/** People as figures, ten a row with a gap after five, filled from the top: those who had the outcome. Its name says the
 *  numbers; filled against outlined, so it reads in grey. `tone` marks harm. */
export const People = ({ events, of, label, tone = '' }: Arm & { tone?: '' | 'harm' | 'grave' }) => (
  <svg
    class={`people ${tone}`}
    viewBox={`0 0 148 ${Math.ceil(of / 10) * 24}`}
    role="img"
    aria-label={`${label}: ${events} of ${of} people`}
  >
    <path class="no" d={crowd(events, of)} />
    <path class="yes" d={crowd(0, events)} />
  </svg>
);
/** The same, of 100 people. */
const ofHundred = (arm: Arm): Arm => ({ ...arm, events: Math.round(percent(arm)), of: 100 });

const inWords = (low: number, high: number): string =>
  low > 0
    ? `The true number is probably between ${low} and ${high}.`
    : high < 0
      ? `The true number is probably between ${-high} and ${-low}.`
      : `The true difference may lie between ${Math.abs(low)} fewer and ${Math.max(0, high)} more: the trial cannot tell.`;

/** What the difference means for 100 people, with its interval in words. */
export function difference(treated: Arm, control: Arm): { more: string; interval: string } {
  const gap = riskDifference(treated, control);
  const [value, low, high] = [gap.value, gap.low, gap.high].map((share) => Math.round(share * 100));
  const much = Math.abs(value ?? 0);
  return {
    more: value === 0 ? 'no more' : `${much} ${(value ?? 0) > 0 ? 'more' : 'fewer'}`,
    interval: inWords(low ?? 0, high ?? 0),
  };
}

const isDummy = (label: string): boolean => /^(?:placebo|sham)/i.test(label);

/** Two arms side by side: counts first, then of 100, then the interval in words. `each`: draw the people who took part rather
 *  than 100. `others`: further groups of the same trial, drawn beside the two that are compared. */
export const TwoArms = ({
  treated,
  control,
  others = [],
  title,
  under,
  each = false,
}: {
  treated: Arm;
  control: Arm;
  others?: readonly Arm[];
  title: string;
  under: string;
  each?: boolean;
}) => {
  const { more, interval } = difference(treated, control);
  return (
    <figure class="plate">
      <figcaption>
        <span class="title">{title}</span>
        <span class="under">{under}</span>
      </figcaption>
      <div class="pair">
        {[treated, control, ...others].map((arm) => (
          <div>
            <p class="key">
              <b>{arm.label}</b>
              <span class="num-big">{arm.events}</span> of {arm.of}
              {each ? null : <span class="under">that is {ofHundred(arm).events} of 100</span>}
            </p>
            <People {...(each ? arm : ofHundred(arm))} />
          </div>
        ))}
      </div>
      <p class="legend small soft" aria-hidden="true">
        <svg class="people" viewBox="0 0 12 22">
          <path class="yes" d={`M1 2${person}`} />
        </svg>
        had this
        <svg class="people" viewBox="0 0 12 22">
          <path class="no" d={`M1 2${person}`} />
        </svg>
        did not
      </p>
      <p>
        So of every 100 people, <b>{more}</b> had this on “{treated.label}” than on “{control.label}”. {interval}
        {isDummy(control.label) ? ` ${control.label} is a dummy, without the medicine.` : ''}
      </p>
    </figure>
  );
};
