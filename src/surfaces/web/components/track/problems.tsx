// SPDX-License-Identifier: Apache-2.0
// What in the record cannot be right, said kindly. What could harm comes before everything else on the page.
import type { Entry, RecordProblem } from '../../../../record/index.ts';
import { UrgentIcon } from '../status.tsx';
import { dayWords, lineOf } from './entry-words.ts';
import { correcting, type Typed } from './form.tsx';

type Props = {
  problems: readonly RecordProblem[];
  entries: readonly Entry[];
  name: (id: string) => string;
  correct: (typed: Typed) => void;
};
/** The entry a problem is about, with a way to correct it. */
const About = ({ problem, entries, name, correct }: Omit<Props, 'problems'> & { problem: RecordProblem }) => {
  const entry = entries.find(({ id }) => id === problem.entries[0]);
  const typed = entry && correcting(entry);
  return entry ? (
    <p class="small">
      {lineOf(entry, name)}, {dayWords(entry.on)}{' '}
      {typed ? (
        <button class="link" type="button" onClick={() => correct(typed)}>
          Correct this entry
        </button>
      ) : null}
    </p>
  ) : null;
};

export const UrgentProblems = ({ problems, ...rest }: Props) => {
  const urgent = problems.filter(({ severity }) => severity === 'urgent');
  return urgent.length ? (
    <section class="urgent urgent-record" aria-labelledby="urgent-record">
      <h2 id="urgent-record">
        <UrgentIcon />
        Call your care team today about this entry
      </h2>
      <div class="flow">
        {urgent.map((problem) => (
          <div>
            <p>{problem.message}</p>
            <About problem={problem} {...rest} />
          </div>
        ))}
      </div>
    </section>
  ) : null;
};

export const Problems = ({ problems, ...rest }: Props) => {
  const shown = problems.filter(({ severity }) => severity !== 'urgent');
  return shown.length ? (
    <section class="part" aria-labelledby="problems">
      <h2 id="problems">Worth a second look</h2>
      <p class="soft">Everything is kept. These entries do not fit together yet, so some of them may not count.</p>
      <ul class="checks">
        {shown.map((problem) => (
          <li>
            {problem.message}
            <About problem={problem} {...rest} />
          </li>
        ))}
      </ul>
    </section>
  ) : null;
};
