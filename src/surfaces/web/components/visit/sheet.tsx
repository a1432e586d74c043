// SPDX-License-Identifier: Apache-2.0
// The printed sheet: one side of A4 and of Letter, black ink, room to write.
import type { ComponentChildren } from 'preact';
import type { VisitView } from '../../answering/record/visit.ts';
import { StatusIcon } from '../status.tsx';
import { dayWords } from '../track/entry-words.ts';
import { Spark } from './spark.tsx';

export const sections = {
  worries: 'What matters most to me',
  take: 'What I take',
  since: 'Numbers since last time',
  ask: 'My questions',
  says: 'What the guideline says',
  lines: 'Lines to write on',
} as const;
export type SectionName = keyof typeof sections;
export const sectionNames = [
  'worries',
  'take',
  'since',
  'ask',
  'says',
  'lines',
] as const satisfies readonly SectionName[];

const Take = ({ takes }: Pick<VisitView, 'takes'>) => (
  <section aria-labelledby="v-take">
    <h3 id="v-take">What I take</h3>
    {takes.length ? (
      <table>
        <tbody>
          {takes.map(({ name, how, since }) => (
            <tr>
              <th scope="row">{name}</th>
              <td>
                {[how, since ? `since ${dayWords(since)}` : ''].filter((word) => word !== '').join(', ')
                  || 'dose not written down'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    ) : (
      <p>No medicine was written down.</p>
    )}
  </section>
);

const Since = ({ since: { days, rows }, from }: { since: VisitView['since']; from: string }) => (
  <section aria-labelledby="v-since">
    <h3 id="v-since">Since {dayWords(from)}</h3>
    {rows.length ? (
      <table class="since">
        <thead>
          <tr>
            <td />
            {days.map((day) => (
              <th scope="col" class="num">
                {dayWords(day, 'short')}
              </th>
            ))}
            <td class="sp" />
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, values, points }) => (
            <tr>
              <th scope="row">{name}</th>
              {values.map((value, i) => (
                <td class="num" data-d={dayWords(days[i] ?? '', 'short')}>
                  {value ?? '–'}
                </td>
              ))}
              <td class="sp">
                <Spark points={points} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    ) : (
      <p>No numbers were added since then.</p>
    )}
  </section>
);

const Says = ({ says: { fits, check, not } }: Pick<VisitView, 'says'>) => (
  <section aria-labelledby="v-says">
    <h3 id="v-says">What the guideline says now</h3>
    <ul class="marks">
      {fits.length ? (
        <li>
          <span class="status fits">
            <StatusIcon standing="fits" />
            Fits
          </span>{' '}
          {fits.join(', ')}
        </li>
      ) : null}
      {check.length ? (
        <li>
          <span class="status check">
            <StatusIcon standing="check" />
            Check first
          </span>{' '}
          {check.map(({ name, waits }) => (waits.length ? `${name} (${waits.join(', ')})` : name)).join('; ')}
        </li>
      ) : null}
      {not.length ? (
        <li>
          <span class="status not">
            <StatusIcon standing="not" />
            Not now
          </span>{' '}
          {not.join(', ')}
        </li>
      ) : null}
      {fits.length + check.length + not.length === 0 ? <li>Too little is known yet to say what fits.</li> : null}
    </ul>
  </section>
);

export type Words = {
  name: string;
  with: string;
  date: string;
  worries: readonly string[];
  sure: readonly string[];
  asks: readonly string[];
};
type Props = { view: VisitView; words: Words; from: string; on: ReadonlySet<SectionName>; today: string };

const Head = ({ view, words }: Pick<Props, 'view' | 'words'>) => (
  <header>
    <div>
      <h2 id="sheet-h">{words.name || 'My visit'}</h2>
      <p>{view.about.length ? `${view.about.join('. ')}.` : 'Dermatomyositis'}</p>
    </div>
    <p class="when">
      <b>{words.date ? `Visit: ${dayWords(words.date)}` : 'Visit on: ____________'}</b>
      {words.with ? (
        <>
          <br />
          {words.with}
        </>
      ) : null}
    </p>
  </header>
);

const Urgent = ({ flags, problems }: Pick<VisitView, 'flags' | 'problems'>) =>
  flags.length + problems.length === 0 ? null : (
    <section class="sheet-urgent" aria-labelledby="v-urgent">
      <h3 id="v-urgent">Urgent: do not wait for the visit</h3>
      <ul>
        {[...flags.map(({ advice }) => advice), ...problems].slice(0, 4).map((one) => (
          <li>{one}</li>
        ))}
      </ul>
    </section>
  );

const Numbered = ({
  id,
  title,
  lines,
  kind,
  children,
}: {
  id: string;
  title: string;
  lines: readonly string[];
  kind: string;
  children?: ComponentChildren;
}) => (
  <section aria-labelledby={id}>
    <h3 id={id}>{title}</h3>
    <ol class={kind}>
      {lines.map((line) => (
        <li>{line || <span class="hide">Room to write</span>}</li>
      ))}
    </ol>
    {children}
  </section>
);

export const Sheet = ({ view, words, from, on, today }: Props) => (
  <article class="sheet" aria-labelledby="sheet-h">
    <Head view={view} words={words} />
    <Urgent flags={view.flags} problems={view.problems} />
    <div class="sheet-cols">
      {on.has('worries') ? (
        <Numbered
          id="v-worries"
          title="What matters most to me today"
          kind={words.worries.length ? 'big' : 'big empty'}
          lines={words.worries.length ? words.worries.slice(0, 4) : ['', '']}
        >
          {words.sure.length ? (
            <p class="small">
              <b>How sure I am of a choice.</b> {words.sure.join(' ')}
            </p>
          ) : null}
        </Numbered>
      ) : null}
      {on.has('take') ? <Take takes={view.takes} /> : null}
    </div>
    {on.has('since') ? <Since since={view.since} from={from} /> : null}
    {on.has('ask') ? (
      <Numbered id="v-ask" title="Questions I would like to ask" kind="ruled" lines={words.asks.slice(0, 4)} />
    ) : null}
    <div class="sheet-cols last">
      {on.has('says') ? <Says says={view.says} /> : null}
      {on.has('lines') ? (
        <section aria-labelledby="v-lines">
          <h3 id="v-lines">What we decided</h3>
          <div class="lines" aria-hidden="true">
            <i />
            <i />
            <i />
          </div>
        </section>
      ) : null}
    </div>
    <section class="s-keep" aria-labelledby="v-keep">
      <h3 id="v-keep">Key takeaways</h3>
      <ul>
        {view.takeaways.map((one) => (
          <li>{one}</li>
        ))}
      </ul>
    </section>
    <footer>
      <p>
        Made on {dayWords(today)} on the patient’s own device with Heliotrope. It informs a decision and prescribes
        nothing. Entered by the patient unless marked. True of that day only: make a new one for the next visit.
      </p>
    </footer>
  </article>
);
