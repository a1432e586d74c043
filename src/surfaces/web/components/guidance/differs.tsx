// SPDX-License-Identifier: Apache-2.0
import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { Differing } from '../../pages/evidence/disagreements.ts';
import { WorkTitle } from '../work-link.tsx';

const Known = createContext<readonly Differing[]>([]);
/** Gives the disagreements to every option below it. */
export const DisagreementsKnown = Known.Provider;

/** Reads the disagreements of this build; without them the guidance still stands, and the page says nothing of them. */
export function useDisagreements(): readonly Differing[] {
  const [list, setList] = useState<readonly Differing[]>([]);
  useEffect(() => {
    fetch('/data/disagreements.json')
      .then((found) => found.json())
      .then((all: readonly Differing[]) => setList(all))
      .catch((error: unknown) => console.warn('The disagreements could not be read.', error));
  }, []);
  return list;
}

const One = ({ question, positions, here }: Differing) => (
  <>
    <h4>{question}</h4>
    <dl class="pairs">
      {positions.map(({ who, says, seen, cites }) => (
        <div>
          <dt>{who}</dt>
          <dd>
            {says}{' '}
            <span class="small soft">
              {cites.map(({ words, url }, i) => (
                <>
                  {i ? '; ' : ''}
                  <WorkTitle title={words} url={url} />
                </>
              ))}
              {seen ? '' : '. We have not seen this text'}.
            </span>
          </dd>
        </div>
      ))}
    </dl>
    <p>
      <b>What Heliotrope does.</b> {here}
    </p>
  </>
);

/** Where sources disagree about one treatment, both sides, one click below it. */
export const DiffersOn = ({ id, label }: { id: string; label: string }) => {
  const list = useContext(Known).filter(({ interventions }) => interventions.includes(id));
  return list.length === 0 ? null : (
    <details class="more">
      <summary>
        {list.length === 1 ? 'Guidelines differ on one question' : `Guidelines differ on ${list.length} questions`}
        <span class="hide">: {label}</span>
      </summary>
      <div>
        {list.map((one) => (
          <One {...one} />
        ))}
      </div>
    </details>
  );
};
