// SPDX-License-Identifier: Apache-2.0
// The body from the front and the back. The list is the control and the picture mirrors it: nothing has to be hit on the picture.
import { regions, type Region } from './kinds.ts';

const Shape = ({ x }: { x: number }) => (
  <g transform={`translate(${x} 0)`}>
    <path class="bm-l" stroke-width="24" d="M62 108 44 176 34 240M130 108l18 68 10 64" />
    <path class="bm-l" stroke-width="32" d="M78 222 74 310v82M114 222l4 88v82" />
    <path class="bm-f" d="M56 96q40-18 80 0l-6 70q-2 24 2 56H60q4-32 2-56zM85 66h22v28H85z" />
    <ellipse class="bm-f" cx="96" cy="44" rx="25" ry="30" />
    <ellipse class="bm-f" cx="68" cy="404" rx="18" ry="9" />
    <ellipse class="bm-f" cx="124" cy="404" rx="18" ry="9" />
    <circle class="bm-f" cx="30" cy="262" r="14" />
    <circle class="bm-f" cx="162" cy="262" r="14" />
  </g>
);
/** Each region's place: on the front (0) or the back (188). */
const places: Readonly<Record<Region, readonly (readonly [x: 0 | 188, d: string])[]>> = {
  'eyelids and face': [[0, 'M76 36q20-14 40 0l-2 20q-18 14-36 0z']],
  scalp: [[188, 'M72 42a24 29 0 0 1 48 0q-24 12-48 0z']],
  'neck and chest': [[0, 'M76 90h40l-4 34-16 12-16-12z']],
  'shoulders and back': [[188, 'M56 98q40-18 80 0l-3 38q-37 14-74 0z']],
  'upper arms': [
    [0, 'M58 112l12 4-14 52-12-4zM134 112l-12 4 14 52 12-4z'],
    [188, 'M50 120l11 4-10 38-11-3zM142 120l-11 4 10 38 11-3z'],
  ],
  elbows: [[188, 'M44 164a12 12 0 1 0 .01 0zM148 164a12 12 0 1 0 .01 0z']],
  'hands and knuckles': [[0, 'M30 249a13 13 0 1 0 .01 0zM162 249a13 13 0 1 0 .01 0z']],
  'hips and thighs': [
    [188, 'M68 224a9 28 0 1 0 .01 0zM124 224a9 28 0 1 0 .01 0z'],
    [0, 'M76 226a10 30 0 1 0 .01 0zM116 226a10 30 0 1 0 .01 0z'],
  ],
  knees: [[0, 'M74 298a14 14 0 1 0 .01 0zM118 298a14 14 0 1 0 .01 0z']],
  'lower legs and feet': [
    [0, 'M64 332h20l-2 66H66zM108 332h20l-2 66h-16z'],
    [188, 'M64 332h20l-2 66H66zM108 332h20l-2 66h-16z'],
  ],
};

export const BodyMap = ({ ticked }: { ticked: readonly string[] }) => (
  <svg
    class="bodymap"
    viewBox="0 0 380 450"
    role="img"
    aria-label={`Body from the front and the back. ${ticked.length ? `Filled: ${ticked.join(', ')}` : 'No place is ticked'}.`}
  >
    <Shape x={0} />
    <Shape x={188} />
    {regions.flatMap((region) =>
      places[region].map(([x, d]) => (
        <path class={ticked.includes(region) ? 'r on' : 'r'} transform={`translate(${x} 0)`} d={d} />
      )),
    )}
    <text class="soft" x="96" y="440" text-anchor="middle">
      Front
    </text>
    <text class="soft" x="284" y="440" text-anchor="middle">
      Back
    </text>
  </svg>
);

/** Places as a list to tick, with the picture beside it. */
export const Places = ({ value, set }: { value: string; set: (value: string) => void }) => {
  const ticked = value.split('|').filter((place) => place !== '');
  const turn = (place: string): void =>
    set((ticked.includes(place) ? ticked.filter((one) => one !== place) : [...ticked, place]).join('|'));
  return (
    <fieldset class="bodyform" id="places" tabIndex={-1}>
      <legend>Where is the rash?</legend>
      <div class="bodylist">
        {regions.map((region) => (
          <label>
            <input type="checkbox" checked={ticked.includes(region)} onChange={() => turn(region)} />
            <span>{region.charAt(0).toUpperCase() + region.slice(1)}</span>
          </label>
        ))}
      </div>
      <BodyMap ticked={ticked} />
    </fieldset>
  );
};
