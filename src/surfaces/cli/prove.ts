// SPDX-License-Identifier: Apache-2.0
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { patientFile, sentences, type ProofReport } from '../../interpreters/prove/index.ts';
import { load } from './full.ts';
import { print, readArguments, Refusal, textOf } from './load.ts';
import { proveAll } from './proving.ts';

export const help = `heliotrope prove [dir] [--out FOLDER] [--findings] [--json]
  Proves the guideline's invariants and laws for every possible patient. Whoever breaks one is printed as a patient file.
  --out FOLDER   writes each counterexample as a patient file that "heliotrope answer" reads
  --findings     lists what is no fault and worth knowing: rules that say nothing new, or never have their way
  --json         the report as data; docs/proofs.md says its shape
  Exit code: 0 everything is proved, 1 something is refuted, 2 misuse.
  Example: npx heliotrope prove`;

type Refuted = ProofReport['refuted'][number];

/** A counterexample as a patient file: what it breaks, in a comment, and what is known. */
function counterexample({ id, says, patient = {} }: Refuted): string {
  return `# counterexample to ${id}\n# ${says}\n${patientFile(patient)}\n`;
}

/** A refuted property in words, with the patient who breaks it. */
function told(refuted: Refuted): string {
  const { kind, says, patient, completion } = refuted;
  if (!patient) return `REFUTED ${kind}: ${says}\nNobody can ever be so.\n`;
  const more =
    kind === 'more-facts-never-overturn' ? `# and then, knowing more:\n${patientFile(completion ?? {})}\n` : '';
  return `REFUTED ${kind}: ${says}\n${counterexample(refuted)}${more}`;
}

/** Writes each counterexample; a folder that exists is written into. */
function writeOut(folder: string, refuted: readonly Refuted[]): void {
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  for (const each of refuted.filter(({ patient }) => patient))
    writeFileSync(join(folder, `${each.id}.yaml`), counterexample(each));
}

/** `heliotrope prove`: exit 0 when everything is proved, 1 when something is refuted, 2 for misuse. */
export async function prove(args: readonly string[]): Promise<number> {
  const options = { out: { type: 'string' }, findings: { type: 'boolean' } } as const;
  const { values, positionals } = readArguments(args, options, help);
  if (positionals.length > 1) throw new Refusal(`One folder at most.\n\n${help}`);
  const { report } = await proveAll(load(positionals[0]));
  const out = textOf(values['out']);
  if (out !== undefined) writeOut(out, report.refuted);
  if (values['json']) print(JSON.stringify(report, null, 2));
  else {
    for (const refuted of report.refuted) print(told(refuted));
    if (values['findings']) for (const { says } of report.findings) print(`finding: ${says}`);
    for (const sentence of sentences(report)) print(sentence);
    print(`${report.proved} proved, ${report.refuted.length} refuted, ${report.findings.length} findings.`);
  }
  return report.refuted.length ? 1 : 0;
}
