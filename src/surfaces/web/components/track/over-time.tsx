// SPDX-License-Identifier: Apache-2.0
// Small multiples on one line of time: steps for doses, straight lines for scores, values at the points, today in sun.
import type { Chart, Point, Taken } from '../../answering/record/charts.ts';
import { type Axis, axisOf, labelled, pushedIn, type Scale, scaleOf, ticksOf } from './axis.ts';
import { Courses } from './courses.tsx';
import { dayWords } from './entry-words.ts';
import { Numbers, shown } from './numbers.tsx';

/** The same values in words, for who does not see the picture. */
const nameOf = ({ name, unit, points }: Chart): string =>
  `${name}, ${unit}: ${points.map(({ on, value }) => `${shown(value)} on ${dayWords(on)}`).join(', ')}`;

const Grid = ({ axis, scale, height }: { axis: Axis; scale: Scale; height: number }) => (
  <>
    {ticksOf(axis).map(({ x }) => (
      <line class="grid" x1={`${x}%`} x2={`${x}%`} y1="0" y2={height} />
    ))}
    {scale.ticks.map((value) => (
      <line class="grid" x1="0" x2="100%" y1={scale.y(value)} y2={scale.y(value)} />
    ))}
  </>
);

/** Ranges with a name, edged, and the goal where there is one. */
const Bands = ({ chart: { bands, goal }, scale }: { chart: Chart; scale: Scale }) => (
  <>
    {bands.map(({ from, to, name }, i) => {
      const [top, bottom] = [scale.y(Math.min(to, scale.to)), scale.y(Math.max(from, scale.from))];
      return bottom - top < 1 ? null : (
        <>
          <rect class={`band b${i + 1}`} x="0" width="100%" y={top} height={bottom - top} />
          <line
            class="edge"
            x1="0"
            x2="100%"
            y1={bands.length > 1 ? bottom : top}
            y2={bands.length > 1 ? bottom : top}
          />
          <text class="soft" x="1%" y={bottom - top > 22 ? top + 18 : top - 5}>
            {name}
          </text>
        </>
      );
    })}
    {goal === undefined ? null : (
      <>
        <line class="goal" x1="0" x2="100%" y1={scale.y(goal.value)} y2={scale.y(goal.value)} />
        <text class="soft" x="1%" y={scale.y(goal.value) + 18}>
          {goal.name}
        </text>
      </>
    )}
  </>
);

/** The line in a nested drawing whose x is a thousandth of the width. */
function Line({
  chart: { points, shape },
  axis,
  scale,
  height,
}: {
  chart: Chart;
  axis: Axis;
  scale: Scale;
  height: number;
}) {
  const at = ({ on, value }: Point): string => `${axis.x(on) * 10} ${scale.y(value)}`;
  const last = points.at(-1);
  const path =
    shape === 'step'
      ? `M${(points[0] ? axis.x(points[0].on) : 0) * 10} ${scale.y(0)}${points
          .map((point, i) => `V${scale.y(point.value)}H${axis.x(points[i + 1]?.on ?? axis.to) * 10}`)
          .join('')}V${scale.y(0)}Z`
      : points.map((point, i) => `${i ? 'L' : 'M'}${at(point)}`).join('');
  return last === undefined ? null : (
    <svg width="100%" height={height} viewBox={`0 0 1000 ${height}`} preserveAspectRatio="none" aria-hidden="true">
      <path class={shape === 'step' ? 'area' : 'ln'} d={path} />
    </svg>
  );
}

const anchorAt = (x: number): 'start' | 'middle' | 'end' => (x < pushedIn ? 'start' : x > 88 ? 'end' : 'middle');
const Values = ({ chart: { points, shape }, axis, scale }: { chart: Chart; axis: Axis; scale: Scale }) => {
  const marked = labelled(points, axis.x, 15);
  return (
    <>
      {points.map((point) => {
        const [x, y] = [axis.x(point.on), scale.y(point.value)];
        return (
          <>
            {shape === 'points' ? <circle class="pt" cx={`${x}%`} cy={y} r="5.5" /> : null}
            {marked.has(point) ? (
              <text
                class="val"
                x={`${x}%`}
                y={y - (shape === 'step' ? 7 : 12)}
                text-anchor={shape === 'step' && x < 80 ? 'start' : anchorAt(x)}
              >
                {shown(point.value)}
              </text>
            ) : null}
          </>
        );
      })}
    </>
  );
};

const One = ({ chart, axis }: { chart: Chart; axis: Axis }) => {
  const height = chart.bands.length > 1 ? 170 : 132;
  const scale = scaleOf(chart, height);
  return (
    <div class="one">
      <h3>
        {chart.name} <span class="unit">{chart.unit}</span>
      </h3>
      <div class="ts">
        <svg class="ylab" width="100%" height={height} aria-hidden="true">
          {scale.ticks.map((value) => (
            <text class="soft" x="100%" y={Math.min(scale.y(value) + 5, height - 1)} text-anchor="end">
              {shown(value)}
            </text>
          ))}
        </svg>
        <svg class="plot" width="100%" height={height} role="img" aria-label={nameOf(chart)}>
          <Bands chart={chart} scale={scale} />
          <Grid axis={axis} scale={scale} height={height} />
          <line class="today" x1={`${axis.x(axis.to)}%`} x2={`${axis.x(axis.to)}%`} y1="0" y2={height} />
          <Line chart={chart} axis={axis} scale={scale} height={height} />
          <Values chart={chart} axis={axis} scale={scale} />
        </svg>
      </div>
    </div>
  );
};

const TimeLine = ({ axis }: { axis: Axis }) => (
  <div class="ts" aria-hidden="true">
    <span />
    <svg class="plot" width="100%" height="34">
      <line class="axis" x1="0" x2="100%" y1="0" y2="0" />
      {ticksOf(axis).map(({ x, words }) => (
        <>
          <line class="axis" x1={`${x}%`} x2={`${x}%`} y1="0" y2="6" />
          <text class="soft" x={`${x}%`} y="24" text-anchor={anchorAt(x)}>
            {words}
          </text>
        </>
      ))}
    </svg>
  </div>
);

const startWords = (charts: readonly Chart[]): string =>
  charts.some(({ goal, points }) => goal && Math.min(...points.map(({ value }) => value)) > goal.value * 0.6)
    ? 'The strength scale does not start at 0.'
    : 'Every scale starts at 0.';

/** Charts on one line of time, the first five at once, then the others; the table behind them holds all. */
export const OverTime = ({
  charts,
  taken,
  from,
  today,
  children,
}: {
  charts: readonly Chart[];
  taken: readonly Taken[];
  from: string;
  today: string;
  children?: preact.ComponentChildren;
}) => {
  const axis = axisOf(from, today);
  const [first, rest] = [charts.slice(0, 5), charts.slice(5)];
  return (
    <figure class="series" aria-labelledby="over-time">
      <figcaption>
        <h2 id="over-time">Over time</h2>
        <span class="under">On one line of time. The upright line is today, {dayWords(today)}.</span>
      </figcaption>
      {taken.length ? <Courses taken={taken} axis={axis} /> : null}
      {first.map((chart) => (
        <One chart={chart} axis={axis} />
      ))}
      <TimeLine axis={axis} />
      {rest.length ? (
        <details class="more bare">
          <summary>{rest.length === 1 ? 'One more chart' : `${rest.length} more charts`}</summary>
          <div>
            {rest.map((chart) => (
              <One chart={chart} axis={axis} />
            ))}
            <TimeLine axis={axis} />
          </div>
        </details>
      ) : null}
      <p class="note small soft">{startWords(charts)}</p>
      <Numbers charts={charts} />
      {children}
    </figure>
  );
};
