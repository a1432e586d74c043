// SPDX-License-Identifier: Apache-2.0
const months = 'January February March April May June July August September October November December'.split(' ');
/** A day written out, such as "23 November 2026"; the day is given as "2026-11-23". */
export function written(day: string): string {
  const [year, month, date] = day.split('-');
  return `${Number(date)} ${months[Number(month) - 1] ?? month} ${year}`;
}
