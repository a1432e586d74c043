// SPDX-License-Identifier: Apache-2.0
import { medicineCodes, medicineWords } from '../codes/lookup.ts';
import { isDenied, namesIn } from '../codes/names.ts';
import { span } from '../day.ts';
import { asked, ignored, type Context, type Finding } from '../finding.ts';
import { object, objects, text, type Json } from '../json.ts';
import type { Located } from './bundle.ts';
import { coded, lookUp, plainCode, said, type Coded } from './coded.ts';

/** The fact about a reaction to a medicine of each group. */
const byGroup: Readonly<Record<string, string>> = {
  methotrexate: 'allergy-methotrexate',
  azathioprine: 'allergy-azathioprine',
  mycophenolate: 'allergy-mycophenolate',
  hydroxychloroquine: 'allergy-hydroxychloroquine',
  rituximab: 'allergy-rituximab-or-mouse-protein',
  ivig: 'allergy-immunoglobulin',
  'subcutaneous-immunoglobulin': 'allergy-immunoglobulin',
  cotrimoxazole: 'allergy-sulfonamide-antibiotic',
};
/** Substances that are no medicine of the tables. */
const byWords: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:sulfonamide antibiotics?|sulphonamide antibiotics?|sulfamethoxazole|sulfa drugs?|sulfa antibiotics?|sulfadiazine)\b/i,
    'allergy-sulfonamide-antibiotic',
  ],
  [/\b(?:mouse protein|murine protein)\b/i, 'allergy-rituximab-or-mouse-protein'],
  [/\b(?:corn|maize|maltose)\b/i, 'allergy-corn-maltose'],
  [/\b(?:immunoglobulin|immune globulin)s?\b/i, 'allergy-immunoglobulin'],
];
const sulfamethoxazole = '10180';

function factsOf(concept: Coded): readonly string[] {
  const groups = lookUp(medicineCodes(), concept).map(({ key }) => key);
  const named = groups.length
    ? groups
    : concept.words.flatMap((words) => namesIn(medicineWords(), words).map(({ key }) => key));
  const known = named.flatMap((group) => (Object.hasOwn(byGroup, group) ? [byGroup[group] ?? ''] : []));
  const spoken = byWords
    .filter(([pattern]) => concept.words.some((words) => pattern.test(words)))
    .map(([, fact]) => fact);
  const coded = concept.codings.some(({ code }) => code === sulfamethoxazole) ? ['allergy-sulfonamide-antibiotic'] : [];
  return [...new Set([...known, ...spoken, ...coded])];
}

/** The facts are about serious reactions: that must be said, as high criticality, a severe reaction, or anaphylaxis. */
const isSerious = (resource: Json): boolean =>
  text(resource, 'criticality') === 'high'
  || objects(resource, 'reaction').some(
    (reaction) =>
      text(reaction, 'severity') === 'severe'
      || objects(reaction, 'manifestation').some((one) => {
        const { codings, words } = coded(one);
        return codings.some(({ code }) => code === '39579001') || words.some((each) => /\banaphyla/i.test(each));
      }),
  );

/** An AllergyIntolerance. "No known allergy" settles nothing: that none is known is not that there was none. */
export function readAllergy(_context: Context, { resource, at }: Located): readonly Finding[] {
  const verified = plainCode(resource, 'verificationStatus');
  if (verified === 'entered-in-error' || verified === 'refuted')
    return [ignored(at, verified === 'refuted' ? 'Ruled out.' : 'Entered in error.')];
  const concept = coded(object(resource, 'code'));
  const substances = objects(resource, 'reaction').map((reaction) => coded(object(reaction, 'substance')));
  const [name, facts] = [said(concept), [...new Set([concept, ...substances].flatMap(factsOf))]];
  if (concept.words.some(isDenied)) return [ignored(at, `${name}: that none is known is not that there was none.`)];
  if (!facts.length) return [ignored(at, `No fact of the guideline asks about a reaction to ${name}.`)];
  const day = span(text(resource, 'recordedDate') ?? text(resource, 'onsetDateTime'));
  const sure = verified !== 'unconfirmed' && verified !== 'presumed';
  return facts.map((fact): Finding =>
    sure && isSerious(resource)
      ? { kind: 'found', fact, value: true, from: at, said: name, how: 'code', ...(day ? { on: day.first } : {}) }
      : asked(
          fact,
          at,
          name,
          sure ? 'The record does not say that the reaction was serious.' : `It is recorded as ${verified}.`,
        ),
  );
}
