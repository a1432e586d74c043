// SPDX-License-Identifier: Apache-2.0
import { sectionId } from '../../../library/places.ts';
import type { Article, Block, Statement } from '../../../model/index.ts';
import { Crumb } from '../components/crumb.tsx';
import { explaining, Words } from '../components/explained.tsx';
import { references } from '../components/references.tsx';
import { written } from '../components/written.ts';
import type { Content, Page } from '../site.ts';
import { treatmentsIn } from './library/mentions.ts';
import { shelves } from './library/shelves.ts';

const Shelf = ({ title, articles }: { title: string; articles: readonly Article[] }) => {
  const id = `shelf-${title.toLowerCase().replace(/[^a-z]+/g, '-')}`;
  return (
    <section class="part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul class="index">
        {articles.map((one) => (
          <li>
            <a href={`/library/${one.id}/`}>{one.title}</a>
            <span>{one.summary}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};

const libraryPage = ({ library: { articles } }: Content): Page => {
  const placed: readonly string[] = shelves.flatMap(([, ids]) => ids);
  const on = (ids: readonly string[]): readonly Article[] =>
    ids.flatMap((id) => articles.filter((one) => one.id === id));
  return {
    path: '/library/',
    section: 'library',
    title: 'Library',
    description: 'Articles about dermatomyositis and its treatment in plain words.',
    body: (
      <>
        <h1>Library</h1>
        <p class="lead">In plain words, each with its sources and the few things to remember.</p>
        <p>
          <a class="button" href="/ask/">
            Ask in your own words
          </a>
        </p>
        {shelves.map(([title, ids]) => (
          <Shelf title={title} articles={on(ids)} />
        ))}
        <Shelf title="More" articles={articles.filter(({ id }) => !placed.includes(id))} />
        <p>
          <a href="/evidence/">The trials, each in one picture</a>
        </p>
        <p>
          <a href="/library/glossary/">Words explained</a>
        </p>
      </>
    ),
  };
};

/** The text of an article: its statements with their citations, its hard words explained once. */
const articleText = (content: Content, article: Article) => {
  const { Cite, List } = references(content.guideline);
  const { Explained, used } = explaining(content.library.glossary);
  const Said = ({ all }: { all: readonly Statement[] }) => (
    <>
      {all.map(({ text, because }, i) => (
        <>
          {i ? ' ' : ''}
          <Explained text={text} />
          <Cite claims={because} />
        </>
      ))}
    </>
  );
  const Part = ({ block }: { block: Block }) =>
    block.kind === 'list' ? (
      <ul>
        {block.items.map((all) => (
          <li>
            <Said all={all} />
          </li>
        ))}
      </ul>
    ) : (
      <p>
        <Said all={block.items[0]} />
      </p>
    );
  const Takeaways = () => (
    <section class="takeaways" aria-labelledby="takeaways">
      <h2 id="takeaways">Key takeaways</h2>
      <ul>
        {article.takeaways.map(({ text, because }) => (
          <li>
            {text}
            <Cite claims={because} />
          </li>
        ))}
      </ul>
    </section>
  );
  return { Takeaways, Part, List, used };
};

const articlePage = (content: Content, article: Article): Page => {
  const { Takeaways, Part, List, used } = articleText(content, article);
  return {
    path: `/library/${article.id}/`,
    section: 'library',
    title: article.title,
    description: article.summary,
    body: (
      <div class="cols">
        <article class="flow prose">
          <Crumb href="/library/" words="Library" />
          <h1>{article.title}</h1>
          <p class="lead">{article.summary}</p>
          <Takeaways />
          {article.sections.map(({ heading, blocks }) => (
            <>
              <h2 id={sectionId(heading)}>{heading}</h2>
              {blocks.map((block) => (
                <Part block={block} />
              ))}
            </>
          ))}
          <Treatments content={content} article={article} />
          <h2>Related articles</h2>
          <Related content={content} article={article} />
          <UsedWords used={used} />
          <h2>Sources</h2>
          <List />
          <WhatChanged article={article} />
        </article>
        <Aside article={article} />
      </div>
    ),
  };
};

/** When it was reviewed, and what is on the page. */
const Aside = ({ article: { reviewed, sections } }: { article: Article }) => (
  <aside class="stay aside noprint" aria-label="On this page">
    <p class="label">
      Reviewed {written(reviewed)} by the authors, not yet by a clinician. It informs a decision that you make with your
      care team.
    </p>
    <h2>On this page</h2>
    <ul class="toc">
      {sections.map(({ heading }) => (
        <li>
          <a href={`#${sectionId(heading)}`}>{heading}</a>
        </li>
      ))}
    </ul>
  </aside>
);

/** The treatments it is about, each with a page of its own. */
const Treatments = ({ content, article }: { content: Content; article: Article }) => {
  const about = treatmentsIn(article, content.guideline).slice(0, 6);
  return about.length ? (
    <>
      <h2>Treatments it speaks of</h2>
      <ul>
        {about.map(({ id, label }) => (
          <li>
            <a href={`/treatments/${id}/`}>{label}</a>
          </li>
        ))}
      </ul>
    </>
  ) : null;
};

const WhatChanged = ({ article }: { article: Article }) => (
  <>
    <h2>What changed</h2>
    <ul>
      {article.changed.map(({ on, what }) => (
        <li>
          {written(on)}: {what}
        </li>
      ))}
    </ul>
    <p class="small soft">
      Last reviewed on {written(article.reviewed)} by the authors, not yet by a clinician. Always discuss with your care
      team.
    </p>
  </>
);

/** Rendered after the text, when the words it used are known. */
const UsedWords = ({ used }: { used: ReadonlySet<Content['library']['glossary'][number]> }) =>
  used.size ? (
    <>
      <h2>Words on this page</h2>
      <Words terms={used} />
    </>
  ) : null;

const Related = ({ content, article }: { content: Content; article: Article }) => (
  <ul>
    {article.related.flatMap((id) =>
      content.library.articles
        .filter((one) => one.id === id)
        .map(({ title }) => (
          <li>
            <a href={`/library/${id}/`}>{title}</a>
          </li>
        )),
    )}
  </ul>
);

const glossaryPage = ({ library: { glossary } }: Content): Page => ({
  path: '/library/glossary/',
  section: 'library',
  title: 'Words explained',
  description: 'Medical words of dermatomyositis in plain words.',
  body: (
    <div class="flow prose">
      <Crumb href="/library/" words="Library" />
      <h1>Words explained</h1>
      <Words terms={glossary} />
    </div>
  ),
});

/** The library, each of its articles, and its words. */
export const libraryPages = (content: Content): readonly Page[] => [
  libraryPage(content),
  glossaryPage(content),
  ...content.library.articles.map((one) => articlePage(content, one)),
];
