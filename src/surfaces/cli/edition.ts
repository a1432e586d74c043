// SPDX-License-Identifier: Apache-2.0
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadEdition } from '../../authoring/index.ts';
import type { Guideline } from '../../model/index.ts';
import { Refusal } from './load.ts';

/** The mark of a recorded edition: a guideline as one JSON, checked when it was recorded. */
export const recordedShape = 'heliotrope-edition/1';

/** What a JSON file holds. It may be anything, `null` and a bare number too. */
function parsed(file: string): { shape?: string; guideline?: Guideline } | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refusal(`"${file}" cannot be read as JSON: ${error.message}.`);
    throw error;
  }
}

/** Reads an edition that was recorded. Only what `record` wrote is read: the shape says so. */
export function readRecorded(file: string): Guideline {
  const found = parsed(file);
  if (found?.shape !== recordedShape)
    throw new Refusal(`"${file}" is not a recorded edition: its "shape" is not "${recordedShape}".`);
  if (typeof found.guideline?.interventions !== 'object')
    throw new Refusal(`"${file}" says that it is a recorded edition, but holds no guideline.`);
  return found.guideline;
}

const git = (args: readonly string[]) => spawnSync('git', [...args], { encoding: 'utf8' });

function refuseRevision(name: string): never {
  const shallow = git(['rev-parse', '--is-shallow-repository']).stdout?.trim() === 'true';
  throw new Refusal(
    [
      `"${name}" is neither a folder, nor a recorded edition, nor a git revision that is here.`,
      shallow
        ? 'This clone is shallow; `git fetch --unshallow` brings older revisions.'
        : 'Name a guideline folder, such as guideline, or a revision, such as HEAD~1.',
    ].join('\n'),
  );
}

/** What decides in a guideline folder, or a refusal with the first problems. */
function readFolder(folder: string, name: string): Guideline {
  const { guideline, shown } = loadEdition(folder);
  if (guideline && !Object.keys(guideline.interventions).length)
    throw new Refusal(`"${name}" has no treatment in it. Is it the guideline's folder?`);
  if (guideline) return guideline;
  throw new Refusal(`The guideline of "${name}" cannot be read by this version of Heliotrope.\n\n${shown()}`, 1);
}

/** The guideline folder as it stood at a git revision, checked by today's rules. */
function readRevision(name: string): Guideline {
  if (git(['rev-parse', '--verify', '--quiet', `${name}^{commit}`]).status !== 0) refuseRevision(name);
  const folder = mkdtempSync(join(tmpdir(), 'heliotrope-'));
  try {
    const root = execFileSync('git', ['rev-parse', '--show-toplevel'], { encoding: 'utf8' }).trim();
    const archive = spawnSync('git', ['-C', root, 'archive', '--format=tar', name, 'guideline'], { maxBuffer: 1e9 });
    if (archive.status !== 0) throw new Refusal(`The revision "${name}" has no folder "guideline".`);
    execFileSync('tar', ['-xf', '-', '-C', folder], { input: archive.stdout });
    return readFolder(join(folder, 'guideline'), name);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** An edition of the guideline: a folder, a recorded edition (.json), or a git revision. */
export function readEdition(name: string): Guideline {
  if (!existsSync(name)) return readRevision(name);
  return statSync(name).isDirectory() ? readFolder(name, name) : readRecorded(name);
}
