// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { show } from '../../authoring/diagnostic.ts';
import { readFile, readText, type Positioned } from '../../authoring/read.ts';
import { findMeasure, measures } from '../../measures/index.ts';
import { print, readArguments, Refusal } from './load.ts';

export const help = `heliotrope measure [<id> <file>] [--json]
  Computes a published measure from a YAML or JSON file of its inputs; "-" is stdin. Alone, lists the measures.
  Example: echo '{"creatinine": 0.8, "unit": "mg/dL", "age": 50, "sex": "female"}' | npx heliotrope measure egfr -`;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every measure with its names, for programs. */
const listed = (): string =>
  JSON.stringify(
    {
      measures: measures.map(({ id, shortNames, title, citation, licence }) => ({
        id,
        shortNames,
        title,
        citation,
        licence,
      })),
    },
    null,
    2,
  );

/** Where an input stands, such as `items.3`; the file alone when it is not there. */
function placeOf({ file, at }: Positioned, field: string): string {
  const { line, column } = at(field.split('.'));
  return `${file}:${line}:${column}`;
}

/** `heliotrope measure`: exit 0; 2 for inputs that cannot be scored, with every problem at its place. */
export function measure(args: readonly string[]): number {
  const { values, positionals } = readArguments(args, {}, help);
  const [id, path, ...more] = positionals;
  if (more.length) throw new Refusal(`One measure and one file. "${more[0]}" is neither.\n\n${help}`);
  if (id === undefined) {
    print(
      values['json']
        ? listed()
        : measures.map((one) => `${one.id} (${one.shortNames.join(', ')}): ${one.title}`).join('\n'),
    );
    return 0;
  }
  const found = findMeasure(id);
  if (!found) throw new Refusal(`There is no measure called "${id}". "heliotrope measure" lists them.`);
  if (path === undefined) throw new Refusal(`Name a file of inputs, or - for stdin.\n\n${help}`);
  const file = path === '-' ? readText('stdin', readFileSync(0, 'utf8')) : readFile(path);
  if (file.problems.length) throw new Refusal(file.problems.map((problem) => show(problem, file.text)).join('\n\n'));
  if (!isRecord(file.value)) throw new Refusal(`${file.file}: the inputs are one object, such as { "age": 50 }.`);
  const outcome = found.score(file.value);
  if (!outcome.ok && values['json']) {
    const { problems } = outcome;
    print(
      JSON.stringify(
        {
          measure: found.id,
          result: { status: 'invalid', total: null, category: null, reason: problems[0]?.message },
          problems,
          citation: found.citation,
        },
        null,
        2,
      ),
    );
  }
  if (!outcome.ok)
    throw new Refusal(
      outcome.problems.map(({ path: field, message }) => `${placeOf(file, field)}  ${field} ${message}`).join('\n'),
    );
  const { title, citation, licence } = found;
  print(
    values['json']
      ? JSON.stringify({ measure: found.id, result: outcome.result, title, citation, licence }, null, 2)
      : [
          title,
          ...Object.entries(outcome.result).map(
            ([name, value]) => `  ${name}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`,
          ),
          `Source: ${citation}`,
        ].join('\n'),
  );
  return 0;
}
