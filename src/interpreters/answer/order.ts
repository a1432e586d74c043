// SPDX-License-Identifier: Apache-2.0
import { lines, statuses, type Certainty, type Guideline, type Option, type RuleId } from '../../model/index.ts';

const certainties: readonly Certainty[] = ['high', 'moderate', 'low', 'very-low'];

/** The best certainty among some claims; undefined when there is none. */
function bestCertainty(guideline: Guideline, claims: readonly string[]): Certainty | undefined {
  const found = claims.map((claim) => guideline.claims[claim]?.certainty);
  return certainties.find((certainty) => found.includes(certainty));
}

/** The best certainty among the claims of the recommendations that decided: how sure it is that this helps, not that it harms. */
export function certaintyOf(guideline: Guideline, option: Option): Certainty | undefined {
  const rules = new Set(option.decidedBy.map(({ rule }) => rule));
  const recommendations = guideline.rules.filter(({ id, kind }) => kind === 'recommendation' && rules.has(id));
  return bestCertainty(
    guideline,
    recommendations.flatMap(({ because }) => because),
  );
}

const statusPlaces: ReadonlyMap<string, number> = new Map(statuses.map((status, place) => [status, place]));
const linePlaces: ReadonlyMap<string, number> = new Map(lines.map((line, place) => [line, place]));
const fits = (option: Option): number => (option.status === 'undetermined' && option.indicated !== 'true' ? 1 : 0);

/** The one order of options, compiled once: status, fits before may fit, line, wishes, certainty, id. Strength is in the status. */
export function prepareOrder(guideline: Guideline) {
  const ranks: ReadonlyMap<RuleId, number> = new Map(
    guideline.rules
      .filter(({ kind }) => kind === 'recommendation')
      .map(({ id, because }) => [id, certainties.indexOf(bestCertainty(guideline, because) ?? 'very-low')]),
  );
  const rank = (option: Option): number => {
    let best = certainties.length;
    for (const { rule } of option.decidedBy) best = Math.min(best, ranks.get(rule) ?? best);
    return best;
  };
  // One number, most weighty place first; each place is below ten.
  const key = (option: Option): number =>
    (statusPlaces.get(option.status) ?? 0) * 10_000
    + fits(option) * 1000
    + (linePlaces.get(option.line ?? '') ?? lines.length) * 100
    + option.againstWishes.length * 10
    + rank(option);
  return (options: readonly Option[]): readonly Option[] =>
    options
      .map((option) => ({ option, key: key(option) }))
      .sort((a, b) => a.key - b.key || (a.option.intervention < b.option.intervention ? -1 : 1))
      .map(({ option }) => option);
}
