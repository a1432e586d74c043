// SPDX-License-Identifier: Apache-2.0
import { parseArgs } from 'node:util';
import { show } from '../../authoring/diagnostic.ts';
import type { Loaded } from '../../authoring/index.ts';
import { readPatient } from '../../authoring/patient.ts';
import { readFile, readText } from '../../authoring/read.ts';
import { contradictionsIn } from '../../interpreters/answer/index.ts';
import type { ExerciseLibrary, Guideline, Patient } from '../../model/index.ts';
import { derive, isDay, type Derived, type Entry } from '../../record/index.ts';
import type { Reading } from '../../fhir/index.ts';
import { givenText, readBundleFile, type BundleFile } from './bundle.ts';
import { ownGuideline, readCompiled } from './compile.ts';
import { Refusal } from './refusal.ts';

export { ownGuideline } from './compile.ts';
export { Refusal } from './refusal.ts';

/** An option's text, when it was given one. */
export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** The guideline for a command that only reads it: compiled if it can be, otherwise read and checked. */
export async function loadCompiled(folder: string = ownGuideline): Promise<Pick<Loaded, 'guideline'>> {
  return (folder === ownGuideline ? readCompiled(folder) : undefined) ?? (await import('./full.ts')).load(folder);
}

/** The exercise library of a guideline folder: compiled if it can be; refused with every diagnostic when something is wrong in it. */
export async function loadExerciseLibrary(
  loaded: Pick<Loaded, 'guideline'>,
  folder: string = ownGuideline,
): Promise<ExerciseLibrary | undefined> {
  const compiled = folder === ownGuideline ? readCompiled(folder)?.exercise : undefined;
  return compiled ?? (await import('./full.ts')).readExercise(loaded, folder);
}

/** The day today, where the program runs: the only clock of the command line. */
export const today = (): string => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
};

/** The day given by `--as-of`, when it was given. */
export function asOfDay(option: unknown): string | undefined {
  const written = textOf(option);
  if (written !== undefined && !isDay(written))
    throw new Refusal(`--as-of is "${written}". Give a day of the calendar, such as 2026-11-23.`);
  return written;
}

/** A patient file with what its record says on a day. */
export type Person = { patient: Patient; record: readonly Entry[]; derived: Derived; asOf: string };
const severities = ['urgent', 'error', 'warning'] as const;

const say = (file: string, severity: (typeof severities)[number], where: string, message: string): void => {
  process.stderr.write(
    `${colour(severity === 'urgent' ? 'urgent' : 'soft', `${file}: ${severity}${where}:`)} ${message}\n`,
  );
};
/** What is odd in a record, on stderr, the urgent first. */
function sayProblems(file: string, { problems }: Derived): void {
  for (const severity of severities)
    for (const { entries, message } of problems.filter((one) => one.severity === severity))
      say(file, severity, entries.length ? `, entry ${entries.join(', ')}` : '', message);
}

/** How much of a record settles nothing, on stderr, and where to see what and why. */
function sayLeftOut(file: string, { ignored, asked }: Reading): void {
  if (ignored.length + asked.length === 0) return;
  process.stderr.write(
    `${file}: ${asked.length} things in the record are to be asked about, and ${ignored.length} were left out. "npx heliotrope facts ${file}" says which and why.\n`,
  );
}

/** The person of a FHIR Bundle. What contradicts itself there is said on stderr; "heliotrope facts" shows the rest. */
async function bundlePerson(
  { guideline }: Pick<Loaded, 'guideline'>,
  bundle: BundleFile,
  asOf: string,
): Promise<Person> {
  const read = await readBundleFile(guideline, bundle, asOf);
  for (const { fact, values } of read.conflicts)
    say(
      bundle.name,
      'warning',
      '',
      `"${fact}" is left unknown, because the record contradicts itself: ${values.map(({ said, from }) => `${said} (${from})`).join(', ')}.`,
    );
  sayLeftOut(bundle.name, read);
  const derived = derive(guideline, read.entries, asOf);
  sayProblems(bundle.name, { ...derived, problems: derived.problems.filter(({ severity }) => severity === 'urgent') });
  return { patient: read.facts, record: read.entries, derived: { ...derived, patient: read.facts }, asOf };
}

/** A file that says two things which cannot both be true is refused: which of them is right, nobody can guess. */
function refuseContradictions(guideline: Guideline, file: ReturnType<typeof readFile>, patient: Patient): void {
  const problems = contradictionsIn(guideline, patient).map(({ message, facts }) =>
    show(
      {
        code: 'contradictory',
        severity: 'error',
        message: `${message} Both cannot be true: look at ${facts.join(', ')}, and leave out what is not certain.`,
        at: file.at(['facts', facts.at(-1) ?? '']),
      },
      file.text,
    ),
  );
  if (problems.length) throw new Refusal(problems.join('\n\n'));
}

/** One patient file or FHIR R4 Bundle (`-` is stdin), checked against the guideline and read as of a day: `--as-of`, or else the
 *  file's own, or else today. A bad file is refused whole; what is odd in a record is said on stderr, the urgent first. */
export async function loadPerson(
  loaded: Pick<Loaded, 'guideline'>,
  path: string,
  asOfOption: unknown,
): Promise<Person> {
  const { guideline } = loaded;
  const asOfText = asOfDay(asOfOption);
  const given = givenText(path);
  if (given.fhir) return bundlePerson(loaded, given, asOfText ?? today());
  const file = given.text === undefined ? readFile(path) : readText(given.name, given.text);
  const read = readPatient(guideline, file);
  if (!read.ok) throw new Refusal(read.problems);
  refuseContradictions(guideline, file, read.patient);
  const asOf = asOfText ?? read.asOf ?? today();
  const record = read.record ?? [];
  const derived = derive(guideline, record, asOf, { facts: read.patient, on: read.asOf ?? asOf });
  sayProblems(file.file, derived);
  return { patient: derived.patient, record, derived, asOf };
}

/** The patient of a file, as of a day. */
export const loadPatient = async (loaded: Pick<Loaded, 'guideline'>, path: string, asOf?: unknown): Promise<Patient> =>
  (await loadPerson(loaded, path, asOf)).patient;

type Given = {
  values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
  positionals: readonly string[];
};
type Options = Record<string, { type: 'boolean' | 'string'; multiple?: boolean }>;
/** Parses a command's arguments; `json` and `help` are always there. Misuse is refused with the command's help. */
export function readArguments(args: readonly string[], options: Options, help: string): Given {
  try {
    return parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' }, ...options },
      allowPositionals: true,
    });
  } catch (error) {
    throw new Refusal(
      `${error instanceof Error ? (error.message.split('.')[0] ?? '') : 'Unreadable arguments'}.\n\n${help}`,
    );
  }
}

export const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** Breaks text at 80 columns, later lines indented. */
export function wrap(text: string, indent = ''): string {
  const rows: string[] = [];
  let row = '';
  for (const word of text.split(/\s+/)) {
    if (row && indent.length + row.length + 1 + word.length > 80) {
      rows.push(row);
      row = word;
    } else row = row ? `${row} ${word}` : word;
  }
  return [...rows, row].map((line) => indent + line).join('\n');
}

const colours = { urgent: '1;31', title: '1', soft: '2' } as const;
/** Colour, only on a terminal and only when not refused by NO_COLOR. */
export const colour = (kind: keyof typeof colours, text: string): string =>
  process.stdout.isTTY && !process.env['NO_COLOR'] ? `\u001b[${colours[kind]}m${text}\u001b[0m` : text;
