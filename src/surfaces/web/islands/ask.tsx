// SPDX-License-Identifier: Apache-2.0
// The question box: answers on this device, from the library alone. The words asked are neither kept nor sent.
import { render } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { placeIn, prepareQuestions, type Answer, type Citation, type Evidence } from '../../../library/index.ts';
import type { Library, Statement } from '../../../model/index.ts';
import { wordsIn } from '../asked.ts';
import { Lock } from '../components/icons.tsx';
import { UrgentIcon } from '../components/status.tsx';
import { WorkTitle } from '../components/work-link.tsx';

type Read = { library: Library; evidence: Evidence };
type State = { stage: 'reading' } | { stage: 'failed' } | ({ stage: 'ready' } & Read);

async function readLibrary(): Promise<State> {
  try {
    const response = await fetch('/data/library.json');
    const found: Read = await response.json();
    return { stage: 'ready', ...found };
  } catch (error) {
    console.warn('The library could not be read.', error);
    return { stage: 'failed' };
  }
}

/** Sources of one answer, numbered as they are first cited. */
const numberedSources = (citations: readonly Citation[]): readonly Citation[] =>
  citations.filter(({ source }, i) => citations.findIndex((one) => one.source === source) === i);

const Said = ({ all, citations }: { all: readonly Statement[]; citations: readonly Citation[] }) => {
  const sources = numberedSources(citations);
  return (
    <>
      {all.map(({ text, because }) => (
        <p>
          {text}
          {sources.map(({ source }, i) =>
            citations.some((one) => one.source === source && because.includes(one.claim)) ? (
              <sup>
                <a href={`#answer-source-${i + 1}`} aria-label={`Source ${i + 1}`}>
                  [{i + 1}]
                </a>
              </sup>
            ) : null,
          )}
        </p>
      ))}
    </>
  );
};

const UrgentBox = ({
  urgency,
  citations,
}: {
  urgency: NonNullable<Answer['urgency']>;
  citations: Answer['citations'];
}) => (
  <section class={`urgent ${urgency.level}`} aria-labelledby="what-now">
    <h2 id="what-now">
      <UrgentIcon />
      <span>{urgency.title}</span>
    </h2>
    <div class="flow">
      <Said all={urgency.sentences} citations={citations} />
    </div>
  </section>
);

/** An article opens at the section that says what was answered. */
const exact = ({ articles }: Library, { citations }: Answer, href: string): string => {
  const article = articles.find(({ id }) => href === `/library/${id}/`);
  return article ? href + placeIn(article, new Set(citations.map(({ claim }) => claim))) : href;
};

const Shown = ({ answer, library }: { answer: Answer; library: Library }) => (
  <article class="answer" aria-label="The answer">
    {answer.urgency ? <UrgentBox urgency={answer.urgency} citations={answer.citations} /> : null}
    {answer.sentences.length ? (
      <>
        <h2>{answer.urgency ? 'Also' : 'What the guide says'}</h2>
        <Said all={answer.sentences} citations={answer.citations} />
      </>
    ) : null}
    {answer.related.length ? (
      <>
        <h3>From these pages</h3>
        <ul class="index">
          {answer.related.map(({ href, title }) => (
            <li>
              <a href={exact(library, answer, href)}>{title}</a>
            </li>
          ))}
        </ul>
      </>
    ) : null}
    <h3>Sources</h3>
    <ol class="refs">
      {numberedSources(answer.citations).map(({ source, title, url, verified }, i) => (
        <li id={`answer-source-${i + 1}`} key={source}>
          <WorkTitle title={title} url={url} />
          {verified === 'recalled' ? ' (its text was not seen)' : ''}
        </li>
      ))}
    </ol>
  </article>
);

/** Other questions on the same topics that the guide answers, to press instead of typing. */
const Near = ({ library, answer, onAsk }: { library: Library; answer: Answer; onAsk: (text: string) => void }) => {
  const others = library.passages.filter(
    ({ topics, says }) =>
      topics.some((one) => answer.topics.includes(one))
      && !answer.sentences.includes(says[0])
      && library.topics.some(({ id, answerable }) => id === topics[0] && answerable !== 'no'),
  );
  return others.length ? (
    <aside class="aside stay flow" aria-labelledby="near">
      <h2 id="near">Near your question</h2>
      <ul class="plainlist">
        {others.slice(0, 5).map(({ asks }) => (
          <li>
            <button class="button-quiet" type="button" onClick={() => onAsk(asks)}>
              {asks}
            </button>
          </li>
        ))}
      </ul>
    </aside>
  ) : null;
};

/** A question that was asked on another page; it is taken out of the address, so that it is not kept there. */
function fromAnotherPage(): string {
  const words = wordsIn(location.hash).trim();
  if (words) history.replaceState(null, '', location.pathname);
  return words;
}

/** What is said while the guide cannot answer yet, or at all; nothing once it can, or before anybody asked. */
const Waiting = ({ stage, asked }: { stage: State['stage']; asked: boolean }) =>
  stage === 'failed' ? (
    <p class="soft" role="status">
      The guide could not be read. Check your connection and open this page again. The questions below still work.
    </p>
  ) : stage === 'reading' && asked ? (
    <p class="soft" role="status">
      One moment: the guide is being read.
    </p>
  ) : null;

const Private = () => (
  <p class="private">
    <Lock />
    <span>Answered on this device, from this guide. Your words are sent nowhere and not kept.</span>
  </p>
);

/** The box stands there at once; what is asked before the guide was read is answered when it is. */
const Box = () => {
  const [state, setState] = useState<State>({ stage: 'reading' });
  // Made ready when the box is turned to, not while the page opens: on a slow phone it takes a moment.
  const ready = useRef<(text: string) => Answer>();
  const prepare = () =>
    state.stage === 'ready' ? (ready.current ??= prepareQuestions(state.evidence, state.library)) : undefined;
  const [text, setText] = useState(fromAnotherPage);
  const [asked, setAsked] = useState({ words: text });
  const answer = useMemo(() => (asked.words.trim() ? prepare()?.(asked.words) : undefined), [asked, state]);
  const result = useRef<HTMLDivElement>(null);
  const ask = (words: string): void => {
    setText(words);
    setAsked({ words });
  };
  useEffect(() => {
    void readLibrary().then(setState);
  }, []);
  useEffect(() => {
    if (answer) result.current?.focus();
  }, [answer]);
  return (
    <div class="cols">
      <div class="flow">
        <form
          class="askbox"
          role="search"
          onSubmit={(event) => {
            event.preventDefault();
            ask(text);
          }}
        >
          <h1>
            <label for="q">Ask in your own words</label>
          </h1>
          <div class="row">
            <textarea
              id="q"
              rows={2}
              autocomplete="off"
              enterkeyhint="search"
              value={text}
              onFocus={prepare}
              onInput={(event) => setText(event.currentTarget.value)}
            />
            <button class="button" type="submit">
              Ask
            </button>
          </div>
          <Private />
        </form>
        <div ref={result} tabIndex={-1} aria-live="polite" class="result">
          {answer && state.stage === 'ready' ? <Shown answer={answer} library={state.library} /> : null}
          <Waiting stage={state.stage} asked={asked.words.trim() !== ''} />
        </div>
      </div>
      {answer && state.stage === 'ready' ? <Near library={state.library} answer={answer} onAsk={ask} /> : null}
    </div>
  );
};

const place = document.querySelector('[data-island="ask"]');
if (place) {
  place.textContent = '';
  render(<Box />, place);
}
