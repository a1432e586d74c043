// SPDX-License-Identifier: Apache-2.0
// What several resources about medicines say together: taken or not, how much a day, and since the last infusion.
import type { FactId } from '../../model/index.ts';
import {
  monthsBetween,
  perDay,
  prednisoneEquivalent,
  type Amount,
  type Day,
  type Entry,
  type Frequency,
} from '../../record/index.ts';
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

/** Taken when an order or a statement runs; asked for when none runs and one is on hold; not taken when one was stopped and none of
 *  these. A stop after the last beginning of one that still runs is a conflict. */
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
  const held = uses.filter(({ use }) => use.state === 'held');
  if (held.length || !end) return { findings: held.map((one) => onHold(fact, one)), conflicts: [] };
  const word = end.use.state === 'stopped' ? end.use.word : '';
  return {
    findings: [{ kind: 'found', ...found(fact, false, end, undefined, `${end.said}, ${word}`) }],
    conflicts: [],
  };
}
const onHold = (fact: FactId, { from, said }: MedicineUse): Finding =>
  asked(fact, from, said, 'It is recorded as on hold; whether it goes on is not said.');
const since = (one: MedicineUse): string => `${one.said}${sinceOf(one) === undefined ? '' : `, since ${sinceOf(one)}`}`;

/** Milligrams of prednisone, or equal, in a day. */
function prednisoneADay(
  { groups }: MedicineUse,
  { dose, frequency }: { dose: Amount; frequency: Frequency },
): number | undefined {
  const mg = inUnit(dose.value, dose.unit, 'mg');
  const drug = groups.includes('methylprednisolone') ? 'methylprednisolone' : 'prednisone';
  const equal = mg === undefined ? undefined : prednisoneEquivalent(drug, mg);
  return equal === undefined ? undefined : Math.round(equal * perDay(frequency) * 1000) / 1000;
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

const isRunning = ({ use }: MedicineUse): boolean => use.state === 'taking';
const isSteroid = ({ groups }: MedicineUse): boolean =>
  groups.some((group) => ['prednisone', 'methylprednisolone'].includes(group));

/** A steroid of which the record does not say how much prednisone it equals: then the whole dose is not known. */
function steroidOfNoDose(uses: readonly MedicineUse[]): { one: MedicineUse; why: string } | undefined {
  const other = uses.find((one) => isRunning(one) && one.groups.includes('other-glucocorticoid'));
  if (other) return { one: other, why: 'It is a steroid that is not converted here.' };
  const held = uses.find((one) => one.use.state === 'held' && isSteroid(one));
  return held && { one: held, why: 'It is recorded as on hold; whether it goes on is not said.' };
}

/** Weekly or daily methotrexate, and the steroid dose: only from instructions that say it. */
function doseFacts({ asOf }: Context, uses: readonly MedicineUse[]): readonly Taken[] {
  const running = uses.filter(isRunning);
  const rhythms = running
    .filter(({ groups }) => groups.includes('methotrexate'))
    .flatMap((one) =>
      one.doses.flatMap(({ frequency }) =>
        frequency === undefined
          ? []
          : [
              found(
                'methotrexate-taken-daily',
                perDay(frequency) > 1.001 / 7,
                one,
                undefined,
                `${one.said}: ${spoken(frequency)}`,
              ),
            ],
      ),
    );
  // One instruction that says daily stands, whatever another says: a mistake here can kill.
  const daily = rhythms.filter(({ value }) => value === true);
  const weekly = agreed('methotrexate-taken-daily', daily.length ? daily : rhythms);
  const steroid = running.filter(isSteroid);
  const unknown = steroidOfNoDose(uses);
  if (unknown) {
    const question = asked('prednisone-mg-per-day', unknown.one.from, unknown.one.said, unknown.why);
    return [weekly, { findings: [question], conflicts: [] }];
  }
  const doses = steroid.flatMap((one): readonly Found[] => {
    const dose = wholeDose(one.doses);
    const value = dose && prednisoneADay(one, dose);
    if (!dose || value === undefined) return [];
    const words = `${one.said}: ${dose.dose.value} ${dose.dose.unit}, ${spoken(dose.frequency)}`;
    return [{ ...found('prednisone-mg-per-day', value, one, asOf, words), how: 'worked-out' }];
  });
  // A steroid whose dose is not said makes the whole unknown.
  const complete = doses.length === steroid.length;
  return [weekly, ...(complete ? [agreed('prednisone-mg-per-day', doses)] : [])];
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
      ...found(fact, monthsBetween(last.use.on, asOf), last, last.use.on, `${last.said} given on ${last.use.on}`),
      how: 'worked-out',
      on: asOf,
    },
  ];
}

/** The steroid's plain name, by which doses are compared; the product's own words otherwise. */
const productOf = ({ groups, said }: MedicineUse): { product: string; note?: string } => {
  const steroid = groups.find((group) => group === 'methylprednisolone' || group === 'prednisone');
  return steroid === undefined ? { product: said } : { product: steroid, note: said };
};

/** The treatment of a medicine as entries of the record: its beginning and its end, where a statement gives those days. The day of
 *  an order is neither. When several resources tell different courses, none is told. */
function courses({ guideline }: Context, group: string, uses: readonly MedicineUse[]): readonly Finding[] {
  const intervention = interventionOf(guideline, group);
  const told = uses.flatMap((one): readonly Entry[] => {
    if (intervention === undefined || one.use.state === 'given' || one.use.state === 'held') return [];
    const common = {
      kind: 'medicine' as const,
      by: 'import' as const,
      from: one.from,
      intervention,
      ...productOf(one),
    };
    const { began } = one.use;
    const end = stoppedOf(one);
    const dose = one.use.state === 'taking' ? wholeDose(one.doses) : undefined;
    return [
      ...(began === undefined
        ? []
        : [{ ...common, id: `${one.from}:${group}:start`, on: began, event: 'start' as const, ...dose }]),
      ...(began === undefined || end === undefined
        ? []
        : [{ ...common, id: `${one.from}:${group}:stop`, on: end, event: 'stop' as const }]),
    ];
  });
  const different = new Set(told.map(({ id: _id, from: _from, ...rest }) => JSON.stringify(rest)));
  const sources = new Set(told.map(({ from }) => from));
  return sources.size > 1 && different.size > told.length / sources.size
    ? []
    : told.map((entry) => ({ kind: 'entry', entry, from: entry.from ?? '' }));
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
    ...doseFacts(context, uses),
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
    return [...asks, ...monthsSince(context, group, mine), ...courses(context, group, mine)];
  });
  return {
    findings: [...parts.flatMap(({ findings }) => findings), ...others],
    conflicts: parts.flatMap(({ conflicts }) => conflicts),
  };
}
