// SPDX-License-Identifier: Apache-2.0
// What every island starts from: the guideline, the store, and what was said so far.
import { useEffect, useState } from 'preact/hooks';
import type { Guideline, Patient } from '../../model/index.ts';
import { factsSaid, onOtherTab, openStore, read, type Kept, type Store } from './storage.ts';

export type Known = {
  guideline: Guideline;
  store: Store;
  kept: Kept;
  patient: Patient;
  reload: () => Promise<void>;
  turn: (store: Store) => void;
};
export type State = { stage: 'reading' } | { stage: 'failed'; why: string } | ({ stage: 'ready' } & Known);

/** The person's own day, as a date. */
export const today = (): string => {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
};

/** The guideline of this build, read apart from the page and kept by the browser. */
export async function readGuideline(): Promise<Guideline> {
  const address = document.querySelector('main')?.dataset['guideline'];
  const answer = await fetch(address ?? '');
  if (!answer.ok) throw new Error('The guideline could not be read. Check the connection, then load the page again.');
  const guideline: Guideline = await answer.json();
  return guideline;
}

const inWords = (error: unknown): string =>
  error instanceof DOMException
    ? `This browser does not let the page keep your answers (${error.name}). A private window or a full disk can be the reason. Nothing was lost that was kept before.`
    : error instanceof Error
      ? error.message
      : 'Something did not work. Load the page again; what you typed before is kept.';

/** Everything an island needs, kept up to date when another tab stores something. */
export function useNavigator(): State {
  const [state, setState] = useState<State>({ stage: 'reading' });
  useEffect(() => {
    const show = async (guideline: Guideline, store: Store): Promise<void> => {
      const kept = await read(store);
      setState({
        stage: 'ready',
        guideline,
        store,
        kept,
        patient: factsSaid(kept.entries),
        reload: () => show(guideline, store),
        turn: (other) => {
          void show(guideline, other);
        },
      });
    };
    Promise.all([readGuideline(), openStore()])
      .then(async ([guideline, store]) => {
        onOtherTab(() => {
          void openStore().then((again) => show(guideline, again));
        });
        await show(guideline, store);
      })
      .catch((error: unknown) => setState({ stage: 'failed', why: inWords(error) }));
  }, []);
  return state;
}
