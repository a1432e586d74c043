// SPDX-License-Identifier: Apache-2.0
import textReadability from 'text-readability';

/** The grade of school at which a text is read, by Flesch and Kincaid: 0.39 words a sentence + 11.8 syllables a word - 15.59
 *  (Kincaid and others, 1975), as `text-readability` counts them. 0 for an empty text. */
export const gradeOf = (text: string): number => (text.trim() ? textReadability.fleschKincaidGrade(text) : 0);

/** An article is read at grade 8 at most, its key takeaways at grade 6. */
export const hardest = { article: 8, takeaways: 6 } as const;
