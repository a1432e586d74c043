// SPDX-License-Identifier: Apache-2.0
import type { Library, Passage } from '../../../../model/index.ts';

/** Under which heading a question stands, by the topic it is first about. What no chapter names stands under "More". */
const chapters: readonly (readonly [string, readonly string[]])[] = [
  [
    'The disease',
    ['cause', 'diagnosis', 'cure-prognosis', 'false-premise', 'flare', 'weakness', 'antibodies', 'blood-tests'],
  ],
  [
    'First treatments and next steps',
    ['first-line', 'combination', 'severe-disease', 'other-drugs', 'new-drugs', 'clinical-trials'],
  ],
  ['Help and second opinions', ['emergency', 'monitoring', 'second-opinion', 'guidelines']],
  [
    'Steroids',
    [
      'prednisone-dose',
      'taper',
      'steroid-stop',
      'side-effects-steroids',
      'steroid-myopathy',
      'bone-health',
      'eye-safety',
      'weight',
    ],
  ],
  [
    'Other medicines',
    [
      'methotrexate',
      'azathioprine',
      'mycophenolate',
      'hydroxychloroquine',
      'calcineurin',
      'cyclophosphamide',
      'rituximab',
      'jak',
      'drug-interaction',
      'missed-dose',
      'overdose',
    ],
  ],
  ['Immunoglobulin', ['ivig-what', 'ivig-reactions', 'thrombosis', 'scig', 'ivig-cost']],
  ['Skin', ['skin-rash', 'topical', 'sun', 'itch', 'hair-scalp', 'cosmetics', 'amyopathic', 'calcinosis', 'raynaud']],
  ['Exercise, tiredness and pain', ['exercise-safe', 'exercise-plan', 'fatigue', 'pain', 'falls']],
  ['Swallowing, lungs, heart and cancer checks', ['dysphagia', 'ild', 'heart', 'cancer-risk']],
  ['Infection and vaccines', ['infection', 'vaccines']],
  ['Having a child', ['pregnancy']],
  ['Food and habits', ['diet', 'supplements', 'alcohol', 'lifestyle', 'complementary']],
  ['Everyday life', ['mental-health', 'work', 'travel', 'surgery-dental', 'sex-relationships', 'support']],
  ['Children and young people', ['juvenile']],
];
/** Passages that answer what is no question about the disease; the box says them when they are needed. */
const notListed: readonly string[] = ['not-known', 'not-quite-so'];

const listed = ({ topics }: Pick<Library, 'topics'>, { id, topics: [first] }: Passage): boolean =>
  !notListed.includes(id)
  && first !== 'language-mix'
  && topics.every((topic) => topic.id !== first || topic.answerable !== 'no');

export type Chapter = { title: string; passages: readonly Passage[] };
/** Every question that is listed, once, by chapter; a chapter without a question is left out. */
export function chaptersOf(library: Pick<Library, 'topics' | 'passages'>): readonly Chapter[] {
  const shown = library.passages.filter((one) => listed(library, one));
  const placed = chapters.flatMap(([, topics]) => topics);
  return [
    ...chapters.map(([title, topics]) => ({
      title,
      passages: topics.flatMap((topic) => shown.filter(({ topics: [first] }) => first === topic)),
    })),
    { title: 'More', passages: shown.filter(({ topics: [first] }) => !placed.includes(first)) },
  ].filter(({ passages }) => passages.length);
}
