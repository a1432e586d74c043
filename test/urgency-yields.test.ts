// SPDX-License-Identifier: Apache-2.0
// A milder notice of the same kind is not told beside a more urgent one. It stays raised, so that nothing that was settled is unsettled.
import { expect, it } from 'vitest';
import { loadGuideline } from '../src/authoring/index.ts';
import { prepareAnswer } from '../src/interpreters/answer/index.ts';
import { levels, toldUrgencies, type Patient } from '../src/model/index.ts';

const { loaded, shown } = loadGuideline('guideline');
if (!loaded) throw new Error(shown());
const { guideline } = loaded;
const answer = prepareAnswer(guideline);
const of = (facts: Patient) => answer(facts).urgency;
const ids = (all: readonly { rule: string }[]): readonly string[] => all.map(({ rule }) => rule);

/** What holds, what is told of the pair, and what then yields. */
const pairs: readonly (readonly [string, Patient, string, string])[] = [
  [
    'choking and trouble swallowing',
    { 'choking-or-aspiration': true, dysphagia: true },
    'alw-003',
    'swallowing-trouble',
  ],
  [
    'fever with very low neutrophils on azathioprine',
    { fever: true, 'taking-azathioprine': true, 'neutrophil-count': 0.8 },
    'fever-with-low-neutrophils',
    'alw-007',
  ],
  [
    'breathless at rest, and worse than before',
    { breathlessness: 'rest', 'breathlessness-worsening': true },
    'alw-002',
    'worsening-breathing',
  ],
  [
    'worse breathing with anti-MDA5',
    { 'anti-mda5': true, 'breathlessness-worsening': true },
    'alw-001',
    'worsening-breathing',
  ],
  ['breathless at rest with anti-MDA5', { 'anti-mda5': true, breathlessness: 'rest' }, 'alw-002', 'alw-001'],
  [
    'breathless at rest with anti-MDA5 and a high ferritin',
    { 'anti-mda5': true, ferritin: 1500, breathlessness: 'rest' },
    'alw-002',
    'high-ferritin-with-anti-mda5',
  ],
  [
    'signs of too little steroid after it was stopped',
    { 'adrenal-crisis-signs': true, 'stopped-glucocorticoid-abruptly': true, 'glucocorticoid-weeks': 30 },
    'alw-009',
    'alw-010',
  ],
  [
    'fever after steroids were stopped',
    { fever: true, 'stopped-glucocorticoid-abruptly': true, 'glucocorticoid-weeks': 30 },
    'ill-after-stopping-steroids',
    'alw-010',
  ],
  [
    'chest pain and an inflamed heart',
    { 'chest-pain-palpitations-or-fainting': true, myocarditis: 'confirmed' },
    'alw-005',
    'suspected-myocarditis',
  ],
  [
    'a clot sign at 70 on tofacitinib',
    { 'taking-tofacitinib': true, 'thrombosis-signs': true, age: 70 },
    'tofacitinib-taken-with-contraindication',
    'tofacitinib-taken-with-contraindication-soon',
  ],
  [
    'pregnant, and hoping for it, on mycophenolate',
    { pregnant: true, 'planning-pregnancy': true, 'taking-mycophenolate': true },
    'alw-030',
    'planning-pregnancy-on-harmful-medicine',
  ],
];

it.each(pairs)('%s: the milder notice is raised, and not told beside the other', (_, facts, winner, milder) => {
  const raised = of(facts);
  expect(ids(raised)).toEqual(expect.arrayContaining([winner, milder]));
  expect(ids(toldUrgencies(raised))).toContain(winner);
  expect(ids(toldUrgencies(raised))).not.toContain(milder);
});

/** Urgencies that are made for every treatment that is taken: they yield alike, and one of them stands for all. */
const made = /-taken-with-contraindication/;

it('every written mark of an urgency has its pair above', () => {
  const written = guideline.urgencies.filter(({ id }) => !made.test(id));
  const marks = written.flatMap(({ id, yieldsTo = [] }) => yieldsTo.map((other) => `${id} to ${other}`));
  const shown = pairs.filter(([, , , milder]) => !made.test(milder));
  expect(marks.sort()).toEqual(shown.map(([, , winner, milder]) => `${milder} to ${winner}`).sort());
});

it('the milder notice is told while the other is not known to hold', () => {
  expect(ids(toldUrgencies(of({ dysphagia: true })))).toContain('swallowing-trouble');
  expect(ids(toldUrgencies(of({ fever: true, 'taking-azathioprine': true })))).toContain('alw-007');
});

it('what a notice yields to is at least as urgent, and marks do not go round in circles', () => {
  const byId = new Map(guideline.urgencies.map((one) => [one.id, one]));
  const place = (id: string) => levels.indexOf(byId.get(id)?.level ?? 'soon');
  const above = (id: string, seen: readonly string[] = []): readonly string[] =>
    (byId.get(id)?.yieldsTo ?? []).flatMap((other) => (seen.includes(other) ? [id] : above(other, [...seen, id])));
  for (const { id, yieldsTo = [] } of guideline.urgencies) {
    for (const other of yieldsTo) expect(place(other)).toBeLessThanOrEqual(place(id));
    expect(above(id)).not.toContain(id);
  }
});
