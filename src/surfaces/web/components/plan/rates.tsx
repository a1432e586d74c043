// SPDX-License-Identifier: Apache-2.0
import type { InfusionView, Worked } from '../../answering/record/planning.ts';
import { Lines } from '../track/due.tsx';
import { dayWords } from '../track/entry-words.ts';

const Rates = ({ day, i }: { day: InfusionView['days'][number]; i: number }) => (
  <table class="small rates">
    <caption>
      Day {i + 1}, {dayWords(day.on)}: {day.amount} {day.unit}
      {day.mL === undefined ? '' : `, ${day.mL} mL`}, about {Math.floor(day.minutes / 60)} h {day.minutes % 60} min
    </caption>
    <thead>
      <tr>
        <th scope="col">From minute</th>
        <th scope="col" class="num">
          Rate
        </th>
        <th scope="col" class="num">
          For
        </th>
        <th scope="col" class="num">
          Gives
        </th>
      </tr>
    </thead>
    <tbody>
      {day.steps.map(({ fromMinute, minutes, mLPerHour, mL, perKg }) => (
        <tr>
          <th scope="row">{fromMinute}</th>
          <td class="num">{perKg ?? `${mLPerHour} mL/h`}</td>
          <td class="num">{minutes} min</td>
          <td class="num">
            {mL} {day.unit === 'mg' ? 'mg' : 'mL'}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** The arithmetic of a course, line by line, and the rate of every step; or why it was not worked out. */
export const Result = ({ worked }: { worked: Worked }) =>
  worked.ok ? (
    <div class="flow checked">
      <h4>{worked.infusion.scheme}</h4>
      <Lines lines={worked.infusion.arithmetic} />
      {worked.infusion.days.map((day, i) => (
        <Rates day={day} i={i} />
      ))}
      <h4>Before and during it</h4>
      <Lines lines={worked.infusion.cautions} />
    </div>
  ) : (
    <p>{worked.problem}</p>
  );
