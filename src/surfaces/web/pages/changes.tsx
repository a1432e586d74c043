// SPDX-License-Identifier: Apache-2.0
import type { Content, Page } from '../site.ts';

/** The entries of one part of the changelog: each begins with a hyphen at the start of a line and may go on below. */
const entriesOf = (text: string): readonly string[] =>
  text
    .split(/\n- |^- /)
    .map((one) => one.trim().replace(/\s+/g, ' '))
    .filter(Boolean);

/** What stands between back quotes is code. */
const Said = ({ text }: { text: string }) => (
  <>{text.split('`').map((part, i) => (i % 2 ? <code class="break">{part}</code> : part))}</>
);
const Entries = ({ list }: { list: readonly string[] }) => (
  <ul>
    {list.map((one) => (
      <li>
        <Said text={one.replace(/^★\s*/, '')} />
      </li>
    ))}
  </ul>
);

/** One part, such as "Added": what can change advice first and open, everything else one click below. */
const Part = ({ head, text }: { head: string; text: string }) => {
  const all = entriesOf(text);
  const [advice, rest] = [all.filter((one) => one.startsWith('★')), all.filter((one) => !one.startsWith('★'))];
  return (
    <>
      {head.startsWith('## ') ? <h2>{head.slice(3)}</h2> : <h3>{head.slice(4)}</h3>}
      {advice.length ? (
        <>
          <p class="soft small">What can change what a person is advised:</p>
          <Entries list={advice} />
        </>
      ) : null}
      {rest.length ? (
        <details class="more">
          <summary>
            {rest.length === 1 ? 'One other change' : `${rest.length} other changes`}, which change no advice
          </summary>
          <Entries list={rest} />
        </details>
      ) : null}
    </>
  );
};

/** What changed, edition by edition. The lines before the first edition describe the file, not a change. */
export const changes = ({ changes: text }: Content): Page => ({
  path: '/changes/',
  title: 'What changed',
  description: 'What changed, and whose advice it changes.',
  body: (
    <div class="prose flow">
      <h1>What changed</h1>
      <p class="lead">First what can change what a person is advised. Below it, everything else.</p>
      {text
        .split(/\n(?=##)/)
        .slice(1)
        .map((part) => {
          const [head = '', ...rest] = part.split('\n');
          return <Part head={head} text={rest.join('\n')} />;
        })}
    </div>
  ),
});
