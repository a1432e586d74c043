// SPDX-License-Identifier: Apache-2.0
import { inSentence } from '../../../../model/index.ts';
import type { ComparedOption, WishView } from '../../answering/compare.ts';
import { sure } from '../../sure.ts';
import { tickedAsks } from '../guidance/asks.tsx';
import type { Keeping } from '../../navigator.ts';

/** Wishes before options are compared: they mark rows and order options of equal standing, and never touch safety. */
export const Matters = ({
  wishes,
  onWish,
}: {
  wishes: readonly WishView[];
  onWish: (fact: string, on: boolean) => void;
}) => (
  <section class="matters" aria-labelledby="matters">
    <h2 id="matters">1. What matters to you?</h2>
    <p class="soft small">
      Tick any. It marks the rows below and orders what fits equally well. It never changes what is safe.
    </p>
    <div class="chips">
      {wishes.map(({ fact, question, on }) => (
        <label class="chip">
          <input type="checkbox" checked={on} onChange={(event) => onWish(fact, event.currentTarget.checked)} />
          {question}
        </label>
      ))}
    </div>
  </section>
);

/** The person's own reasons, for and against each: kept on this device, printed on the visit page. */
export const Reasons = ({ options, keeping }: { options: readonly ComparedOption[]; keeping: Keeping }) => (
  <section class="part" aria-labelledby="reasons">
    <h2 id="reasons">3. My reasons</h2>
    <p class="soft small">Kept on this device as you type. Nobody else sees them unless you show them.</p>
    <div class="three">
      {options.map(({ id, label }) => (
        <div class="field">
          <label for={`mine-${id}`}>For and against {inSentence(label)}</label>
          <textarea
            id={`mine-${id}`}
            value={keeping.kept.words.get(`reasons ${id}`) ?? ''}
            onInput={(event) => keeping.words(`reasons ${id}`, event.currentTarget.value)}
          />
        </div>
      ))}
      <div class="field">
        <label for="mine-nothing">If nothing new is started</label>
        <textarea
          id="mine-nothing"
          value={keeping.kept.words.get('reasons nothing') ?? ''}
          onInput={(event) => keeping.words('reasons nothing', event.currentTarget.value)}
        />
      </div>
    </div>
  </section>
);

export const HowSure = ({ keeping }: { keeping: Keeping }) => {
  const said = (id: string): string => keeping.kept.words.get(`sure ${id}`) ?? '';
  const open = sure.filter(([id]) => said(id) === 'not yet');
  const [answered, asks] = [sure.filter(([id]) => said(id) !== '').length, tickedAsks(keeping.kept)];
  const missing = open.map(([, , question]) => question).filter((question) => !asks.includes(question));
  return (
    <section class="part" aria-labelledby="sure">
      <h2 id="sure">4. How sure am I?</h2>
      {sure.map(([id, words]) => (
        <fieldset class="sure">
          <legend>{words}</legend>
          <div class="chips">
            {['yes', 'not yet'].map((value) => (
              <label class="chip">
                <input
                  type="radio"
                  name={`sure-${id}`}
                  checked={said(id) === value}
                  onChange={() => keeping.words(`sure ${id}`, value)}
                />
                {value === 'yes' ? 'Yes' : 'Not yet'}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <div role="status" class="flow">
        {answered < sure.length ? null : open.length === 0 ? (
          <p>You are ready to talk it over. Take your reasons with you.</p>
        ) : (
          <p>
            Not being sure yet is common, and a good reason to ask.{' '}
            {open.length === 1 ? 'One question' : `${open.length} questions`} may help:
          </p>
        )}
        {open.length ? (
          <ul>
            {open.map(([, , question]) => (
              <li>{question}</li>
            ))}
          </ul>
        ) : null}
      </div>
      <div class="actions">
        {missing.length ? (
          <button
            class="button-quiet"
            type="button"
            onClick={() => keeping.words('asks', JSON.stringify([...asks, ...missing]))}
          >
            Put these on my visit page
          </button>
        ) : null}
        <a class="button" href="/visit/">
          Prepare my visit
        </a>
      </div>
    </section>
  );
};
