// SPDX-License-Identifier: Apache-2.0
// A movement drawn from its joint angles, every one by the same hand: ink body, violet working muscle, lilac far limb, sun arrow.
import { along, arrowBetween, floor, jointsOf, type Arrow, type Joints, type JointName, type XY } from './skeleton.ts';
import type { Drawing, Held, Work } from './drawing.ts';

const at = ([x, y]: XY): string => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
const path = (...points: readonly XY[]): string => points.map((point, i) => `${i ? 'L' : 'M'}${at(point)}`).join('');
const between = (a: XY, b: XY, part: number): XY => [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part];

/** Where a working muscle is drawn, and how thick. */
const muscles: Readonly<Record<Work, (joints: Joints) => { d: string; width: number }>> = {
  thigh: ({ hip, knee }) => ({ d: path(hip, knee), width: 19 }),
  'far-thigh': ({ far }) => ({ d: path(far.hip, far.knee), width: 13 }),
  calf: ({ knee, ankle }) => ({ d: path(between(knee, ankle, 0.12), between(knee, ankle, 0.62)), width: 15 }),
  hip: ({ hip }) => ({ d: path(hip, hip), width: 28 }),
  belly: ({ hip, shoulder }) => ({ d: path(between(hip, shoulder, 0.18), between(hip, shoulder, 0.62)), width: 15 }),
  back: ({ hip, shoulder }) => ({ d: path(between(hip, shoulder, 0.45), between(hip, shoulder, 0.92)), width: 15 }),
  trunk: ({ hip, shoulder }) => ({ d: path(between(hip, shoulder, 0.12), between(hip, shoulder, 0.9)), width: 15 }),
  chest: ({ hip, shoulder }) => ({ d: path(between(hip, shoulder, 0.62), between(hip, shoulder, 0.95)), width: 16 }),
  shoulder: ({ shoulder }) => ({ d: path(shoulder, shoulder), width: 20 }),
  'far-shoulder': ({ far }) => ({ d: path(far.shoulder, far.shoulder), width: 20 }),
  upper: ({ shoulder, elbow }) => ({ d: path(shoulder, elbow), width: 12 }),
  'far-upper': ({ far }) => ({ d: path(far.shoulder, far.elbow), width: 12 }),
  fore: ({ elbow, hand }) => ({ d: path(elbow, hand), width: 11 }),
  'far-fore': ({ far }) => ({ d: path(far.elbow, far.hand), width: 11 }),
  neck: ({ shoulder, head }) => ({ d: path(between(shoulder, head, 0.2), between(shoulder, head, 0.62)), width: 11 }),
};
/** Muscles behind the near arm are drawn before it, those of the arm after it. */
const ofArm: ReadonlySet<Work> = new Set(['upper', 'fore', 'shoulder', 'far-upper', 'far-fore', 'far-shoulder']);
const Muscles = ({ work, joints, arm }: { work: readonly Work[]; joints: Joints; arm: boolean }) => (
  <>
    {work
      .filter((one) => ofArm.has(one) === arm)
      .map((one) => {
        const { d, width } = muscles[one](joints);
        return <path class="fg-w" stroke-width={width} d={d} />;
      })}
  </>
);

const Body = ({ joints, front, work }: { joints: Joints; front: boolean; work: readonly Work[] }) => {
  const { hip, shoulder, head, knee, ankle, toe, elbow, hand, far } = joints;
  const limb = front ? 'fg-b' : 'fg-far';
  const trunk = front
    ? `M${at(between(hip, far.hip, 0.5))}L${at(between(shoulder, far.shoulder, 0.5))}`
    : path(hip, shoulder);
  return (
    <>
      <path class={limb} stroke-width={front ? 15 : 13} d={path(far.hip, far.knee, far.ankle, far.toe)} />
      <path class={front ? 'fg-arm' : 'fg-far'} stroke-width="10" d={path(far.shoulder, far.elbow, far.hand)} />
      <path class="fg-b" stroke-width={front ? 36 : 25} d={trunk} />
      {front ? <path class="fg-b" stroke-width="14" d={path(far.shoulder, shoulder)} /> : null}
      <path class="fg-b" stroke-width="11" d={path(front ? between(shoulder, far.shoulder, 0.5) : shoulder, head)} />
      <circle class="fg-h" cx={head[0]} cy={head[1]} r="15" />
      <path class="fg-b" stroke-width="16" d={path(hip, knee)} />
      <path class="fg-b" stroke-width="14" d={path(knee, ankle, toe)} />
      <Muscles work={work} joints={joints} arm={false} />
      <path class="fg-arm" stroke-width="11" d={path(shoulder, elbow, hand)} />
      <Muscles work={work} joints={joints} arm />
    </>
  );
};

const HeldThing = ({ held: { band, between: both, stick, cloth, plate }, joints }: { held: Held; joints: Joints }) => {
  const { hand, far, ankle, toe } = joints;
  const sole = (from: XY, part: number): XY => between(from, toe, part);
  const [dx, dy] = [toe[1] - ankle[1], ankle[0] - toe[0]];
  const off = ([x, y]: XY): XY => [x - (dx / 24) * 11, y - (dy / 24) * 11];
  return (
    <>
      {band ? <path class="fg-band" d={path(hand, band)} /> : null}
      {both ? <path class="fg-band" d={path(hand, far.hand)} /> : null}
      {stick ? <circle class="fg-p" cx={hand[0]} cy={hand[1]} r="8" /> : null}
      {cloth ? (
        <path class="fg-p" stroke-width="7" d={path([hand[0] - 10, hand[1] + 8], [hand[0] + 12, hand[1] + 8])} />
      ) : null}
      {plate ? <path class="fg-p" d={path(off(sole(ankle, -0.9)), off(sole(ankle, 1.7)))} /> : null}
    </>
  );
};

/** The arrow with its head, drawn from the way it arrives. */
export const ArrowPath = ({ from, bend, to }: Arrow) => {
  const [dx, dy] = [to[0] - bend[0], to[1] - bend[1]];
  const angle = (Math.atan2(dx, -dy) * 180) / Math.PI;
  const [tip, left, right] = [along(to, angle, 7), along(to, angle - 125, 8), along(to, angle + 125, 8)];
  return (
    <>
      <path class="fg-a" d={`M${at(from)}Q${at(bend)} ${at(to)}`} />
      <path class="fg-ah" d={`${path(tip, left, right)}Z`} />
    </>
  );
};
const jointIn = (joints: Joints, name: JointName): XY => joints[name];

function arrowOf(
  { moves, push, round }: Drawing,
  before: Joints | undefined,
  now: Joints,
  i: number,
): Arrow | undefined {
  if (push && before) {
    const from = along(jointIn(now, push.joint), push.angle, push.apart ?? 24);
    const to = along(from, push.angle, 26);
    return { from, bend: between(from, to, 0.5), to };
  }
  if (round && before) {
    const centre = jointIn(now, round);
    return { from: along(centre, 300, 27), bend: along(centre, 0, 44), to: along(centre, 60, 27) };
  }
  if (!moves || !before) return undefined;
  const [from, to] = [jointIn(before, moves.joint), jointIn(now, moves.joint)];
  return Math.hypot(from[0] - to[0], from[1] - to[1]) < 4
    ? undefined
    : arrowBetween(from, to, moves.sides?.[i - 1] ?? moves.side ?? 1, moves.apart);
}

type Box = { x: number; y: number; width: number; height: number };
const pointsOf = ({ hip, shoulder, head, knee, ankle, toe, elbow, hand, far }: Joints): readonly XY[] => [
  hip,
  shoulder,
  knee,
  ankle,
  toe,
  elbow,
  hand,
  ...Object.values(far),
  [head[0], head[1] - 8],
  [head[0] - 8, head[1]],
  [head[0] + 8, head[1]],
];
/** The numbers of a path as points: enough to know how far a thing reaches. Only absolute M, L, H, V and what follows them are read. */
const reachOf = (d: string): readonly XY[] => {
  let [x, y] = [0, 0];
  return [...d.matchAll(/([MLHVhv])\s*(-?[\d.]+)(?:[ ,]?(-?[\d.]+))?/g)].map(([, letter, a = '0', b]) => {
    if (letter === 'M' || letter === 'L') [x, y] = [Number(a), Number(b ?? y)];
    else if (letter === 'H') x = Number(a);
    else if (letter === 'V') y = Number(a);
    else if (letter === 'h') x += Number(a);
    else y += Number(a);
    return [x, y];
  });
};
/** One frame for every pose of a movement, so that the body keeps its size and place. */
function boxOf(
  { props = [], held, floor: standing }: Drawing,
  all: readonly Joints[],
  arrows: readonly (Arrow | undefined)[],
): Box {
  const points: XY[] = [
    ...all.flatMap(pointsOf),
    ...arrows.flatMap((arrow) => (arrow ? [arrow.from, arrow.bend, arrow.to] : [])),
    ...props.flatMap(({ d }) => reachOf(d)),
    ...(held?.band ? [held.band] : []),
  ];
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right] = [Math.min(...xs) - 14, Math.max(...xs) + 14];
  const [top, bottom] = [Math.min(...ys) - 14, standing === false ? Math.max(...ys) + 14 : floor + 6];
  const wide = Math.max(right - left, 130);
  return { x: (left + right - wide) / 2, y: top, width: wide, height: bottom - top };
}

/** All poses of a drawing, each in the same frame. */
export function framesOf(
  drawing: Drawing,
): readonly { view: string; joints: Joints; arrow: Arrow | undefined; front: boolean }[] {
  const all = drawing.poses.map(jointsOf);
  const arrows = all.map((joints, i) => arrowOf(drawing, all[i - 1], joints, i));
  const { x, y, width, height } = boxOf(drawing, all, arrows);
  const view = [x, y, width, height].map((one) => Math.round(one)).join(' ');
  return all.map((joints, i) => ({ view, joints, arrow: arrows[i], front: drawing.poses[i]?.front === true }));
}

/** One pose of a movement; decoration, because the words beside it say the same. */
export const FigurePose = ({
  drawing,
  frame,
  mini = false,
}: {
  drawing: Drawing;
  frame: ReturnType<typeof framesOf>[number];
  mini?: boolean;
}) => {
  const { view, joints, arrow, front } = frame;
  const [x = 0, , width = 0] = view.split(' ').map(Number);
  const { props = [], work, held } = drawing;
  return (
    <svg class={mini ? 'move mini' : 'move'} viewBox={view} aria-hidden="true">
      {drawing.floor === false ? null : <path class="fg-floor" d={`M${x + 4} ${floor}H${x + width - 4}`} />}
      {props
        .filter(({ over }) => !over)
        .map(({ d, thin, water }) => (
          <path class={water ? 'fg-water' : thin ? 'fg-p fg-thin' : 'fg-p'} d={d} />
        ))}
      <Body joints={joints} front={front} work={work} />
      {held ? <HeldThing held={held} joints={joints} /> : null}
      {props
        .filter(({ over }) => over)
        .map(({ d, thin, water }) => (
          <path class={water ? 'fg-water' : thin ? 'fg-p fg-thin' : 'fg-p'} d={d} />
        ))}
      {arrow ? <ArrowPath {...arrow} /> : null}
    </svg>
  );
};
