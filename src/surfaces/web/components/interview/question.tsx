// SPDX-License-Identifier: Apache-2.0
import type { VNode } from 'preact';
import type { Fact, FactId, Patient } from '../../../../model/index.ts';
import type { AskedPage } from '../../answering/interview.ts';
import type { Draft } from '../../kept.ts';
import { One } from './one.tsx';
import { Several } from './several.tsx';
import { Stem } from './stem.tsx';

export type Said = { fact: FactId; value: boolean | string | number };
export type Asking = {
  page: AskedPage;
  /** What was answered before, when an answer is being changed. */
  before: Patient;
  draft: Draft | undefined;
  onDraft: (draft: Draft) => void;
  /** What was said, and which facts stay unknown. */
  onAnswer: (said: readonly Said[], open: readonly FactId[]) => void;
  onSkip: () => void;
  head: (question: string, fact: Fact | undefined) => VNode;
};

const who: Readonly<Record<Fact['obtainedBy'], string>> = {
  history: '',
  examination: ' Your doctor can tell you this.',
  laboratory: ' It is on your blood test results.',
  imaging: ' It is in the report of a scan or picture.',
  procedure: ' It is in the report of a test your team did.',
};
const groupWhy: Readonly<Record<string, string>> = {
  'signs-now': 'Some of these need help at once, so they come first.',
  'signs-lately': 'These change how soon somebody should see you.',
  'about-pregnancy': 'Some treatments can harm an unborn baby, and others can be used.',
  conditions: 'Some treatments are not safe with these, or need more care.',
  symptoms: 'Each has its own care, and some change which treatment is chosen.',
  'about-treatment': 'How treatment is going, and what is planned, changes what is safe now.',
  'treatments-now': 'Treatments act on each other, and the next step depends on what you take.',
  'treatments-failed': 'The next step depends on what was tried.',
  'serious-reactions': 'What harmed you once must not be given again.',
  'other-medicines': 'Some medicines do not go together.',
  antibodies: 'Each antibody goes with its own risks, and changes what is checked first.',
  'infection-tests': 'Sleeping infections can wake under some treatments.',
  'infections-and-vaccines': 'Infections and vaccines change what is safe, and when.',
  'blood-flags': 'Some treatments are not safe while these are so.',
  'checks-done': 'A check that was done need not be asked for again.',
  'what-matters': 'It helps to choose between treatments that fit equally well. It never changes what is safe.',
};

const inFull = (day: string): string => new Date(`${day}T12:00:00`).toLocaleDateString('en-GB', { dateStyle: 'long' });
/** How many may follow, once the end is in sight: a long count helps nobody. */
const howMany = (left: number): string =>
  left > 12 ? '. Stop when you like' : left > 0 ? `, at most ${left} more` : ', the last of these';

/** The heading of a page: which question, the question itself, how far, and why it is asked. */
export const Head = ({
  question,
  fact,
  group,
  count,
  left,
  changing,
  again,
}: {
  question: string;
  fact: Fact | undefined;
  group: string | undefined;
  count: number;
  left: number;
  changing: boolean;
  /** The day of an answer that is too old to count. */
  again: string | undefined;
}) => (
  <>
    <legend>
      <span class="eyebrow">{changing ? 'Change an answer' : `Question ${count}${howMany(left - 1)}`}</span>
      <h1 tabIndex={-1}>{question}</h1>
    </legend>
    {changing ? null : <Stem answered={count - 1} left={left - 1} />}
    <p class="why" id="why">
      <b>Why we ask.</b>{' '}
      {group === undefined ? `${fact?.why ?? ''}${who[fact?.obtainedBy ?? 'history']}` : (groupWhy[group] ?? fact?.why)}
      {again === undefined ? '' : ` You answered on ${inFull(again)}. That can have changed, so we ask again.`}
    </p>
  </>
);

/** One question a page: one fact, or a group that people answer together. */
export const Question = (asking: Asking) =>
  asking.page.facts.length > 1 ? <Several {...asking} /> : <One {...asking} />;
