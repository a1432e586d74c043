// SPDX-License-Identifier: Apache-2.0
/** The plant the rash is named after, turned to the light. Decoration: hidden from readers, its caption is text. */
const curl = Array.from({ length: 26 }, (_, i) => {
  const [turn, far] = [i * 0.27, 96 - i * 2.9];
  return {
    x: 250 + Math.cos(turn + 3.6) * far,
    y: 150 + Math.sin(turn + 3.6) * far * 0.9,
    r: 15 - i * 0.35,
    tone: ['p-a', 'p-b', 'p-c'][i % 3] ?? 'p-a',
  };
});

const Floret = ({ x, y, r, tone }: (typeof curl)[number]) => (
  <g transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`} class={tone}>
    {[0, 72, 144, 216, 288].map((angle) => (
      <ellipse cx={r * 0.6} rx={r * 0.52} ry={r * 0.46} transform={`rotate(${angle})`} />
    ))}
    <circle class="p-sun" r={r * 0.25} />
  </g>
);

export const Flower = () => (
  <figure>
    <svg class="flower" viewBox="20 20 380 480" aria-hidden="true">
      <circle class="p-sun" cx="320" cy="80" r="56" />
      <path class="p-stem" d="M170 490C182 390 138 240 163 116" />
      <path class="p-leaf" d="M172 420C210 370 280 366 330 388 292 420 222 436 172 420Z" />
      <path class="p-leaf" d="M166 396C140 356 92 346 48 362 78 396 122 412 166 396Z" />
      {curl.map((floret) => (
        <Floret {...floret} />
      ))}
    </svg>
    <figcaption class="label">
      <b>Heliotrope</b> flowers turn to the light. The violet rash around the eyes, the sign this disease is known by,
      carries its name.
    </figcaption>
  </figure>
);
