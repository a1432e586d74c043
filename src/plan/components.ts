// SPDX-License-Identifier: Apache-2.0
import type { Rule } from '../model/index.ts';

export type MonitoringRule = Extract<Rule, { kind: 'monitoring' }>;
/** One test that several rules may ask for: the words that name it in a rule, and the names under which it is recorded as done. */
export type Component = {
  id: string;
  label: string;
  place: 'blood' | 'clinic' | 'eye clinic' | 'scan';
  done: readonly string[];
};
type Known = Component & { words: RegExp };

const blood = (id: string, label: string, words: RegExp, done: readonly string[] = []): Known => ({
  id,
  label,
  words,
  place: 'blood',
  done: [id, ...done],
});
const clinic = (id: string, label: string, words: RegExp, done: readonly string[] = []): Known => ({
  ...blood(id, label, words, done),
  place: 'clinic',
});
const known: readonly Known[] = [
  blood(
    'full-blood-count',
    'full blood count',
    /full blood count|blood count|lymphocyte|neutrophil|haemoglobin|platelet/i,
    [
      'haemoglobin',
      'neutrophils',
      'lymphocytes',
      'platelets',
      'haemoglobin',
      'neutrophil-count',
      'lymphocyte-count',
      'platelet-count',
    ],
  ),
  blood('kidney-function', 'kidney function', /creatinine|egfr|kidney function/i, ['creatinine', 'egfr']),
  blood('liver-tests', 'liver tests', /\bALT\b|\bAST\b|liver tests/, ['alt', 'ast', 'alt-times-upper-limit']),
  blood('creatine-kinase', 'CK', /\bCK\b/, ['creatine-kinase-times-upper-limit']),
  blood('ggt', 'GGT', /\bGGT\b/, ['ggt-raised']),
  blood('albumin', 'albumin', /albumin/i),
  blood('glucose', 'glucose', /glucose/i),
  blood('potassium', 'potassium', /potassium/i),
  blood('lipids', 'blood fats', /lipids|blood fats/i, ['cholesterol']),
  blood('immunoglobulins', 'IgG, IgM and IgA', /\bIgG\b/, ['igg', 'low-igg']),
  blood('hepatitis-b-dna', 'hepatitis B virus DNA', /hepatitis B virus DNA/i),
  blood('drug-level', 'blood level of the medicine', /\blevel\b/i, ['tacrolimus-level', 'ciclosporin-level']),
  clinic('breathing-symptoms', 'breathing symptoms', /breathing symptoms/i, ['breathlessness']),
  clinic('response', 'response to treatment', /response to treatment/i, ['global-activity-vas', 'mmt8']),
  clinic('clot-signs', 'signs of a clot', /signs of a clot/i, ['thrombosis-signs', 'infusion-ivig']),
  clinic('urine', 'urine test', /urine/i),
  clinic('blood-pressure', 'blood pressure', /blood pressure/i),
  clinic('weight', 'weight', /\bweight\b/i, ['body-weight']),
  { id: 'eye-pressure', label: 'eye pressure', words: /eye pressure/i, place: 'eye clinic', done: ['eye-pressure'] },
  {
    id: 'retinal-check',
    label: 'retinal scan and visual field',
    words: /retinal/i,
    place: 'eye clinic',
    done: ['retinal-check', 'eye-check'],
  },
  {
    id: 'bone-density',
    label: 'bone density scan',
    words: /bone density/i,
    place: 'scan',
    done: ['bone-density', 'dxa'],
  },
];

const asComponent = ({ id, label, place, done }: Known): Component => ({ id, label, place, done });
/** The tests that a monitoring rule asks for. What is no known test stays whole, under the rule's own id. */
export function componentsOf({ id, test }: MonitoringRule): readonly Component[] {
  const found = known.filter(({ words }) => words.test(test)).map(asComponent);
  return found.length
    ? found.map((one) => ({ ...one, done: [...one.done, id] }))
    : [{ id, label: test, place: 'clinic', done: [id] }];
}
