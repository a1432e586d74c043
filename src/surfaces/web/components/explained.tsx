// SPDX-License-Identifier: Apache-2.0
import type { VNode } from 'preact';
import type { Term } from '../../../model/index.ts';

export const termId = ({ term }: Term): string => `word-${term.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Links each word of the glossary to its meaning where a page first uses it. `used` are the terms met so far. */
export function explaining(glossary: readonly Term[]) {
  const used = new Set<Term>();
  const forms = glossary
    .flatMap((term) => [term.term, ...term.also].map((form) => ({ form, term })))
    .sort((a, b) => b.form.length - a.form.length);
  const pattern = new RegExp(`\\b(${forms.map(({ form }) => escaped(form)).join('|')})\\b`, 'gi');
  const termOf = (word: string): Term | undefined =>
    forms.find(({ form }) => form.toLowerCase() === word.toLowerCase())?.term;
  const Explained = ({ text }: { text: string }): VNode => (
    <>
      {(forms.length ? text.split(pattern) : [text]).map((part, i) => {
        const term = i % 2 ? termOf(part) : undefined;
        if (!term || used.has(term)) return part;
        used.add(term);
        return (
          <a class="term" href={`#${termId(term)}`}>
            {part}
          </a>
        );
      })}
    </>
  );
  return { Explained, used };
}

/** The words a page used, with their meanings. */
export const Words = ({ terms }: { terms: Iterable<Term> }) => (
  <dl class="pairs words">
    {[...terms]
      .sort((a, b) => a.term.localeCompare(b.term))
      .map((term) => (
        <div id={termId(term)}>
          <dt>{term.term}</dt>
          <dd>{term.meaning}</dd>
        </div>
      ))}
  </dl>
);
