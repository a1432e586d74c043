// SPDX-License-Identifier: Apache-2.0
// Small wrongs that an author could write, to see whether a case or an invariant would notice.
import type { Comparison, Condition, Vocabulary } from '../../model/index.ts';

/** A condition with one thing wrong in it, and what is wrong in words. */
export type Wrong = { how: string; when: Condition };

const flipped: Readonly<Record<Comparison, Comparison>> = { '<': '>=', '>=': '<', '<=': '>', '>': '<=' };
const nudged: Readonly<Record<Comparison, Comparison>> = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' };

function wrongLeaf(vocabulary: Vocabulary, condition: Condition): readonly Wrong[] {
  switch (condition.op) {
    case 'compare': {
      const { fact, by, value } = condition;
      return [flipped[by], nudged[by]].map((other) => ({
        how: `"${fact} ${by} ${value}" read as "${fact} ${other} ${value}"`,
        when: { ...condition, by: other },
      }));
    }
    case 'is': {
      const { fact, value } = condition;
      if (typeof value === 'boolean')
        return [{ how: `"${fact}" read as its opposite`, when: { op: 'not', part: condition } }];
      const kind = vocabulary.facts[fact]?.value;
      const codes = kind?.type === 'code' ? kind.options.map(({ code }) => code) : [];
      const next = codes[codes.indexOf(value) + 1] ?? codes[codes.indexOf(value) - 1];
      if (next === undefined) return [];
      return [
        { how: `"${fact}: ${value}" read as "${next}"`, when: { op: 'is', fact, value: next } },
        {
          how: `"${fact}: ${value}" widened to "${next}"`,
          when: { op: 'any', parts: [condition, { op: 'is', fact, value: next }] },
        },
      ];
    }
    case 'defined':
      return [{ how: `"${condition.as}" read as its opposite`, when: { op: 'not', part: condition } }];
    default:
      return [];
  }
}

const without = <T>(parts: readonly T[], place: number): readonly T[] => parts.filter((_, i) => i !== place);
const replace = <T>(parts: readonly T[], place: number, part: T): readonly T[] =>
  parts.map((one, i) => (i === place ? part : one));

/** One of several parts left out, or wrong itself. */
function wrongParts(
  vocabulary: Vocabulary,
  parts: readonly Condition[],
  rebuild: (parts: readonly Condition[]) => Condition,
): readonly Wrong[] {
  return parts.flatMap((part, i) => [
    ...(parts.length > 1 ? [{ how: `part ${i + 1} left out`, when: rebuild(without(parts, i)) }] : []),
    ...wrongs(vocabulary, part).map(({ how, when }) => ({ how, when: rebuild(replace(parts, i, when)) })),
  ]);
}

/** Every way in which exactly one thing in a condition is wrong: a comparison flipped or moved by its limit, a yes read as a no, an
 *  option exchanged or widened, a part left out, a score one point off. Definitions are not looked into: they are wrong on their own. */
export function wrongs(vocabulary: Vocabulary, condition: Condition): readonly Wrong[] {
  switch (condition.op) {
    case 'all':
    case 'any': {
      const { op } = condition;
      return wrongParts(vocabulary, condition.parts, (parts) => ({ op, parts }));
    }
    case 'not':
      return [
        { how: '"not" left out', when: condition.part },
        ...wrongs(vocabulary, condition.part).map(({ how, when }): Wrong => ({ how, when: { op: 'not', part: when } })),
      ];
    case 'atLeast': {
      const points = condition.parts.map((part) => part.points);
      const off = [-1, 1].map((by): Wrong => ({
        how: `${condition.points} points read as ${condition.points + by}`,
        when: { ...condition, points: condition.points + by },
      }));
      return [
        ...off.filter(({ when }) => when.op === 'atLeast' && when.points > 0),
        ...condition.parts.flatMap(({ when: part }, i) =>
          wrongs(vocabulary, part).map(({ how, when }): Wrong => ({
            how,
            when: { ...condition, parts: replace(condition.parts, i, { points: points[i] ?? 1, when }) },
          })),
        ),
      ];
    }
    default:
      return wrongLeaf(vocabulary, condition);
  }
}
