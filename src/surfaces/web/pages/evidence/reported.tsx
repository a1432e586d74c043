// SPDX-License-Identifier: Apache-2.0
// What of a trial is told in words and tables: unwanted effects, figures that are no counts of people, and notes.
import type { Trial } from '../../../../authoring/trials.ts';
import { plain, type Main, type Outcome } from './outcomes.ts';

type Count = NonNullable<Outcome['counts']>[number];
/** One unwanted effect: who had it with the treatment, and who without. A group that is not an arm ("everyone while on IVIG") is
 *  named. */
export type Harm = { name: string; under: string; treated: Count; control: Count | undefined };

/** Every unwanted effect that was counted, also when only the treated were. */
export const harmsOf = (trial: Trial, main: Main | undefined): readonly Harm[] => {
  const controlArm = trial.arms.find(({ label }) => label.toLowerCase() === main?.control.label.toLowerCase())?.id;
  return trial.outcomes.flatMap(({ kind, label, week, counts = [] }) => {
    if (kind !== 'safety' || counts.length === 0) return [];
    const control = counts.find(({ arm }) => arm !== undefined && arm === controlArm);
    return counts
      .filter((one) => one !== control)
      .map((treated) => ({
        name: plain(label),
        under: [treated.group ?? '', week === undefined ? '' : `week ${week}`].filter(Boolean).join(', '),
        treated,
        control,
      }));
  });
};

const Table = ({ rows, control }: { rows: readonly Harm[]; control: string | undefined }) => (
  <table class="harms">
    <thead>
      <tr>
        <th scope="col">Unwanted effect</th>
        <th scope="col">Treated</th>
        {control === undefined ? null : <th scope="col">{control}</th>}
      </tr>
    </thead>
    <tbody>
      {rows.map(({ name, under, treated, control: without }) => (
        <tr>
          <th scope="row">
            {name}
            {under ? <span class="under">{under}</span> : null}
          </th>
          <td>
            {treated.events} of {treated.of}
          </td>
          {without ? (
            <td>
              {without.events} of {without.of}
            </td>
          ) : null}
        </tr>
      ))}
    </tbody>
  </table>
);

/** Unwanted effects, as counts of people: those counted in both groups first, the others one click below. */
export const Harms = ({ rows, control }: { rows: readonly Harm[]; control: string }) => {
  const [both, alone] = [rows.filter((one) => one.control), rows.filter((one) => !one.control)];
  return rows.length === 0 ? null : (
    <>
      <h2 id="harms">What went wrong</h2>
      {both.length ? <Table rows={both} control={control} /> : null}
      {alone.length ? (
        <details class="more">
          <summary>Counted only with the treatment ({alone.length})</summary>
          <Table rows={alone} control={undefined} />
        </details>
      ) : null}
    </>
  );
};

/** Figures of an outcome that are no counts: "mean 48.4 (IVIG), mean 21.6 (placebo)"; empty when there are none. */
export function figuresOf(trial: Trial, { measured = [] }: Outcome): string {
  const who = ({ arm, group }: { arm?: string | undefined; group?: string | undefined }): string =>
    group ?? trial.arms.find(({ id }) => id === arm)?.label ?? '';
  return measured
    .map((one) => {
      const interval = one.ci95 ? `, 95 % interval ${one.ci95[0]} to ${one.ci95[1]}` : '';
      return `${one.figure} ${one.value} (${who(one)}${interval})`;
    })
    .join('; ');
}

const Effects = ({ effects }: Pick<Trial, 'effects'>) => (
  <>
    {effects.map(({ measure, value, ci95, p, statement, verified }) => (
      <li>
        {measure}
        {value === undefined ? '' : `: ${value}`}
        {ci95 ? ` (95 % interval ${ci95[0]} to ${ci95[1]})` : ''}
        {p === undefined ? '' : `, p ${p}`}
        {statement ? `. ${statement}` : ''}
        {verified === 'recalled' ? ' (text not seen)' : ''}
      </li>
    ))}
  </>
);

/** What cannot be drawn: other outcomes, published effects, and notes on the numbers. */
export const Rest = ({ trial, drawn }: { trial: Trial; drawn: ReadonlySet<string> }) => (
  <>
    <details class="more">
      <summary>
        <h3>What else was reported</h3>
      </summary>
      <ul>
        {trial.outcomes
          .filter(({ label, kind, counts }) => !drawn.has(plain(label)) && !(kind === 'safety' && counts))
          .map((outcome) => (
            <li>
              {plain(outcome.label)}
              {outcome.week === undefined ? '' : `, week ${outcome.week}`}
              {outcome.verified === 'recalled' ? ' (text not seen)' : ''}
              {[figuresOf(trial, outcome), ...(outcome.notes ?? [])]
                .filter(Boolean)
                .map((one, i) => `${i ? '. ' : ': '}${one}`)
                .join('')}
            </li>
          ))}
        <Effects effects={trial.effects} />
      </ul>
    </details>
    {trial.notes.length ? (
      <details class="more">
        <summary>
          <h3>Notes on the numbers</h3>
        </summary>
        <ul>
          {trial.notes.map((note) => (
            <li>{note}</li>
          ))}
        </ul>
      </details>
    ) : null}
  </>
);
