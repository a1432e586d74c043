// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { wholeCopy } from '../copy.ts';
import { heldByPage } from '../holding.ts';
import { today, type Keeping } from '../navigator.ts';
import { download, salvage, startAnew } from '../salvage.ts';

/** The device is full, or the browser keeps nothing: what happened, what is safe, what to do. The page goes on in memory. */
export const NotKept = (keeping: Keeping) => {
  const { trouble, kept, patient, unsaved, retry } = keeping;
  return trouble === undefined && kept.unreadable.length === 0 ? null : (
    <div class="errors" role="alert">
      <h2>{trouble ? 'Not kept yet' : 'Some entries cannot be read'}</h2>
      <p>
        {trouble
          ? `${trouble.words} You can go on: this page remembers them until you close it. What was kept before is safe.`
          : `${kept.unreadable.length} of your entries are damaged. They are set aside, not deleted. Everything else counts.`}
      </p>
      <div class="actions">
        <button
          class="button-quiet"
          type="button"
          onClick={() =>
            download(
              `heliotrope-${today()}.json`,
              trouble
                ? wholeCopy(today(), patient, heldByPage(keeping))
                : JSON.stringify({ heliotrope: 'salvaged/1', entries: kept.unreadable }, null, 2),
            )
          }
        >
          Save them to a file
        </button>
        {trouble && unsaved.length ? (
          <button class="link" type="button" onClick={retry}>
            Try to keep them again
          </button>
        ) : null}
      </div>
    </div>
  );
};

/** The store itself cannot be opened: what can be read is saved first, then a new store can be begun. */
export const Damaged = ({ words }: { words: string }) => {
  const [saved, setSaved] = useState(false);
  const [problem, setProblem] = useState('');
  return (
    <div class="flow prose">
      <h1 tabIndex={-1}>Your answers cannot be opened here</h1>
      <div class="errors" role="alert">
        <p>{words} This is nothing you did. First save what can still be read. Then you can begin anew.</p>
        {problem ? <p>{problem}</p> : null}
      </div>
      <div class="actions">
        <button
          class="button"
          type="button"
          onClick={() => {
            void salvage().then((text) => {
              download(`heliotrope-saved-${today()}.json`, text);
              setSaved(true);
            });
          }}
        >
          Save what can be read
        </button>
        {saved ? (
          <button
            class="button-quiet"
            type="button"
            onClick={() => {
              startAnew().then(
                () => location.reload(),
                (error: unknown) => setProblem(error instanceof Error ? error.message : 'It could not be put away.'),
              );
            }}
          >
            Begin anew
          </button>
        ) : null}
        <a class="textlink" href="/treatments/">
          Read on without answering
        </a>
      </div>
    </div>
  );
};
