// SPDX-License-Identifier: Apache-2.0
// The visit page: what was taken, what changed, what the guideline says, and the same as a FHIR Bundle and as a note.
import { inSentence } from '../../../../model/index.ts';
import { standing } from '../standing.ts';
import { addDays, type Derived } from '../../../../record/index.ts';
import { planFor } from '../../../../plan/plan.ts';
import { guidanceView } from '../guidance.ts';
import { answerWords } from '../words.ts';
import type { Flag, Prepared } from '../interview.ts';
import { chartsOf, type Chart } from './charts.ts';
import { recordFlags } from './flags.ts';
import { deriveTold, standingEntries, type Told } from './told.ts';
import { frequencyWords } from './frequency.ts';
import { dayWords } from './words.ts';

export type VisitView = {
  flags: readonly Flag[];
  about: readonly string[];
  takes: readonly { name: string; how: string; since: string | undefined }[];
  since: {
    days: readonly string[];
    rows: readonly { name: string; values: readonly (string | undefined)[]; points: Chart['points'] }[];
  };
  says: {
    fits: readonly string[];
    check: readonly { name: string; waits: readonly string[] }[];
    not: readonly string[];
  };
  asks: readonly string[];
  takeaways: readonly string[];
  problems: readonly string[];
};

const antibodies = [
  'anti-mda5',
  'anti-tif1-gamma',
  'anti-nxp2',
  'anti-mi2',
  'anti-sae',
  'antisynthetase-antibody',
  'anti-hmgcr',
  'anti-srp',
] as const;

function takesOf({ guideline }: Prepared, derived: Derived): VisitView['takes'] {
  const name = (id: string): string => guideline.interventions[id]?.label ?? id;
  const running = [...derived.courses].flatMap(([id, list]) => {
    const course = list.at(-1);
    const span = course?.spans.at(-1);
    return course && course.until === undefined
      ? [
          {
            id,
            name: name(id),
            how: [
              span?.dose ? `${span.dose.value} ${span.dose.unit}` : '',
              span?.frequency ? frequencyWords(span.frequency) : '',
            ]
              .filter((word) => word !== '')
              .join(' '),
            since: course.from,
          },
        ]
      : [];
  });
  const said = Object.values(guideline.interventions).filter(
    ({ id, currentFact }) =>
      currentFact !== undefined && derived.patient[currentFact] === true && !running.some((one) => one.id === id),
  );
  return [...running, ...said.map(({ label }) => ({ name: label, how: '', since: undefined }))];
}

/** Up to five days, those on which most was measured, and what was measured then or in the week before. */
function sinceOf(charts: readonly Chart[], since: string): VisitView['since'] {
  const shown = charts
    .filter(({ key, points }) => !key.startsWith('exercise') && points.some(({ on }) => on >= since))
    .slice(0, 5);
  const daysOf = (charts: readonly Chart[]): readonly string[] =>
    [...new Set(charts.flatMap(({ points }) => points.map(({ on }) => on)))].filter((on) => on >= since).sort();
  // A day on which only a dose changed is no column of its own, unless it is the newest.
  const all = [...new Set([...daysOf(shown.filter(({ shape }) => shape === 'points')), ...daysOf(shown).slice(-1)])];
  const near = (on: string, day: string): boolean => on <= day && on > addDays(day, -7);
  const measured = (day: string): number =>
    shown.filter(({ points, shape }) => shape === 'points' && points.some(({ on }) => near(on, day))).length;
  const last = all.toSorted().at(-1);
  const days = all
    .toSorted((a, b) => Number(b === last) - Number(a === last) || measured(b) - measured(a) || (a < b ? 1 : -1))
    .slice(0, 5)
    .sort();
  return {
    days,
    rows: shown.map(({ name, unit, points, shape }) => ({
      name: `${name}, ${unit}`,
      points: points.filter(({ on }) => on >= since),
      values: days.map((day) => {
        const before = points.filter(({ on }) => (shape === 'step' ? on <= day : near(on, day)));
        return before.at(-1)?.value.toLocaleString('en-GB');
      }),
    })),
  };
}

function takeawaysOf({ guideline }: Prepared, derived: Derived, plan: ReturnType<typeof planFor>): readonly string[] {
  const steroid = derived.patient['taking-prednisone'] === true;
  const next = plan.items.find(({ kind }) => kind === 'tests');
  const methotrexate = derived.patient['taking-methotrexate'] === true;
  const urgent = guideline.urgencies.length > 0;
  return [
    ...(steroid ? ['Never stop the steroid suddenly.'] : []),
    ...(methotrexate ? ['Methotrexate is taken once a week.'] : []),
    ...(next
      ? [`Next: ${next.title}${next.overdueDays === undefined ? `, by ${dayWords(next.on)}` : ', now overdue'}.`]
      : []),
    ...(urgent ? ['Urgent signs come first: call, do not wait for the visit.'] : []),
    'Every step is decided together.',
  ].slice(0, 4);
}

/** What belongs on one printed page, from a day on. */
export function visitView(prepared: Prepared, told: Told, since: string): VisitView {
  const { guideline } = prepared;
  const derived = deriveTold(guideline, told);
  const view = guidanceView(prepared, derived.patient);
  const main = (of: 'fits' | 'check' | 'not') =>
    view.groups[of].filter(({ kind }) => kind === 'medicine' || kind === 'infusion' || of === 'fits');
  const about = ['age', 'months-since-onset', ...antibodies].flatMap((id) => {
    const [fact, value] = [guideline.facts[id], derived.patient[id]];
    if (!fact || value === undefined || value === false || value === 'negative') return [];
    return value === true ? [fact.label] : [`${fact.label}: ${answerWords(fact, value)}`];
  });
  return {
    flags: recordFlags(prepared, derived),
    about,
    takes: takesOf(prepared, derived),
    since: sinceOf(chartsOf(guideline, derived), since),
    says: {
      fits: main('fits')
        .slice(0, 8)
        .map(({ label }) => inSentence(label)),
      check: main('check')
        .slice(0, 4)
        .map(({ label, waits }) => ({
          name: inSentence(label),
          waits: waits.slice(0, 3).map(({ fact }) => inSentence(guideline.facts[fact]?.label ?? fact)),
        })),
      not: main('not')
        .slice(0, 6)
        .map(({ label }) => inSentence(label)),
    },
    asks: view.asks,
    takeaways: takeawaysOf(prepared, derived, planFor(guideline, undefined, derived)),
    problems: derived.problems.filter(({ severity }) => severity !== 'warning').map(({ message }) => message),
  };
}

/** The visit as a FHIR R4 document Bundle, as text for a file. */
export async function visitBundle(prepared: Prepared, told: Told): Promise<string> {
  const { writeVisit } = await import('../../../../fhir/write/visit.ts');
  const derived = deriveTold(prepared.guideline, told);
  const record = standingEntries(told);
  const bundle = writeVisit(prepared.guideline, {
    asOf: told.today,
    facts: derived.patient,
    record,
    unknown: told.open,
    guidance: prepared.answer(derived.patient),
  });
  return JSON.stringify(bundle, null, 2);
}

/** What a person wrote for the visit: worries, questions, and how sure they are of a choice. Each is a line as typed. */
export type OwnWords = { worries: readonly string[]; sure: readonly string[]; asks: readonly string[] };
const nothingSaid: OwnWords = { worries: [], sure: [], asks: [] };

/** A structured note for the clinician, as plain text: known facts, medicines, numbers, what fits and what waits. */
export function visitNote(prepared: Prepared, told: Told, since: string, own: OwnWords = nothingSaid): string {
  const { guideline } = prepared;
  const derived = deriveTold(guideline, told);
  const view = visitView(prepared, told, since);
  const facts = Object.entries(derived.patient).flatMap(([id, value]) => {
    const [fact, how] = [guideline.facts[id], derived.provenance[id]];
    return fact && value !== false ? [`- ${fact.label}: ${answerWords(fact, value)}${how ? ` (${how.on})` : ''}`] : [];
  });
  const no = Object.entries(derived.patient).flatMap(([id, value]) =>
    value === false ? (guideline.facts[id]?.label ?? []) : [],
  );
  const options = prepared.answer(derived.patient).options.map((option) => ({ option, of: standing(option) }));
  const named = (of: string): readonly string[] =>
    options
      .filter((one) => one.of === of)
      .map(
        ({ option }) =>
          `- ${guideline.interventions[option.intervention]?.label ?? option.intervention}: ${option.status}`,
      );
  const part = (title: string, rows: readonly string[]): readonly string[] =>
    rows.length ? ['', title.toUpperCase(), ...rows] : [];
  return [
    `Dermatomyositis, note made on ${told.today} with Heliotrope (guideline ${guideline.version}). Entered by the patient unless marked. Not a prescription.`,
    ...part(
      'Urgent',
      view.flags.map(({ level, advice }) => `- ${level}: ${advice}`),
    ),
    ...part(
      'To check in the record',
      view.problems.map((one) => `- ${one}`),
    ),
    ...part(
      'What matters most to the patient, in their own words',
      own.worries.map((one) => `- ${one}`),
    ),
    ...part(
      'How sure the patient is of a choice',
      own.sure.map((one) => `- ${one}`),
    ),
    ...part(
      'Medicines',
      view.takes.map(({ name, how, since: from }) => `- ${name} ${how}${from ? `, since ${from}` : ''}`),
    ),
    ...part(
      `Numbers since ${since}`,
      view.since.rows.map(
        ({ name, points }) => `- ${name}: ${points.map(({ on, value }) => `${value} (${on})`).join(', ')}`,
      ),
    ),
    ...part('Facts, with the day they were last said', facts),
    ...part('Said no to', no.length ? [`- ${no.join('; ')}`] : []),
    ...part('Fits now', named('fits')),
    ...part('Fits once checked', named('check')),
    ...part('Not for this person now', named('not')),
    ...part(
      'Questions',
      (own.asks.length ? own.asks : view.asks).map((one) => `- ${one}`),
    ),
  ].join('\n');
}
