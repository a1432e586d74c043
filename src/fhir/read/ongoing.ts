// SPDX-License-Identifier: Apache-2.0
// A pregnancy on a problem list. Such a list often gives no date, and a medicine that harms an unborn child must not be offered
// because of that.
import { addDays, type Day } from '../../record/index.ts';
import type { Span } from '../day.ts';
import { asked, ignored, type Context, type Finding, type How } from '../finding.ts';

/** A pregnancy of 42 weeks from its first day is post-term (ACOG Committee Opinion 579, 2013); one that began longer ago is over. */
const longestInDays = 42 * 7;

/** A diagnosis that goes on for a time: what it says, whether its record calls it active, and the days it names. */
export type Ongoing = {
  fact: string;
  value: boolean | string;
  active: boolean;
  began: Span | undefined;
  recorded: Span | undefined;
  from: string;
  said: string;
  how: How;
};

/** Whether it must be over by then. */
const isOver = (day: Day, asOf: Day): boolean => addDays(day, longestInDays) < asOf;

function noteOf(began: Span | undefined, recorded: Span | undefined, writtenOn: Day | undefined): string {
  if (began) return `Recorded as active since ${began.first}, and not as over: confirm it with the person.`;
  if (recorded) return `Recorded as active on ${recorded.first}, and not as over: confirm it with the person.`;
  const by = writtenOn === undefined ? '' : ` in a record of ${writtenOn}`;
  return `Recorded as active${by}, without a date: taken to be so now, to be safe. Confirm it with the person.`;
}

/** What a diagnosis says that goes on while it is active. Active and without a date, it holds on the day asked about; begun longer
 *  ago than it can last, it says nothing of today; not called active, it counts only while it is dated and fresh. */
export function readOngoing({ asOf, writtenOn }: Context, one: Ongoing): Finding {
  const { fact, value, active, began, recorded, from, said, how } = one;
  const dated = began ?? recorded;
  const last = dated?.last ?? writtenOn;
  if (dated && dated.first > asOf) return ignored(from, `${said} is dated ${dated.first}, after ${asOf}.`);
  if (last !== undefined && isOver(last, asOf))
    return ignored(
      from,
      `${said}: recorded as of ${last}, more than 42 weeks before ${asOf}, so it is over; whether there is one now is not said.`,
      fact,
    );
  const found = { kind: 'found' as const, fact, value, from, said, how };
  if (active) {
    const since = recorded?.last ?? began?.last;
    return {
      ...found,
      on: asOf,
      note: noteOf(began, recorded, writtenOn),
      ongoing: since === undefined || since > asOf ? {} : { since },
    };
  }
  const day = recorded ?? began;
  return day
    ? { ...found, on: day.first }
    : asked(fact, from, said, 'It is recorded without a date, and not as active, so it may be over.');
}
