// SPDX-License-Identifier: Apache-2.0
/** How far the interview has come, as a stem that flowers: a flower for each page answered, a ring for this one, a bud for
 *  each that may follow. Decoration: the words above it say the same. */
export const Stem = ({ answered, left }: { answered: number; left: number }) => {
  const shown = Math.min(answered, 8);
  const buds = Math.min(left, 4);
  const x = (i: number): number => 14 + i * 24;
  const y = (i: number): number => 22 + Math.sin(i * 0.55) * 5;
  const stops = Array.from({ length: shown + 1 + buds }, (_, i) => i);
  return (
    <svg class="stemline" viewBox={`0 0 ${x(shown + buds) + 16} 44`} aria-hidden="true">
      <path class="p-stem" d={`M2 ${y(0) + 5}${stops.map((i) => `L${x(i)} ${y(i) + 5}`).join('')}`} />
      {stops.map((i) =>
        i < shown ? (
          <g class={i % 2 ? 'p-b' : 'p-a'} transform={`translate(${x(i)} ${y(i)}) rotate(${i * 31})`}>
            {[0, 72, 144, 216, 288].map((angle) => (
              <ellipse cx="5.2" rx="4" ry="3.6" transform={`rotate(${angle})`} />
            ))}
            <circle class="p-eye" r="2" />
          </g>
        ) : (
          <circle class={i === shown ? 'bud-now' : 'bud'} cx={x(i)} cy={y(i) + 4} r={i === shown ? 7.5 : 5} />
        ),
      )}
    </svg>
  );
};
