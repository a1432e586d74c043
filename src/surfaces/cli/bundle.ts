// SPDX-License-Identifier: Apache-2.0
import { readFileSync, statSync } from 'node:fs';
import { largestFile } from '../../authoring/read.ts';
import type { Reading } from '../../fhir/index.ts';
import { looksLikeFhir } from '../../fhir/read/parse.ts';
import type { Guideline } from '../../model/index.ts';
import { Refusal } from './refusal.ts';

/** A Bundle of one person's whole record stays far below this. */
const largestBundle = 50 * 1024 * 1024;
const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024);

/** A file's text, when it is FHIR; or its text, or nothing when the patient file's own reader shall say what is wrong. */
export type BundleFile = { fhir: true; name: string; text: string };
export type GivenText = BundleFile | { fhir: false; name: string; text?: string };

function textAt(path: string): string | undefined {
  if (path === '-') return readFileSync(0, 'utf8');
  try {
    const { size } = statSync(path);
    if (size > largestBundle)
      throw new Refusal(
        `${path}: this file has ${megabytes(size)} MB; at most ${megabytes(largestBundle)} MB are read. Is it one person's Bundle?`,
      );
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Refusal) throw error;
    return undefined;
  }
}

/** Reads a path (`-` is stdin) and tells FHIR from a patient file. Too large a file is refused; a missing one has no text. */
export function givenText(path: string): GivenText {
  const [text, name] = [textAt(path), path === '-' ? 'stdin' : path];
  if (text !== undefined && looksLikeFhir(text)) return { fhir: true, name, text };
  return text === undefined || (path !== '-' && text.length > largestFile)
    ? { fhir: false, name }
    : { fhir: false, name, text };
}

/** What a Bundle says, or a refusal with the place and what to do. FHIR is loaded only when there is a Bundle to read. */
export async function readBundleFile(guideline: Guideline, { name, text }: BundleFile, asOf: string): Promise<Reading> {
  const { parseFhir, readBundle } = await import('../../fhir/index.ts');
  const parsed = parseFhir(text);
  if (!parsed.ok)
    throw new Refusal(
      `${name}${parsed.line === undefined ? '' : `:${parsed.line}:${parsed.column}`}  ${parsed.problem}`,
    );
  const read = readBundle(guideline, parsed.value, asOf);
  if (!read.ok) throw new Refusal(`${name}  ${read.problem}`);
  return read;
}
