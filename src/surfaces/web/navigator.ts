// SPDX-License-Identifier: Apache-2.0
// What every island starts from: the store, what was said so far, and, where a page needs it whole, the guideline.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { FactId, Guideline, Patient } from '../../model/index.ts';
import type { Entry } from '../../record/index.ts';
import { counted } from './counted.ts';
import { nothingKept, patientOf, type Draft, type Kept, type Unanswered } from './kept.ts';
import { add, askAgain, keepDraft, keepWords, onOtherTab, openStore, read, undo, type Store } from './storage.ts';

/** Why something is not kept, in words; `full` and `refused` leave the answers usable until the page is closed. */
export type Trouble = { kind: 'full' | 'refused' | 'damaged'; words: string };
export type Keeping = {
  kept: Kept;
  patient: Patient;
  open: ReadonlySet<FactId>;
  person: string;
  store: Store | undefined;
  trouble: Trouble | undefined;
  /** Entries and open questions that this page holds and the device does not. */
  unsaved: readonly Entry[];
  /** Shown at once; the promise is kept when the device has written it, and is false when it could not: `trouble` then says why. */
  say: (entries: readonly Entry[], left?: { facts: readonly FactId[]; how: Unanswered['how'] }) => Promise<boolean>;
  takeBack: () => void;
  again: () => void;
  draft: (page: string, draft: Draft | undefined) => void;
  words: (about: string, text: string) => void;
  retry: () => void;
  /** Reads again what is kept, after somebody else was turned to or everything was deleted. */
  reload: () => Promise<void>;
};
export type KeepingState = { stage: 'reading' } | { stage: 'damaged'; words: string } | ({ stage: 'ready' } & Keeping);

/** The person's own day, as a date. */
export const today = (): string => {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
};

const troubleOf = (error: unknown): Trouble => {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError')
    return { kind: 'full', words: 'This device has no room left, so your last answers are not kept yet.' };
  if (name === 'SecurityError' || name === 'InvalidStateError' || name === 'NotAllowedError')
    return {
      kind: 'refused',
      words: `This browser does not let the page keep your answers (${name}). A private window can be the reason.`,
    };
  return {
    kind: 'damaged',
    words: `What is kept on this device cannot be opened (${name || (error instanceof Error ? error.message : 'unknown')}).`,
  };
};

/** What was just said, put beside what is kept, so that the page never waits for the disk. */
function together(
  kept: Kept,
  entries: readonly Entry[],
  left: { facts: readonly FactId[]; how: Unanswered['how'] },
): Kept {
  const said = new Set(entries.flatMap((entry) => (entry.kind === 'fact' ? [entry.fact] : [])));
  const [batch, place] = [`now ${kept.batches.length}`, Date.now()];
  const facts = [...said, ...left.facts];
  return {
    ...kept,
    entries: [...kept.entries, ...entries],
    unanswered: [
      ...kept.unanswered.filter(({ fact }) => !said.has(fact) && !left.facts.includes(fact)),
      ...left.facts.map((fact) => ({ person: '', fact, how: left.how, batch, place })),
    ],
    batches: [...kept.batches, { id: batch, place, facts, other: entries.some(({ kind }) => kind !== 'fact') }],
    lastBatch: batch,
  };
}
const nobody = { facts: [], how: 'unknown' } as const;

type Now = { store?: Store; unsaved: readonly Entry[]; writing: number; writes: number };
/** What is kept, read at the start and again when another tab stores something. */
function useReading() {
  const [kept, setKept] = useState<Kept>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [unsaved, setUnsaved] = useState<readonly Entry[]>([]);
  const now = useRef<Now>({ unsaved: [], writing: 0, writes: 0 });
  now.current.unsaved = unsaved;
  const reload = useCallback(async (): Promise<void> => {
    try {
      const store = await openStore();
      now.current.store = store;
      const { writes } = now.current;
      const found = await counted(await read(store), today());
      // What was written meanwhile is not in what was found: it is read once more, by that write or here.
      if (!now.current.writing && now.current.writes !== writes) return await reload();
      if (!now.current.writing)
        setKept(now.current.unsaved.length ? together(found, now.current.unsaved, nobody) : found);
    } catch (error) {
      const met = troubleOf(error);
      setTrouble(met);
      if (met.kind !== 'damaged') setKept((before) => before ?? nothingKept);
    }
  }, []);
  useEffect(() => {
    void reload();
    onOtherTab(() => void reload());
  }, []);
  return { kept, setKept, trouble, setTrouble, unsaved, setUnsaved, now, reload };
}

/** The person's record. Where nothing can be stored it works in memory, says so, and offers what it holds as a file. */
export function useKept(): KeepingState {
  const { kept, setKept, trouble, setTrouble, unsaved, setUnsaved, now, reload } = useReading();
  const write = async (
    work: (store: Store) => Promise<void>,
    entries: readonly Entry[] = [],
    after = false,
  ): Promise<boolean> => {
    const { store } = now.current;
    const unkept = (): void => setUnsaved((before) => [...before, ...entries]);
    if (!store) {
      unkept();
      return false;
    }
    now.current.writing += 1;
    now.current.writes += 1;
    try {
      await work(store);
      return true;
    } catch (error) {
      setTrouble(troubleOf(error));
      unkept();
      return false;
    } finally {
      now.current.writing -= 1;
      if (after && !now.current.writing) void reload();
    }
  };
  if (!kept) return trouble ? { stage: 'damaged', words: trouble.words } : { stage: 'reading' };
  const show = (change: (before: Kept) => Kept): void => setKept((before) => (before ? change(before) : before));
  return {
    stage: 'ready',
    kept,
    store: now.current.store,
    trouble,
    unsaved,
    person: now.current.store?.person.name ?? 'Me',
    patient: patientOf(kept),
    open: new Set(kept.unanswered.map(({ fact }) => fact)),
    say: (entries, left = nobody) => {
      show((before) => together(before, entries, left));
      return write((store) => add(store, entries, left), entries, true);
    },
    takeBack: () => void write((store) => undo(store, today()), [], true),
    again: () => {
      show((before) => ({ ...before, unanswered: [] }));
      void write(askAgain, [], true);
    },
    draft: (page, draft) => void write((store) => keepDraft(store, page, draft)),
    words: (about, text) => {
      show((before) => ({ ...before, words: new Map([...before.words, [about, text]]) }));
      void write((store) => keepWords(store, about, text));
    },
    retry: () => {
      setTrouble(undefined);
      setUnsaved([]);
      void write((store) => add(store, unsaved), unsaved, true);
    },
    reload,
  };
}

/** The guideline of this build, read apart from the page and kept by the browser. */
export async function readGuideline(): Promise<Guideline> {
  const address = document.querySelector('main')?.dataset['guideline'];
  const answer = await fetch(address ?? '');
  if (!answer.ok) throw new Error('The guideline could not be read. Check the connection, then load the page again.');
  const guideline: Guideline = await answer.json();
  return guideline;
}

export type Known = {
  guideline: Guideline;
  store: Store;
  kept: Kept;
  patient: Patient;
  reload: () => Promise<void>;
  turn: (store: Store) => void;
};
export type State = { stage: 'reading' } | { stage: 'failed'; why: string } | ({ stage: 'ready' } & Known);

/** The store and the whole guideline, for pages that name interventions and tests. */
export function useNavigator(): State {
  const [state, setState] = useState<State>({ stage: 'reading' });
  useEffect(() => {
    const show = async (guideline: Guideline, store: Store): Promise<void> => {
      const kept = await counted(await read(store), today());
      setState({
        stage: 'ready',
        guideline,
        store,
        kept,
        patient: patientOf(kept),
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
      .catch((error: unknown) =>
        setState({
          stage: 'failed',
          why: error instanceof DOMException || !(error instanceof Error) ? troubleOf(error).words : error.message,
        }),
      );
  }, []);
  return state;
}
