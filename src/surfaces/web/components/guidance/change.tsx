// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'preact/hooks';
import type { Patient } from '../../../../model/index.ts';
import { movesInWords, type Change, type Move, type Tryable } from '../../answering/changes.ts';
import { ask } from '../../answering/client.ts';

const Moves = ({ moves }: { moves: readonly Move[] }) =>
  moves.length === 0 ? (
    <p>Nothing moves.</p>
  ) : (
    <ul class="plain">
      {movesInWords(moves).map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  );

/** Any one fact, changed for a look: nothing is kept. */
const Try = ({ patient }: { patient: Patient }) => {
  const [facts, setFacts] = useState<readonly Tryable[]>([]);
  const [fact, setFact] = useState('');
  const [moves, setMoves] = useState<readonly Move[]>();
  useEffect(() => {
    ask('tryables', patient).then(setFacts, () => setFacts([]));
  }, [patient]);
  const chosen = facts.find((one) => one.fact === fact);
  const tried = (value: string): void => {
    const to: unknown = value === '' ? undefined : JSON.parse(value);
    if (typeof to !== 'string' && typeof to !== 'number' && typeof to !== 'boolean') return setMoves(undefined);
    ask('tryChange', patient, fact, to).then(setMoves, () => setMoves(undefined));
  };
  return (
    <form class="try" onSubmit={(event) => event.preventDefault()}>
      <h3>Try a change and see</h3>
      <p class="soft small">Nothing of this is kept.</p>
      <div class="field">
        <label for="try-fact">If this were different</label>
        <select
          id="try-fact"
          value={fact}
          onChange={(event) => {
            setFact(event.currentTarget.value);
            setMoves(undefined);
          }}
        >
          <option value="">Choose a fact</option>
          {facts.map((one) => (
            <option value={one.fact}>
              {one.label}
              {one.now ? ` (now: ${one.now})` : ''}
            </option>
          ))}
        </select>
      </div>
      {chosen ? (
        <div class="field">
          <label for="try-value">And it were</label>
          <select id="try-value" key={fact} onChange={(event) => tried(event.currentTarget.value)}>
            <option value="">Choose an answer</option>
            {chosen.values.map(({ value, words }) => (
              <option value={value}>{words}</option>
            ))}
          </select>
        </div>
      ) : null}
      <div role="status" class="tried">
        {moves ? <Moves moves={moves} /> : null}
      </div>
    </form>
  );
};

/** The single changes that would move most, tried one by one by the worker; and a way to try any other. */
export const WhatWouldChange = ({ patient }: { patient: Patient }) => {
  const [found, setFound] = useState<readonly Change[]>();
  useEffect(() => {
    ask('changes', patient).then(setFound, () => setFound([]));
  }, [patient]);
  return (
    <section class="group" aria-labelledby="change">
      <h2 id="change">What would change this</h2>
      {found === undefined ? <p class="soft">One moment: changes are being tried.</p> : null}
      {found?.length ? (
        <table class="change">
          <thead>
            <tr>
              <th scope="col">If</th>
              <th scope="col">Then</th>
            </tr>
          </thead>
          <tbody>
            {found.map(({ label, answer, moves }) => (
              <tr>
                <td>
                  {label}
                  {label.endsWith('?') ? ' ' : ': '}
                  <b>{answer}</b>
                </td>
                <td>
                  <Moves moves={moves} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <Try patient={patient} />
    </section>
  );
};
