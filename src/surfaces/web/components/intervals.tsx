// SPDX-License-Identifier: Apache-2.0
import { riskDifference } from '../../../evidence/index.ts';
import type { Arm } from './people.tsx';

export type Compared = { name: string; under: string; treated: Arm; control: Arm };

/** One axis for all rows, in people of 100: from the lowest to the highest interval, in steps of 25. */
function axis(rows: readonly Compared[]): { low: number; high: number; ticks: readonly number[] } {
  const gaps = rows.map(({ treated, control }) => riskDifference(treated, control));
  const low = Math.min(0, Math.floor(Math.min(...gaps.map((gap) => gap.low * 100)) / 25) * 25);
  const high = Math.max(25, Math.ceil(Math.max(...gaps.map((gap) => gap.high * 100)) / 25) * 25);
  const ticks = Array.from({ length: (high - low) / 25 + 1 }, (_, i) => low + i * 25);
  return { low, high, ticks };
}

/** A number with a true minus, which is as wide as a plus and does not break from its digits. */
const signed = (value: number): string => String(value).replace('-', '\u2212');

/** Each outcome as a row of a table, with a dot and its interval on one axis. Zero is drawn in ink. The numbers are the table the
 *  plot sits in, so the plot is hidden from readers. */
export const Intervals = ({
  rows,
  caption,
  treated,
  control,
}: {
  rows: readonly Compared[];
  caption: string;
  treated: string;
  control: string;
}) => {
  const { low, high, ticks } = axis(rows);
  const x = (value: number): string => `${(((value - low) / (high - low)) * 96 + 2).toFixed(1)}%`;
  return (
    <div class="scroll" tabindex={0} role="region" aria-label={caption}>
      <table class="intervals">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">What was counted</th>
            <th scope="col">{treated}</th>
            <th scope="col">{control}</th>
            <th scope="col">Difference in 100</th>
            <td class="plotcol">
              <Axis x={x} ticks={ticks} />
            </td>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row row={row} x={x} ticks={ticks} heads={[treated, control]} />
          ))}
        </tbody>
      </table>
    </div>
  );
};

type Scale = { x: (value: number) => string; ticks: readonly number[] };
const Axis = ({ x, ticks }: Scale) => (
  <svg class="plot" width="100%" height="24" aria-hidden="true">
    {ticks.map((tick, i) => (
      <text x={x(tick)} y="18" text-anchor={i === 0 ? 'start' : i === ticks.length - 1 ? 'end' : 'middle'}>
        {signed(tick)}
      </text>
    ))}
  </svg>
);

/** One outcome. On a narrow screen each figure carries its own heading, and each plot its own axis. */
const Row = ({ row, x, ticks, heads }: { row: Compared; heads: readonly [string, string] } & Scale) => {
  const { name, under, treated, control } = row;
  const gap = riskDifference(treated, control);
  const [value, from, to] = [gap.value, gap.low, gap.high].map((share) => Math.round(share * 100));
  return (
    <tr>
      <th scope="row">
        {name}
        <span class="under">{under}</span>
      </th>
      <td>
        <span class="narrow under">{heads[0]}</span>
        {treated.events} of {treated.of}
      </td>
      <td>
        <span class="narrow under">{heads[1]}</span>
        {control.events} of {control.of}
      </td>
      <td>
        <span class="narrow under">Difference in 100</span>
        {signed(value ?? 0)}
        <span class="under">
          ({signed(from ?? 0)} to {signed(to ?? 0)})
        </span>
      </td>
      <td class="plotcol">
        <svg class="plot" width="100%" height="48" aria-hidden="true">
          {ticks.map((tick) => (
            <line class={tick === 0 ? 'zero' : 'grid'} x1={x(tick)} x2={x(tick)} y1="0" y2="48" />
          ))}
          <line class="ci" x1={x(gap.low * 100)} x2={x(gap.high * 100)} y1="24" y2="24" />
          {[gap.low, gap.high].map((end) => (
            <line class="cap" x1={x(end * 100)} x2={x(end * 100)} y1="17" y2="31" />
          ))}
          <circle class="est" cx={x(gap.value * 100)} cy="24" r="7" />
        </svg>
        <span class="narrow">
          <Axis x={x} ticks={ticks} />
        </span>
      </td>
    </tr>
  );
};
