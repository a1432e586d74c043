// SPDX-License-Identifier: Apache-2.0
// What all requests share, also where several processes stand behind one port: how many there were, and which tokens were used.

/** Nothing in it is about a patient: codes of ours with how often each came, and names of tokens until they run out. */
export type Shared = {
  /** Counts one of a kind; the kind is a text of ours. */
  add: (kind: string) => void;
  /** What was counted so far, by everybody. */
  counts: () => Promise<readonly (readonly [kind: string, many: number])[]>;
  /** Whether a token is used for the first time. Times are in seconds. */
  isNew: (token: string, until: number, now: number) => Promise<boolean>;
};

/** Tokens are used once; so many are remembered by name until they run out, and nothing else of them. */
const remembered = 50_000;

function onlyOnce(): (token: string, until: number, now: number) => boolean {
  const seen = new Map<string, number>();
  return (token, until, now) => {
    if ((seen.get(token) ?? 0) > now) return false;
    if (seen.size >= remembered) for (const [old, end] of seen) if (end <= now) seen.delete(old);
    if (seen.size >= remembered) return false;
    seen.set(token, until);
    return true;
  };
}

/** Counts by kind, and a way to add many at once. */
export type Tally = { counts: Map<string, number>; add: (kind: string, many: number) => void };
export function tally(): Tally {
  const counts = new Map<string, number>();
  return { counts, add: (kind, many) => void counts.set(kind, (counts.get(kind) ?? 0) + many) };
}

/** For one process: everything in its own memory. */
export function ownShared(): Shared & { addMany: Tally['add'] } {
  const [{ counts, add }, once] = [tally(), onlyOnce()];
  return {
    add: (kind) => add(kind, 1),
    addMany: add,
    counts: async () => [...counts],
    isNew: async (token, until, now) => once(token, until, now),
  };
}
