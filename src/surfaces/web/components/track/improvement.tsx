// SPDX-License-Identifier: Apache-2.0
import type { Improvement } from '../../../../record/index.ts';
import { dayWords } from './entry-words.ts';

const names: Readonly<Record<Improvement['parts'][number]['part'], string>> = {
  phga: 'Doctor’s global, 0 to 10',
  ptga: 'Your global, 0 to 10',
  strength: 'Strength',
  function: 'Daily tasks (HAQ), 0 to 3',
  enzyme: 'Muscle enzyme, times the upper limit',
  extramuscular: 'Beyond muscle, 0 to 10',
};
const words = {
  worse: 'worse than at the start',
  none: 'no improvement by the score',
  minimal: 'minimal improvement',
  moderate: 'moderate improvement',
  major: 'major improvement',
} as const;
const shown = (value: number | undefined): string =>
  value === undefined ? 'not measured' : (Math.round(value * 100) / 100).toLocaleString('en-GB');

/** How the total improvement score is made, part by part: for the clinician, one click below. */
export const ImprovementParts = ({ improvement }: { improvement: Improvement }) => {
  const { from, on, total, lowerBound, upperBound, response, parts } = improvement;
  return (
    <details class="more bare">
      <summary>How the improvement score is made</summary>
      <div>
        <table class="small">
          <caption>
            {dayWords(on)} against the start of this treatment, {dayWords(from)}
          </caption>
          <thead>
            <tr>
              <th scope="col">Part</th>
              <th scope="col" class="num">
                Then
              </th>
              <th scope="col" class="num">
                Now
              </th>
              <th scope="col" class="num">
                Points
              </th>
            </tr>
          </thead>
          <tbody>
            {parts.map(({ part, then, now, points }) => (
              <tr>
                <th scope="row">{names[part]}</th>
                <td class="num">{shown(then)}</td>
                <td class="num">{shown(now)}</td>
                <td class="num">{points ?? 'none yet'}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={3}>
                Total of 100{response ? `: ${words[response]}` : ''}
              </th>
              <td class="num">
                <b>{total ?? `${lowerBound} to ${upperBound}`}</b>
              </td>
            </tr>
          </tfoot>
        </table>
        <p class="small soft">
          The 2016 ACR/EULAR criteria: 20 is minimal, 40 moderate and 60 major improvement in adults. While a part is
          missing, only the bounds are certain. The score sees little of the skin.
        </p>
      </div>
    </details>
  );
};
