// SPDX-License-Identifier: Apache-2.0
// A file the person opens: a patient file as JSON or YAML. What is in it is data, never markup; all of it is read, or none.
import type { Guideline } from '../../model/index.ts';
import type { Entry } from '../../record/index.ts';
import { readPatient } from './import.ts';

export type Opened = { ok: true; entries: readonly Entry[]; notes: readonly string[] } | { ok: false; problem: string };

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
  if (first)
    return { ok: false, problem: `This file cannot be read: ${first.message.split('\n')[0] ?? 'it is not YAML'}` };
  try {
    return { ok: true, found: document.toJS({ maxAliasCount: 20 }) };
  } catch {
    return { ok: false, problem: 'This file cannot be read: it repeats itself too often.' };
  }
}

const isBundle = (found: unknown): boolean => typeof found === 'object' && found !== null && 'resourceType' in found;

/** Reads a file into entries, or says what is wrong with it. */
export async function readFile(guideline: Guideline, text: string, name: string, today: string): Promise<Opened> {
  const parsed = await parse(text);
  if (!parsed.ok) return { ok: false, problem: `${name}: ${parsed.problem} Nothing was changed.` };
  if (isBundle(parsed.found))
    return {
      ok: false,
      problem: `${name} is a FHIR file. This page reads patient files (YAML or JSON) so far. Nothing was changed.`,
    };
  const read = readPatient(guideline, parsed.found, today, () => crypto.randomUUID());
  return read.ok ? { ok: true, entries: read.entries, notes: [] } : read;
}
