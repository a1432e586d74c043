// SPDX-License-Identifier: Apache-2.0
import type { Chart } from '../../answering/record/charts.ts';
import { dayWords } from './entry-words.ts';

/** A number as it stands beside a point and in the table. */
export const shown = (value: number): string => value.toLocaleString('en-GB');

/** The table behind: every value that is drawn. */
export const Numbers = ({ charts }: { charts: readonly Chart[] }) => (
  <details class="more bare">
    <summary>The numbers</summary>
    <div class="numbers">
      {charts.map(({ name, unit, points, key }) => (
        <table class="small" data-chart={key}>
          <caption>
            {name} <span class="unit">{unit}</span>
          </caption>
          <tbody>
            {points.map(({ on, value }) => (
              <tr>
                <th scope="row">{dayWords(on)}</th>
                <td class="num">{shown(value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  </details>
);
