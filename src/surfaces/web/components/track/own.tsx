// SPDX-License-Identifier: Apache-2.0
// Copies, people and deleting: everything is the person's own.
import { useState } from 'preact/hooks';
import { ask } from '../../answering/client.ts';
import { lockedCopy, openCopy } from '../../backup.ts';
import { wholeCopy, type Held } from '../../copy.ts';
import { heldNow, takeIn, type TakenIn } from '../../holding.ts';
import { live } from '../../kept.ts';
import { today, type Keeping } from '../../navigator.ts';
import { otherPerson } from '../../other-person.ts';
import { download } from '../../salvage.ts';
import { deleteEverything, people, turnTo, type Person, type Store } from '../../storage.ts';

type Props = { keeping: Keeping; tell: (words: string) => void };
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : 'the browser refused');

const many = (n: number, one: string, more: string): string => (n === 1 ? `One ${one}` : `${n} ${more}`);
/** What came of a whole copy, and what of it was not taken because something else stands here. */
const takenWords = ({ person, added, stayed }: TakenIn): string =>
  [
    `${many(added, 'entry was', 'entries were')} added from the copy, with the words kept beside them.`,
    `You now see the record of ${person.name}.`,
    ...(stayed.length
      ? [`${many(stayed.length, 'note says', 'notes say')} something else in the copy. What stands here was kept.`]
      : []),
  ].join(' ');

/** Saving and opening copies; what goes wrong is said. */
const copies = ({ keeping, tell }: Props, passphrase: string) => {
  const save = async (): Promise<void> => {
    const copy = wholeCopy(today(), {}, await heldNow(keeping));
    download(`heliotrope-${today()}.json`, passphrase ? await lockedCopy(copy, passphrase) : copy);
  };
  const takeWhole = async (held: Held): Promise<void> => {
    if (!keeping.store)
      return tell('This browser keeps nothing, so a whole copy cannot be opened here. Nothing was changed.');
    const taken = await takeIn(keeping.store, held);
    await keeping.reload();
    tell(takenWords(taken));
  };
  const open = async (file: File): Promise<void> => {
    const text = await file.text();
    const opened = text.includes('"locked"') ? await openCopy(text, passphrase) : { ok: true as const, text };
    const read = opened.ok ? await ask('readFile', opened.text, file.name, today()) : opened;
    if (!read.ok) return tell(read.problem);
    if (read.held) return takeWhole(read.held);
    const other = otherPerson(live(keeping.kept.entries), read.entries);
    if (other !== undefined) return tell(other);
    const stored = await keeping.say(read.entries); // a page closed at the word "added" has lost nothing
    const added = many(read.entries.length, 'entry was', 'entries were');
    tell([`${added} added from the file.`, ...(stored ? [] : ['This is not kept yet.']), ...read.notes].join(' '));
  };
  return {
    save: (): void => {
      save().catch((error: unknown) => tell(`The copy could not be made: ${reasonOf(error)}.`));
    },
    open: (file: File): void => {
      open(file).catch((error: unknown) =>
        tell(`The file could not be opened: ${reasonOf(error)}. Nothing was changed.`),
      );
    },
  };
};

const Copy = (props: Props) => {
  const [passphrase, setPassphrase] = useState('');
  const { save, open } = copies(props, passphrase);
  return (
    <details class="more">
      <summary>
        <h3>Save a copy, or open one</h3>
      </summary>
      <div>
        <p>A copy holds everything kept here of {props.keeping.person}: entries, answers, and your own words.</p>
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
          <button class="button-quiet" type="button" onClick={save}>
            Save a copy to a file
          </button>
        </div>
        <div class="field">
          <label for="file">Open a copy or a patient file</label>
          <span class="hint">
            A copy brings everything back, for the person it is of. Entries of other files, also a FHIR Bundle from your
            hospital, are added to yours.
          </span>
          <input
            id="file"
            type="file"
            accept=".json,.yaml,.yml,application/json"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              if (file) open(file);
            }}
          />
        </div>
      </div>
    </details>
  );
};

const Others = ({ keeping, tell, store }: Props & { store: Store }) => {
  const [all, setAll] = useState<readonly Person[]>([]);
  const [name, setName] = useState('');
  const turn = (person: Person): void => {
    turnTo(store, person)
      .then(keeping.reload)
      .then(
        () => tell(`You now see the record of ${person.name}.`),
        (error: unknown) => tell(`That did not work: ${reasonOf(error)}. Nothing was changed.`),
      );
  };
  return (
    <details
      class="more"
      onToggle={() => {
        people(store).then(setAll, (error: unknown) =>
          tell(`The people on this device cannot be listed: ${reasonOf(error)}.`),
        );
      }}
    >
      <summary>
        <h3>Somebody else on this device</h3>
      </summary>
      <div>
        <p>
          You see the record of <b>{keeping.person}</b>.
        </p>
        <ul>
          {all
            .filter(({ id }) => id !== store.person.id)
            .map((person) => (
              <li>
                <button class="link" type="button" onClick={() => turn(person)}>
                  Turn to {person.name}
                </button>
              </li>
            ))}
        </ul>
        <div class="field">
          <label for="name">A new person’s name</label>
          <input id="name" autocomplete="off" value={name} onInput={(event) => setName(event.currentTarget.value)} />
        </div>
        <div class="actions">
          <button
            class="button-quiet"
            type="button"
            onClick={() =>
              name.trim()
                ? turn({ id: crypto.randomUUID(), name: name.trim() })
                : tell('Type the new person’s name first.')
            }
          >
            Add this person
          </button>
        </div>
      </div>
    </details>
  );
};

const Delete = ({ keeping, tell, store }: Props & { store: Store }) => {
  const [sure, setSure] = useState(false);
  const all = (): void => {
    deleteEverything(store)
      .then(keeping.reload)
      .then(
        () => {
          setSure(false);
          tell('Everything on this device was deleted.');
        },
        (error: unknown) => tell(`It could not be deleted: ${reasonOf(error)}. Everything is still there.`),
      );
  };
  return (
    <details class="more">
      <summary>
        <h3>Delete everything</h3>
      </summary>
      <div>
        <p>This deletes every answer, entry and word of everybody on this device. It cannot be undone.</p>
        <button class={sure ? 'button' : 'button-quiet'} type="button" onClick={() => (sure ? all() : setSure(true))}>
          {sure ? 'Yes, delete everything' : 'Delete everything'}
        </button>
      </div>
    </details>
  );
};

export const Own = (props: Props) => {
  const { store } = props.keeping;
  return (
    <section class="part" aria-labelledby="own">
      <h2 id="own">Yours alone</h2>
      <Copy {...props} />
      {store ? <Others {...props} store={store} /> : null}
      {store ? <Delete {...props} store={store} /> : null}
    </section>
  );
};
