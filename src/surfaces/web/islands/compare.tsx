// SPDX-License-Identifier: Apache-2.0
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ask, tracked } from '../answering/client.ts';
import type { Comparison } from '../answering/compare.ts';
import { HowSure, Matters, Reasons } from '../components/compare/mine.tsx';
import { Table, Unequal } from '../components/compare/table.tsx';
import { Damaged, NotKept } from '../components/trouble.tsx';
import { said } from '../foreseeable.ts';
import { live } from '../kept.ts';
import { today, useKept, type Keeping } from '../navigator.ts';
import type { CarriedOn, Helped } from '../pages/evidence/outcomes.ts';

const places = ['First', 'Second', 'Third'] as const;
/** Treatments named by the address; they say nothing about a person. */
const asked = (): readonly string[] =>
  (new URLSearchParams(location.search).get('with') ?? 'methotrexate,azathioprine')
    .split(',')
    .filter(Boolean)
    .slice(0, 3);

/** What trials counted; not there until it was read. */
type Counts = { treatments: Helped; carriedOn?: CarriedOn };

/** Starting nothing new, with what a trial counted among people who did not: a choice like the others. */
const Nothing = ({ found }: { found: CarriedOn | undefined }) => (
  <div class="label nothing flow">
    <p>
      <b>Starting nothing new is a choice too.</b>{' '}
      {found ? (
        <>
          In one trial some had a dummy drip beside whatever else they took. After {found.week} weeks {found.better}{' '}
          were at least a little better, and {found.worse} had got worse for certain.{' '}
          <a href={`/evidence/${found.trial}/`}>{found.label}</a>
        </>
      ) : null}
    </p>
    <p>
      Nobody can tell what would happen to you. Ask your team what they expect, how they would notice that it goes
      wrong, and when you would look again.
    </p>
  </div>
);

/** Which treatments stand side by side, and what is known of them for this person. */
function useComparison(patient: Keeping['patient']) {
  const [chosen, setChosen] = useState(asked);
  const [view, setView] = useState<Comparison>();
  const [counts, setCounts] = useState<Counts>();
  useEffect(() => {
    fetch('/data/helped.json')
      .then((found) => found.json())
      .then((all: Counts) => setCounts(all))
      .catch((error: unknown) => console.warn('The counts of the trials could not be read.', error));
  }, []);
  useEffect(() => {
    ask('comparison', patient, chosen).then(setView, () => setView(undefined));
  }, [JSON.stringify(patient), chosen.join(' ')]);
  const choose = (place: number, id: string): void => {
    const next = chosen.toSpliced(place, 1, ...(id ? [id] : [])).filter((one, i, all) => all.indexOf(one) === i);
    setChosen(next);
    history.replaceState(null, '', `?with=${next.join(',')}`);
  };
  return { chosen, view, counts, choose };
}

const Choose = ({
  view,
  chosen,
  choose,
}: {
  view: Comparison;
  chosen: readonly string[];
  choose: (place: number, id: string) => void;
}) => (
  <div class="three noprint">
    {places.slice(0, chosen.length + 1).map((word, i) => (
      <div class="field">
        <label for={`choose-${i}`}>{word} treatment</label>
        <select id={`choose-${i}`} value={chosen[i] ?? ''} onChange={(event) => choose(i, event.currentTarget.value)}>
          <option value="">None</option>
          {view.all.map((one) => (
            <option value={one.id}>{one.label}</option>
          ))}
        </select>
      </div>
    ))}
  </div>
);

const Compare = (keeping: Keeping) => {
  const { kept, patient, say } = keeping;
  const { chosen, view, counts, choose } = useComparison(patient);
  if (!view)
    return (
      <p key="reading" class="soft">
        One moment: the guideline is being read.
      </p>
    );
  return (
    <>
      <NotKept {...keeping} />
      <Matters
        wishes={view.wishes.map((wish) => ({ ...wish, on: patient[wish.fact] === true }))}
        onWish={(fact, value) => say(said(kept, [{ fact, value }]))}
      />
      <section class="part" aria-labelledby="side">
        <h2 id="side">2. Side by side</h2>
        <Choose view={view} chosen={chosen} choose={choose} />
        {view.options.length ? <Table view={view} helped={counts?.treatments} /> : <p>Choose a treatment to begin.</p>}
        <Unequal view={view} helped={counts?.treatments} />
        <Nothing found={counts?.carriedOn} />
        <p>
          <a class="textlink" href="/evidence/#differ">
            Where guidelines disagree
          </a>
        </p>
      </section>
      <Reasons options={view.options} keeping={keeping} />
      <HowSure keeping={keeping} />
      <p class="part small soft">
        Each treatment’s page names its sources and the day it was reviewed. How this comparison is made, and who pays
        for it, is on <a href="/about/">the page about Heliotrope</a>.
      </p>
    </>
  );
};

const Page = () => {
  const state = useKept();
  if (state.stage === 'ready') tracked(live(state.kept.entries), today());
  if (state.stage === 'reading')
    return (
      <p key="reading" class="soft">
        One moment: the guideline is being read.
      </p>
    );
  return state.stage === 'damaged' ? <Damaged words={state.words} /> : <Compare {...state} />;
};
const place = document.querySelector('[data-island="compare"]');
if (place) {
  place.textContent = '';
  render(<Page />, place);
}
