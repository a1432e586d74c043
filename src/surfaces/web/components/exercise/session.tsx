// SPDX-License-Identifier: Apache-2.0
// Today's movements, one open at a time: how it is done, how much, easier and harder, and how hard it was.
import { useState } from 'preact/hooks';
import type { Entry } from '../../../../record/index.ts';
import type { ExerciseView, PartView } from '../../answering/record/exercise.ts';
import { today, type Keeping } from '../../navigator.ts';
import { Mini, Poses } from '../figure/movement.tsx';
import { Next } from '../icons.tsx';
import { StatusIcon } from '../status.tsx';
import { Lines } from '../track/due.tsx';
import { EasierHarder, workWords } from './ease.tsx';
import { Effort, type Done } from './effort.tsx';

const Open = ({
  part,
  view,
  onDone,
  skip,
}: {
  part: PartView;
  view: ExerciseView;
  onDone: (done: Done) => void;
  skip: () => void;
}) => (
  <article aria-labelledby={`m-${part.movement}`}>
    <header class="move-head">
      <h3 id={`m-${part.movement}`} tabIndex={-1}>
        {part.name}
      </h3>
      {part.goal ? <p>For {part.goal}</p> : null}
    </header>
    <Poses id={part.movement} start={part.start} how={part.how} />
    <p class="note small soft">{workWords(part.muscles)}</p>
    <p class="dose">
      <b>{part.amount}</b> {part.rest}
    </p>
    {part.care.length ? <p>Take care: {part.care.join('; ')}.</p> : null}
    <EasierHarder easier={part.easier} harder={part.harder} />
    <Effort part={part} target={view.phase.target} most={view.phase.most} onDone={onDone} skip={skip} />
  </article>
);

const Closed = ({ part, done, open }: { part: PartView; done: boolean; open: () => void }) => (
  <button class="move-row" type="button" onClick={open}>
    <Mini id={part.movement} />
    <span>
      <b>{part.name}</b>
      <span class="soft">
        {part.amount}
        {part.goal ? ` For ${part.goal}` : ''}
      </span>
      <span class="onpaper">
        {part.start} {part.how}
      </span>
    </span>
    {done ? (
      <>
        <StatusIcon standing="fits" />
        <span class="hide">done today</span>
      </>
    ) : (
      <Next />
    )}
  </button>
);

type Props = { view: ExerciseView; keeping: Keeping; tell: (words: string) => void };
/** The entry of one movement that was done today. */
const entryOf = (part: PartView, { sets, repetitions, minutes, effort, pain }: Done): Entry => ({
  kind: 'exercise',
  id: crypto.randomUUID(),
  on: today(),
  by: 'patient',
  movements: [
    {
      movement: part.movement,
      ...(sets === undefined ? {} : { sets }),
      ...(repetitions === undefined ? {} : { repetitions }),
    },
  ],
  ...(minutes === undefined ? {} : { minutes }),
  effort,
  ...(pain === undefined ? {} : { painAfter: pain }),
});
const answerTo = (effort: number, { target, most }: ExerciseView['phase']): string =>
  effort > most
    ? 'Kept. That was harder than your stage allows: do the easier version next time, and stop for today if you are worn out.'
    : effort > target[1]
      ? 'Kept. That was above your range: go one step easier next time.'
      : 'Kept.';

/** Which movement is open; after one is done or skipped the next one opens and has the focus. */
function useOpen({ parts }: ExerciseView, logged: ReadonlySet<string>) {
  const [open, setOpen] = useState<string | undefined>(
    () => parts.find(({ movement }) => !logged.has(movement))?.movement,
  );
  const next = (after: string): void => {
    const rest = parts.slice(parts.findIndex(({ movement }) => movement === after) + 1);
    const following = rest.find(({ movement }) => !logged.has(movement))?.movement;
    setOpen(following);
    if (following) requestAnimationFrame(() => document.getElementById(`m-${following}`)?.focus());
  };
  return { open, setOpen, next };
}

export const Session = ({ view, keeping, tell }: Props) => {
  const logged = new Set(view.loggedToday);
  const { open, setOpen, next } = useOpen(view, logged);
  const keep = (part: PartView, done: Done): void => {
    keeping.say([entryOf(part, done)]);
    tell(answerTo(done.effort, view.phase));
    next(part.movement);
  };
  if (view.parts.length === 0) return <p>Today is a day of rest.</p>;
  return (
    <section aria-labelledby="today-h">
      <h2 id="today-h" class="mt4">
        Today
      </h2>
      {view.gentle ? <Lines lines={view.notes} /> : null}
      <ol class="moves">
        {view.parts.map((part) => (
          <li>
            {part.movement === open ? (
              <Open part={part} view={view} onDone={(done) => keep(part, done)} skip={() => next(part.movement)} />
            ) : (
              <Closed part={part} done={logged.has(part.movement)} open={() => setOpen(part.movement)} />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
};
