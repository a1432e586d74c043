// SPDX-License-Identifier: Apache-2.0
import type { FactId, Guideline } from '../../model/index.ts';
import { medicineCodes, medicineWords } from '../codes/lookup.ts';
import { namesIn } from '../codes/names.ts';
import type { How } from '../finding.ts';
import { lookUp, type Coded } from './coded.ts';

/** Groups whose fact is not simply `taking-` or `also-takes-` and their name; `asks` are reasons to ask, never answers. */
const special: Readonly<Record<string, { facts: readonly FactId[]; asks?: readonly FactId[] }>> = {
  methylprednisolone: { facts: ['taking-prednisone'] },
  'other-glucocorticoid': { facts: [], asks: ['taking-prednisone'] },
  // The dose tells prevention from treatment, and an indication is rarely coded.
  cotrimoxazole: {
    facts: ['also-takes-trimethoprim-or-cotrimoxazole'],
    asks: ['taking-cotrimoxazole-prophylaxis', 'taking-pjp-prophylaxis'],
  },
  trimethoprim: { facts: ['also-takes-trimethoprim-or-cotrimoxazole'] },
  'pjp-alternative': { facts: [], asks: ['taking-pjp-alternative', 'taking-pjp-prophylaxis'] },
  'hepatitis-b-antiviral': { facts: [], asks: ['hepatitis-b-antiviral'] },
};

type Says = { facts: readonly FactId[]; asks: readonly FactId[]; intervention: string | undefined };
/** What each group says in each guideline; groups are names of our own tables, never words of a record. */
const said = new WeakMap<Guideline, Map<string, Says>>();
function says(guideline: Guideline, group: string): Says {
  const known = said.get(guideline) ?? new Map<string, Says>();
  if (known.size === 0) said.set(guideline, known);
  const before = known.get(group);
  if (before) return before;
  const found = factsSaid(guideline, group);
  const all = { ...found, intervention: interventionSaid(guideline, group, found.facts) };
  known.set(group, all);
  return all;
}

/** What taking a medicine of this group says. */
export const factsOf = (guideline: Guideline, group: string): Pick<Says, 'facts' | 'asks'> => says(guideline, group);
/** The intervention whose "already taken" fact a group sets, or that has the group's name. */
export const interventionOf = (guideline: Guideline, group: string): string | undefined =>
  says(guideline, group).intervention;

function factsSaid({ facts }: Guideline, group: string): Pick<Says, 'facts' | 'asks'> {
  const known = (id: FactId) => Object.hasOwn(facts, id);
  const named = Object.hasOwn(special, group) ? special[group] : undefined;
  return {
    facts: (named?.facts ?? [`taking-${group}`, `also-takes-${group}`]).filter(known),
    asks: (named?.asks ?? []).filter(known),
  };
}
function interventionSaid({ interventions }: Guideline, group: string, facts: readonly FactId[]): string | undefined {
  const taken = Object.values(interventions).find(
    ({ currentFact }) => currentFact !== undefined && facts.includes(currentFact),
  );
  return taken?.id ?? (Object.hasOwn(interventions, group) ? group : undefined);
}

const local =
  /\b(?:topical|cutaneous|ophthalmic|otic|nasal|rectal|vaginal|inhal\w*|cream|ointment|gel|lotion|eye|ear|drops?|shampoo|foam|enema|suppositor\w*|intra-?articular|intravitreal|intrathecal|flush|lozenge|mouthwash|patch|sprays?|implant|actuat\w*|puffs?)\b/i;
const systemic =
  /\b(?:oral|orally|by mouth|tablets?|tabs?|capsules?|caps?|po|p\.o\.|intravenous\w*|iv|i\.v\.|infusion|subcutaneous\w*|sc|injection|injectable|intramuscular|syrup|26643006|47625008|34206005|78421000|C38288|C38276)\b/i;
const intravenous = /\b(?:intravenous\w*|iv|i\.v\.|infusion|47625008|C38276)\b/i;
const subcutaneous = /\b(?:subcutaneous\w*|sc|s\.c\.|34206005|C38299)\b/i;
const oral = /\b(?:oral|orally|by mouth|tablets?|tabs?|capsules?|po|26643006|C38288)\b/i;
/** What says that a medicine is for the skin. */
const onSkin = /\b(?:topical|cutaneous|cream|ointment|lotion|gel|skin|scalp|shampoo|foam|solution)\b/i;
const notSkin = /\b(?:nasal|inhal\w*|ophthalmic|eye|otic|ear|rectal|vaginal|actuat\w*|puffs?|lozenge)\b/i;
const localGroups = new Set(['topical-corticosteroid', 'topical-calcineurin-inhibitor']);

export type Recognised = { groups: readonly string[]; how: How; unsure: readonly string[]; local: boolean };

/** The groups of a name. The plain name of methylprednisolone is that of the tablet and of the infusion. */
const groupsOf = (key: string): readonly string[] =>
  key === 'any-methylprednisolone' ? ['methylprednisolone', 'iv-methylprednisolone'] : [key];

/** Groups told apart only by route. */
function byRoute(groups: readonly string[], words: string): readonly string[] {
  const drop = new Set<string>();
  if (groups.includes('methylprednisolone') && groups.includes('iv-methylprednisolone')) {
    if (intravenous.test(words)) drop.add('methylprednisolone');
    if (oral.test(words)) drop.add('iv-methylprednisolone');
  }
  const kept = groups.filter((group) => !drop.has(group));
  return kept.map((group) =>
    group === 'ivig' && subcutaneous.test(words) && !intravenous.test(words) ? 'subcutaneous-immunoglobulin' : group,
  );
}

/** Which medicines a concept names. `words` are the product's own and those of its route and form. An ingredient that is also
 *  sold for the skin, the eye or the nose counts only when something says that it is taken into the body. */
export function recognise(concept: Coded, words: readonly string[]): Recognised {
  const all = [...concept.words, ...words].join(' ; ');
  const coded = lookUp(medicineCodes(), concept);
  const byCode = [...new Set(coded.map(({ key }) => key))];
  const named = byCode.length
    ? []
    : concept.words.flatMap((each) => namesIn(medicineWords(), each).flatMap(({ key }) => groupsOf(key)));
  const [found, how]: [readonly string[], How] = byCode.length ? [byCode, 'code'] : [[...new Set(named)], 'text'];
  if (found.includes('not-systemic') && (found.length === 1 || !systemic.test(all)))
    return { groups: [], how, unsure: [], local: true };
  if (found.includes('other-immunoglobulin')) return { groups: [], how, unsure: [], local: true };
  const groups = byRoute(
    found.filter((group) => group !== 'not-systemic'),
    all,
  );
  const isLocal = local.test(all);
  if (isLocal && groups.length && !groups.some((group) => localGroups.has(group)))
    return { groups: [], how, unsure: [], local: true };
  const doubtful = (group: string) =>
    coded.some(({ key, local: either }) => key === group && either) && !systemic.test(all);
  const forked = groups.includes('methylprednisolone') && groups.includes('iv-methylprednisolone');
  const skin = (group: string) => localGroups.has(group) && (!onSkin.test(all) || notSkin.test(all));
  if (groups.length && groups.every(skin))
    return { groups: [], how, unsure: notSkin.test(all) ? [] : groups, local: notSkin.test(all) };
  const unsure = forked ? groups : groups.filter((group) => doubtful(group) && !localGroups.has(group));
  return {
    groups: groups.filter((group) => !unsure.includes(group) && (!isLocal || localGroups.has(group))),
    how,
    unsure,
    local: false,
  };
}
