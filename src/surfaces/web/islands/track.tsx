// SPDX-License-Identifier: Apache-2.0
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { lockedCopy, openCopy, plainCopy } from '../backup.ts';
import { OverTime } from '../components/over-time.tsx';
import { lineOf, seriesOf } from '../components/entry-words.ts';
import { TrackForm } from '../components/track-form.tsx';
import { readCopy } from '../import.ts';
import { today, useNavigator, type Known } from '../navigator.ts';
import { add, deleteEverything, live, openStore, people, turnTo, undo, type Person } from '../storage.ts';

function download(name: string, text: string, type: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Copies, people and deleting: everything is the person's own. */
const Own = ({
  known,
  say,
  back,
}: {
  known: Known;
  say: (words: string) => void;
  back: (work: Promise<unknown>, words: string) => void;
}) => {
  const { store, kept, guideline, turn } = known;
  const [passphrase, setPassphrase] = useState('');
  const [sure, setSure] = useState(false);
  const [all, setAll] = useState<readonly Person[]>();
  const [name, setName] = useState('');
  const copy = (): string => plainCopy(today(), {}, kept.entries);
  const save = async (): Promise<void> =>
    download(
      `heliotrope-${today()}.json`,
      passphrase ? await lockedCopy(copy(), passphrase) : copy(),
      'application/json',
    );
  const open = async (file: File): Promise<void> => {
    const opened = await openCopy(await file.text(), passphrase);
    const read = opened.ok ? readCopy(guideline, opened.text, today(), () => crypto.randomUUID()) : opened;
    if (!read.ok) return say(read.problem);
    back(add(store, read.entries), `${read.entries.length} entries were added from the file.`);
  };
  return (
    <section class="part">
      <h2>Yours alone</h2>
      <details class="more">
        <summary>
          <h3>Save a copy, or open one</h3>
        </summary>
        <div>
          <div class="field">
            <label for="passphrase">Passphrase, if the copy is to be locked</label>
            <span class="hint">Who forgets it cannot open the copy.</span>
            <input
              id="passphrase"
              type="password"
              autocomplete="off"
              value={passphrase}
              onInput={(event) => setPassphrase(event.currentTarget.value)}
            />
          </div>
          <div class="actions">
            <button
              class="button-quiet"
              type="button"
              onClick={() => {
                void save();
              }}
            >
              Save a copy to a file
            </button>
          </div>
          <div class="field">
            <label for="file">Open a copy or a patient file</label>
            <input
              id="file"
              type="file"
              accept=".json,application/json"
              onChange={(event) => {
                const file = event.currentTarget.files?.[0];
                if (file) void open(file);
              }}
            />
          </div>
        </div>
      </details>
      <details
        class="more"
        onToggle={() => {
          void people(store).then(setAll);
        }}
      >
        <summary>
          <h3>Somebody else on this device</h3>
        </summary>
        <div>
          <p>
            You see the record of <b>{store.person.name}</b>.
          </p>
          <ul>
            {(all ?? [])
              .filter(({ id }) => id !== store.person.id)
              .map((person) => (
                <li>
                  <button
                    class="link"
                    type="button"
                    onClick={() => {
                      void turnTo(store, person).then(turn);
                    }}
                  >
                    Turn to {person.name}
                  </button>
                </li>
              ))}
          </ul>
          <div class="field">
            <label for="name">A new person’s name</label>
            <input id="name" value={name} onInput={(event) => setName(event.currentTarget.value)} />
          </div>
          <div class="actions">
            <button
              class="button-quiet"
              type="button"
              onClick={() => {
                if (name.trim()) void turnTo(store, { id: crypto.randomUUID(), name: name.trim() }).then(turn);
              }}
            >
              Add this person
            </button>
          </div>
        </div>
      </details>
      <details class="more">
        <summary>
          <h3>Delete everything</h3>
        </summary>
        <div>
          <p>This deletes every answer and entry of everybody on this device. It cannot be undone.</p>
          {sure ? (
            <button
              class="button"
              type="button"
              onClick={() =>
                back(deleteEverything(store).then(openStore).then(turn), 'Everything on this device was deleted.')
              }
            >
              Yes, delete everything
            </button>
          ) : (
            <button class="button-quiet" type="button" onClick={() => setSure(true)}>
              Delete everything
            </button>
          )}
        </div>
      </details>
    </section>
  );
};

const Track = (known: Known) => {
  const { guideline, store, kept, reload } = known;
  const [words, say] = useState('');
  const entries = live(kept.entries).filter(({ kind }) => kind !== 'fact');
  const name = (id: string): string => guideline.interventions[id]?.label ?? guideline.facts[id]?.label ?? id;
  const series = seriesOf(entries);
  const from = [...entries].map(({ on }) => on).sort()[0] ?? today();
  const back = (work: Promise<unknown>, done: string): void => {
    work
      .then(reload)
      .then(() => say(done))
      .catch((error: unknown) =>
        say(
          `This could not be kept: ${error instanceof Error ? error.message : 'the browser refused'}. What was kept before is safe.`,
        ),
      );
  };
  return (
    <>
      <h1>Track</h1>
      <p class="lead">Ten seconds an entry. What you see here stays on this device.</p>
      <p role="status">{words}</p>
      <div class="cols">
        <div>
          <TrackForm guideline={guideline} today={today()} onAdd={(entry) => back(add(store, [entry]), 'Kept.')} />
          {kept.lastBatch === undefined ? null : (
            <p>
              <button
                class="link"
                type="button"
                onClick={() => back(undo(store, today()), 'The last entry was taken back.')}
              >
                Undo the last entry
              </button>
            </p>
          )}
          <section class="part">
            <h2>Over time</h2>
            {series.length ? (
              series.map((one) => <OverTime {...one} from={from} to={today()} />)
            ) : (
              <p>When you have added numbers, you see them here over time.</p>
            )}
          </section>
        </div>
        <aside class="panel" aria-labelledby="latest">
          <h2 id="latest">Your entries ({entries.length})</h2>
          <ul>
            {[...entries]
              .sort((a, b) => (a.on > b.on ? -1 : 1))
              .slice(0, 30)
              .map((entry) => (
                <li>
                  <span>{lineOf(entry, name)}</span>
                  <span class="soft">{entry.on}</span>
                </li>
              ))}
          </ul>
          <p>
            <a class="button-quiet" href="/visit/">
              Make the page for my visit
            </a>
          </p>
        </aside>
      </div>
      <Own known={known} say={say} back={back} />
    </>
  );
};

const Page = () => {
  const state = useNavigator();
  if (state.stage === 'reading') return <p class="soft">One moment: the guideline is being read.</p>;
  return state.stage === 'failed' ? (
    <div class="errors" role="alert">
      <h1>This page cannot start</h1>
      <p>{state.why}</p>
    </div>
  ) : (
    <Track {...state} />
  );
};
const place = document.querySelector('[data-island="track"]');
if (place) {
  place.textContent = '';
  render(<Page />, place);
}
