// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Fact } from '../../../../model/index.ts';
import type { InterviewView, SoFar } from '../../answering/interview.ts';
import type { Standing } from '../../answering/standing.ts';
import { levelWords } from '../guidance.tsx';
import { StatusWord } from '../status.tsx';

const shown = 4;
const waitsFor = ({ here, missing }: SoFar, asking: boolean) =>
  here && asking ? (
    <b class="mine">this question</b>
  ) : (
    <span class="soft">{missing === 1 ? '1 answer' : `${missing} answers`}</span>
  );

/** A closed list is made when it is opened: most people never open it, and every answer would make it again. */
const Closed = ({
  named,
  inside,
  ...also
}: {
  named: ComponentChildren;
  inside: () => ComponentChildren;
  class: string;
}) => {
  const [open, turn] = useState(false);
  return (
    <details {...also} onToggle={(event) => turn(event.currentTarget.open)}>
      <summary>{named}</summary>
      {open ? inside() : null}
    </details>
  );
};

type Listed = { of: Standing; rows: readonly SoFar[]; asking: boolean };
const Rows = ({ of, rows, asking }: Listed) => (
  <ul>
    {rows.map((row) => (
      <li>
        <a href={`/treatments/${row.id}/`}>{row.label}</a>{' '}
        {of === 'check' || of === 'waits' ? waitsFor(row, asking) : null}
      </li>
    ))}
  </ul>
);

const Part = ({ of, rows, asking }: Listed) =>
  rows.length === 0 ? null : (
    <>
      <h3>
        <StatusWord standing={of} />
      </h3>
      <Rows of={of} rows={rows.slice(0, shown)} asking={asking} />
      {rows.length > shown ? (
        <Closed
          class="more bare"
          named={
            <>
              {rows.length - shown} more<span class="hide"> of {of}</span>
            </>
          }
          inside={() => <Rows of={of} rows={rows.slice(shown)} asking={asking} />}
        />
      ) : null}
    </>
  );

const Told = ({ told, onChange }: { told: InterviewView['told']; onChange: (fact: string) => void }) =>
  told.length === 0 ? null : (
    <Closed
      class="more bare told"
      named={`What you told us (${told.length})`}
      inside={() => (
        <ul>
          {told.map(({ fact, label, answer }) => (
            <li>
              <span>
                {label}: <b>{answer}</b>
              </span>
              <button class="link" type="button" onClick={() => onChange(fact)}>
                Change<span class="hide"> {label}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    />
  );

/** Red flags stand above the question, where a screen reader has been already: so they are said as well, before the counts. */
const urgentWords = (flags: InterviewView['flags']): string =>
  flags[0] ? `Urgent: ${levelWords[flags[0].level]}. It says why at the top of the page. ` : '';

/** Nothing fits yet: the few answers that open most, offered before the other questions to who has looked at the urgent signs. */
const OpenFirst = ({ opens }: { opens: readonly Fact[] }) =>
  opens.length === 0 ? null : (
    <div class="opens">
      <p>{opens.length === 1 ? 'Most of it waits for one answer:' : `Most of it waits for ${opens.length} answers:`}</p>
      <ul>
        {opens.map(({ label }) => (
          <li>{label}</li>
        ))}
      </ul>
      <p>
        <a class="button-quiet" href={`/path/#ask=${opens.map(({ id }) => id).join(',')}`}>
          {opens.length === 1 ? 'Answer it next' : 'Answer them next'}
        </a>
      </p>
    </div>
  );

/** The answer so far, beside the question at every moment; a polite live region says the counts when they change. */
export const AnswerSoFar = ({
  view,
  asking,
  onChange,
}: {
  view: InterviewView;
  /** Whether a question stands beside it, which some treatments wait for. */
  asking: boolean;
  onChange: (fact: string) => void;
}) => {
  const { fits, check, waits, not } = view.soFar;
  return (
    <aside class="stay panel sofar" aria-labelledby="sofar">
      <h2 id="sofar">Your answer so far</h2>
      <p class="soft">
        {view.told.length === 0
          ? 'It fills in as you answer.'
          : `From ${view.told.length === 1 ? 'one answer' : `${view.told.length} answers`}. It gets clearer with each one.`}
      </p>
      <p class="hide" role="status">
        {`${urgentWords(view.flags)}${fits.length} fit now, ${check.length} to check first, ${waits.length} wait for an answer, ${not.length} not for you now`}
      </p>
      {asking && view.told.length ? <OpenFirst opens={view.opens} /> : null}
      <Part of="fits" rows={fits} asking={asking} />
      <Part of="check" rows={check} asking={asking} />
      <Part of="not" rows={not} asking={asking} />
      <Part of="waits" rows={waits} asking={asking} />
      <p>
        <a class="button-quiet" href="/path/guidance/">
          See it with the reasons
        </a>
      </p>
      <Told told={view.told} onChange={onChange} />
    </aside>
  );
};
