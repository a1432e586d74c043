// SPDX-License-Identifier: Apache-2.0
// How a treatment acts, as two pictures in one hand: an immune cell, the messengers it sends, antibodies, and a muscle fibre.
// The sentence beside them says the same; the pictures are hidden from readers.

type Way = 'calm' | 'fewer' | 'no-signal' | 'no-b-cells' | 'antibodies' | 'inside' | 'messengers' | 'brake';
/** Which picture belongs to which treatment. A treatment without one has words alone. */
const ways: Readonly<Record<string, Way>> = {
  prednisone: 'calm',
  'iv-methylprednisolone': 'calm',
  'topical-corticosteroid': 'calm',
  'repository-corticotropin': 'calm',
  methotrexate: 'fewer',
  azathioprine: 'fewer',
  mycophenolate: 'fewer',
  cyclophosphamide: 'fewer',
  leflunomide: 'fewer',
  tacrolimus: 'no-signal',
  ciclosporin: 'no-signal',
  'topical-calcineurin-inhibitor': 'no-signal',
  rituximab: 'no-b-cells',
  ivig: 'antibodies',
  'subcutaneous-immunoglobulin': 'antibodies',
  'plasma-exchange': 'antibodies',
  tofacitinib: 'inside',
  baricitinib: 'inside',
  upadacitinib: 'inside',
  ruxolitinib: 'inside',
  brepocitinib: 'inside',
  anifrolumab: 'messengers',
  dazukibart: 'messengers',
  sifalimumab: 'messengers',
  tocilizumab: 'messengers',
  infliximab: 'messengers',
  adalimumab: 'messengers',
  etanercept: 'messengers',
  abatacept: 'brake',
};
/** What stands under the two pictures: what is seen, not what it proves. */
const captions: Readonly<Record<Way, readonly [string, string]>> = {
  calm: [
    'Immune cells crowd around a muscle fibre and send messengers.',
    'Fewer messengers are made, and the cells calm down.',
  ],
  fewer: [
    'Immune cells divide quickly and become many.',
    'They divide more slowly, so fewer of them reach the muscle.',
  ],
  'no-signal': ['A signal inside the immune cell switches it on.', 'The signal is stopped, and the cell stays quiet.'],
  'no-b-cells': [
    'B cells help to make antibodies against the person’s own tissue.',
    'The B cells are removed for some months.',
  ],
  antibodies: ['Antibodies against the person’s own tissue reach the fibre.', 'Fewer of them reach it.'],
  inside: [
    'A messenger arrives, and a switch inside the cell passes it on.',
    'The switch is held, so the messenger is not passed on.',
  ],
  messengers: [
    'Messengers travel from cell to cell and keep the inflammation going.',
    'One kind of messenger is caught on its way.',
  ],
  brake: ['One immune cell switches another on by touch.', 'The touch is covered, so the other cell stays quiet.'],
};

const Fibre = ({ ill }: { ill: boolean }) => (
  <path class={ill ? 'mx-fibre ill' : 'mx-fibre'} d="M196 46h70l34 60-34 60h-70l-34-60z" />
);
const Cell = ({ x, y, r = 22, off = false }: { x: number; y: number; r?: number; off?: boolean }) => (
  <g class={off ? 'mx-off' : undefined}>
    <circle class="mx-cell" cx={x} cy={y} r={r} />
    <circle class="mx-core" cx={x + 2} cy={y - 1} r={r * 0.5} />
  </g>
);
const Dots = ({ at }: { at: readonly (readonly [number, number])[] }) => (
  <>
    {at.map(([x, y]) => (
      <circle class="mx-dot" cx={x} cy={y} r="5" />
    ))}
  </>
);
const Antibody = ({ x, y, turn }: { x: number; y: number; turn: number }) => (
  <path class="mx-y" transform={`translate(${x} ${y}) rotate(${turn})`} d="M0 14V0L-9-10M0 0 9-10" />
);
const Stop = ({ x, y }: { x: number; y: number }) => (
  <g>
    <rect class="mx-stop" x={x - 13} y={y - 13} width="26" height="26" rx="6" />
    <path class="mx-bar" d={`M${x - 7} ${y}h14`} />
  </g>
);
const many = [
  [120, 60],
  [150, 92],
  [128, 128],
  [160, 150],
  [108, 96],
] as const;
const few = [[132, 104]] as const;

/** The picture of one way, without the treatment or with it. */
const Scene = ({ way, treated }: { way: Way; treated: boolean }) => {
  const calm = treated;
  const cells: readonly (readonly [number, number])[] =
    treated && (way === 'fewer' || way === 'no-b-cells')
      ? [[60, 106]]
      : [
          [56, 58],
          [50, 112],
          [66, 164],
          ...(way === 'fewer'
            ? ([
                [104, 40],
                [100, 178],
              ] as const)
            : []),
        ];
  const off = treated && ['calm', 'no-signal', 'inside', 'brake'].includes(way);
  return (
    <svg class="mech" viewBox="0 0 320 212" aria-hidden="true">
      <Fibre ill={!calm} />
      {cells.map(([x, y]) => (
        <Cell x={x} y={y} off={off} />
      ))}
      {way === 'antibodies' || way === 'no-b-cells' ? (
        (treated
          ? [[150, 60, 60]]
          : [
              [140, 66, 80],
              [152, 106, 90],
              [140, 146, 100],
              [118, 90, 70],
              [116, 132, 110],
            ]
        ).map(([x = 0, y = 0, turn = 0]) => <Antibody x={x} y={y} turn={turn} />)
      ) : (
        <Dots at={treated && way !== 'messengers' ? few : many} />
      )}
      {treated && way === 'messengers'
        ? [
            [120, 60],
            [128, 128],
            [150, 92],
          ].map(([x = 0, y = 0]) => <Antibody x={x} y={y + 8} turn={180} />)
        : null}
      {treated && ['no-signal', 'inside', 'brake'].includes(way) ? <Stop x={104} y={106} /> : null}
    </svg>
  );
};

/** Two pictures, without and with; nothing when this treatment has no picture. */
export const Mechanism = ({ id }: { id: string }) => {
  const way = ways[id];
  if (way === undefined) return null;
  const [without, with_] = captions[way];
  return (
    <figure class="plate before-after">
      <div>
        <Scene way={way} treated={false} />
        <p class="small">
          <b>Without.</b> {without}
        </p>
      </div>
      <div>
        <Scene way={way} treated />
        <p class="small">
          <b>With.</b> {with_}
        </p>
      </div>
    </figure>
  );
};
