// SPDX-License-Identifier: Apache-2.0
import { show } from '../../authoring/diagnostic.ts';
import { readFile, readText } from '../../authoring/read.ts';
import type { Found, Reading } from '../../fhir/index.ts';
import type { Fact, Guideline } from '../../model/index.ts';
import { givenText, readBundleFile, type GivenText } from './bundle.ts';
import { asOfDay, colour, loadCompiled, print, readArguments, Refusal, textOf, today, wrap } from './load.ts';

export const help = `heliotrope facts [bundle] [--as-of DATE] [--json] [--guideline DIR]
  Without a file, the vocabulary: every fact a patient file may state, its type, unit and range. With a FHIR R4 Bundle
  ("-" is stdin): the facts found in it, each with where it came from, what to ask, and what was left out and why.
  Example: npx heliotrope facts examples/stepping-up.fhir.json --as-of 2026-01-20`;

function kind({ value }: Fact): string {
  if (value.type === 'boolean') return 'true | false';
  return value.type === 'code'
    ? value.options.map(({ code }) => code).join(' | ')
    : `${value.min} to ${value.max} ${value.unit}`;
}

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length ? [`${colour('title', title)}\n${lines.map((line) => wrap(line, '  ')).join('\n')}`] : [];

const foundLine = (guideline: Guideline, { fact, value, on, from, said, note }: Found): string =>
  `${guideline.facts[fact]?.label ?? fact}: ${String(value)} (${[on, said, from].filter((each) => each !== undefined).join(', ')})${note === undefined ? '' : `. ${note}`}`;

/** Results, walks and vaccines that no fact rests on: they are in the record, and a reader should see that. */
function keptLines({ entries, found }: Reading): readonly string[] {
  const used = new Set(found.map(({ from }) => from));
  return entries.flatMap((entry): readonly string[] => {
    if (entry.from === undefined || used.has(entry.from)) return [];
    if (entry.kind === 'laboratory' || entry.kind === 'strength')
      return [`${entry.test}: ${entry.value} ${entry.unit} (${entry.on}, ${entry.from})`];
    return entry.kind === 'vaccine' ? [`Vaccine: ${entry.vaccine} (${entry.on}, ${entry.from})`] : [];
  });
}

/** What a Bundle says, for people. */
function readingText(guideline: Guideline, reading: Reading): string {
  const { found, conflicts, asked, ignored, asOf } = reading;
  const label = (fact: string): string => guideline.facts[fact]?.label ?? fact;
  return [
    ...section(
      `Found, as of ${asOf}`,
      found.map((one) => foundLine(guideline, one)),
    ),
    ...(found.length ? [] : [`Nothing that the guideline asks about was found, as of ${asOf}.`]),
    ...section('Kept in the record; no rule asks for it', keptLines(reading)),
    ...section(
      'Contradicts itself, so left unknown',
      conflicts.map(
        ({ fact, values }) =>
          `${label(fact)}: ${values.map(({ value, said, from }) => `${String(value)} (${said}, ${from})`).join('; ')}`,
      ),
    ),
    ...section(
      'To ask',
      asked.map(({ fact, said, from, reason }) => `${label(fact)}? ${said} (${from}). ${reason}`),
    ),
    ...section(
      'Left out',
      ignored.map(({ resource, reason }) => `${resource}: ${reason}`),
    ),
    wrap('Check what was found with the person: a record can be wrong, and what is not in it is not "no".'),
  ].join('\n\n');
}

/** Why a file is no Bundle: what is wrong with it as a file, or that it is another one. */
function noBundle({ name, text }: GivenText): string {
  const { problems } = text === undefined ? readFile(name) : readText(name, text);
  const [problem] = problems;
  if (problem) return show(problem, text ?? '');
  return `${name} is not a FHIR R4 Bundle: a JSON object with "resourceType": "Bundle". A patient file is read by "heliotrope answer".`;
}

/** `heliotrope facts`: exit 0; 2 when the file is no Bundle of one person. */
export async function facts(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(
    args,
    { guideline: { type: 'string' }, 'as-of': { type: 'string' } },
    help,
  );
  const { guideline } = await loadCompiled(textOf(values['guideline']));
  const [path] = positionals;
  if (path === undefined) {
    const all = Object.values(guideline.facts);
    print(
      values['json']
        ? JSON.stringify({ shape: 'heliotrope-facts/1', facts: all }, null, 2)
        : all.map((fact) => `${fact.id}: ${kind(fact)}\n  ${fact.question}`).join('\n'),
    );
    return 0;
  }
  const given = givenText(path);
  if (!given.fhir) throw new Refusal(noBundle(given));
  const reading = await readBundleFile(guideline, given, asOfDay(values['as-of']) ?? today());
  print(
    values['json']
      ? JSON.stringify({ shape: 'heliotrope-reading/1', ...reading }, null, 2)
      : readingText(guideline, reading),
  );
  return 0;
}
