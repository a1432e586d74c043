// SPDX-License-Identifier: Apache-2.0
// A plan for coming down, laid out: its steps, its days as a calendar, what is notable about it, and what holds on every plan.
import type { TaperNote, TaperView } from '../../answering/record/planning.ts';
import { StatusIcon, UrgentIcon } from '../status.tsx';
import { Lines } from '../track/due.tsx';
import { dayWords } from '../track/entry-words.ts';
import { WorkTitle } from '../work-link.tsx';

export type Step = { from: string; mgPerDay: number };

const Notes = ({ problems }: { problems: readonly TaperNote[] }) => (
  <ul class="plainlist">
    {problems.map(({ severity, message, sources }) => (
      <li>
        <span class={severity === 'error' ? 'status urgentword' : 'status check'}>
          {severity === 'error' ? <UrgentIcon /> : <StatusIcon standing="check" />}
          {severity === 'error' ? 'Ask before you follow this' : 'To check'}
        </span>
        <span class="from">
          {message}
          {sources.map(({ title, url }) => (
            <span class="small soft from">
              <WorkTitle title={title} url={url} />
            </span>
          ))}
        </span>
      </li>
    ))}
  </ul>
);

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const weekday = (on: string): number => (new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7;
const tablets = ({ tablets: all, mg }: TaperView['days'][number]): string =>
  all.length ? all.map((one) => `${one.count} of ${one.mg} mg`).join(', ') : mg > 0 ? 'ask which tablets' : 'none';

/** Days by week, as a calendar; a day on which the dose changes is marked by a word as well. */
const TaperCalendar = ({ days, caption }: { days: TaperView['days']; caption: string }) => {
  const weeks: (TaperView['days'][number] | undefined)[][] = [];
  for (const day of days) {
    const column = weekday(day.on);
    if (column === 0 || weeks.length === 0) weeks.push(Array.from({ length: 7 }, () => undefined));
    const week = weeks.at(-1);
    if (week) week[column] = day;
  }
  const before = (on: string): number | undefined => days[days.findIndex((day) => day.on === on) - 1]?.mg;
  return (
    <table class="tapercal">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {weekdays.map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr>
            {week.map((day) =>
              day === undefined ? (
                <td />
              ) : (
                <td class={before(day.on) !== undefined && before(day.on) !== day.mg ? 'changed' : undefined}>
                  <span class="soft">{dayWords(day.on, 'short')}</span>
                  <b>{day.mg} mg</b>
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** The steps of a plan. Without days that are laid out, as for a published scheme, no tablets are named. */
export const Steps = ({ steps, days }: { steps: readonly Step[]; days: TaperView['days'] }) => (
  <table class="small">
    <thead>
      <tr>
        <th scope="col">From</th>
        <th scope="col" class="num">
          A day
        </th>
        {days.length ? <th scope="col">In tablets of 5 and 1 mg</th> : null}
      </tr>
    </thead>
    <tbody>
      {steps.map(({ from, mgPerDay }, i) => {
        const next = steps[i + 1]?.from;
        // The step that runs began before the first day that is laid out.
        const day = days.find(({ on }) => on >= from && (next === undefined || on < next));
        return (
          <tr>
            <th scope="row">{dayWords(from)}</th>
            <td class="num">{mgPerDay} mg</td>
            {days.length ? <td>{day ? tablets(day) : <span class="soft">in the past</span>}</td> : null}
          </tr>
        );
      })}
    </tbody>
  </table>
);

/** A plan laid out: its steps, the first eight weeks by day, and what everybody on a long course has to know. */
export const TaperLaidOut = ({ view, steps }: { view: TaperView; steps: readonly Step[] }) => (
  <div class="flow">
    <Notes problems={view.problems} />
    <Steps steps={steps} days={view.days} />
    <details class="more bare">
      <summary>Day by day</summary>
      <TaperCalendar days={view.days.slice(0, 84)} caption="Milligrams of prednisone a day" />
    </details>
    <h3>What holds on every plan</h3>
    <Lines lines={view.notes} />
  </div>
);
