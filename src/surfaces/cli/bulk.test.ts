// SPDX-License-Identifier: Apache-2.0
// A FHIR bulk export: resources a line, people in any order, over several files; read on threads by the built command.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadGuideline } from '../../authoring/index.ts';
import { parseFhir, readBundle } from '../../fhir/index.ts';
import { openCohort } from '../../interpreters/count/engine.ts';
import { prepareAnswer } from '../../interpreters/answer/index.ts';
import { convertPerson } from './bulk-person.ts';

const { loaded, shown } = loadGuideline('guideline');
if (!loaded) throw new Error(shown());
const { guideline } = loaded;
const asOf = '2026-01-20';
const examples = ['anti-mda5', 'methotrexate-daily', 'stepping-up'];
const folder = mkdtempSync(join(tmpdir(), 'bulk-test-'));
afterAll(() => rmSync(folder, { recursive: true }));
type Resource = Record<string, unknown>;

function resourcesOf(example: string): readonly Resource[] {
  const { entry }: { entry: readonly { resource: Resource }[] } = JSON.parse(readFileSync(`examples/${example}.fhir.json`, 'utf8')); // prettier-ignore
  return entry.map(({ resource }) => ({
    ...resource,
    ...(resource['resourceType'] === 'Patient' ? { id: example } : {}),
    ...('subject' in resource ? { subject: { reference: `https://there.example/fhir/Patient/${example}` } } : {}),
    ...('patient' in resource ? { patient: { reference: `Patient/${example}` } } : {}),
  }));
}
const files = [join(folder, 'Patient.ndjson'), join(folder, 'Others.ndjson')];

beforeAll(() => {
  const all = examples.flatMap(resourcesOf);
  const write = (file: string, lines: readonly string[]) => writeFileSync(file, lines.join('\n'));
  const line = (resource: Resource) => JSON.stringify(resource);
  const isPatient = ({ resourceType }: Resource) => resourceType === 'Patient';
  const [first = '', ...rest] = all.filter(isPatient).map(line);
  write(files[0] ?? '', [first, '{ broken', '{"no":"type"}', ...rest]);
  const others = all.filter((one) => !isPatient(one)).reverse();
  write(files[1] ?? '', [...others.map(line), line({ resourceType: 'Practitioner', id: 'x' })]);
});

/** What `answer` says of the same person's Bundle. */
function methotrexateFor(example: string): string | undefined {
  const parsed = parseFhir(readFileSync(`examples/${example}.fhir.json`, 'utf8'));
  const read = parsed.ok ? readBundle(guideline, parsed.value, asOf) : undefined;
  if (!read?.ok) throw new Error(`${example} cannot be read.`);
  return prepareAnswer(guideline)(read.facts).options.find(({ intervention }) => intervention === 'methotrexate')?.status;
} // prettier-ignore

describe('a FHIR bulk export', () => {
  it('gives each person the status that their own Bundle has, and reports lines that are no resource', async () => {
    const cohort = await openCohort(guideline, files, {
      bulk: async function* (batches, shared) {
        const medications = shared.map((text): unknown => JSON.parse(text));
        for await (const batch of batches) yield batch.map((one) => convertPerson(guideline, asOf, medications, one));
      },
    });
    const counts = await cohort.counts();
    expect(counts.people).toBe(examples.length);
    expect(counts.bad.map(({ file, line }) => [file, line])).toEqual([[files[0], 2], [files[0], 3]]); // prettier-ignore
    expect(counts.ignored.map(({ column }) => column)).toEqual(['resources of type Practitioner, about nobody']);
    for (const example of examples) {
      const status = methotrexateFor(example);
      const found: (string | undefined)[] = [];
      for (const one of [
        'recommended',
        'suggested',
        'undetermined',
        'advised-against',
        'not-indicated',
        'contraindicated',
      ] as const)
        // prettier-ignore
        for await (const { id } of cohort.list('methotrexate', one)) if (id === example) found.push(one);
      expect(found, example).toEqual([status]);
    }
    cohort.close();
  });

  it('is counted by the command, on threads, with exit code 1 for its bad lines', () => {
    const { status, stdout } = spawnSync(process.execPath, ['bin/heliotrope.js', 'count', '--fhir', '--as-of', asOf, '--json', ...files], { encoding: 'utf8', maxBuffer: 1 << 26 }); // prettier-ignore
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ people: examples.length, badLines: 2 });
  });

  it('needs the day to read the records as of', () => {
    const { status, stderr } = spawnSync(process.execPath, ['bin/heliotrope.js', 'count', '--fhir', ...files], { encoding: 'utf8' }); // prettier-ignore
    expect([status, stderr]).toEqual([2, expect.stringContaining('--as-of 2026-01-31')]);
  });
});
