// SPDX-License-Identifier: Apache-2.0
// What is kept, with which of it still counts today: worked out beside the page, by the rule that every other reader uses.
import { ask } from './answering/client.ts';
import { live, nothingKept, type Kept } from './kept.ts';

/** Works out what still counts. Where the guideline cannot be read no answer counts, for an old "no" may be wrong today; the page
 *  then says itself that it cannot start. */
export async function counted(kept: Kept, today: string): Promise<Kept> {
  const entries = live(kept.entries);
  const from = new Set(kept.entries.map(({ id }) => id));
  if (!entries.some(({ kind }) => kind === 'fact')) return { ...kept, counted: { ...nothingKept.counted, from } };
  try {
    const open = kept.unanswered.map(({ fact }) => fact);
    return { ...kept, counted: { ...(await ask('counting', { entries, open, today })), from } };
  } catch (error) {
    console.warn('What still counts of your answers could not be worked out.', error);
    return { ...kept, counted: { ...nothingKept.counted, from } };
  }
}
