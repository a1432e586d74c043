// SPDX-License-Identifier: Apache-2.0
import type { Reading, RuleReading } from '../../../../interpreters/explain/index.ts';
import { StatusIcon } from '../status.tsx';

const marks = {
  true: { standing: 'fits', words: 'So for you' },
  false: { standing: 'not', words: 'Not so for you' },
  unknown: { standing: 'check', words: 'Not known' },
} as const;

const Part = ({ part: { text, truth, now, parts } }: { part: Reading }) => (
  <li>
    <StatusIcon standing={marks[truth].standing} />
    <span>
      <span class="hide">{marks[truth].words}: </span>
      {text}
      {parts.length ? ':' : null}
      {truth === 'true' ? null : <span class="soft"> ({truth === 'unknown' ? 'not known' : (now ?? 'not so')})</span>}
      {truth === 'true' && now !== undefined ? <span class="soft"> ({now})</span> : null}
      {parts.length ? <Parts parts={parts} /> : null}
    </span>
  </li>
);
const Parts = ({ parts }: { parts: readonly Reading[] }) => (
  <ul class="parts">
    {parts.map((part) => (
      <Part part={part} />
    ))}
  </ul>
);

/** A rule as a list: what it asks for, part by part, and whether each is so. */
export const RuleParts = ({ rule: { opening, reading, verdict } }: { rule: RuleReading }) => (
  <>
    {opening} {reading.text} {reading.text.startsWith('one') ? 'is' : 'are'} so:
    <Parts parts={reading.parts} />
    {verdict}.
  </>
);
