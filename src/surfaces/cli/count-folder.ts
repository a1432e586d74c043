// SPDX-License-Identifier: Apache-2.0
// The folder that a count without a work file reads into. It holds what the files say of people, so it goes when the count ends; what
// a killed one left behind goes when the next one starts.
import { readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const named = /^heliotrope-count-(\d+)-/;

/** Whether a process is there, ours or somebody else's. */
function isRunning(id: number): boolean {
  try {
    process.kill(id, 0); // asks, and sends nothing
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

/** Removes what counts left behind that are not running any more. Folders of other users of the machine are theirs to remove. */
function removeLeft(inside: string): void {
  for (const name of readdirSync(inside)) {
    const id = named.exec(name)?.[1];
    if (id === undefined || isRunning(Number(id))) continue;
    const folder = join(inside, name);
    const whose = statSync(folder, { throwIfNoEntry: false })?.uid;
    if (whose !== undefined && whose === (process.getuid?.() ?? whose))
      rmSync(folder, { recursive: true, force: true });
  }
}

/** How the name of a new folder begins: with this process, so that it can be told later whether it still runs. */
export function folderName(inside: string = tmpdir()): string {
  removeLeft(inside);
  return join(inside, `heliotrope-count-${process.pid}-`);
}
