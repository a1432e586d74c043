// SPDX-License-Identifier: Apache-2.0
import { toldUrgencies, type FactId, type Guideline, type Patient } from '../../model/index.ts';
import type { SaidGuidance } from '../said/index.ts';
import { closing, type McpContent } from './content.ts';
import { citing, type Citing } from './citing.ts';
import type { Person } from './person.ts';

/** What is urgent for this person, before anything else is said; and whether urgent signs were asked about at all. */
export function urgentLines({ urgency, urgencyMissing, scope }: SaidGuidance, cite: Citing): readonly string[] {
  return [
    ...toldUrgencies(urgency).map(({ level, advice, because }) =>
      `${level.toUpperCase()}: ${advice} ${cite.claims(because)}`.trim(),
    ),
    ...scope.map(({ advice }) => advice),
    ...(urgencyMissing.length ? ['Some urgent signs are not known yet. Ask about them first (tool "ask").'] : []),
  ];
}

/** A text for reading: its lines, what is odd in what was told, the numbered sources, and the note that closes everything. */
export function telling(
  content: McpContent,
  person: Pick<Person, 'notes'> | undefined,
  write: (cite: Citing) => readonly string[],
): string {
  const cite = citing(content.guideline);
  const lines = write(cite);
  const odd = (person?.notes ?? []).slice(0, 10).map((each) => `To check in what was told: ${each}`);
  return [...lines, ...odd, ...cite.list(), closing(content)].join('\n');
}

/** What a fact is called. */
export const factName = ({ facts }: Guideline, id: FactId): string => facts[id]?.label ?? id;

/** How many facts the answer rests on, and the day. */
export const heading = (patient: Patient, asOf: string): string =>
  `For what is known on ${asOf} (${Object.keys(patient).length} facts).`;
