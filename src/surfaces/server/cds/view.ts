// SPDX-License-Identifier: Apache-2.0
// Cards for a chart that is opened: red flags, what is taken and no longer fits, what is due, and where the person is on the way.
import { goingOn } from '../../../interpreters/answer/index.ts';
import { readsOf, toldUrgencies, type Guidance, type Guideline, type Option } from '../../../model/index.ts';
import { planFor, type PlanItem } from '../../../plan/index.ts';
import { derive } from '../../../record/index.ts';
import type { Chart } from './chart.ts';
import {
  absentDrafts,
  because,
  few,
  labelOf,
  levelWords,
  openLines,
  plain,
  plainOwn,
  recordLines,
  section,
  type Draft,
} from './words.ts';

/** Tests and reviews further off than this are not yet said, in weeks. Our choice. */
const weeksAhead = 4;

type View = { guideline: Guideline; chart: Chart; guidance: Guidance };

const rulesOf = (guideline: Guideline, option: Option) =>
  option.decidedBy.flatMap(({ rule }) => guideline.rules.filter(({ id }) => id === rule));

function redFlags({ guideline, chart, guidance }: View): readonly Draft[] {
  return toldUrgencies(guidance.urgency).map(({ rule, level, advice, trace }): Draft => {
    const urgency = guideline.urgencies.find(({ id }) => id === rule);
    const reads = urgency ? [...readsOf(guideline, urgency.when).keys()] : [];
    return {
      summary: `Red flag, ${levelWords[level]}: ${because(guideline, { trace, patient: chart.facts })}.`,
      indicator: level === 'soon' ? 'warning' : 'critical',
      redFlag: level,
      detail: [plainOwn(guideline, advice), ...section('In the record', recordLines(guideline, chart, reads))],
      claims: urgency?.because ?? [],
    };
  });
}

/** What is taken and must not be, or no longer fits. */
function stillFitting({ guideline, chart, guidance }: View): readonly Draft[] {
  return guidance.options
    .filter((option) => goingOn(option) === 'call before the next dose')
    .map((option): Draft => {
      const rules = rulesOf(guideline, option);
      const [first] = option.decidedBy;
      const reads = rules.flatMap(({ when }) => [...readsOf(guideline, when).keys()]);
      return {
        summary: `${labelOf(guideline, option.intervention)} is taken and contraindicated: ${first ? because(guideline, { trace: first.trace, patient: chart.facts }) : ''}.`,
        indicator: 'critical',
        detail: section('In the record', recordLines(guideline, chart, reads)),
        claims: rules.flatMap(({ because: claims }) => claims),
        intervention: option.intervention,
        overridable: true,
      };
    });
}

const dueLine = ({ on, title, overdueDays }: PlanItem): string =>
  `- ${on}: ${plain(title)}${overdueDays === undefined ? '' : ` (overdue by ${overdueDays} days)`}`;

/** Tests, infusions and reviews that are due, from the record alone: a system that did not send an older result may have it. */
function due({ guideline, chart }: View): readonly Draft[] {
  const derived = { ...derive(guideline, chart.reading.entries, chart.asOf), patient: chart.facts };
  const { items, monitoring } = planFor(guideline, undefined, derived, { weeks: weeksAhead });
  const late = items.filter(({ overdueDays }) => overdueDays !== undefined);
  const [first] = late.length ? late : items;
  if (!first) return [];
  const rules = monitoring.visits.flatMap(({ tests }) =>
    tests.flatMap(({ because: by }) => by.map(({ rule }) => rule)),
  );
  const unknown = monitoring.startUnknown.map((id) => labelOf(guideline, id));
  const absent = chart.absent.includes('observations')
    ? ['Results could not be fetched in full, so some may be done.']
    : [];
  return [
    {
      summary: late.length
        ? `Overdue: ${few(
            late.map(({ title }) => title),
            2,
          )}.`
        : `Due by ${first.on}: ${few(
            items.map(({ title }) => title),
            2,
          )}.`,
      indicator: late.length ? 'warning' : 'info',
      detail: [
        ...section('Due', items.slice(0, 12).map(dueLine)),
        ...(unknown.length
          ? [`Counted from today, as the start is not in the record: ${unknown.map(plain).join(', ')}.`]
          : []),
        ...absent,
      ],
      claims: guideline.rules
        .filter(({ id }) => rules.includes(id))
        .flatMap(({ because: claims }) => claims)
        .slice(0, 6),
    },
  ];
}

/** Where the person is on the way, what fits, and what would have to be known. */
function pathway({ guideline, chart, guidance }: View): readonly Draft[] {
  const here = guidance.stages.flatMap(({ stage, truth }) =>
    truth === 'true' ? guideline.stages.filter(({ id, road }) => id === stage && road !== 'alongside') : [],
  );
  const having = (status: Option['status']) =>
    guidance.options.filter((option) => option.status === status).map((one) => labelOf(guideline, one.intervention));
  const [strong, weak, open] = [having('recommended'), having('suggested'), having('undetermined')];
  const missing = [...new Set([...guidance.urgencyMissing, ...guidance.options].flatMap((one) => one.missing))];
  const where = here.length ? here.map(({ label }) => label).join('; ') : 'where on the way is not known yet';
  return [
    {
      summary: `Dermatomyositis: ${where}. ${strong.length + weak.length} options fit, ${open.length} wait for facts.`,
      indicator: 'info',
      detail: [
        ...here.map(({ label, summary }) => `**${plainOwn(guideline, label)}.** ${plainOwn(guideline, summary)}`),
        ...guidance.scope.map(({ advice }) => plainOwn(guideline, advice)),
        ...section(
          'Recommended',
          strong.map((label) => `- ${plain(label)}`),
        ),
        ...section(
          'Can be considered',
          weak.map((label) => `- ${plain(label)}`),
        ),
        ...section('Not known, and could change this', openLines(guideline, chart, missing.slice(0, 25))),
        ...(missing.length > 25 ? [`And ${missing.length - 25} more facts.`] : []),
      ],
      claims: here.flatMap(({ because: claims }) => claims).slice(0, 6),
    },
  ];
}

/** Nothing is said where the record says nothing of the disease; where that could not be looked up, that is said. */
export function viewDrafts(view: View): readonly Draft[] {
  const { guideline, chart } = view;
  const diagnosis = chart.facts['diagnosis-status'];
  if (diagnosis === 'confirmed' || diagnosis === 'suspected')
    return [...redFlags(view), ...stillFitting(view), ...absentDrafts(chart), ...due(view), ...pathway(view)];
  if (chart.why('diagnosis-status') !== 'not-fetched') return [];
  return [
    {
      summary: 'Dermatomyositis guidance: the problem list could not be fetched, so nothing was worked out.',
      indicator: 'info',
      detail: openLines(guideline, chart, ['diagnosis-status']),
      claims: [],
    },
  ];
}
