// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact';
import type { ComparedOption, Comparison, Effect } from '../../answering/compare.ts';
import type { Helped } from '../../pages/evidence/outcomes.ts';
import { certaintyWords } from '../guidance/options.tsx';
import { StatusWord } from '../status.tsx';
import { unequal } from './unequal.ts';

type Row = { name: string; matters: boolean; cell: (option: ComparedOption) => ComponentChildren };

const Effects = ({ list }: { list: readonly Effect[] }) =>
  list.length ? (
    <ul>
      {list.map(({ effect, often }) => (
        <li>
          {effect}
          {often ? <span class="under">{often}</span> : null}
        </li>
      ))}
    </ul>
  ) : (
    <>Not counted in what we read.</>
  );
const Lines = ({ list, none }: { list: readonly string[]; none: string }) =>
  list.length ? (
    <ul>
      {list.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  ) : (
    <>{none}</>
  );

const Helps = ({ found, read }: { found: Helped[string] | undefined; read: boolean }) =>
  !read ? (
    <>The counts are not loaded. Load the page again to see them.</>
  ) : found ? (
    <>
      {found.treated}, against {found.control}
      <span class="under">
        Of 100: {found.hundred.treated}, against {found.hundred.control}. {found.interval}
      </span>
      <span class="under">
        {found.outcome}
        {found.week === undefined ? '' : `, after ${found.week} weeks`}.{' '}
        <a href={`/evidence/${found.trial}/`}>{found.label}</a>
      </span>
    </>
  ) : (
    <>No trial that we read counted people in two groups for it.</>
  );
/** The body, the mind and the days, as far as sources tell; and the burdens that some would rather avoid. */
const Living = ({ option: { living, brings } }: { option: ComparedOption }) => (
  <>
    {living || 'What we read does not say how it feels. Ask somebody who takes it, or your team.'}
    {brings.length ? <span class="under">It can bring: {brings.join('; ')}.</span> : null}
  </>
);
const ForYou = ({ option: { standing, you, reason } }: { option: ComparedOption }) => (
  <>
    <StatusWord standing={standing} />
    <span class="under">{you ? `You told us: ${you}.` : reason}</span>
  </>
);
const noCertainty = 'No recommendation speaks for it now, so there is no certainty to name.';

/** The same rows for each treatment; a row that bears on a wish is marked in words as well. */
function rowsOf({ wishes }: Comparison, helped: Helped | undefined): readonly Row[] {
  const on = wishes.filter((wish) => wish.on);
  const row = (name: string, cell: Row['cell'], ...bearsOn: readonly string[]): Row => ({
    name,
    cell,
    matters: on.some(({ fact }) => bearsOn.includes(fact)),
  });
  return [
    row('For you', (option) => <ForYou option={option} />),
    ...on.map(({ fact, avoids }) =>
      row(
        `You would rather avoid ${avoids}`,
        ({ against }) => (against.includes(fact) ? <b>Brings {avoids}</b> : `Not known to bring ${avoids}`),
        fact,
      ),
    ),
    row('How likely it is to help', ({ id }) => <Helps found={helped?.[id]} read={helped !== undefined} />),
    row('How you take it', ({ taken }) => taken, 'dislikes-needles', 'dislikes-infusions', 'avoids-hospital-days'),
    row('How soon', ({ onset }) => onset, 'wants-fast-effect'),
    row('What living with it is like', (option) => <Living option={option} />),
    row('Common trouble', ({ common }) => <Effects list={common} />, 'worried-about-weight-gain'),
    row('Rare but serious', ({ serious }) => <Effects list={serious} />),
    row('Before the first dose', ({ before }) => <Lines list={before} none="Nothing special." />),
    row('Tests along the way', ({ after }) => <Lines list={after} none="None that the guideline names." />),
    row('How sure we are', ({ certainty }) => (certainty ? certaintyWords[certainty] : noCertainty)),
  ];
}

/** Said under the table where its chances come from trials that cannot be set against each other. */
export const Unequal = ({ view, helped }: { view: Comparison; helped: Helped | undefined }) => {
  const words = unequal(view.options.flatMap(({ id }) => helped?.[id] ?? []));
  return words === undefined ? null : <p class="label">{words}</p>;
};

/** Treatments side by side; on a small screen each row becomes a group with the name over each answer. */
export const Table = ({ view, helped }: { view: Comparison; helped: Helped | undefined }) => (
  <table class={`compare of-${view.options.length}`}>
    <thead>
      <tr>
        <td>
          <span class="hide">What</span>
        </td>
        {view.options.map(({ id, label }) => (
          <th scope="col">
            <a href={`/treatments/${id}/`}>{label}</a>
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rowsOf(view, helped).map(({ name, matters, cell }) => (
        <tr class={matters ? 'matters' : undefined}>
          <th scope="row">
            {name}
            {matters ? <span class="mine under">matters to you</span> : null}
          </th>
          {view.options.map((option) => (
            <td data-of={option.label}>{cell(option)}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
