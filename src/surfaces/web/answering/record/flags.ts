// SPDX-License-Identifier: Apache-2.0
// Red flags of a record. What an urgent problem of an entry says already, with the entry to correct, is not said a second time.
import type { Derived, RecordProblem } from '../../../../record/index.ts';
import { flagsOf, type Flag, type Prepared } from '../interview.ts';

/** The urgency that says the same as a problem of an entry. */
const same: { readonly [code in RecordProblem['code']]?: string } = {
  'daily-methotrexate': 'methotrexate-taken-daily',
};

export function recordFlags({ guideline, answer }: Prepared, { patient, problems }: Derived): readonly Flag[] {
  const said = new Set(problems.filter(({ severity }) => severity === 'urgent').map(({ code }) => same[code]));
  const guidance = answer(patient);
  return flagsOf(guideline, patient, { ...guidance, urgency: guidance.urgency.filter(({ rule }) => !said.has(rule)) });
}
