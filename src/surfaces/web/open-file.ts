// SPDX-License-Identifier: Apache-2.0
// A file the person opens: a patient file as JSON or YAML, or a FHIR Bundle. What is in it is data, never markup; all of it is read, or none.
import type { Guideline } from '../../model/index.ts';
import type { Entry } from '../../record/index.ts';
import { readKept, type Held } from './copy.ts';
import { isObject, readPatient } from './import.ts';

/** What a file holds; of a whole copy, `held` is everything that was kept of the person, with these entries in it. */
export type Opened =
  { ok: true; entries: readonly Entry[]; notes: readonly string[]; held?: Held } | { ok: false; problem: string };

const isJson = (text: string): boolean => /^\s*[{[]/.test(text);

async function parse(text: string): Promise<{ ok: true; found: unknown } | { ok: false; problem: string }> {
  if (isJson(text)) {
    try {
      return { ok: true, found: JSON.parse(text) };
    } catch {
      return { ok: false, problem: 'This file cannot be read: it is not JSON.' };
    }
  }
  const { parseDocument } = await import('yaml');
  const document = parseDocument(text, { strict: true, uniqueKeys: true });
  const [first] = document.errors;
  if (first) {
    const { line, col } = first.linePos?.[0] ?? { line: 1, col: 1 };
    return {
      ok: false,
      problem: `This file cannot be read: at line ${line}, character ${col}, it is not written as YAML or JSON.`,
    };
  }
  try {
    return { ok: true, found: document.toJS({ maxAliasCount: 20 }) };
  } catch {
    return { ok: false, problem: 'This file cannot be read: it repeats itself too often.' };
  }
}

const isFhir = (found: unknown): boolean => typeof found === 'object' && found !== null && 'resourceType' in found;
const few = (all: readonly string[]): readonly string[] =>
  all.length > 8 ? [...all.slice(0, 8), `and ${all.length - 8} more`] : all;

/** A FHIR Bundle of one person: its dated entries, and the facts it states, each with the resource it came from. What was left
 *  out, and what contradicts itself, is said. */
async function readFhir(guideline: Guideline, found: unknown, name: string, today: string): Promise<Opened> {
  const { readBundle } = await import('../../fhir/index.ts');
  const read = readBundle(guideline, found, today);
  if (!read.ok) return { ok: false, problem: `${name}: ${read.problem} Nothing was changed.` };
  const stated = new Set(read.entries.flatMap((entry) => (entry.kind === 'fact' ? [entry.fact] : [])));
  const facts = Object.entries(read.facts).flatMap(([fact, value]): readonly Entry[] => {
    const source = read.found.find((one) => one.fact === fact);
    const from = source ? { from: source.from } : {};
    return stated.has(fact)
      ? []
      : [{ kind: 'fact', id: crypto.randomUUID(), on: source?.on ?? today, by: 'import', ...from, fact, value }];
  });
  const label = (fact: string): string => guideline.facts[fact]?.label ?? fact;
  return {
    ok: true,
    entries: [...read.entries, ...facts],
    notes: [
      ...read.conflicts.map(({ fact }) => `${label(fact)}: the file says two different things, so neither is used.`),
      ...read.found.flatMap(({ fact, note }) => (note === undefined ? [] : [`${label(fact)}: ${note}`])),
      ...few(read.asked.map(({ fact, said, reason }) => `Please check “${label(fact)}”: ${said}. ${reason}`)),
      ...few(read.ignored.map(({ resource, reason }) => `Not read, ${resource}: ${reason}`)),
    ],
  };
}

/** Reads a file into entries, or says what is wrong with it. */
export async function readFile(guideline: Guideline, text: string, name: string, today: string): Promise<Opened> {
  if (isJson(text) && text.includes('"resourceType"')) {
    const { parseFhir } = await import('../../fhir/index.ts');
    const fhir = parseFhir(text);
    if (!fhir.ok) return { ok: false, problem: `${name}: ${fhir.problem} Nothing was changed.` };
    if (isFhir(fhir.value)) return readFhir(guideline, fhir.value, name, today);
  }
  const parsed = await parse(text);
  if (!parsed.ok) return { ok: false, problem: `${name}: ${parsed.problem} Nothing was changed.` };
  const read = readPatient(guideline, parsed.found, today, () => crypto.randomUUID());
  if (!read.ok) return read;
  if (!isObject(parsed.found) || !Object.hasOwn(parsed.found, 'kept'))
    return { ok: true, entries: read.entries, notes: [] };
  const kept = readKept(parsed.found['kept'], read.entries, Date.now());
  return kept.ok ? { ok: true, entries: read.entries, notes: [], held: kept.held } : kept;
}
