// SPDX-License-Identifier: Apache-2.0
import type { Bundled, Converted } from '../../interpreters/count/bulk.ts';
import { readBundle, recordsOf } from '../../fhir/index.ts';
import type { Guideline } from '../../model/index.ts';

function parsed(text: string): unknown {
  return JSON.parse(text); // only lines that DuckDB found to be JSON come here
}

/** One person's resources as the facts that hold on a day; or why they could not be read, without any of their values. */
export function convertPerson(guideline: Guideline, asOf: string, shared: readonly unknown[], one: Bundled): Converted {
  const { person, file, line } = one;
  const records = recordsOf([...one.resources.map(parsed), ...shared]);
  const record = records.find((each) => each.person === person);
  const read = record && readBundle(guideline, record.bundle, asOf);
  if (!read) return { person, file, line, problem: 'nothing about this person can be read' };
  return read.ok ? { person, file, line, facts: read.facts } : { person, file, line, problem: read.problem };
}
