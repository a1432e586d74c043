// SPDX-License-Identifier: Apache-2.0
export type Series = { name: string; unit: string; points: readonly { on: string; value: number }[] };

const day = (on: string): number => Date.parse(`${on}T00:00:00Z`) / 86_400_000;

/** The table behind the picture. */
const Numbers = ({ name, unit, points }: Series) => (
  <details class="more">
    <summary>The numbers</summary>
    <table>
      <thead>
        <tr>
          <th scope="col">Day</th>
          <th scope="col">{name}</th>
        </tr>
      </thead>
      <tbody>
        {points.map(({ on, value }) => (
          <tr>
            <td>{on}</td>
            <td>
              {value} {unit}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </details>
);

/** One series over time: x in per cent and y in pixels, so type never scales; the values stand at the points and in a table. */
export const OverTime = ({ name, unit, points, from, to }: Series & { from: string; to: string }) => {
  const height = 120;
  const most = Math.max(...points.map(({ value }) => value), 1);
  const x = (on: string): number => 4 + ((day(on) - day(from)) / Math.max(1, day(to) - day(from))) * 88;
  const y = (value: number): number => 96 - (value / most) * 72;
  return (
    <figure class="plate">
      <figcaption>
        <span class="title">{name}</span>
        <span class="under">{unit ? `In ${unit}. ` : ''}The scale starts at zero.</span>
      </figcaption>
      <svg
        class="plot"
        width="100%"
        height={height}
        role="img"
        aria-label={`${name}: ${points.map(({ on, value }) => `${value} on ${on}`).join(', ')}`}
      >
        <line class="axis" x1="0" x2="100%" y1="96" y2="96" />
        <line class="today" x1={`${x(to)}%`} x2={`${x(to)}%`} y1="8" y2="96" />
        {points.slice(1).map((point, i) => {
          const before = points[i];
          return before ? (
            <line
              class="series"
              x1={`${x(before.on)}%`}
              y1={y(before.value)}
              x2={`${x(point.on)}%`}
              y2={y(point.value)}
            />
          ) : null;
        })}
        {points.map(({ on, value }) => (
          <>
            <circle class="point" cx={`${x(on)}%`} cy={y(value)} r="5" />
            <text x={`${x(on)}%`} y={y(value) - 10} text-anchor="middle">
              {value}
            </text>
          </>
        ))}
      </svg>
      <Numbers name={name} unit={unit} points={points} />
    </figure>
  );
};
