// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { main } from './main.ts';

const folder = mkdtempSync(join(tmpdir(), 'heliotrope-'));
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
async function run(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true));
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((err += String(text)), true));
  return { code: await main(args), out, err };
}
afterEach(() => vi.restoreAllMocks());

describe('a FHIR Bundle wherever a patient file is accepted', () => {
  const bundle = 'examples/methotrexate-daily.fhir.json';
  it('facts shows what was found, where it stands, and what was left out', async () => {
    const { code, out } = await run('facts', bundle, '--as-of', '2026-11-01');
    expect(code).toBe(0);
    expect(out).toContain('MedicationRequest/methotrexate');
    expect(out).toContain('a percentage, not a count');
  });
  it('facts --json is the whole reading', async () => {
    const { out } = await run('facts', bundle, '--as-of', '2026-11-01', '--json');
    expect(JSON.parse(out)).toMatchObject({
      shape: 'heliotrope-reading/1',
      facts: { 'methotrexate-taken-daily': true },
    });
  });
  it('answer puts daily methotrexate first', async () => {
    const { code, out } = await run('answer', bundle, '--as-of', '2026-11-01');
    expect(code).toBe(0);
    expect(out.split('\n').slice(0, 3).join(' ')).toContain('Methotrexate is taken once a week');
  });
  it('ask and explain read it, too', async () => {
    expect((await run('ask', bundle, '--as-of', '2026-11-01')).code).toBe(0);
    expect((await run('explain', bundle, 'methotrexate', '--as-of', '2026-11-01')).code).toBe(0);
  });
  it('says what contradicts itself', async () => {
    const one = {
      resourceType: 'Observation',
      status: 'final',
      effectiveDateTime: '2026-10-30',
      code: { coding: [{ system: 'http://loinc.org', code: '82994-5' }] },
    };
    const two = file(
      'two.json',
      JSON.stringify({
        resourceType: 'Bundle',
        type: 'collection',
        entry: [true, false].map((valueBoolean) => ({ resource: { ...one, valueBoolean } })),
      }),
    );
    expect((await run('answer', two, '--as-of', '2026-11-01')).err).toContain('contradicts itself');
  });
});

describe('what cannot be read is refused with the place and what to do, and exit code 2', () => {
  const huge = file('huge.json', '{"resourceType":"Bundle"}');
  truncateSync(huge, 200 * 1024 * 1024);
  const nested = `{"resourceType":"Bundle","entry":[${'{"a":['.repeat(5000)}${']}'.repeat(5000)}]}`;
  it.each<{ name: string; path: string; says: RegExp }>([
    {
      name: 'a Bundle cut off',
      path: file('cut.json', '{\n  "resourceType": "Bundle",\n  "entry": ['),
      says: /cut\.json:3:\d+ .*whole\?/,
    },
    { name: '200 megabytes', path: huge, says: /200 MB; at most 50 MB/ },
    { name: 'nesting without end', path: file('deep.json', nested), says: /entry\[0\].*more than 100 levels/ },
    {
      name: 'a name that reaches into the program',
      path: file('proto.json', '{"resourceType":"Bundle","entry":[{"__proto__":{"a":1}}]}'),
      says: /At entry\[0\] there is a name "__proto__"/,
    },
    {
      name: 'a single resource',
      path: file('one.json', '{"resourceType":"Patient"}'),
      says: /FHIR Patient, not a Bundle/,
    },
    {
      name: 'the history of a resource',
      path: file('history.json', '{"resourceType":"Bundle","type":"history"}'),
      says: /old versions/,
    },
  ])('$name', async ({ path, says }) => {
    const { code, err } = await run('answer', path, '--as-of', '2026-11-01');
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(says) });
  });
  it('facts of a patient file', async () => {
    const { code, err } = await run('facts', 'examples/stepping-up.yaml');
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('not a FHIR R4 Bundle') });
  });
  it('facts of a file that is not there', async () => expect((await run('facts', 'nowhere.json')).code).toBe(2));
});

it('no patient’s value is in a refusal', async () => {
  const secret = file(
    'secret.json',
    '{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Patient","name":"Zelda"}},',
  );
  expect((await run('answer', secret)).err).not.toContain('Zelda');
  expect(readFileSync(secret, 'utf8')).toContain('Zelda');
});
