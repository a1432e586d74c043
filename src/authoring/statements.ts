// SPDX-License-Identifier: Apache-2.0
import type { Statement } from '../model/index.ts';

const citation = /\[\^([^\]\s]*)\]/g;

/** Every claim that a text cites, in order. */
export const citedIn = (text: string): readonly string[] => [...text.matchAll(citation)].map((match) => match[1] ?? '');

/** Splits a text at its citations: what stands before `[^claim]` rests on that claim. What follows the last one rests on none. */
export function statementsIn(text: string): readonly Statement[] {
  const parts = text.replace(/\s+/g, ' ').split(/((?:\s*\[\^[^\]\s]*\])+)/);
  return parts.flatMap((part, i) => {
    if (i % 2 === 1 || part.trim() === '') return [];
    return [{ text: part.trim().replace(/^\.\s*/, ''), because: citedIn(parts[i + 1] ?? '') }];
  });
}

/** A text that states nothing needs no source: a question, or words that open a list. */
export const statesNothing = (text: string): boolean => /[?:]$/.test(text.trim());
