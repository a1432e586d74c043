// SPDX-License-Identifier: Apache-2.0
import { live } from '../../kept.ts';
import type { Keeping } from '../../navigator.ts';
import { dayWords, lineOf } from '../track/entry-words.ts';

/** The last sessions; to correct one, the track page has them all. */
export const Log = ({ keeping }: { keeping: Keeping }) => {
  const sessions = live(keeping.kept.entries)
    .filter(({ kind }) => kind === 'exercise')
    .sort((a, b) => (a.on > b.on ? -1 : 1));
  return sessions.length === 0 ? null : (
    <details class="more">
      <summary>
        <h3>What you have done</h3>
      </summary>
      <div>
        <ul>
          {sessions.slice(0, 12).map((entry) => (
            <li>
              {lineOf(entry, (id) => id)} <span class="soft">{dayWords(entry.on)}</span>
            </li>
          ))}
        </ul>
        <a class="textlink" href="/track/">
          All entries, to correct or take back
        </a>
      </div>
    </details>
  );
};
