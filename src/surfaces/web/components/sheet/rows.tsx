// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'preact/hooks';
import type { Fact, FactId, Patient } from '../../../../model/index.ts';
import { ask } from '../../answering/client.ts';
import type { SheetPart, SheetRow } from '../../answering/sheet.ts';

const titles: Readonly<Record<Fact['obtainedBy'], string>> = {
  history: 'What the person says',
  examination: 'What examination finds',
  laboratory: 'Blood and laboratory tests',
  imaging: 'Scans and pictures',
  procedure: 'Other tests',
};
type Value = boolean | string | number;
type Given = {
  row: SheetRow;
  now: Value | undefined;
  onSay: (fact: FactId, value: Value) => void;
  onForget: (fact: FactId) => void;
};

/** One fact: a choice, or a number that is read when its field is left. */
const Field = ({ row, now, onSay, onForget }: Given) => {
  const kept = now === undefined ? '' : String(now);
  const [typed, setTyped] = useState(kept);
  const [problem, setProblem] = useState('');
  useEffect(() => setTyped(kept), [kept]);
  const read = (text: string): void => {
    if (text === kept) return;
    if (text.trim() === '') {
      setProblem('');
      return onForget(row.id);
    }
    void ask('readTyped', row.id, text).then((found) => {
      setProblem(found.ok ? '' : found.problem);
      if (found.ok) onSay(row.id, found.value);
    });
  };
  const id = `fact-${row.id}`;
  return (
    <div class={problem ? 'sheet-row wrong' : 'sheet-row'}>
      <label for={id} title={row.question}>
        {row.label}
        {row.unit || row.range ? (
          <span class="under">
            {row.range} {row.unit}
          </span>
        ) : null}
      </label>
      {row.choices.length ? (
        <select id={id} value={kept} onChange={(event) => read(event.currentTarget.value)}>
          <option value="">Unknown</option>
          {row.choices.map(({ value, words }) => (
            <option value={value}>{words}</option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          inputMode="decimal"
          autocomplete="off"
          value={typed}
          aria-invalid={problem ? 'true' : undefined}
          aria-describedby={problem ? `${id}-wrong` : undefined}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onChange={(event) => read(event.currentTarget.value)}
        />
      )}
      {problem ? (
        <p class="wrong-text" id={`${id}-wrong`} role="alert">
          {problem}
        </p>
      ) : null}
    </div>
  );
};

/** The facts that are obtained in one way; a search leaves those whose words hold it. */
export const Rows = ({
  part,
  find,
  patient,
  onSay,
  onForget,
}: {
  part: SheetPart;
  find: string;
  patient: Patient;
  onSay: Given['onSay'];
  onForget: Given['onForget'];
}) => {
  const wanted = find.trim().toLowerCase();
  const rows = part.rows.filter(({ id, label, question }) =>
    `${id} ${label} ${question}`.toLowerCase().includes(wanted),
  );
  return rows.length === 0 ? null : (
    <section class="part" aria-labelledby={part.by}>
      <h2 id={part.by}>{titles[part.by]}</h2>
      <div class="sheet-rows">
        {rows.map((row) => (
          <Field key={row.id} row={row} now={patient[row.id]} onSay={onSay} onForget={onForget} />
        ))}
      </div>
    </section>
  );
};
