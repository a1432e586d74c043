// SPDX-License-Identifier: Apache-2.0
import { inSentence, type Guideline, type InterventionId, type Threshold } from '../model/index.ts';
import { addDays, dayInWords, daysBetween, type Day, type Derived, type Entry } from '../record/index.ts';
import { componentsOf, type Component, type MonitoringRule } from './components.ts';
import { truthOf } from './decide.ts';
import type { Line, PlanItem } from './item.ts';
import { intervalAt, nextDue } from './schedule.ts';

/** One rule's call for one test. Without `start` nobody has recorded when the medicine began. */
type Need = { rule: MonitoringRule; start: Day | undefined };
/** One test with every rule that asks for it, and when it was last done. */
type Tracked = { component: Component; needs: readonly Need[]; last: Day | undefined };
/** A test that is due. `because` are the rules that ask for it, the one that sets the day first. */
export type TestDue = {
  test: string;
  label: string;
  due: Day;
  overdueDays?: number;
  lastDone?: Day;
  because: readonly { rule: string; intervention: InterventionId; test: string; actOn: readonly Threshold[] }[];
};
/** Tests done at one visit, as few visits as the due dates allow. */
export type Visit = { id: string; on: Day; place: Component['place']; tests: readonly TestDue[] };
export type Monitoring = {
  visits: readonly Visit[];
  /** Rules that would hold if something unknown were known, with the medicine they belong to. */
  mayApply: readonly { rule: string; intervention: InterventionId; test: string }[];
  /** Medicines taken now whose start is not recorded; their tests are counted from today. */
  startUnknown: readonly InterventionId[];
};

const monitoringRules = ({ rules }: Guideline): readonly MonitoringRule[] =>
  rules.filter((rule): rule is MonitoringRule => rule.kind === 'monitoring' && !rule.id.includes('--'));

/** The name under which an entry counts as a test done; undefined for what is none. */
function testOf(entry: Entry, nameOf: (test: string) => string): string | undefined {
  if (entry.kind === 'laboratory') return nameOf(entry.test);
  if (entry.kind === 'measure') return nameOf(entry.measure);
  if (entry.kind === 'symptom') return nameOf(entry.symptom);
  if (entry.kind === 'infusion') return `infusion-${entry.intervention}`;
  return entry.kind === 'fact' ? entry.fact : undefined;
}
/** The days on which any of these tests was recorded. */
function doneDays({ entries }: Derived, names: ReadonlySet<string>, nameOf: (test: string) => string): readonly Day[] {
  const days = new Set<Day>();
  for (const entry of entries) {
    const name = testOf(entry, nameOf);
    if (name !== undefined && names.has(name)) days.add(entry.on);
  }
  return [...days];
}

function track(
  guideline: Guideline,
  derived: Derived,
): { tracked: readonly Tracked[]; mayApply: Monitoring['mayApply']; startUnknown: Set<InterventionId> } {
  const [byTest, mayApply, startUnknown] = [
    new Map<string, { component: Component; needs: Need[] }>(),
    new Map<string, MonitoringRule>(),
    new Set<InterventionId>(),
  ];
  for (const rule of monitoringRules(guideline)) {
    const truth = truthOf(guideline, rule.when, derived.patient);
    const taking = guideline.interventions[rule.intervention]?.currentFact;
    if (truth === 'unknown' && taking !== undefined && derived.patient[taking] === true) mayApply.set(rule.id, rule);
    if (truth !== 'true') continue;
    const course = derived.courses.get(rule.intervention)?.at(-1);
    const start = course && course.until === undefined ? course.from : undefined;
    if (start === undefined) startUnknown.add(rule.intervention);
    for (const component of componentsOf(rule)) {
      const known = byTest.get(component.id) ?? { component: { ...component, done: [] }, needs: [] };
      byTest.set(component.id, {
        component: { ...known.component, done: [...new Set([...known.component.done, ...component.done])] },
        needs: [...known.needs, { rule, start }],
      });
    }
  }
  return {
    tracked: [...byTest.values()].map(({ component, needs }) => ({
      component,
      needs,
      last: lastDone(derived, component),
    })),
    mayApply: [...mayApply.values()].map(({ id, intervention, test }) => ({ rule: id, intervention, test })),
    startUnknown,
  };
}

const lastDone = ({ lastTests }: Derived, { done }: Component): Day | undefined =>
  done
    .flatMap((name) => lastTests.get(name)?.on ?? [])
    .reduce<Day | undefined>((a, b) => (a === undefined || b > a ? b : a), undefined);

type Due = { tracked: Tracked; due: Day; by: readonly Need[]; windowFrom: Day };
/** How much earlier than due a test may be done to save a visit: a quarter of its interval, at most two weeks (our choice). */
const early = (days: number | undefined): number => Math.min(14, Math.floor((days ?? 0) / 4));

/** When a test is due by its strictest rule; undefined when no rule asks for it again. */
function dueOf(tracked: Tracked, last: Day | undefined, asOf: Day): Due | undefined {
  const each = tracked.needs
    .flatMap((need) => {
      const start = need.start ?? last ?? asOf;
      const due = nextDue(need.rule.schedule, start, last);
      return due === undefined
        ? []
        : [{ need, due, interval: intervalAt(need.rule.schedule, daysBetween(start, due) / 7) }];
    })
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
  const first = each[0];
  if (!first) return undefined;
  return {
    tracked,
    due: first.due,
    by: each.map(({ need }) => need),
    windowFrom: addDays(first.due, -early(first.interval)),
  };
}

const testDue = ({ tracked: { component }, due, by }: Due, last: Day | undefined, asOf: Day): TestDue => ({
  test: component.id,
  label: component.label,
  due,
  ...(due < asOf ? { overdueDays: daysBetween(due, asOf) } : {}),
  ...(last === undefined ? {} : { lastDone: last }),
  because: by.map(({ rule: { id, intervention, test, actOn } }) => ({ rule: id, intervention, test, actOn })),
});

/** Visits of one place up to a day: each as late as its first test allows, taking along whatever may be done that early. That is the
 *  fewest visits for these windows. What is overdue is for today. */
function visitsAt(
  tracked: readonly Tracked[],
  place: Component['place'],
  asOf: Day,
  until: Day,
  done: number,
): readonly Visit[] {
  const last = new Map<Tracked, Day | undefined>(tracked.map((one) => [one, one.last]));
  const visits: Visit[] = [];
  for (;;) {
    const dues = tracked.flatMap((one) => dueOf(one, last.get(one), asOf) ?? []);
    const first = dues.reduce<Day | undefined>((a, { due }) => (a === undefined || due < a ? due : a), undefined);
    if (first === undefined) return visits;
    const on = first < asOf ? asOf : first;
    if (on > until) return visits;
    const now = dues.filter(({ windowFrom, due }) => windowFrom <= on || due <= on);
    const number = done + visits.length + 1;
    visits.push({
      id: `tests-${place.replaceAll(' ', '-')}-${number}`,
      on,
      place,
      tests: now.map((one) => testDue(one, last.get(one.tracked), asOf)),
    });
    for (const { tracked: one } of now) last.set(one, on);
  }
}

/** The tests due from a day until another, from the guideline's monitoring rules and what is recorded as done. Several medicines are
 *  merged test by test to the stricter schedule, and tests to the fewest visits. Nothing overdue is left out. */
export function monitoring(
  guideline: Guideline,
  derived: Derived,
  until: Day,
  nameOf: (test: string) => string,
): Monitoring {
  const { tracked, mayApply, startUnknown } = track(guideline, derived);
  const places = [...new Set(tracked.map(({ component }) => component.place))].sort();
  return {
    visits: places
      .flatMap((place) => {
        const here = tracked.filter(({ component }) => component.place === place);
        const names = new Set(here.flatMap(({ component }) => component.done));
        return visitsAt(here, place, derived.asOf, until, doneDays(derived, names, nameOf).length);
      })
      .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1)),
    mayApply,
    startUnknown: [...startUnknown].sort(),
  };
}

const placeWords: Readonly<Record<Component['place'], string>> = {
  blood: 'Blood tests',
  clinic: 'Checks at the clinic',
  'eye clinic': 'Eye clinic',
  scan: 'Scan',
};
/** Since when tests are overdue, a line for each day on which some were due. */
function overdueLines(tests: readonly TestDue[]): readonly Line[] {
  const late = tests.filter(({ overdueDays }) => overdueDays !== undefined);
  return [...new Set(late.map(({ due }) => due))].map((day) => {
    const then = late.filter(({ due }) => due === day);
    const ago = then[0]?.overdueDays === 1 ? 'a day ago' : `${then[0]?.overdueDays} days ago`;
    return { text: `Due since ${dayInWords(day)}, ${ago}: ${listed(then.map(({ label }) => label))}.`, basis: {} };
  });
}
const listed = (all: readonly string[]): string =>
  all.length > 1 ? `${all.slice(0, -1).join(', ')} and ${all.at(-1)}` : all.join('');

/** A visit as an item of the plan: what, why, from which rules, and which result should make you call whom. */
export function visitItem(guideline: Guideline, { id, on, place, tests }: Visit): PlanItem {
  const overdue = Math.max(0, ...tests.map(({ overdueDays = 0 }) => overdueDays));
  const rules = [...new Map(tests.flatMap(({ because }) => because).map((one) => [one.rule, one])).values()];
  const claimsOf = (ruleId: string) => guideline.rules.find((rule) => rule.id === ruleId)?.because ?? [];
  const lines: readonly Line[] = [
    ...overdueLines(tests),
    ...rules.map(({ rule, intervention, test }): Line => ({
      text: `For ${inSentence(guideline.interventions[intervention]?.label ?? intervention)}: ${test}.`,
      basis: { claims: claimsOf(rule) },
    })),
    ...rules.flatMap(({ rule, actOn }) =>
      actOn.map(({ when, act }): Line => ({ text: `If ${when}: ${act}`, basis: { claims: claimsOf(rule) } })),
    ),
  ];
  return {
    id,
    kind: 'tests',
    on,
    title: `${placeWords[place]}: ${tests.map(({ label }) => label).join(', ')}`,
    lines: [...new Map(lines.map((line) => [line.text, line])).values()],
    ...(overdue > 0 ? { overdueDays: overdue } : {}),
  };
}
