// SPDX-License-Identifier: Apache-2.0
import { percent, riskDifference } from '../../../evidence/index.ts';

export type Arm = { label: string; events: number; of: number };

/** People as dots, filled from the top: those who had the outcome. Its name says the numbers; grey prints as well as colour. */
export const People = ({ events, of, label }: Arm) => {
  const columns = 10;
  const place = (i: number) => ({
    cx: 10 + (i % columns) * 20 + (i % columns >= 5 ? 8 : 0),
    cy: 10 + Math.floor(i / columns) * 20,
  });
  return (
    <svg
      class="people"
      viewBox={`0 0 208 ${Math.ceil(of / columns) * 20}`}
      role="img"
      aria-label={`${label}: ${events} of ${of} people`}
    >
      {Array.from({ length: of }, (_, i) => (
        <circle {...place(i)} r="7" class={i < events ? 'yes' : 'no'} />
      ))}
    </svg>
  );
};

/** Two arms side by side, with counts first, then of 100, then the interval in words. */
export const TwoArms = ({
  treated,
  control,
  title,
  under,
}: {
  treated: Arm;
  control: Arm;
  title: string;
  under: string;
}) => {
  const gap = riskDifference(treated, control);
  const [low, high] = [gap.low, gap.high].map((share) => Math.round(share * 100));
  return (
    <figure class="plate">
      <figcaption>
        <span class="title">{title}</span>
        <span class="under">{under}</span>
      </figcaption>
      <div class="pair">
        {[treated, control].map((arm) => (
          <div>
            <p class="key">
              <b class="num-big">
                {arm.events} of {arm.of}
              </b>
              <br />
              {arm.label}
              <span class="under">about {Math.round(percent(arm))} of 100</span>
            </p>
            <People {...arm} />
          </div>
        ))}
      </div>
      <p class="small soft">For every 100 people treated, {inWords(low ?? 0, high ?? 0)}.</p>
    </figure>
  );
};

const inWords = (low: number, high: number): string =>
  low > 0
    ? `probably between ${low} and ${high} more had this than without it`
    : high < 0
      ? `probably between ${-high} and ${-low} fewer had this than without it`
      : `the true difference may lie between ${Math.abs(low)} fewer and ${Math.max(0, high)} more: the trial cannot tell`;
