// SPDX-License-Identifier: Apache-2.0
import type { Index } from '../model/index.ts';
import type { Item, Report } from './collect.ts';
import type { Loaded } from './load.ts';
import { resolve, wrongValue } from './names.ts';
import { itsName } from './read.ts';

/** Items by their id, to look a name up. */
const byId = (list: readonly { id: string }[]): Index<unknown> => Object.fromEntries(list.map((it) => [it.id, it]));

/** A vignette and the patients it may start from name facts, values, interventions, urgencies and claims that exist. */
export function checkCases(report: Report, { guideline, cases, patients }: Loaded): void {
  const facts = (item: Item<unknown>, at: string, given: Index<unknown>) => {
    for (const [name, value] of Object.entries(given)) {
      const wrong = wrongValue(guideline, name, value);
      if (!wrong) continue;
      if (Object.hasOwn(guideline.facts, name)) report(item.file, [...item.path, at, name], 'wrong-value', wrong);
      else report(item.file, [...item.path, at, name, itsName], 'unknown-name', wrong, undefined, name);
    }
  };
  for (const item of Object.values(patients)) facts(item, 'facts', item.value.facts);
  for (const item of cases) {
    const { value } = item;
    facts(item, 'given', value.given ?? {});
    value['rests-on'].forEach((id, i) => resolve(report, item, ['rests-on', i], 'claim', id, guideline.claims));
    if (value.like) resolve(report, item, ['like'], 'base patient', value.like, patients);
    for (const id of Object.keys(value.expect ?? {}))
      resolve(report, item, ['expect', id, itsName], 'intervention', id, guideline.interventions);
    const names = (field: 'urgency' | 'no-urgency' | 'stages' | 'scope', what: string, known: Index<unknown>) =>
      (value[field] ?? []).forEach((id, i) => resolve(report, item, [field, i], what, id, known));
    names('urgency', 'urgency', byId(guideline.urgencies));
    names('no-urgency', 'urgency', byId(guideline.urgencies));
    names('stages', 'stage', byId(guideline.stages));
    names('scope', 'scope note', byId(guideline.scope));
    (value.unknown ?? []).forEach((id, i) => resolve(report, item, ['unknown', i], 'fact', id, guideline.facts));
    if (value.asks) resolve(report, item, ['asks'], 'fact', value.asks, guideline.facts);
  }
}
