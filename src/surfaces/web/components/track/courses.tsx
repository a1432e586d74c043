// SPDX-License-Identifier: Apache-2.0
import type { Taken } from '../../answering/record/charts.ts';
import type { Axis } from './axis.ts';
import { dayWords } from './entry-words.ts';

/** When each medicine was taken, one bar a course. */
export const Courses = ({ taken, axis }: { taken: readonly Taken[]; axis: Axis }) => (
  <div class="one">
    <h3>Medicines</h3>
    <div class="ts">
      <span />
      <ul class="courses">
        {taken.map(({ name, spans }) => (
          <li>
            <span>
              {name}
              <span class="soft">
                {' '}
                {spans
                  .map(
                    ({ from, until }) =>
                      `since ${dayWords(from, 'short')}${until === undefined ? '' : `, until ${dayWords(until, 'short')}`}`,
                  )
                  .join('; ')}
              </span>
            </span>
            <svg width="100%" height="10" aria-hidden="true">
              {spans.map(({ from, until }) => (
                <rect
                  class="span"
                  x={`${axis.x(from)}%`}
                  width={`${Math.max(0.8, axis.x(until ?? axis.to) - axis.x(from))}%`}
                  height="10"
                  rx="3"
                />
              ))}
            </svg>
          </li>
        ))}
      </ul>
    </div>
  </div>
);
