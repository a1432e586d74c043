// SPDX-License-Identifier: Apache-2.0
import type { Infusion, InfusionDay } from '../../../../plan/infusion.ts';
import type { Line } from '../../../../plan/item.ts';
import { dayNumber, type Worked } from '../../infusing.ts';

type Numbered = { sources: readonly string[] };

const From = ({ line, sources }: { line: Line } & Numbered) => (
  <>
    {(line.basis.sources ?? []).map((source) => {
      const n = sources.indexOf(source) + 1;
      return n ? (
        <a class="ref" href={`#source-${n}`} aria-label={`Source ${n}`}>
          {n}
        </a>
      ) : null;
    })}
    {line.basis.practice === undefined ? null : <span class="small soft"> ({line.basis.practice})</span>}
  </>
);
const Lines = ({ lines, sources }: { lines: readonly Line[] } & Numbered) => (
  <>
    {lines.map((line) => (
      <li>
        {line.text}
        <From line={line} sources={sources} />
      </li>
    ))}
  </>
);

/** Minutes as hours and minutes on a clock that starts with the drip. */
const clock = (minutes: number): string => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
const lasting = (minutes: number): string =>
  [Math.floor(minutes / 60) ? `${Math.floor(minutes / 60)} h` : '', minutes % 60 ? `${minutes % 60} min` : '']
    .filter(Boolean)
    .join(' ');

/** Days that are given in the same steps share one table. */
function alike(days: readonly InfusionDay[]): readonly (readonly InfusionDay[])[] {
  const groups = new Map<string, InfusionDay[]>();
  for (const day of days) {
    const steps = JSON.stringify(day.steps);
    groups.set(steps, [...(groups.get(steps) ?? []), day]);
  }
  return [...groups.values()];
}
const daysWords = (days: readonly InfusionDay[]): string =>
  `${days.length === 1 ? 'Day' : 'Days'} ${days.map(dayNumber).join(', ')}`;

const Amounts = ({ days }: { days: readonly InfusionDay[] }) => (
  <table>
    <caption>How much, and how long it runs</caption>
    <thead>
      <tr>
        <th scope="col">Day</th>
        <th scope="col">Amount</th>
        <th scope="col">Volume</th>
        <th scope="col">At least</th>
      </tr>
    </thead>
    <tbody>
      {days.map((day) => (
        <tr>
          <th scope="row">{dayNumber(day)}</th>
          <td>
            {day.amount} {day.unit}
          </td>
          <td>{day.mL === undefined ? 'depends on the bag' : `${day.mL} mL`}</td>
          <td>{lasting(day.minutes)}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

const Steps = ({ days, weightKg }: { days: readonly InfusionDay[]; weightKg: number | undefined }) => {
  const [day] = days;
  if (!day) return null;
  const byVolume = day.unit === 'g';
  return (
    <table>
      <caption>{daysWords(days)}: the rate, step by step</caption>
      <thead>
        <tr>
          <th scope="col">From, to</th>
          <th scope="col">Rate</th>
          <th scope="col">Gives</th>
        </tr>
      </thead>
      <tbody>
        {day.steps.map(({ fromMinute, minutes, mLPerHour, mL }) => (
          <tr>
            <th scope="row">
              {clock(fromMinute)} to {clock(fromMinute + minutes)}
            </th>
            <td>
              {mLPerHour} {byVolume ? 'mL/h' : 'mg/h'}
              {byVolume && weightKg !== undefined ? (
                <span class="under">{(mLPerHour / 60 / weightKg).toFixed(2)} mL/kg/min</span>
              ) : null}
            </td>
            <td>
              {mL} {byVolume ? 'mL' : 'mg'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** The course in one sentence. */
export function inShort({ days }: Infusion): string {
  const [sum, mL] = [
    days.reduce((all, { amount }) => all + amount, 0),
    days.reduce((all, day) => all + (day.mL ?? 0), 0),
  ].map((one) => Math.round(one * 10) / 10);
  return `${sum} ${days[0]?.unit ?? ''} in all${mL ? `, ${mL} mL` : ''}, over ${days.length} ${days[0]?.unit === 'g' ? 'days in a row' : 'drips'}.`;
}

/** One course with every number on the way to it, for a clinician to check. */
export const WorkedOut = ({
  worked,
  weightKg,
  sources,
}: { worked: Worked & { ok: true }; weightKg: number | undefined } & Numbered) => {
  const { infusion, ceilings } = worked;
  return (
    <div class="flow worked">
      <p class="t3">
        <b>{inShort(infusion)}</b>
      </p>
      <p class="verify">For the clinician to verify, against the text of the product at hand.</p>
      <Amounts days={infusion.days} />
      {alike(infusion.days).map((days) => (
        <Steps days={days} weightKg={weightKg} />
      ))}
      <h3>The arithmetic, line by line</h3>
      <ol>
        <Lines lines={infusion.arithmetic} sources={sources} />
      </ol>
      {ceilings.length ? (
        <>
          <h3>Both ceilings</h3>
          <ul>
            <Lines lines={ceilings} sources={sources} />
          </ul>
        </>
      ) : null}
      <h3>Before and after</h3>
      <ul>
        <Lines lines={infusion.cautions} sources={sources} />
      </ul>
    </div>
  );
};
