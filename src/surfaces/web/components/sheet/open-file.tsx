// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import type { Entry } from '../../../../record/index.ts';
import { ask } from '../../answering/client.ts';
import type { Opened } from '../../open-file.ts';
import { today } from '../../navigator.ts';
import { otherPerson } from '../../other-person.ts';

const largest = 5_000_000;
const many = (n: number): string => (n === 1 ? 'One entry was' : `${n} entries were`);

/** A whole copy is opened where it was saved: there its person is turned to, and nothing gets into somebody else's record. */
const wholeCopy: Opened = {
  ok: false,
  problem:
    'This is a copy of everything kept of one person. Open it on the page Track, under “Save a copy, or open one”. Nothing was changed.',
};
type FoundProps = { found: Opened | undefined; stored: boolean; name: string; onUndo: () => void };
/** What came of a file: how much was read, with its notes as text; or what is wrong with it. */
const Found = ({ found, stored, name, onUndo }: FoundProps) => (
  <div role="status" class="flow">
    {found?.ok ? (
      <>
        <p>
          {name}: {many(found.entries.length)} {stored ? 'read and kept.' : 'read. This is not kept yet.'}{' '}
          <button class="link" type="button" onClick={onUndo}>
            Undo
          </button>
        </p>
        <ul>
          {found.entries.flatMap((entry) => (entry.kind === 'note' ? [<li>Note: {entry.text}</li>] : []))}
          {found.notes.map((note) => (
            <li>{note}</li>
          ))}
        </ul>
      </>
    ) : found ? (
      <p class="wrong-text">{found.problem}</p>
    ) : null}
  </div>
);

/** What was read, if it may be added to what is kept. */
function fitting(read: Opened, kept: readonly Entry[]): Opened {
  if (!read.ok) return read;
  if (read.held) return wholeCopy;
  const problem = otherPerson(kept, read.entries);
  return problem === undefined ? read : { ok: false, problem };
}

const tooLarge = (name: string): Opened => ({
  ok: false,
  problem: `${name} is larger than 5 MB, so it was not read. Nothing was changed.`,
});

/** Opens a patient file, or reads one that is pasted. All of it is read, or none; what is in it is shown as text. */
export const OpenFile = ({
  kept,
  onEntries,
  onUndo,
}: {
  kept: readonly Entry[];
  /** True when the device has written them. */
  onEntries: (entries: readonly Entry[]) => Promise<boolean>;
  onUndo: () => void;
}) => {
  const [found, setFound] = useState<Opened>();
  const [stored, setStored] = useState(false);
  const [name, setName] = useState('');
  const [pasted, setPasted] = useState('');
  const read = async (text: string, from: string): Promise<void> => {
    setName(from);
    const opened = fitting(await ask('readFile', text, from, today()), kept);
    setStored(opened.ok ? await onEntries(opened.entries) : false);
    setFound(opened);
  };
  const open = (file: File): void => {
    setName(file.name);
    if (file.size > largest) return setFound(tooLarge(file.name));
    void file.text().then((text) => read(text, file.name));
  };
  return (
    <details class="more noprint">
      <summary>
        <h2>Open a file, or paste one</h2>
      </summary>
      <div>
        <div class="field">
          <label for="file">A patient file (YAML or JSON), or a FHIR Bundle</label>
          <span class="hint">It is read on this device. Nothing is sent.</span>
          <input
            id="file"
            type="file"
            accept=".json,.yaml,.yml,application/json,application/fhir+json,application/yaml"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              if (file) open(file);
            }}
          />
        </div>
        <Found found={found} stored={stored} name={name} onUndo={onUndo} />
        <div class="field">
          <label for="paste">Or paste its text</label>
          <textarea id="paste" value={pasted} onInput={(event) => setPasted(event.currentTarget.value)} />
        </div>
        <div class="actions">
          <button class="button-quiet" type="button" onClick={() => void read(pasted, 'What you pasted')}>
            Read what I pasted
          </button>
        </div>
      </div>
    </details>
  );
};
