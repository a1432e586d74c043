// SPDX-License-Identifier: Apache-2.0
/** The plant the rash is named after, turned to the light: two curled sprays that open from the fork towards the tip.
 *  Decoration: hidden from readers, its caption is text. Drawn by rule when the page is built. */
type Point = { x: number; y: number; turn: number };

/** A curl: a line that bends more the further it goes, as the flower heads of the borage family do. */
function curl(start: Point, length: number, bend: number, hand: 1 | -1): readonly Point[] {
  const points: Point[] = [start];
  let { x, y, turn } = start;
  for (let s = 0; s < length; s += 1) {
    turn += (hand * (bend + (s / length) ** 2.6 * 11)) / 100;
    x += Math.cos(turn);
    y += Math.sin(turn);
    points.push({ x, y, turn });
  }
  return points;
}
const at = (line: readonly Point[], s: number): Point => line[Math.round(s)] ?? line.at(-1) ?? { x: 0, y: 0, turn: 0 };
const path = (line: readonly Point[]): string =>
  line
    .filter((_, i) => i % 6 === 0 || i === line.length - 1)
    .map(({ x, y }, i) => `${i ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`)
    .join('');

type Floret = { x: number; y: number; r: number; turn: number; tone: string; open: boolean };
/** Two rows of florets on the outer side: large and dark near the fork, paler where they open, buds in the curl. */
function florets(line: readonly Point[], hand: 1 | -1, size: number): readonly Floret[] {
  const found: Floret[] = [];
  for (let s = 4, i = 0; s < line.length - 8; i += 1) {
    const [share, { x, y, turn }] = [s / line.length, at(line, s)];
    const r = size * (share < 0.12 ? 0.7 + share * 2.5 : 1 - 0.82 * Math.max(0, share - 0.12) ** 0.9);
    const out = turn - (hand * Math.PI) / 2;
    const far = r * (i % 2 ? 1.15 : 0.35);
    const open = share < 0.6;
    found.push({
      x: x + Math.cos(out) * far,
      y: y + Math.sin(out) * far,
      r: open ? r : r * 0.55,
      turn: (turn * 180) / Math.PI + i * 23,
      tone: open
        ? ((share < 0.22 ? ['p-a', 'p-b'] : share < 0.4 ? ['p-b', 'p-c'] : ['p-c', 'p-b'])[i % 2] ?? 'p-b')
        : 'p-bud',
      open,
    });
    s += r * (open ? 0.74 : 0.62);
  }
  return found;
}

const main = curl({ x: 196, y: 236, turn: -1.28 }, 560, 0.38, 1);
const side = curl({ x: 192, y: 250, turn: -1.95 }, 330, -0.02, -1);
const round = (value: number): string => value.toFixed(1);

const One = ({ x, y, r, turn, tone, open }: Floret) =>
  open ? (
    <g
      transform={`translate(${round(x)} ${round(y)}) rotate(${Math.round(turn)}) scale(${(r / 10).toFixed(2)})`}
      class={tone}
    >
      <use href="#floret" />
    </g>
  ) : (
    <circle class={tone} cx={round(x)} cy={round(y)} r={round(r)} />
  );

/** A leaf with its veins, from its stalk outwards. */
const Leaf = ({ x, y, turn, long, wide }: { x: number; y: number; turn: number; long: number; wide: number }) => (
  <g transform={`translate(${x} ${y}) rotate(${turn})`}>
    <path class="p-leaf" d={`M0 0Q${long * 0.35} ${-wide} ${long} 0Q${long * 0.35} ${wide} 0 0Z`} />
    <path
      class="p-vein"
      d={`M4 0H${long * 0.92}${[0.2, 0.34, 0.48, 0.62, 0.76]
        .map((share) => {
          const reach = wide * 0.46 * Math.sin(Math.PI * Math.min(0.95, share + 0.12));
          return `M${round(long * share)} 0l${round(long * 0.1)} ${round(-reach)}M${round(long * share)} 0l${round(long * 0.1)} ${round(reach)}`;
        })
        .join('')}`}
    />
  </g>
);

export const Flower = () => (
  <figure class="botany">
    <svg class="flower" viewBox="20 24 400 496" aria-hidden="true">
      <defs>
        <g id="floret">
          {[0, 72, 144, 216, 288].map((angle) => (
            <ellipse cx="5.6" rx="4.6" ry="4.2" transform={`rotate(${angle})`} />
          ))}
          <circle class="p-eye" r="2.2" />
        </g>
      </defs>
      <circle class="p-sun" cx="338" cy="96" r="58" />
      <Leaf x={168} y={438} turn={-12} long={168} wide={52} />
      <Leaf x={164} y={452} turn={-160} long={124} wide={44} />
      <Leaf x={174} y={366} turn={-34} long={112} wide={40} />
      <path class="p-stem thick" d="M160 516C166 440 168 360 196 236" />
      <path class="p-stem" d={path(side)} />
      <path class="p-stem" d={path(main)} />
      {florets(side, -1, 9.5)
        .toReversed()
        .map((one) => (
          <One {...one} />
        ))}
      {florets(main, 1, 13.5)
        .toReversed()
        .map((one) => (
          <One {...one} />
        ))}
    </svg>
    <figcaption class="label">
      <b>Heliotrope</b>, <i>Heliotropium arborescens</i>. Its flowers turn to the light. The violet rash around the
      eyes, the sign this disease is known by, carries its name.
    </figcaption>
  </figure>
);
