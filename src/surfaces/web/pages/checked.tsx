// SPDX-License-Identifier: Apache-2.0
import type { Source } from '../../../model/index.ts';
import type { Content, Page } from '../site.ts';

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

const Facts = ({ guideline, trials }: Content) => (
  <ul>
    <li>
      {guideline.rules.length} rules rest on {Object.keys(guideline.claims).length} statements, each with its source.
      Where we have not seen a source’s text, we say so.
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
);

const Papers = ({ hazards }: Content) => (
  <ul class="index">
    <li>
      <a href="/about/intended-use/">Intended use</a>
      <span>Who it is for, for what, what it must not be used for, and what the law may call it</span>
    </li>
    <li>
      <a href="/about/hazards/">What could go wrong</a>
      <span>{hazards.length} hazards, what stands against each, and what remains</span>
    </li>
    <li>
      <a href="/about/ipdas/">Scored as a decision aid</a>
      <span>The comparison of treatments, item by item, against the international standards</span>
    </li>
  </ul>
);

const Evidence = ({ guideline }: Content) => (
  <>
    <h2 id="evidence">Where the evidence comes from</h2>
    <p>
      The guideline cites {Object.keys(guideline.sources).length} works: {kindsOf(guideline)}. No systematic search was
      made: a work that should be here may be missing. Each statement names its place in a work, how sure we are, and
      whether we read that text. <a href="/for-clinicians/">What rests on texts we have not read</a>. Where works
      disagree, both are shown and the rules use the safer one.
    </p>
    <p>
      How sure we are is said in the words of GRADE: high, moderate, low or very low. An answer names the lowest word
      among what it rests on. What a trial found is counted in people, and worked out again from its counts.
    </p>
  </>
);

/** The easiest and the hardest of several, in whole grades of school. */
const span = (grades: readonly number[]): string => {
  const whole = grades.map((grade) => Math.max(0, Math.round(grade)));
  return `${Math.min(...whole)} to ${Math.max(...whole)}`;
};

const Reading = ({ grades }: Content) => (
  <>
    <h2 id="reading">How hard it is to read</h2>
    <p>
      It is written for a reading age of about twelve. By the formula of Flesch and Kincaid, which counts words and
      syllables, the {grades.length} articles are read at grade {span(grades.map(({ article }) => article))}, and their
      key takeaways at grade {span(grades.map(({ takeaways }) => takeaways))}. A harder one is refused when the pages
      are made. No patient has read them for us yet.
    </p>
  </>
);

const Copy = () => (
  <>
    <h2 id="copy">What a copy holds</h2>
    <p>
      On <a href="/track/">Track</a> you can save a copy to a file. It holds everything kept here of one person: the
      name you gave them, every answer and entry with its day, what was corrected or taken back, questions left open,
      forms half filled in, and your own words (worries, reasons, how sure you are). It holds nothing of anybody else on
      this device.
    </p>
    <p>
      A copy is plain text, unless you give it a passphrase. Then nobody can read it without, and neither can you. “Save
      my answers to a file” on your guidance, and the file for your team on the visit page, hold the answers and entries
      with their notes, and leave out your own words.
    </p>
  </>
);

const Made = () => (
  <>
    <h2 id="comparison">How a comparison is made</h2>
    <p>
      Every treatment is shown by the same rows, in the same order and size, from the same guideline. Chances are shown
      as counts of people, for the treatment and for what it was compared with, and then of 100 people for both.
    </p>
    <h2>When it is looked at again</h2>
    <p>
      Each treatment’s page names the day it was last reviewed. The guideline is looked at again at every new edition,
      and at once when a safety notice changes. <a href="/changes/">What changed</a>
    </p>
    <h2 id="made">Made by, and paid by</h2>
    <p>
      Heliotrope is open: the code and the guideline can be read, checked and changed by anyone. Its authors have
      nothing to declare, and claim no medical qualification: that is why clinicians have to sign it before it is more
      than a draft. Nobody pays for a place in it, and no maker of a medicine has a part in it.
    </p>
  </>
);

/** Who made it, how it is checked, what it is not, and the papers that say more. */
export const checked = (content: Content): Page => ({
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
      <Facts {...content} />
      <h2>What it is not</h2>
      <p>{content.guideline.disclaimer}</p>
      <p>It is a draft. No clinician has signed it yet. No person with dermatomyositis has tested it yet.</p>
      <Papers {...content} />
      <h2>Whom it is for</h2>
      <p>
        For people with dermatomyositis, those who care for them, and their clinicians, when a treatment is begun,
        changed, compared or watched. It is not for finding out whether somebody has the disease, and not for an
        emergency.
      </p>
      <Evidence {...content} />
      <Reading {...content} />
      <Copy />
      <Made />
    </div>
  ),
});
