// SPDX-License-Identifier: Apache-2.0
import { render } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { prepareAnswer } from '../../../interpreters/answer/index.ts';
import { saidValue } from '../../../interpreters/explain/index.ts';
import type { Entry } from '../../../record/index.ts';
import { lineOf } from '../components/track/entry-words.ts';
import { standing, Urgent } from '../components/guidance.tsx';
import { today, useNavigator, type Known } from '../navigator.ts';
import { live } from '../storage.ts';

/** Medicines as last begun or changed, without those that were stopped since. */
export function takenNow(entries: readonly Entry[]): readonly Entry[] {
  const last = new Map<string, Entry>();
  for (const entry of [...entries].sort((a, b) => (a.on < b.on ? -1 : 1)))
    if (entry.kind === 'medicine') last.set(entry.intervention, entry);
  return [...last.values()].filter((entry) => entry.kind === 'medicine' && entry.event !== 'stop');
}

const Section = ({ title, lines, empty }: { title: string; lines: readonly string[]; empty: string }) => (
  <section class="sheet-part">
    <h2>{title}</h2>
    {lines.length ? (
      <ul>
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    ) : (
      <p class="soft">{empty}</p>
    )}
  </section>
);

const Sheet = (known: Known) => {
  const { guideline, kept, patient } = known;
  const [since, setSince] = useState(new Date(Date.now() - 90 * 86_400_000).toISOString().slice(0, 10));
  const [worries, setWorries] = useState('');
  const answer = useMemo(() => prepareAnswer(guideline), [guideline]);
  const guidance = useMemo(() => answer(patient), [answer, patient]);
  const name = (id: string): string => guideline.interventions[id]?.label ?? guideline.facts[id]?.label ?? id;
  const entries = live(kept.entries);
  const taken = takenNow(entries).map((entry) => lineOf(entry, name));
  const said = Object.entries(patient).flatMap(([id, value]) => {
    const fact = guideline.facts[id];
    return fact && value === true && fact.group === 'treatments-now' ? [saidValue(fact, value)] : [];
  });
  const waits = [
    ...new Set(guidance.options.filter((option) => standing(option) === 'check').flatMap(({ missing }) => missing)),
  ].slice(0, 4);
  const fits = guidance.options
    .filter((option) => standing(option) === 'fits' && option.line !== 'supportive')
    .slice(0, 3);
  const asks = [
    ...fits.map(({ intervention }) => `Could ${name(intervention)} fit me, and what speaks against it?`),
    ...waits.map((id) => `Can we find out: ${name(id)}?`),
    'How and when will we know whether the treatment works?',
  ];
  return (
    <>
      <div class="noprint">
        <h1>Your next visit</h1>
        <p class="lead">One page to print or show. Write on it; cross things out.</p>
        <div class="field">
          <label for="since">Since</label>
          <input
            class="short"
            id="since"
            type="date"
            value={since}
            onInput={(event) => setSince(event.currentTarget.value)}
          />
        </div>
        <div class="field">
          <label for="worries">What worries me most</label>
          <textarea id="worries" value={worries} onInput={(event) => setWorries(event.currentTarget.value)} />
        </div>
        <div class="actions">
          <button class="button" type="button" onClick={() => print()}>
            Print this page
          </button>
        </div>
      </div>
      <article class="sheet plate">
        <p class="eyebrow">Heliotrope, made on {today()}. It informs a talk; it does not prescribe.</p>
        <Urgent guideline={guideline} patient={patient} guidance={guidance} />
        <Section
          title="Since last time"
          lines={entries
            .filter(({ on, kind }) => on >= since && kind !== 'fact' && kind !== 'note')
            .slice(-10)
            .map((entry) => `${entry.on}: ${lineOf(entry, name)}`)}
          empty="Nothing was added since then."
        />
        <Section title="What I take" lines={taken.length ? taken : said} empty="No medicine was told." />
        <Section
          title="What worries me"
          lines={worries.trim() ? worries.trim().split('\n') : []}
          empty="                                        "
        />
        <Section title="What I want to ask" lines={asks} empty="" />
        <section class="takeaways">
          <h2>Key takeaways</h2>
          <ul>
            <li>
              {fits.length} treatments fit what is known now.{' '}
              {guidance.options.filter((option) => standing(option) === 'check').length} wait for a check.
            </li>
            <li>
              {guidance.urgency.length
                ? 'There is something urgent above. It comes first.'
                : guidance.urgencyMissing.length
                  ? 'Some urgent signs have not been asked about yet.'
                  : 'No urgent sign was told.'}
            </li>
            <li>Every step is decided with your care team.</li>
          </ul>
        </section>
      </article>
    </>
  );
};

const Page = () => {
  const state = useNavigator();
  if (state.stage === 'reading') return <p class="soft">One moment: the guideline is being read.</p>;
  return state.stage === 'failed' ? (
    <div class="errors" role="alert">
      <h1>This page cannot start</h1>
      <p>{state.why}</p>
    </div>
  ) : (
    <Sheet {...state} />
  );
};
const place = document.querySelector('[data-island="visit"]');
if (place) {
  place.textContent = '';
  render(<Page />, place);
}
