// SPDX-License-Identifier: Apache-2.0
import { pageTitle, placeIn } from '../../../library/places.ts';
import type { Passage } from '../../../model/index.ts';
import { Crumb } from '../components/crumb.tsx';
import { references, type References } from '../components/references.tsx';
import { UrgentIcon } from '../components/status.tsx';
import type { Content, Page } from '../site.ts';
import { chaptersOf, type Chapter } from './ask/chapters.ts';

const sourcesAt = '/ask/sources/';
const chapterId = (title: string): string => `on-${title.toLowerCase().replace(/[^a-z]+/g, '-')}`;

/** Where to read on: an article at the section that says the same; otherwise the page as a whole. */
function readingOn({ library, guideline }: Content, { pages, says, topics }: Passage) {
  const article = library.articles.find(({ id, topics: on }) =>
    pages[0] ? pages[0] === `/library/${id}/` : on.includes(topics[0] ?? ''),
  );
  if (article) {
    const place = placeIn(article, new Set(says.flatMap(({ because }) => because)));
    return { href: `/library/${article.id}/${place}`, title: article.title };
  }
  const [href] = pages;
  const title = href && (guideline.interventions[href.split('/')[2] ?? '']?.label ?? pageTitle(href));
  return href && title ? { href, title } : undefined;
}

const Question = ({ content, passage, Cite }: { content: Content; passage: Passage } & Pick<References, 'Cite'>) => {
  const on = readingOn(content, passage);
  return (
    <details class="more" id={passage.id}>
      <summary>{passage.asks}</summary>
      {passage.says.map(({ text, because }) => (
        <p>
          {text}
          <Cite claims={because} />
        </p>
      ))}
      {on ? (
        <p>
          Read on: <a href={on.href}>{on.title}</a>
        </p>
      ) : null}
    </details>
  );
};

const Chapters = ({ chapters }: { chapters: readonly Chapter[] }) => (
  <ul class="jumps noprint" aria-label="Questions by subject">
    {chapters.map(({ title, passages }) => (
      <li>
        <a href={`#${chapterId(title)}`}>
          {title} ({passages.length})
        </a>
      </li>
    ))}
  </ul>
);

/** The question box, which works in the browser, and below it every question the guide answers, readable without a script. */
const questions = (content: Content, { Cite }: References): Page => {
  const chapters = chaptersOf(content.library);
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
          <Chapters chapters={chapters} />
          {chapters.map(({ title, passages }) => (
            <>
              <h3 id={chapterId(title)}>{title}</h3>
              {passages.map((passage) => (
                <Question content={content} passage={passage} Cite={Cite} />
              ))}
            </>
          ))}
          <p>
            <a href={sourcesAt}>The sources of these answers</a>
          </p>
        </section>
      </>
    ),
  };
};

/** The sources have a page of their own, so that the page of the question box stays small. */
const sources = ({ List }: References): Page => ({
  path: sourcesAt,
  section: 'ask',
  title: 'Sources of the answers',
  description: 'What the answers to the questions people ask rest on.',
  body: (
    <div class="flow prose">
      <Crumb href="/ask/" words="Questions people ask" />
      <h1>Sources of the answers</h1>
      <p class="lead">Each number in an answer leads to one of these.</p>
      <List />
    </div>
  ),
});

/** The page of questions before the page of its sources: they are numbered as they are first cited. */
export const askPages = (content: Content): readonly Page[] => {
  const cited = references(content.guideline, sourcesAt);
  return [questions(content, cited), sources(cited)];
};
