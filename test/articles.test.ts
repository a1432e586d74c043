// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { loadGuideline, loadLibrary } from '../src/authoring/index.ts';

const { loaded, shown } = loadGuideline('guideline');
if (!loaded) throw new Error(shown());
const { guideline } = loaded;
const { library } = loadLibrary('guideline', guideline);

const spelled = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
/** The numbers of a text, digits and words alike; "1,012" is 1012, "79%" is 79. */
const numbersIn = (text: string): ReadonlySet<number> =>
  new Set(
    (text.toLowerCase().match(/\d[\d,]*(?:\.\d+)?|[a-z]+/g) ?? []).flatMap((word) => {
      const digits = Number(word.replaceAll(',', ''));
      if (/^\d/.test(word)) return Number.isFinite(digits) ? [digits] : [];
      return spelled.includes(word) ? [spelled.indexOf(word)] : [];
    }),
  );
const statements = library.articles.flatMap(({ id, takeaways, sections }) =>
  [...takeaways, ...sections.flatMap(({ blocks }) => blocks.flatMap(({ items }) => items.flat()))].map((one) => ({
    article: id,
    ...one,
  })),
);
/** A few people of a few, such as "3 of 4": a rounded share, to be held against a share of a hundred. */
const roundedShare = /\b(\d) (?:in|of) (\d|10)\b/g;
const withinPoints = 5;
/** The digits of a text that are amounts: not part of a name ("Jo-1", "TYK2"), and not a rounded share. */
const digitsOf = (text: string): readonly number[] => [
  ...numbersIn((text.replace(roundedShare, '').match(/(?<![A-Za-z]-?|[\d,.])\d[\d,]*(?:\.\d+)?/g) ?? []).join(' ')),
];
const inDigits = (text: string): string =>
  text
    .replace(/[a-z]+/gi, (word) =>
      spelled.includes(word.toLowerCase()) ? String(spelled.indexOf(word.toLowerCase())) : word,
    )
    .replace(/\b(?:a|1) third\b/gi, '1 in 3');
const sharesOf = (text: string): readonly number[] =>
  [...text.matchAll(roundedShare)].map(([, some, all]) => (100 * Number(some)) / Number(all));

describe('an article', () => {
  it('says no number that its claims do not say', () => {
    const unsaid = statements.flatMap(({ article, text, because }) => {
      const claims = because.map((id) => guideline.claims[id]?.statement ?? '').join(' ');
      const said = [...numbersIn(claims), ...sharesOf(inDigits(claims))];
      return [
        ...digitsOf(text).filter((number) => !said.includes(number)),
        ...sharesOf(text).filter((share) => !said.some((number) => Math.abs(number - share) <= withinPoints)),
      ].map((number) => `${article}: ${number} in "${text}"`);
    });
    expect(statements.length).toBeGreaterThan(300);
    expect(unsaid).toEqual([]);
  });
  it('counts people, and never gives a bare percentage', () =>
    expect(statements.filter(({ text }) => /%|per ?cent\b/i.test(text))).toEqual([]));
  it('names whose advice it is where it gives an amount of a medicine', () =>
    expect(
      statements.filter(({ text }) => /\d ?(?:mg|g|mL)\b/.test(text) && !/guidance|trial|study|text/i.test(text)),
    ).toEqual([]));
  it('sends a stiff neck after a drip where the urgent signs send it: to an ambulance', () => {
    const after = library.articles
      .find(({ id }) => id === 'what-an-infusion-day-is-like')
      ?.sections.flatMap(({ blocks }) =>
        blocks.flatMap(({ items }) => items.map((all) => all.map(({ text }) => text).join(' '))),
      );
    const [call, neck] = ['Call an ambulance', 'stiff neck'].map(
      (words) => after?.findIndex((text) => text.includes(words)) ?? -1,
    );
    expect(guideline.urgencies.find(({ id }) => id === 'alw-012')?.level).toBe('emergency');
    expect(call).toBeGreaterThan(0);
    expect(neck).toBeGreaterThan(call ?? 0);
  });
});
