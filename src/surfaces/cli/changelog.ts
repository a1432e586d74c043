// SPDX-License-Identifier: Apache-2.0
// What a changelog says of a change in advice, to be held against what was proved.
import type { Difference } from '../../interpreters/prove/index.ts';
import type { Guideline } from '../../model/index.ts';

type Section = { heading: string; entries: readonly string[] };

/** The sections of a changelog, each with its entries, an entry being a list item with its continuation lines. */
export function sections(changelog: string): readonly Section[] {
  return changelog
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [heading = '', ...lines] = section.split('\n');
      const entries = lines
        .join('\n')
        .split(/^- /m)
        .slice(1)
        .map((entry) =>
          entry
            .replace(/^#+ .*$/gm, '')
            .replace(/\s+/g, ' ')
            .trim(),
        );
      return { heading, entries };
    });
}

const isUnreleased = ({ heading }: Section): boolean => heading.startsWith('Unreleased');

/** The guideline version that was released last, such as "2026.1"; undefined before the first release. */
export function lastReleased(changelog: string): string | undefined {
  const released = sections(changelog).find((section) => !isUnreleased(section));
  return /guideline (\d{4}\.\d+)/.exec(released?.heading ?? '')?.[1];
}

/** The entries since the last release that say for whom advice changed. */
export const starred = (changelog: string): readonly string[] =>
  sections(changelog)
    .filter(isUnreleased)
    .flatMap(({ entries }) => entries)
    .filter((entry) => entry.startsWith('★'));

/** What a difference is about: the treatment, or the rule that says it. */
export const subject = (difference: Difference): string =>
  difference.about === 'status' ? difference.intervention : difference.rule;

/** Names by which an entry may call a difference: the rule, the treatment whose rule it is, and that treatment's label. */
function namesOf({ rules, interventions }: Guideline, difference: Difference): readonly string[] {
  const id = subject(difference);
  const intervention = interventions[id] ?? interventions[rules.find((rule) => rule.id === id)?.intervention ?? ''];
  return [id, ...(intervention ? [intervention.id, intervention.label] : [])].map((name) => name.toLowerCase());
}

/** Whether an entry has a name in it, as a whole word: "methotrexate" is not named by "glucocorticoid-with-methotrexate". */
const says = (entry: string, name: string): boolean =>
  new RegExp(`(?<![\\w-])${name.replace(/[^\w\s-]/g, '\\$&')}(?![\\w-])`).test(entry);

/** Differences in advice that no ★ entry since the last release names. An entry "for everybody" names every one. */
export function unnamed(
  changelog: string,
  guideline: Guideline,
  differences: readonly Difference[],
): readonly Difference[] {
  const said = starred(changelog).map((entry) => entry.toLowerCase());
  if (said.some((entry) => entry.includes('for everybody'))) return [];
  return differences.filter(
    (difference) => !namesOf(guideline, difference).some((name) => said.some((entry) => says(entry, name))),
  );
}
