// SPDX-License-Identifier: Apache-2.0
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ask, tracked } from '../answering/client.ts';
import type { GuidanceView, StageView } from '../answering/guidance.ts';
import { onPaper } from '../answering/on-paper.ts';
import { tallyWords } from '../answering/standing.ts';
import { plainCopy } from '../backup.ts';
import { Asks, tickedAsks } from '../components/guidance/asks.tsx';
import { WhatWouldChange } from '../components/guidance/change.tsx';
import { DisagreementsKnown, useDisagreements } from '../components/guidance/differs.tsx';
import { Group, Rest } from '../components/guidance/options.tsx';
import { OnPaper } from '../components/guidance/on-paper.tsx';
import { Pathway } from '../components/guidance/pathway.tsx';
import { NoAllClear } from '../components/guidance/no-all-clear.tsx';
import { Refs, References } from '../components/guidance/refs.tsx';
import { Flags } from '../components/guidance.tsx';
import { StatusIcon } from '../components/status.tsx';
import { Damaged, NotKept } from '../components/trouble.tsx';
import { live, tooOld } from '../kept.ts';
import { today, useKept, type Keeping } from '../navigator.ts';
import { download } from '../salvage.ts';

const Tally = ({ view }: { view: GuidanceView }) => (
  <ul class="tally">
    {(['fits', 'check', 'not'] as const).map((of) =>
      view.groups[of].length ? (
        <li class={of}>
          <a class="status" href={`#${of}`}>
            <StatusIcon standing={of} />
            {tallyWords(of, view.groups[of].length)}
          </a>
        </li>
      ) : null,
    )}
  </ul>
);

/** What is weighed where the person is, and in which other situations they are. */
const Here = ({ stages, here }: { stages: readonly StageView[]; here: StageView | undefined }) => {
  const shown = [
    ...(here ? [here] : []),
    ...stages.filter(({ road, holds }) => road === 'situation' && holds === 'true'),
  ];
  return (
    <>
      {shown.map(({ id, label, decides, summary, refs }) => (
        <details class="more">
          <summary>
            <h2>{id === here?.id ? 'What you and your team weigh here' : `Also for you: ${label.toLowerCase()}`}</h2>
          </summary>
          <div>
            {id === here?.id ? null : <p>{summary}</p>}
            <ul>
              {decides.map((one) => (
                <li>{one}</li>
              ))}
            </ul>
            <p class="small soft">
              From the guideline
              <Refs refs={refs} />
            </p>
          </div>
        </details>
      ))}
    </>
  );
};

/** Answers that an old day makes unknown again, said so that nobody thinks they count. */
const TooOld = ({ kept }: { kept: Keeping['kept'] }) => {
  const list = tooOld(kept);
  return list.length === 0 ? null : (
    <div class="flow">
      <p>
        {list.length === 1 ? 'One of your answers is' : `${list.length} of your answers are`} old, and things change.
        Until you answer again, we take {list.length === 1 ? 'it' : 'them'} as not known.
      </p>
      <details class="more bare">
        <summary>{list.length === 1 ? 'Which one' : 'Which ones'}</summary>
        <p class="soft">{list.map(({ label }) => label).join('; ')}.</p>
      </details>
      <p>
        <a class="textlink" href={`/path/#ask=${list.map(({ fact }) => fact).join(',')}`}>
          {list.length === 1 ? 'Answer it again' : 'Answer them again'}
        </a>
      </p>
    </div>
  );
};

const Told = ({ view, keeping }: { view: GuidanceView; keeping: Keeping }) => {
  const [yes, no] = [view.told.filter((one) => !one.no), view.told.filter((one) => one.no)];
  return (
    <aside class="stay aside prints" aria-labelledby="told">
      <h2 id="told">What you told us</h2>
      <dl class="pairs narrow">
        {yes.map(({ label, answer }) => (
          <div>
            <dt>{label}</dt>
            <dd>{answer}</dd>
          </div>
        ))}
      </dl>
      {no.length ? (
        <details class="more bare">
          <summary>{no.length === 1 ? 'One thing' : `${no.length} things`} you said no to</summary>
          <p class="soft">{no.map(({ label }) => label).join('; ')}.</p>
        </details>
      ) : null}
      <TooOld kept={keeping.kept} />
      <p>
        <a class="textlink" href="/path/">
          Add or change an answer
        </a>
      </p>
      <p class="label">The same facts always give the same answer.</p>
    </aside>
  );
};

const Head = ({ view }: { view: GuidanceView }) => {
  const { here } = view;
  return (
    <div class="headline">
      <p class="eyebrow">Your path, {new Date().toLocaleDateString('en-GB', { dateStyle: 'full' })}</p>
      <h1>
        {here ? `You are here: ${here.label.charAt(0).toLowerCase()}${here.label.slice(1)}` : 'Your guidance so far'}
      </h1>
      {view.scope.map((advice) => (
        <p class="lead scope">{advice}</p>
      ))}
      <p class="lead">
        {here ? here.summary : 'Where you are on the pathway is not known yet. A few more answers will show it.'}
        {here ? <Refs refs={here.refs} /> : null}
      </p>
      <Tally view={view} />
    </div>
  );
};

const Result = ({ view, keeping }: { view: GuidanceView; keeping: Keeping }) => {
  const { takeaways, cited } = onPaper(view);
  const ticked = tickedAsks(keeping.kept);
  return (
    <>
      <NotKept {...keeping} />
      <Flags flags={view.flags} />
      <NoAllClear {...view} />
      <Head view={view} />
      <OnPaper takeaways={takeaways} asks={ticked.length ? ticked : view.asks} />
      <Pathway stages={view.stages} here={view.here} />
      <div class="cols">
        <div>
          <Here stages={view.stages} here={view.here} />
          <Group options={view.groups.fits} of="fits" />
          <Group options={view.groups.check} of="check" />
          <Group options={view.groups.not} of="not" />
          <div class="group">
            <Rest title={tallyWords('waits', view.groups.waits.length)} options={view.groups.waits} waits />
            <Rest title={tallyWords('stage', view.groups.stage.length)} options={view.groups.stage} waits={false} />
          </div>
          <WhatWouldChange patient={keeping.patient} />
          <Asks asks={view.asks} keeping={keeping} />
          <Take keeping={keeping} />
          <section class="part" aria-labelledby="sources">
            <h2 id="sources" class="hide">
              Sources
            </h2>
            <details class="more" id="all-sources">
              <summary>The {view.references.length} sources of this page</summary>
              <References list={view.references} printed={cited} />
            </details>
          </section>
        </div>
        <Told view={view} keeping={keeping} />
      </div>
    </>
  );
};

const Take = ({ keeping: { kept, patient } }: { keeping: Keeping }) => (
  <div class="actions noprint">
    <button class="link" type="button" onClick={() => print()}>
      Print this page
    </button>
    <button
      class="link"
      type="button"
      onClick={() => download(`heliotrope-${today()}.json`, plainCopy(today(), patient, live(kept.entries)))}
    >
      Save my answers to a file
    </button>
  </div>
);

const Nothing = () => (
  <div class="flow">
    <h1>Your guidance</h1>
    <p class="lead">You have not told us anything yet. A few answers are enough to begin.</p>
    <p>
      <a class="button" href="/path/">
        Find your path
      </a>
    </p>
  </div>
);
const Reading = () => <p class="soft">One moment: the guideline is being read.</p>;

const Guidance = (keeping: Keeping) => {
  const [view, setView] = useState<GuidanceView>();
  const [failed, setFailed] = useState<string>();
  const { patient } = keeping;
  const disagreements = useDisagreements();
  useEffect(() => {
    ask('guidance', patient).then(setView, (error: unknown) =>
      setFailed(error instanceof Error ? error.message : 'This page could not start.'),
    );
  }, [JSON.stringify(patient)]);
  if (failed !== undefined)
    return (
      <div class="errors" role="alert">
        <h1>This page cannot start</h1>
        <p>{failed}</p>
      </div>
    );
  if (Object.keys(patient).length === 0 && live(keeping.kept.entries).length === 0) return <Nothing />;
  return view ? (
    <DisagreementsKnown value={disagreements}>
      <Result view={view} keeping={keeping} />
    </DisagreementsKnown>
  ) : (
    <Reading />
  );
};

const Page = () => {
  const state = useKept();
  if (state.stage === 'ready') tracked(live(state.kept.entries), today());
  if (state.stage === 'reading') return <Reading />;
  return state.stage === 'damaged' ? <Damaged words={state.words} /> : <Guidance {...state} />;
};
const place = document.querySelector('[data-island="guidance"]');
if (place) {
  place.textContent = '';
  render(<Page />, place);
}
