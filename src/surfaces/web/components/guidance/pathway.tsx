// SPDX-License-Identifier: Apache-2.0
import type { StageView } from '../../answering/guidance.ts';

/** Where each stage of the main road stands in the wide drawing, and which stages the road passes to reach it. The labels are
 *  the guideline's; a stage that has no place here still stands in the list. */
const places: Readonly<
  Record<string, { x: number; y: number; above?: boolean; beside?: boolean; low?: boolean; from?: string }>
> = {
  'finding-out': { x: 70, y: 196 },
  'first-checks': { x: 212, y: 206, above: true, from: 'finding-out' },
  induction: { x: 354, y: 196, from: 'first-checks' },
  'steroid-sparing': { x: 496, y: 178, above: true, from: 'induction' },
  'judging-response': { x: 638, y: 172, above: true, from: 'steroid-sparing' },
  escalation: { x: 806, y: 268, from: 'judging-response' },
  refractory: { x: 976, y: 290, from: 'escalation' },
  maintenance: { x: 806, y: 92, above: true, from: 'judging-response' },
  'taper-and-stop': { x: 1010, y: 78, low: true, from: 'maintenance' },
  relapse: { x: 912, y: 184, beside: true, from: 'maintenance' },
};
type Place = (typeof places)[string];
/** Whether the drawing has a place for a stage. */
export const isDrawn = (id: string): boolean => Object.hasOwn(places, id);

/** The stages from the start to this one. */
export function wayTo(id: string): readonly string[] {
  const from = places[id]?.from;
  return from === undefined ? [id] : [...wayTo(from), id];
}
const curve = (a: Place, b: Place): string => {
  const reach = (b.x - a.x) * 0.5;
  return `M${a.x} ${a.y}C${a.x + reach} ${a.y} ${b.x - reach} ${b.y} ${b.x} ${b.y}`;
};
/** A label in lines of about eighteen letters. */
function lines(label: string): readonly string[] {
  return label.split(' ').reduce<string[]>((rows, word) => {
    const last = rows.at(-1);
    if (last !== undefined && last.length + word.length < 18) rows[rows.length - 1] = `${last} ${word}`;
    else rows.push(word);
    return rows;
  }, []);
}
type How = 'done' | 'here' | 'next';
const Stop = ({ place, label, how }: { place: Place; label: string; how: How }) => {
  const rows = lines(label);
  const first = place.beside ? 6 : place.above ? -30 - (rows.length - 1) * 19 : place.low ? 62 : 40;
  const x = place.beside ? 24 : 0;
  return (
    <g transform={`translate(${place.x} ${place.y})`}>
      {how === 'here' ? <circle class="pw-halo" r="24" /> : null}
      <circle class={`pw-${how}`} r={how === 'here' ? 15 : 12} />
      {how === 'done' ? <path class="pw-tick" d="M-5.5.3l4 4 7-8" /> : null}
      {how === 'here' ? <circle class="pw-eye" r="5.5" /> : null}
      <text text-anchor={place.beside ? 'start' : 'middle'} class={how === 'next' ? 'soft' : 'bold'}>
        {rows.map((row, i) => (
          <tspan x={x} y={first + i * 19}>
            {row}
          </tspan>
        ))}
      </text>
    </g>
  );
};

const Drawing = ({ stages, way, here }: { stages: readonly StageView[]; way: readonly string[]; here: string }) => {
  const pairs = Object.entries(places).flatMap(([id, place]) => {
    const from = place.from === undefined ? undefined : places[place.from];
    return from ? [{ id, d: curve(from, place) }] : [];
  });
  const back = [
    ['escalation', 'maintenance'],
    ['relapse', 'escalation'],
  ].flatMap(([a = '', b = '']) => {
    const [from, to] = [places[a], places[b]];
    return from && to
      ? [`M${from.x} ${from.y}C${from.x + 44} ${from.y - 40} ${to.x + 44} ${to.y + 40} ${to.x} ${to.y}`]
      : [];
  });
  return (
    <svg class="pathway" viewBox="0 0 1100 356" aria-hidden="true">
      <circle class="pw-sun" cx="1010" cy="78" r="40" />
      {back.map((d) => (
        <path class="pw-dim" d={d} />
      ))}
      {pairs.map(({ id, d }) => (
        <path class={way.includes(id) ? 'pw-lit' : 'pw-dim'} pathLength={way.includes(id) ? 1 : undefined} d={d} />
      ))}
      {stages.flatMap(({ id, label }) => {
        const place = places[id];
        return place
          ? [<Stop place={place} label={label} how={id === here ? 'here' : way.includes(id) ? 'done' : 'next'} />]
          : [];
      })}
    </svg>
  );
};

/** Where the person is on the pathway: a line lit as far as they have come. The list says the same in words, and is what a
 *  small screen shows. */
export const Pathway = ({ stages, here }: { stages: readonly StageView[]; here: StageView | undefined }) => {
  const course = stages.filter(({ road }) => road === 'course');
  const way = here ? wayTo(here.id) : [];
  const alongside = stages.filter(({ road }) => road === 'alongside');
  return (
    <figure class="path-figure">
      <figcaption class="hide">
        {here ? `The pathway. You are here: ${here.label}.` : 'The pathway. Where you are on it is not known yet.'}
      </figcaption>
      <Drawing stages={course} way={way} here={here?.id ?? ''} />
      <ol class="way">
        {course.map(({ id, label }) => {
          const how = id === here?.id ? 'here' : way.includes(id) ? 'done' : 'next';
          return (
            <li
              class={`${how}${id === 'escalation' || id === 'refractory' ? ' branch' : ''}`}
              aria-current={how === 'here' ? 'step' : undefined}
            >
              {label}
              {how === 'here' ? (
                <b class="tag">You are here</b>
              ) : how === 'done' ? (
                <span class="hide"> (behind you)</span>
              ) : null}
            </li>
          );
        })}
      </ol>
      <p class="small soft">
        {here
          ? 'Everyone’s way differs: some skip a step, some come back to one. '
          : 'Where you are is not known yet. '}
        {alongside.length ? `All along the way: ${alongside.map(({ label }) => label.toLowerCase()).join('; ')}.` : ''}
      </p>
    </figure>
  );
};
