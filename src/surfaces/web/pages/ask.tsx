// SPDX-License-Identifier: Apache-2.0
import type { Passage } from '../../../model/index.ts';
import { references } from '../components/references.tsx';
import { UrgentIcon } from '../components/status.tsx';
import type { Content, Page } from '../site.ts';

const outsideFile = (passage: Passage, content: Content): boolean =>
  content.library.topics.some(({ id, answerable }) => id === passage.topics[0] && answerable === 'no')
  || passage.topics[0] === 'language-mix'
  || passage.topics[0] === 'false-premise';

/** Questions grouped under the topic they are first about, in the order of the library. */
function grouped(content: Content): readonly { label: string; passages: readonly Passage[] }[] {
  const shown = content.library.passages.filter((one) => !outsideFile(one, content));
  return content.library.topics
    .map(({ id, label }) => ({ label, passages: shown.filter(({ topics: [first] }) => first === id) }))
    .filter(({ passages }) => passages.length);
}

const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The question box, which works in the browser, and below it every question the guide answers, readable without a script. */
export const ask = (content: Content): Page => {
  const { Cite, List } = references(content.guideline);
  return {
    path: '/ask/',
    section: 'ask',
    title: 'Ask in your own words',
    description: 'A question in your words, answered on your device from the guide, with its sources.',
    island: 'ask',
    body: (
      <>
        <div data-island="ask">
          <h1>Ask in your own words</h1>
          <p class="lead">The question box needs a moment, and scripts. The questions below need neither.</p>
        </div>
        <a class="urgent-line" href="/urgent/">
          <UrgentIcon />
          <span>Choking, hard to breathe, or suddenly weaker? Read the urgent signs first</span>
        </a>
        <section class="part prose" aria-labelledby="all">
          <h2 id="all">Questions people ask</h2>
          {grouped(content).map(({ label, passages }) => (
            <>
              <h3>{sentenceCase(label)}</h3>
              {passages.map(({ asks, says, pages }) => (
                <details class="more">
                  <summary>{asks}</summary>
                  {says.map(({ text, because }) => (
                    <p>
                      {text}
                      <Cite claims={because} />
                    </p>
                  ))}
                  {pages[0] ? (
                    <p>
                      <a href={pages[0]}>Read more</a>
                    </p>
                  ) : null}
                </details>
              ))}
            </>
          ))}
          <h2>Sources</h2>
          <details class="more">
            <summary>The sources of these answers</summary>
            <List />
          </details>
        </section>
      </>
    ),
  };
};
