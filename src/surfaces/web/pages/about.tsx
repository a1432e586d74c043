// SPDX-License-Identifier: Apache-2.0
import type { Source } from '../../../model/index.ts';
import type { Content, Page } from '../site.ts';
import { changes } from './changes.tsx';

const designs: readonly (readonly [Source['design'], string])[] = [
  ['guideline', 'guidelines'],
  ['systematic-review', 'reviews of many studies'],
  ['trial', 'trials'],
  ['cohort', 'studies that followed people'],
  ['case-series', 'reports of single people or small groups'],
  ['label', 'official product texts'],
  ['other', 'other texts, such as pages of clinics and societies'],
];
const kindsOf = ({ sources }: Content['guideline']): string =>
  designs
    .map(([design, words]) => `${Object.values(sources).filter((one) => one.design === design).length} ${words}`)
    .join(', ');

const Evidence = ({ guideline }: Pick<Content, 'guideline'>) => (
  <>
    <h2>Where the evidence comes from</h2>
    <p>
      The guideline cites {Object.keys(guideline.sources).length} works: {kindsOf(guideline)}. No systematic search was
      made: a work that should be here may be missing. Each statement names its place in a work, how sure we are, and
      whether we read that text. <a href="/for-clinicians/">What rests on texts we have not read</a>. Where works
      disagree, both are shown and the rules use the safer one.
    </p>
  </>
);

const about = ({ guideline, trials }: Content): Page => ({
  path: '/about/',
  title: 'How this is checked',
  description: 'Who made Heliotrope, how it is checked, and what it is not.',
  body: (
    <div class="prose flow">
      <h1>How this is checked</h1>
      <p class="lead">
        The guideline is written once, as data, with a source behind every statement. Everything you read here is made
        from it.
      </p>
      <ul>
        <li>
          {guideline.rules.length} rules rest on {Object.keys(guideline.claims).length} statements, each with its
          source. Where we have not seen a source’s text, we say so.
        </li>
        <li>
          Safety rules are proved by a computer for every possible patient, not only for the ones we thought of.{' '}
          <a href="/for-clinicians/proofs/">What is proved</a>
        </li>
        <li>{trials.length} trials are kept as counts of people. Their figures are worked out anew.</li>
        <li>
          Where guidelines disagree, both sides are shown. <a href="/evidence/#differ">The disagreements</a>
        </li>
      </ul>
      <h2>What it is not</h2>
      <p>{guideline.disclaimer}</p>
      <p>It is a draft. No clinician has signed it yet. No person with dermatomyositis has tested it yet.</p>
      <h2>Whom it is for</h2>
      <p>
        For people with dermatomyositis, those who care for them, and their clinicians, when a treatment is begun,
        changed, compared or watched. It is not for finding out whether somebody has the disease, and not for an
        emergency.
      </p>
      <h2>How a comparison is made</h2>
      <p>
        Every treatment is shown by the same rows, in the same order and size, from the same guideline. Chances are
        shown as counts of people, out of the same number, for the treatment and for what it was compared with. Nobody
        pays for a place in it, and no maker of a medicine has a part in it.
      </p>
      <Evidence guideline={guideline} />
      <h2>When it is looked at again</h2>
      <p>
        Each treatment’s page names the day it was last reviewed. The guideline is looked at again at every new edition,
        and at once when a safety notice changes. <a href="/changes/">What changed</a>
      </p>
      <h2>Made by</h2>
      <p>
        Heliotrope is open: the code and the guideline can be read, checked and changed by anyone. Its authors have
        nothing to declare. It is written for a reading age of about twelve; a check at every build lists what is
        harder.
      </p>
    </div>
  ),
});
const privacy: Page = {
  path: '/privacy/',
  title: 'Privacy',
  description: 'What stays on your device, and what you can delete.',
  body: (
    <div class="prose flow">
      <h1>Privacy</h1>
      <p class="lead">Your answers stay on this device. Nothing is sent anywhere.</p>
      <ul>
        <li>There are no accounts, no counting of visitors and no cookies.</li>
        <li>The page may load only its own files. Your browser enforces this.</li>
        <li>
          You can save a copy to a file, and delete everything, on <a href="/track/">Track</a>.
        </li>
        <li>
          If you share this device, others who use it can read your answers. Delete them, or use a private window.
        </li>
      </ul>
    </div>
  ),
};
const missing: Page = {
  path: '/404.html',
  title: 'Page not found',
  description: 'There is no such page.',
  body: (
    <div class="prose flow">
      <h1>There is no such page</h1>
      <p>
        What you typed is safe. Go to the <a href="/">first page</a>, <a href="/path/">your path</a> or the{' '}
        <a href="/treatments/">treatments</a>.
      </p>
    </div>
  ),
};

/** What Heliotrope is, keeps and changed, and the page of what does not exist. */
export const aboutPages = (content: Content): readonly Page[] => [about(content), privacy, changes(content), missing];
