// SPDX-License-Identifier: Apache-2.0
// What several resources about medicines say together: taken or not, how much a day, and since the last infusion.
import type { FactId } from '../../model/index.ts';
import type { Amount, Day, Entry, Frequency } from '../../record/index.ts';
import { whole } from '../day.ts';
import { asked, type Conflict, type Context, type Finding, type Found } from '../finding.ts';
import { inUnit } from '../unit.ts';
import { factsOf, interventionOf } from './medicine-list.ts';
import { wholeDose, type MedicineUse } from './medicine.ts';

export type Taken = { findings: readonly Finding[]; conflicts: readonly Conflict[] };

/** The newest day among uses; an undated one is older than all. */
const newest = (days: readonly (Day | undefined)[]): Day =>
  days.reduce<Day>((latest, each) => (each !== undefined && each > latest ? each : latest), '');
const sinceOf = ({ use }: MedicineUse): Day | undefined => (use.state === 'taking' ? use.since : undefined);
const stoppedOf = ({ use }: MedicineUse): Day | undefined => (use.state === 'stopped' ? use.on : undefined);

const found = (
  fact: FactId,
  value: boolean | number,
  { from, said, how }: MedicineUse,
  on: Day | undefined,
  words = said,
): Found => ({ fact, value, from, said: words, how, ...(on === undefined ? {} : { on }) });

/** Taken when an order or a statement runs; not taken when one was stopped and none runs. A stop after the last beginning of one
 *  that still runs is a conflict. */
function taken(fact: FactId, uses: readonly MedicineUse[]): Taken {
  const running = uses.filter(({ use }) => use.state === 'taking');
  const stopped = uses.filter(({ use }) => use.state === 'stopped');
  const [first, end] = [running[0], stopped[0]];
  if (first && end && newest(stopped.map(stoppedOf)) > newest(running.map(sinceOf)))
    return {
      findings: [],
      conflicts: [
        { fact, values: [found(fact, true, first, sinceOf(first)), found(fact, false, end, stoppedOf(end))] },
      ],
    };
  // The day says when it began, not when it was last known: it takes no part in choosing.
  if (first)
    return { findings: [{ kind: 'found', ...found(fact, true, first, undefined, since(first)) }], conflicts: [] };
  return end
    ? { findings: [{ kind: 'found', ...found(fact, false, end, undefined, `${end.said}, stopped`) }], conflicts: [] }
    : { findings: [], conflicts: [] };
}
const since = (one: MedicineUse): string => `${one.said}${sinceOf(one) === undefined ? '' : `, since ${sinceOf(one)}`}`;

/** Milligrams of a medicine that equal 5 mg of prednisone, from US prednisolone labelling; deflazacort from UK labelling. */
const steroids: readonly (readonly [RegExp, number])[] = [
  [/methyl\s?prednisolone|medrol/i, 4],
  [/prednisone|prednisolone/i, 5],
];
const times = ({ times: many, per, every = 1 }: Frequency): number =>
  many / (every * { day: 1, week: 7, month: 30.4375 }[per]);
/** Milligrams of prednisone, or equal, in a day. */
function prednisoneADay(
  { said }: MedicineUse,
  { dose, frequency }: { dose: Amount; frequency: Frequency },
): number | undefined {
  const equal = steroids.find(([name]) => name.test(said))?.[1] ?? 5;
  const mg = inUnit(dose.value, dose.unit, 'mg');
  return mg === undefined ? undefined : Number(((mg * times(frequency) * 5) / equal).toPrecision(9));
}

const spoken = ({ times: many, per, every }: Frequency): string =>
  `${many === 1 ? 'once' : `${many} times`} ${every === undefined ? `a ${per}` : `every ${every} ${per}s`}`;

/** A value worked out from each running use: when they differ, a conflict. */
function agreed(fact: FactId, values: readonly Found[]): Taken {
  const [first] = values;
  if (!first) return { findings: [], conflicts: [] };
  return values.some(({ value }) => value !== first.value)
    ? { findings: [], conflicts: [{ fact, values }] }
    : { findings: [{ kind: 'found', ...first }], conflicts: [] };
}

const isSteroid = ({ groups }: MedicineUse): boolean =>
  groups.some((group) => ['prednisone', 'methylprednisolone'].includes(group));

/** Weekly or daily methotrexate, and the steroid dose: only from instructions that say it. */
function doseFacts(running: readonly MedicineUse[]): readonly Taken[] {
  const weekly = running.filter(({ groups }) => groups.includes('methotrexate'));
  const daily = weekly.flatMap((one) =>
    one.doses.flatMap(({ frequency }) =>
      frequency === undefined
        ? []
        : [
            found(
              'methotrexate-taken-daily',
              times(frequency) > 1.001 / 7,
              one,
              undefined,
              `${one.said}: ${spoken(frequency)}`,
            ),
          ],
    ),
  );
  const steroid = running.filter(isSteroid);
  const other = running.find(({ groups }) => groups.includes('other-glucocorticoid'));
  if (other) {
    const question = asked(
      'prednisone-mg-per-day',
      other.from,
      other.said,
      'It is a steroid that is not converted here.',
    );
    return [agreed('methotrexate-taken-daily', daily), { findings: [question], conflicts: [] }];
  }
  const perDay = steroid.flatMap((one): readonly Found[] => {
    const dose = wholeDose(one.doses);
    const value = dose && prednisoneADay(one, dose);
    if (!dose || value === undefined) return [];
    const words = `${one.said}: ${dose.dose.value} ${dose.dose.unit}, ${spoken(dose.frequency)}`;
    return [{ ...found('prednisone-mg-per-day', value, one, undefined, words), how: 'worked-out' }];
  });
  // A steroid whose dose is not said makes the whole unknown.
  const complete = perDay.length === steroid.length;
  return [agreed('methotrexate-taken-daily', daily), ...(complete ? [agreed('prednisone-mg-per-day', perDay)] : [])];
}

/** Months since the last dose given, for the two infusions whose last dose matters. */
function monthsSince({ asOf }: Context, group: string, uses: readonly MedicineUse[]): readonly Finding[] {
  const fact = { rituximab: 'months-since-rituximab', ivig: 'months-since-ivig' }[group];
  const last = uses
    .filter(({ use }) => use.state === 'given')
    .sort((a, b) =>
      (a.use.state === 'given' ? a.use.on : '') < (b.use.state === 'given' ? b.use.on : '') ? 1 : -1,
    )[0];
  if (fact === undefined || last?.use.state !== 'given') return [];
  return [
    {
      kind: 'found',
      ...found(fact, whole('months', last.use.on, asOf), last, last.use.on, `${last.said} given on ${last.use.on}`),
      how: 'worked-out',
      on: asOf,
    },
  ];
}

/** A start or a stop, as an entry of the record, where its day is known. */
function entries({ guideline }: Context, group: string, one: MedicineUse): readonly Finding[] {
  const intervention = interventionOf(guideline, group);
  const on = sinceOf(one) ?? stoppedOf(one);
  if (intervention === undefined || on === undefined || one.use.state === 'given') return [];
  const entry: Entry = {
    kind: 'medicine',
    id: `${one.from}:${intervention}`,
    on,
    by: 'import',
    from: one.from,
    intervention,
    event: one.use.state === 'stopped' ? 'stop' : 'start',
    product: one.said,
    ...(one.use.state === 'stopped' ? {} : wholeDose(one.doses)),
  };
  return [{ kind: 'entry', entry, from: one.from }];
}

/** Everything the medicines of a record say together. */
export function readTaking(context: Context, uses: readonly MedicineUse[]): Taken {
  const groups = [...new Set(uses.flatMap((one) => one.groups))];
  const running = uses.filter(({ use }) => use.state === 'taking');
  const facts = [...new Set(groups.flatMap((group) => factsOf(context.guideline, group).facts))];
  const setBy = (fact: FactId) => (one: MedicineUse) =>
    one.groups.some((group) => factsOf(context.guideline, group).facts.includes(fact));
  const parts: readonly Taken[] = [
    ...facts.map((fact) => taken(fact, uses.filter(setBy(fact)))),
    ...doseFacts(running),
  ];
  const others = groups.flatMap((group): readonly Finding[] => {
    const mine = uses.filter((one) => one.groups.includes(group));
    const asks = mine
      .filter((one) => running.includes(one))
      .flatMap(({ from, said }) =>
        factsOf(context.guideline, group).asks.map((fact) =>
          asked(fact, from, said, 'The record does not say what it is taken for.'),
        ),
      );
    return [...asks, ...monthsSince(context, group, mine), ...mine.flatMap((one) => entries(context, group, one))];
  });
  return {
    findings: [...parts.flatMap(({ findings }) => findings), ...others],
    conflicts: parts.flatMap(({ conflicts }) => conflicts),
  };
}
