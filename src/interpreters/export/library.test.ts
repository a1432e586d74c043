// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { loadGuideline } from '../../authoring/index.ts';
import { identifier } from './cql.ts';
import { cqlLibrary, elmLibrary, names } from './index.ts';

const { loaded, shown } = loadGuideline('guideline');
if (!loaded) throw new Error(shown());
const { guideline } = loaded;
/** What rests on claims, by the name of its define. */
const resting = [
  ...Object.values(guideline.definitions).map(({ id, because }) => ({ name: names.definition(id), because })),
  ...guideline.rules.map(({ id, because }) => ({ name: names.rule(id), because })),
  ...guideline.urgencies.map(({ id, because }) => ({ name: names.urgency(id), because })),
];

type Def = { name: string; annotation?: readonly { t: readonly { name: string; value: string }[] }[] };

describe('every rule, definition and red flag carries what it rests on', () => {
  it('as comments above its define in CQL: the claim, its certainty, and each source with its address', () => {
    const blocks = new Map(cqlLibrary(guideline).split('\n\n').map((block) => [/^define (.*):$/m.exec(block)?.[1], block])); // prettier-ignore
    for (const { name, because } of resting) {
      const said = (blocks.get(identifier(name)) ?? '').split('\n').filter((line) => line.startsWith('// Because: '));
      expect(said.length, name).toBe(because.length);
      because.forEach((id, i) => {
        const claim = guideline.claims[id];
        expect(said[i]).toContain(`(certainty: ${claim?.certainty ?? '?'}; ${id})`);
        for (const { source } of claim?.cites ?? []) expect(said[i]).toContain(guideline.sources[source]?.URL);
      });
    }
  });
  it('as tags of its annotation in ELM', () => {
    const library = JSON.parse(JSON.stringify(elmLibrary(guideline)));
    const def: readonly Def[] = library.library.statements.def;
    const defs = new Map(def.map((each) => [each.name, each]));
    for (const { name, because } of resting)
      expect(
        defs.get(name)?.annotation?.flatMap(({ t }) => t.map(({ value }) => value)),
        name,
      ).toEqual(because);
  });
});
