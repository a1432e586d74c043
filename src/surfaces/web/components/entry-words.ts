// SPDX-License-Identifier: Apache-2.0
import type { Entry } from '../../../record/index.ts';
import type { Series } from './over-time.tsx';

const labels: Readonly<Record<string, string>> = {
  sts30: 'Standing up, times in 30 seconds',
  tug: 'Stand up and walk, seconds',
  'arm-lift-1kg': 'Lifting 1 kilogram, times in 30 seconds',
};
/** What an entry says in one line. */
export function lineOf(entry: Entry, name: (id: string) => string): string {
  switch (entry.kind) {
    case 'symptom':
      return `${entry.symptom}: ${entry.score} of 10`;
    case 'rash':
      return `Rash, ${entry.region}: ${entry.score} of 10`;
    case 'strength':
      return `${labels[entry.test] ?? entry.test}: ${entry.value}`;
    case 'laboratory':
      return `${entry.test}: ${entry.value} ${entry.unit}`;
    case 'medicine':
      return `${name(entry.intervention)}: ${{ start: 'began', change: 'dose changed', stop: 'stopped' }[entry.event]}${entry.dose ? `, ${entry.dose.value} ${entry.dose.unit} a ${entry.frequency?.per ?? 'day'}` : ''}`;
    case 'infusion':
      return `${name(entry.intervention)}: ${entry.dose.value} ${entry.dose.unit}`;
    case 'exercise':
      return `Exercise${entry.minutes === undefined ? '' : `, ${entry.minutes} minutes`}${entry.effort === undefined ? '' : `, effort ${entry.effort} of 10`}`;
    case 'vaccine':
      return `Vaccine: ${entry.vaccine}`;
    case 'note':
      return entry.text;
    case 'measure':
      return `Score ${entry.measure}`;
    case 'fact':
      return `Answer: ${name(entry.fact)}`;
    case 'taper':
      return `Plan for coming down: ${name(entry.intervention)}`;
    case 'withdrawal':
      return 'Taken back';
    default:
      return entry satisfies never;
  }
}

/** Entries with a number, as one series each, on one time axis. */
export function seriesOf(entries: readonly Entry[]): readonly Series[] {
  const found = new Map<string, { unit: string; points: { on: string; value: number }[] }>();
  const put = (name: string, unit: string, on: string, value: number): void => {
    const row = found.get(name) ?? { unit, points: [] };
    row.points.push({ on, value });
    found.set(name, row);
  };
  for (const entry of [...entries].sort((a, b) => (a.on < b.on ? -1 : 1))) {
    if (entry.kind === 'symptom') put(entry.symptom, 'points of 10', entry.on, entry.score);
    if (entry.kind === 'rash') put(`Rash: ${entry.region}`, 'points of 10', entry.on, entry.score);
    if (entry.kind === 'strength') put(labels[entry.test] ?? entry.test, '', entry.on, entry.value);
    if (entry.kind === 'laboratory') put(entry.test, entry.unit, entry.on, entry.value);
  }
  return [...found].map(([name, row]) => ({ name, ...row }));
}
