// SPDX-License-Identifier: Apache-2.0
// What is due, as leaves of a calendar; what has no date is listed, not hidden.
import type { ComponentChildren } from 'preact';
import type { Due, DueLine, Undated } from '../../answering/record/due.ts';
import { StatusIcon, UrgentIcon } from '../status.tsx';
import { WorkTitle } from '../work-link.tsx';
import { dayWords } from './entry-words.ts';

export const Leaf = ({ on }: { on: string }) => {
  const [day, month] = dayWords(on, 'short').split(' ');
  return (
    <time dateTime={on}>
      <b>{day}</b> {month}
    </time>
  );
};
/** Long lists of tests are cut after some; all of them are one click below. */
const few = (under: string): string => {
  const all = under.split(', ');
  return all.length > 5 ? `${all.slice(0, 4).join(', ')} and ${all.length - 4} more` : under;
};

/** One thing that is due, with how late it is, and what stands under it; `children` is what it shows besides. */
export const DueRow = ({ due: { on, title, overdueDays }, under, children }: RowOf) => (
  <li class={overdueDays === undefined ? undefined : 'late'}>
    <Leaf on={on} />
    <div>
      <b>{title}</b>
      {overdueDays === undefined ? null : (
        <span class="status urgentword">
          <UrgentIcon />
          Overdue by {overdueDays === 1 ? 'a day' : `${overdueDays} days`}
        </span>
      )}
      {under ? <span class="soft">{under}</span> : null}
      {children}
    </div>
  </li>
);
type RowOf = { due: Due; under: string; children?: ComponentChildren };

export const DueList = ({ due, undated }: { due: readonly Due[]; undated: readonly Undated[] }) => (
  <ol class="due">
    {due.map((one) => (
      <DueRow due={one} under={few(one.under)} />
    ))}
    {undated.map(({ title, under }) => (
      <li>
        <time>
          <b aria-hidden="true">?</b>
          <span class="hide">No date</span>
        </time>
        <div>
          <b>{title}</b>
          <span class="status check">
            <StatusIcon standing="check" />
            No date yet
          </span>
          <span class="soft">{under}</span>
        </div>
      </li>
    ))}
  </ol>
);

/** Lines with the numbers of the works they stand in; each work once, below them. */
export const Lines = ({ lines }: { lines: readonly DueLine[] }) => {
  const works = new Map(lines.flatMap(({ sources }) => sources.map((source) => [source.title, source.url] as const)));
  const titles = [...works.keys()];
  return (
    <>
      <ul>
        {lines.map(({ text, sources, practice }) => (
          <li>
            {text}
            {sources.length ? (
              <span class="small soft">
                {' '}
                <span class="hide">Sources </span>
                {sources.map(({ title }) => `[${titles.indexOf(title) + 1}]`).join(' ')}
              </span>
            ) : null}
            {practice ? <span class="small soft from">{practice}</span> : null}
          </li>
        ))}
      </ul>
      {works.size ? (
        <>
          <p class="small soft">Sources</p>
          <ol class="small soft">
            {[...works].map(([title, url]) => (
              <li>
                <WorkTitle title={title} url={url} />
              </li>
            ))}
          </ol>
        </>
      ) : null}
    </>
  );
};
