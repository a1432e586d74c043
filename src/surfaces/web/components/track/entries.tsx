// SPDX-License-Identifier: Apache-2.0
// Every entry, the newest first, to correct or to take back. What was corrected or taken back stays readable.
import { useState } from 'preact/hooks';
import type { Entry } from '../../../../record/index.ts';
import { live } from '../../kept.ts';
import { dayWords, lineOf } from './entry-words.ts';
import { correcting, type Typed } from './form.tsx';

type Props = {
  entries: readonly Entry[];
  name: (id: string) => string;
  correct: (typed: Typed) => void;
  withdraw: (entry: Entry) => void;
};
const newestFirst = (a: Entry, b: Entry): number => (a.on > b.on ? -1 : a.on < b.on ? 1 : 0);

const Row = ({ entry, name, correct, withdraw }: { entry: Entry } & Omit<Props, 'entries'>) => {
  const [sure, setSure] = useState(false);
  const typed = correcting(entry);
  const line = lineOf(entry, name);
  return (
    <li>
      <p>
        <span>{line}</span> <span class="soft">{dayWords(entry.on)}</span>
      </p>
      <div class="rowacts">
        {typed ? (
          <button class="link" type="button" aria-label={`Correct ${line}`} onClick={() => correct(typed)}>
            Correct
          </button>
        ) : null}
        {sure ? (
          <button class="link" type="button" aria-label={`Yes, take it back: ${line}`} onClick={() => withdraw(entry)}>
            Yes, take it back
          </button>
        ) : (
          <button class="link" type="button" aria-label={`Take back ${line}`} onClick={() => setSure(true)}>
            Take back
          </button>
        )}
      </div>
    </li>
  );
};

/** Entries that no longer count, with what took their place. */
const Former = ({ entries, name }: Pick<Props, 'entries' | 'name'>) => {
  const standing = new Set(live(entries).map(({ id }) => id));
  const former = entries.filter(({ id, kind }) => !standing.has(id) && kind !== 'withdrawal' && kind !== 'fact');
  const instead = (id: string): string => {
    const next = entries.find(({ replaces }) => replaces === id);
    return next ? `corrected to: ${lineOf(next, name)}` : 'taken back';
  };
  return former.length === 0 ? null : (
    <details class="more bare">
      <summary>
        {former.length === 1 ? 'One entry was' : `${former.length} entries were`} corrected or taken back
      </summary>
      <ul>
        {former.map((entry) => (
          <li>
            <del>{lineOf(entry, name)}</del>{' '}
            <span class="soft">
              {dayWords(entry.on)}, {instead(entry.id)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
};

export const Entries = ({ entries, name, correct, withdraw }: Props) => {
  const [all, setAll] = useState(false);
  const shown = live(entries).filter(({ kind }) => kind !== 'fact');
  const rows = [...shown].sort(newestFirst).slice(0, all ? undefined : 8);
  return (
    <section class="part" aria-labelledby="entries">
      <h2 id="entries">Your entries</h2>
      {shown.length === 0 ? <p>Nothing was added yet.</p> : null}
      <ul class="entries">
        {rows.map((entry) => (
          <Row key={entry.id} entry={entry} name={name} correct={correct} withdraw={withdraw} />
        ))}
      </ul>
      {rows.length < shown.length ? (
        <button class="link" type="button" onClick={() => setAll(true)}>
          Show all {shown.length} entries
        </button>
      ) : null}
      <Former entries={entries} name={name} />
    </section>
  );
};
