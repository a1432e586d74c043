// SPDX-License-Identifier: Apache-2.0
import type { Content, Page } from '../site.ts';

const needsScript = (
  <noscript>
    <p>
      This page asks and answers on your own device, so it needs scripts. Nothing is sent anywhere. Without them you can
      read the <a href="/urgent/">urgent signs</a>, the <a href="/treatments/">treatments</a> and the{' '}
      <a href="/library/">library</a>.
    </p>
  </noscript>
);
const page = (
  path: string,
  section: Page['section'],
  island: string,
  title: string,
  description: string,
  head?: Page['body'],
): Page => ({
  path,
  title,
  description,
  island,
  ...(section ? { section } : {}),
  body: (
    <>
      {head}
      <div data-island={island}>
        <p class="soft">One moment: the guideline is being read.</p>
        {needsScript}
      </div>
    </>
  ),
});

/** Pages that work on the person's own answers; what they show is made in the browser. */
export const islands = (_content: Content): readonly Page[] => [
  page('/path/', 'path', 'path', 'Your path', 'A few questions, one at a time, and the answer so far beside them.'),
  page('/path/sheet/', 'path', 'sheet', 'All facts on one sheet', 'Every fact by keyboard, or from a patient file.'),
  page('/path/guidance/', 'path', 'guidance', 'Your guidance', 'What fits you now, what does not, and why.'),
  page(
    '/compare/',
    'treatments',
    'compare',
    'Compare treatments',
    'Up to three treatments side by side, with what matters to you.',
    <>
      <h1>Compare treatments</h1>
      <p class="lead">
        Side by side, in the same words, from the same guideline. What is different is what you live with. You decide
        together with your clinician, and you may change your mind.
      </p>
    </>,
  ),
  page('/track/', 'track', 'track', 'Track', 'Medicines, tests, strength and how you feel: ten seconds an entry.'),
  page('/plan/', 'track', 'plan', 'Your plan', 'Tests, tapers and infusions: what is due, when and why.'),
  page(
    '/launch/',
    'path',
    'launch',
    'Open from a health record',
    'Reads a health record into your path, if you ask it to.',
  ),
  page('/visit/', 'track', 'visit', 'Your next visit', 'One page to print for your next visit.'),
];
