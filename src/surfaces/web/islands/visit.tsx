// SPDX-License-Identifier: Apache-2.0
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { ask } from '../answering/client.ts';
import { tickedAsks } from '../components/guidance/asks.tsx';
import { Back } from '../components/icons.tsx';
import { toldBy, useView } from '../components/track/use-view.ts';
import { Damaged, NotKept } from '../components/trouble.tsx';
import type { OwnWords } from '../answering/record/visit.ts';
import { Sheet, sectionNames, sections, type SectionName } from '../components/visit/sheet.tsx';
import { WordsForm } from '../components/visit/words-form.tsx';
import { today, useKept, type Keeping } from '../navigator.ts';
import { sureLines } from '../sure.ts';
import { download } from '../salvage.ts';

const threeMonthsAgo = (): string =>
  new Date(Date.parse(`${today()}T00:00:00Z`) - 91 * 86_400_000).toISOString().slice(0, 10);
const lines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : 'the browser refused');

type Tell = (words: string) => void;
/** The sheet as files: for the hospital's computer, and as a note for the clinician. Nothing is sent. */
const Files = ({ keeping, since, own, tell }: { keeping: Keeping; since: string; own: OwnWords; tell: Tell }) => {
  const [note, setNote] = useState<string>();
  const told = toldBy(keeping);
  const share = (): void => {
    ask('visitNote', told, since, own)
      .then((text) => navigator.share({ title: 'My visit', text }))
      .catch((error: unknown) => tell(`It was not shared: ${reasonOf(error)}.`));
  };
  return (
    <div class="actions">
      <button
        class="link"
        type="button"
        onClick={() => {
          ask('visitBundle', told).then(
            (text) => {
              download(`heliotrope-visit-${today()}.fhir.json`, text, 'application/fhir+json');
              tell('The file for your hospital was saved. It is a FHIR Bundle, without your name.');
            },
            (error: unknown) => tell(`The file could not be made: ${reasonOf(error)}.`),
          );
        }}
      >
        Save it for my hospital (FHIR)
      </button>
      <button
        class="link"
        type="button"
        onClick={() => {
          ask('visitNote', told, since, own).then(setNote, (error: unknown) =>
            tell(`The note could not be made: ${reasonOf(error)}.`),
          );
        }}
      >
        Show it as a clinician’s note
      </button>
      {'share' in navigator ? (
        <button class="link" type="button" onClick={share}>
          Share the note
        </button>
      ) : null}
      {note === undefined ? null : (
        <div class="field notefield">
          <label for="note">The note, to copy</label>
          <textarea id="note" class="note" readOnly value={note} />
        </div>
      )}
    </div>
  );
};

const OnIt = ({
  on,
  turn,
  children,
}: {
  on: ReadonlySet<SectionName>;
  turn: (name: SectionName) => void;
  children: preact.ComponentChildren;
}) => (
  <div class="aside noprint onit">
    <fieldset>
      <legend>
        <h2>What is on it</h2>
      </legend>
      {sectionNames.map((name) => (
        <label>
          <input type="checkbox" checked={on.has(name)} onChange={() => turn(name)} />
          <span>{sections[name]}</span>
        </label>
      ))}
    </fieldset>
    {children}
    <p class="label">It fits one side of A4 or Letter. Nothing is sent: you print it or hand it over.</p>
  </div>
);

const Head = ({ words }: { words: string }) => (
  <div class="noprint visit-head flow">
    <a class="crumb" href="/track/">
      <Back />
      Track
    </a>
    <h1>Your visit page</h1>
    <p class="lead">One sheet, for you and your clinician. Change anything; print it, or save it as a PDF.</p>
    <div class="actions">
      <button class="button" type="button" onClick={() => print()}>
        Print this page
      </button>
    </div>
    <p role="status">{words}</p>
  </div>
);

const Visit = (keeping: Keeping) => {
  const said = (about: string): string => keeping.kept.words.get(about) ?? '';
  const from = isDay(said('visit-since')) ? said('visit-since') : threeMonthsAgo();
  const { view, failed } = useView('visit', keeping, from);
  const [words, tell] = useState('');
  const off = new Set(said('visit-off').split(' '));
  const on = new Set(sectionNames.filter((name) => !off.has(name)));
  const turn = (name: SectionName): void =>
    keeping.words('visit-off', sectionNames.filter((one) => (one === name ? on.has(one) : !on.has(one))).join(' '));
  const worries = lines(said('visit-worries'));
  const typed = lines(said('visit-asks'));
  const offered = [...new Set([...tickedAsks(keeping.kept), ...(view?.asks ?? [])])];
  const asks = typed.length ? typed : offered;
  return (
    <>
      <NotKept {...keeping} />
      <Head words={words} />
      {failed === undefined ? null : (
        <div class="errors" role="alert">
          <p>{failed}</p>
        </div>
      )}
      {view === undefined ? (
        <p class="soft">One moment: the page is being made.</p>
      ) : (
        <div class="visit">
          <div>
            <Sheet
              view={view}
              from={from}
              on={on}
              today={today()}
              words={{
                name: said('visit-name'),
                with: said('visit-with'),
                date: isDay(said('visit-date')) ? said('visit-date') : '',
                worries,
                sure: sureLines(keeping.kept.words),
                asks,
              }}
            />
            <WordsForm edit={{ value: said, set: keeping.words }} asks={offered.slice(0, 4)} from={from} />
          </div>
          <OnIt on={on} turn={turn}>
            <Files
              keeping={keeping}
              since={from}
              own={{ worries, sure: sureLines(keeping.kept.words), asks }}
              tell={tell}
            />
          </OnIt>
        </div>
      )}
    </>
  );
};

const Page = () => {
  const state = useKept();
  if (state.stage === 'reading') return <p class="soft">One moment: your record is being read.</p>;
  return state.stage === 'damaged' ? <Damaged words={state.words} /> : <Visit {...state} />;
};
const place = document.querySelector('[data-island="visit"]');
if (place) {
  place.textContent = '';
  render(<Page />, place);
}
