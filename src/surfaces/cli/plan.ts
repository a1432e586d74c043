// SPDX-License-Identifier: Apache-2.0
import { writeFileSync } from 'node:fs';
import type { Guideline } from '../../model/index.ts';
import { isDay } from '../../record/index.ts';
import {
  isZone,
  planFor,
  rituximabSchemes,
  taperSchemes,
  toICalendar,
  type Basis,
  type Plan,
  type PlanItem,
  type PlanOptions,
} from '../../plan/index.ts';
import {
  colour,
  loadCompiled,
  loadExerciseLibrary,
  loadPerson,
  print,
  readArguments,
  Refusal,
  textOf,
  wrap,
} from './load.ts';

export const help = `heliotrope plan <patient> [--ics FILE] [--zone ZONE] [--weeks N] [--taper SCHEME] [--rituximab SCHEME --from DATE]
                [--surface M2] [--as-of DATE] [--json] [--guideline DIR]
  What is due and when: tests, infusions, the steps of a taper, a week of exercise. --ics writes a calendar file.
  --zone: the time zone of its hours, such as Europe/London (default: this machine's). --weeks: how far ahead (default 12).
  --taper lays out a published scheme instead of the doctor's plan, labelled as such: ${taperSchemes.map(({ id }) => id).join(', ')}.
  --rituximab lays out a course: ${rituximabSchemes.join(', ')} (the second needs --surface, in m²).
  Example: npx heliotrope plan examples/on-ivig.yaml`;

/** What stands behind a line, in brackets: the sources of its claims, its own sources, or that it is practice. */
function basisWords(guideline: Guideline, { claims = [], sources = [], practice }: Basis): string {
  const cited = claims.flatMap((id) => guideline.claims[id]?.cites.map(({ source }) => source) ?? []);
  const all = [...new Set([...cited, ...sources])].slice(0, 3);
  const words = [...all, ...(practice === undefined ? [] : [all.length ? `practice: ${practice}` : practice])].join(
    '; ',
  );
  return words ? ` [${words}]` : '';
}

/** An item with its lines; a line that was printed before is not printed again. */
function itemText(guideline: Guideline, printed: Set<string>, { on, at, title, lines, overdueDays }: PlanItem): string {
  const late =
    overdueDays === undefined ? '' : colour('urgent', `  overdue by ${overdueDays} day${overdueDays === 1 ? '' : 's'}`);
  const fresh = lines.filter(({ text }) => !printed.has(text));
  for (const { text } of fresh) printed.add(text);
  return [
    `${colour('title', `${on}${at === undefined ? '' : ` ${at}`}  ${title}`)}${late}`,
    ...fresh.map(({ text, basis }) => wrap(`${text}${basisWords(guideline, basis)}`, '    ')),
    ...(fresh.length < lines.length ? [wrap('(The rest as above.)', '    ')] : []),
  ].join('\n');
}

function exerciseText({ exercise }: Plan): readonly string[] {
  if (!exercise) return [];
  const states = {
    ready: `Exercise: ${exercise.phase.name.toLowerCase()}.`,
    'therapist-first':
      'Exercise: a physiotherapist sees you first. Until then only gentle movement, stretching and breathing.',
    'ask-first':
      'Exercise: some things have to be known first. Until then only gentle movement, stretching and breathing.',
    postponed: 'Exercise: not now.',
  } as const;
  return [
    colour('title', states[exercise.state]),
    ...exercise.because.map(({ text }) => wrap(text, '    ')),
    ...exercise.changes.map(({ text }) => wrap(text, '    ')),
    ...exercise.leftOut.map(({ name, why }) => wrap(`Left out: ${name}. ${why}`, '    ')),
    ...(exercise.askFirst.length
      ? [wrap(`Ask first about: ${exercise.askFirst.map(({ rule }) => rule.ask).join(' ')}`, '    ')]
      : []),
    ...(exercise.state === 'postponed'
      ? []
      : [
          wrap(
            `Stop, and get help: ${exercise.stopRules
              .filter(({ urgent }) => urgent)
              .map(({ sign }) => sign)
              .join('; ')}.`,
            '    ',
          ),
        ]),
  ];
}

/** A plan as text for people. */
function planText(guideline: Guideline, plan: Plan): string {
  const taper = plan.taper
    ? [
        ...plan.taper.problems.map(({ severity, message }) =>
          wrap(`${severity === 'error' ? 'Ask before you follow this plan: ' : 'To check: '}${message}`),
        ),
        ...(plan.taper.calledFor.length
          ? [
              wrap(
                `Its doses call for, or may call for: ${plan.taper.calledFor.map(({ intervention, certain }) => `${guideline.interventions[intervention]?.label ?? intervention}${certain ? '' : ' (more has to be known)'}`).join('; ')}.`,
              ),
            ]
          : []),
      ]
    : [];
  const unknown = plan.monitoring.startUnknown;
  const printed = new Set<string>();
  return [
    colour('title', `Plan from ${plan.asOf} to ${plan.until}`),
    ...plan.notes.map(({ text }) => wrap(text)),
    ...(unknown.length
      ? [
          wrap(
            `It is not recorded when these began, so their tests count from today: ${unknown.map((id) => guideline.interventions[id]?.label ?? id).join(', ')}.`,
          ),
        ]
      : []),
    ...(plan.monitoring.mayApply.length
      ? [
          wrap(
            `More tests may be due; something is not known: ${plan.monitoring.mayApply.map(({ test }) => test).join('; ')}.`,
          ),
        ]
      : []),
    ...taper,
    ...plan.items.filter(({ kind }) => kind !== 'exercise').map((item) => itemText(guideline, printed, item)),
    exerciseText(plan).join('\n'),
    ...plan.items.filter(({ kind }) => kind === 'exercise').map((item) => itemText(guideline, printed, item)),
    wrap(`Times and amounts are for your team to check. ${guideline.disclaimer}`),
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}

function readWeeks(value: unknown): number {
  const text = textOf(value) ?? '12';
  const weeks = Number(text);
  if (!(Number.isInteger(weeks) && weeks >= 1 && weeks <= 260))
    throw new Refusal(`--weeks is "${text}". Give a whole number from 1 to 260.`);
  return weeks;
}

/** The published schemes that were asked for by name; an unknown one is refused with the names there are. */
function schemesOf(values: Readonly<Record<string, unknown>>, asOf: string): Pick<PlanOptions, 'taper' | 'rituximab'> {
  const [taperName, courseName] = [textOf(values['taper']), textOf(values['rituximab'])];
  const taper = taperSchemes.find(({ id }) => id === taperName);
  if (taperName !== undefined && !taper)
    throw new Refusal(`There is no scheme "${taperName}". There are: ${taperSchemes.map(({ id }) => id).join(', ')}.`);
  const scheme = rituximabSchemes.find((id) => id === courseName);
  if (courseName !== undefined && !scheme)
    throw new Refusal(`There is no scheme "${courseName}". There are: ${rituximabSchemes.join(', ')}.`);
  const from = textOf(values['from']) ?? asOf;
  if (!isDay(from)) throw new Refusal(`--from is "${from}". Give a day of the calendar, such as 2026-11-23.`);
  const surface = Number(textOf(values['surface']) ?? Number.NaN);
  return {
    ...(taper ? { taper } : {}),
    ...(scheme ? { rituximab: { scheme, from, ...(Number.isNaN(surface) ? {} : { surface }) } } : {}),
  };
}

function writeCalendar(path: string, plan: Plan, zone: string): void {
  try {
    writeFileSync(path, toICalendar(plan.items, { asOf: plan.asOf, zone }));
  } catch (error) {
    throw new Refusal(`"${path}" cannot be written: ${error instanceof Error ? error.message : String(error)}.`);
  }
  process.stderr.write(`${plan.items.length} items written to ${path}.\n`);
}

/** `heliotrope plan`: exit 0; 2 for a file that cannot be read or written. */
export async function plan(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(
    args,
    {
      ics: { type: 'string' },
      zone: { type: 'string' },
      weeks: { type: 'string' },
      taper: { type: 'string' },
      rituximab: { type: 'string' },
      from: { type: 'string' },
      surface: { type: 'string' },
      'as-of': { type: 'string' },
      guideline: { type: 'string' },
    },
    help,
  );
  const path = positionals[0];
  if (path === undefined) throw new Refusal(`Name a patient file.\n\n${help}`);
  const zone = textOf(values['zone']) ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!isZone(zone)) throw new Refusal(`"${zone}" is no time zone. Give one such as Europe/London.`);
  const weeks = readWeeks(values['weeks']);
  const folder = textOf(values['guideline']);
  const loaded = await loadCompiled(folder);
  const { derived } = await loadPerson(loaded, path, values['as-of']);
  const found = planFor(loaded.guideline, await loadExerciseLibrary(loaded, folder), derived, {
    weeks,
    ...schemesOf(values, derived.asOf),
  });
  const ics = textOf(values['ics']);
  if (ics !== undefined) writeCalendar(ics, found, zone);
  print(
    values['json']
      ? JSON.stringify({ shape: 'heliotrope-plan/1', ...found, problems: derived.problems }, null, 2)
      : planText(loaded.guideline, found),
  );
  return 0;
}
