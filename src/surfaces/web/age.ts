// SPDX-License-Identifier: Apache-2.0
// What the day on the device says of these pages: kept long without a connection, or a clock that cannot be right. Pure.

const msPerDay = 86_400_000;
/** A guideline is looked at again at every new edition and at once when a safety notice changes: half a year is too long to wait. */
const oldAfter = 183;
/** Around the earth two places are at most a day and a half apart. */
const clockSlack = 2;

const dayWords = (day: string): string =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** A warning where pages made on one day are read on another that is long after, or before they existed. Days as 2026-11-24; nothing
 *  is said where either is no day. */
export function ageWarning(made: string, today: string): string | undefined {
  const days = Math.round((Date.parse(today) - Date.parse(made)) / msPerDay);
  if (days < -clockSlack)
    return `This device says that today is ${dayWords(today)}. These pages were made later, on ${dayWords(made)}, so its date is wrong. Set it right first: the date decides which of your answers count and what is due.`;
  if (days > oldAfter)
    return `These pages were made ${Math.floor(days / 30.4)} months ago, on ${dayWords(made)}. Warnings about medicines may have changed since. Open them with a connection to get newer ones, and ask your team what is new.`;
  return undefined;
}
