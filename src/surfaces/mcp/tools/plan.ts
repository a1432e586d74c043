// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { planFor, type Basis, type Line, type Plan } from '../../../plan/index.ts';
import type { Guideline } from '../../../model/index.ts';
import { citedClaims, claims, type Said } from '../../said/index.ts';
import type { Citing } from '../citing.ts';
import type { McpContent } from '../content.ts';
import { personInput, readPerson } from '../person.ts';
import { heading, telling, urgentLines } from '../telling.ts';
import { refused, tool, type Tool } from '../tool.ts';

const line = z.strictObject({
  text: z.string(),
  because: z.array(z.string()),
  sources: z.array(z.string()),
  practice: z.string().optional(),
});
const planned = z.strictObject({
  shape: z.literal('heliotrope-plan-brief/1'),
  guideline: z.string(),
  disclaimer: z.string(),
  asOf: z.string(),
  until: z.string(),
  items: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(['tests', 'taper', 'infusion', 'exercise', 'review']),
      on: z.string(),
      at: z.string().optional(),
      minutes: z.number().optional(),
      title: z.string(),
      overdueDays: z.number().optional(),
      lines: z.array(line),
    }),
  ),
  toCheck: z.array(line).describe('Before anything of it is followed: what does not fit, or is not known.'),
  claims,
  sources: z.record(z.string(), z.strictObject({ title: z.string(), URL: z.string() })),
});
type Planned = z.infer<typeof planned>;
type SaidLine = z.infer<typeof line>;

const saidLine = ({ text, basis: { claims: ids = [], sources = [], practice } }: Line): SaidLine => ({
  text,
  because: [...ids],
  sources: [...sources],
  ...(practice === undefined ? {} : { practice }),
});
const plain = (text: string, basis: Basis = {}): SaidLine => saidLine({ text, basis });

/** What stands before the plan: problems of a taper, tests that may apply, exercise that has to wait. */
function toCheck(guideline: Guideline, { taper, monitoring, exercise, notes }: Plan): SaidLine[] {
  const label = (id: string): string => guideline.interventions[id]?.label ?? id;
  const unknown = monitoring.startUnknown.map(label);
  const may = monitoring.mayApply.map(({ test, intervention }) => `${test} (${label(intervention)})`);
  return [
    ...notes.map(saidLine),
    ...(taper?.problems ?? []).map(({ message, severity }) =>
      plain(severity === 'error' ? `Ask before this plan is followed: ${message}` : message),
    ),
    ...(unknown.length
      ? [plain(`When these began is not recorded, so tests count from today: ${unknown.join(', ')}.`)]
      : []),
    ...(may.length ? [plain(`May also be due; something is not known: ${may.join('; ')}.`)] : []),
    ...(exercise && exercise.state !== 'ready'
      ? [plain(`Exercise: ${exercise.state}.`), ...exercise.because.map(saidLine)]
      : []),
  ];
}

function saidPlan(content: McpContent, plan: Plan): Planned {
  const { guideline } = content;
  const items = plan.items.map((item) => ({ ...item, lines: item.lines.map(saidLine) }));
  const checks = toCheck(guideline, plan);
  const every = [...items.flatMap(({ lines }) => lines), ...checks];
  const works = [...new Set(every.flatMap(({ sources }) => sources))].flatMap((id) => {
    const work = guideline.sources[id];
    return work ? [[id, { title: work.title, URL: work.URL }] as const] : [];
  });
  return {
    shape: 'heliotrope-plan-brief/1',
    guideline: guideline.version,
    disclaimer: guideline.disclaimer,
    asOf: plan.asOf,
    until: plan.until,
    items,
    toCheck: checks,
    claims: citedClaims(
      guideline,
      every.flatMap(({ because }) => because),
    ),
    sources: Object.fromEntries(works),
  };
}

/** A line with its sources; one that stands on practice alone says so. */
function shown({ text, because, sources, practice }: SaidLine, cite: Citing): string {
  const marks = cite.claims(because) + cite.works(sources);
  return `${text} ${marks}${practice === undefined ? '' : `(practice: ${practice})`}`.trim();
}

/** PLAN: what is due and when. A line is said once in the text, however often it returns in the calendar. */
export const planTool = (content: McpContent, said: Said): Tool =>
  tool({
    name: 'plan',
    title: 'What is due, and when',
    description:
      'The next weeks of one person: blood and other tests, infusions, the steps of a taper the clinician planned, exercise sessions and reviews, each with its reason and source. It needs the record (medicines with their start). Amounts are for the care team to check; they are no instruction.',
    input: z.strictObject({ ...personInput, weeks: z.number().int().min(1).max(52).default(12) }),
    output: planned,
    run: ({ weeks, ...given }) => {
      const person = readPerson(content, given);
      if (!person.ok) return refused(person.problems);
      const found = saidPlan(content, planFor(content.guideline, content.exercise, person.derived, { weeks }));
      const told = new Set<string>();
      const text = telling(content, person, (cite) => [
        heading(person.patient, person.asOf),
        ...urgentLines(said.guidance(person.patient), cite),
        ...found.toCheck.map((one) => shown(one, cite)),
        ...found.items.flatMap(({ on, at, title, overdueDays, lines }) => {
          const fresh = lines.filter(({ text: words }) => !told.has(words));
          for (const { text: words } of fresh) told.add(words);
          const late = overdueDays === undefined ? '' : ` (overdue by ${overdueDays} days)`;
          return [
            `${on}${at === undefined ? '' : ` ${at}`}  ${title}${late}`,
            ...fresh.map((one) => `  ${shown(one, cite)}`),
          ];
        }),
        ...(found.items.length ? [] : ['Nothing is due that the record can tell of.']),
      ]);
      return { ok: true, text, said: found };
    },
  });
