// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import type { Keeping } from '../../navigator.ts';

/** The questions that were ticked for the visit, as they are kept. */
export const tickedAsks = (kept: Keeping['kept']): readonly string[] => {
  const found: unknown = JSON.parse(kept.words.get('asks') ?? '[]');
  return Array.isArray(found) ? found.filter((one): one is string => typeof one === 'string') : [];
};

/** What to ask the doctor: ticked questions, and the person's own, go on the visit page. */
export const Asks = ({ asks, keeping }: { asks: readonly string[]; keeping: Keeping }) => {
  const ticked = tickedAsks(keeping.kept);
  const [own, setOwn] = useState('');
  const keep = (list: readonly string[]): void => keeping.words('asks', list.length ? JSON.stringify(list) : '');
  const all = [...asks, ...ticked.filter((one) => !asks.includes(one))];
  return (
    <section class="group noprint" aria-labelledby="askq">
      <h2 id="askq">Questions to ask</h2>
      <p class="soft small">Ticked questions go on your visit page.</p>
      <form
        class="asklist"
        onSubmit={(event) => {
          event.preventDefault();
          if (own.trim()) keep([...ticked, own.trim()]);
          setOwn('');
        }}
      >
        {all.map((words) => (
          <label>
            <input
              type="checkbox"
              checked={ticked.includes(words)}
              onChange={() => keep(ticked.includes(words) ? ticked.filter((one) => one !== words) : [...ticked, words])}
            />
            <span>{words}</span>
          </label>
        ))}
        <div class="field">
          <label for="own-ask">A question of your own</label>
          <input id="own-ask" value={own} autocomplete="off" onInput={(event) => setOwn(event.currentTarget.value)} />
        </div>
        <div class="actions">
          <button class="button-quiet" type="submit">
            Add it
          </button>
          <a class="button" href="/visit/">
            Prepare my visit
          </a>
        </div>
      </form>
    </section>
  );
};
