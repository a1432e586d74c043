// SPDX-License-Identifier: Apache-2.0
// The doctor's own plan for coming down from steroids: typed as steps, checked, laid out by day.
import { useState } from 'preact/hooks';
import { ask } from '../../answering/client.ts';
import type { TaperView } from '../../answering/record/planning.ts';
import type { Entry } from '../../../../record/index.ts';
import { today } from '../../navigator.ts';
import { number } from '../track/read-form.ts';
import { TaperLaidOut, type Step } from './taper-laid-out.tsx';

type Row = { from: string; mg: string };

const stepsOf = (rows: readonly Row[]): readonly Step[] | undefined => {
  const read = rows
    .filter(({ from, mg }) => from !== '' || mg.trim() !== '')
    .map(({ from, mg }) => ({ from, mgPerDay: number(mg, 0, 2000) }));
  const whole = read.flatMap(({ from, mgPerDay }) => (from && mgPerDay !== undefined ? [{ from, mgPerDay }] : []));
  return whole.length > 0 && whole.length === read.length ? whole : undefined;
};

const RowFields = ({ row, i, change }: { row: Row; i: number; change: (row: Row) => void }) => (
  <div class="taperrow">
    <div class="field">
      <label for={`from-${i}`}>Step {i + 1}, from</label>
      <input
        id={`from-${i}`}
        type="date"
        value={row.from}
        onInput={(event) => change({ ...row, from: event.currentTarget.value })}
      />
    </div>
    <div class="field">
      <label for={`mg-${i}`}>mg a day</label>
      <input
        id={`mg-${i}`}
        inputMode="decimal"
        autocomplete="off"
        value={row.mg}
        onInput={(event) => change({ ...row, mg: event.currentTarget.value })}
      />
    </div>
  </div>
);

/** The entry of a plan of these steps. */
const entryOf = (steps: readonly Step[]): Entry => ({
  kind: 'taper',
  id: crypto.randomUUID(),
  on: today(),
  by: 'patient',
  intervention: 'prednisone',
  steps: steps.map(({ from, mgPerDay }) => ({
    from,
    dose: { value: mgPerDay, unit: 'mg' },
    frequency: { times: 1, per: 'day' },
  })),
});

/** Rows as they are typed, and what the check said; a change takes the check away, so that it never stands beside another plan. */
function useTaper(takenDays: number) {
  const [rows, setRows] = useState<readonly Row[]>([
    { from: today(), mg: '' },
    { from: '', mg: '' },
  ]);
  const [view, setView] = useState<TaperView>();
  const [problem, setProblem] = useState<string>();
  const steps = stepsOf(rows);
  const change = (next: readonly Row[]): void => {
    setView(undefined);
    setRows(next);
  };
  const check = (event: Event): void => {
    event.preventDefault();
    if (!steps)
      return setProblem(
        'Give every step its day and its dose from 0 to 2000 milligrams a day. What you typed is still here.',
      );
    ask('taper', steps, takenDays).then(
      (found) => {
        setProblem(undefined);
        setView(found);
      },
      (error: unknown) => setProblem(error instanceof Error ? error.message : 'The plan could not be checked.'),
    );
  };
  return { rows, steps, view, problem, change, check };
}

/** Types a plan, has it checked, and keeps it. */
export const TaperForm = ({ takenDays, keep }: { takenDays: number; keep: (entry: Entry) => void }) => {
  const { rows, steps, view, problem, change, check } = useTaper(takenDays);
  return (
    <form class="plate" onSubmit={check} noValidate aria-label="Your doctor’s plan">
      <p>Type it as your doctor gave it: from which day, how many milligrams of prednisone a day.</p>
      {problem === undefined ? null : (
        <div class="errors" role="alert">
          <p>{problem}</p>
        </div>
      )}
      {rows.map((row, i) => (
        <RowFields row={row} i={i} change={(next) => change(rows.map((one, k) => (k === i ? next : one)))} />
      ))}
      <div class="actions">
        <button class="button-quiet" type="button" onClick={() => change([...rows, { from: '', mg: '' }])}>
          One more step
        </button>
        <button class="button" type="submit">
          Check it
        </button>
      </div>
      {view && steps ? (
        <div class="checked" role="status">
          <TaperLaidOut view={view} steps={steps} />
          <div class="actions">
            <button class="button" type="button" onClick={() => keep(entryOf(steps))}>
              Keep it as my plan
            </button>
          </div>
        </div>
      ) : null}
    </form>
  );
};
