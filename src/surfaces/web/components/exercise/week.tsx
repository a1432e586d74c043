// SPDX-License-Identifier: Apache-2.0
import type { DayView } from '../../answering/record/exercise.ts';
import { StatusIcon } from '../status.tsx';

const part = (on: string, options: Intl.DateTimeFormatOptions): string =>
  new Date(`${on}T00:00:00Z`).toLocaleDateString('en-GB', { ...options, timeZone: 'UTC' });
const words: Readonly<Record<DayView['standing'], string>> = {
  done: 'done',
  today: 'today',
  rest: 'rest',
  plan: 'plan',
  past: '',
};

/** Seven days: done with a tick, today filled, rest, plan. The word is under every day. */
export const Week = ({ days }: { days: readonly DayView[] }) => (
  <ol class="week">
    {days.map(({ on, standing, done }) => (
      <li class={standing} aria-current={standing === 'today' ? 'date' : undefined}>
        <b>{part(on, { weekday: 'short' })}</b>
        <span class="day-n">{part(on, { day: 'numeric' })}</span>
        {done ? (
          <>
            <StatusIcon standing="fits" />
            <span class="hide">{standing === 'today' ? 'today, done' : 'done'}</span>
          </>
        ) : (
          <span class="w">{words[standing]}</span>
        )}
      </li>
    ))}
  </ol>
);
