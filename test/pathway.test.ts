// SPDX-License-Identifier: Apache-2.0
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadGuideline } from '../src/authoring/index.ts';
import { compile, prepareAnswer } from '../src/interpreters/answer/index.ts';
import { patientNear } from './arbitraries.ts';

const { loaded, shown } = loadGuideline('guideline');
if (!loaded) throw new Error(shown());
const { guideline } = loaded;
const answer = prepareAnswer(guideline);
const patient = patientNear(guideline, loaded.patients['healthy-adult-new-muscle']?.value.facts ?? {});

describe('where somebody is on the way', () => {
  it('a stage or a scope note holds exactly when its condition does, and is unknown when it is', () => {
    const stages = guideline.stages.map(({ id, when }) => ({ id, truth: compile(guideline, when) }));
    const notes = guideline.scope.map(({ id, when }) => ({ id, truth: compile(guideline, when) }));
    fc.assert(
      fc.property(patient, (who) => {
        const guidance = answer(who);
        expect(guidance.stages.map(({ stage, truth }) => [stage, truth])).toEqual(
          stages.map(({ id, truth }) => [id, truth(who).truth]).filter(([, truth]) => truth !== 'false'),
        );
        expect(guidance.scope.map(({ note }) => note)).toEqual(
          notes.filter(({ truth }) => truth(who).truth === 'true').map(({ id }) => id),
        );
      }),
      { numRuns: 200, seed: 20261124 },
    );
  });

  it('a stage that may hold says what would settle it, and one that holds waits for nothing', () => {
    fc.assert(
      fc.property(patient, (who) => {
        for (const { truth, missing } of answer(who).stages) expect(missing.length > 0).toBe(truth === 'unknown');
      }),
      { numRuns: 100, seed: 20261124 },
    );
  });

  it('stages and scope notes say where somebody is, and never change a status or an urgency', () => {
    const without = prepareAnswer({ ...guideline, stages: [], scope: [] });
    fc.assert(
      fc.property(patient, (who) => {
        const [a, b] = [answer(who), without(who)];
        expect({ options: b.options, urgency: b.urgency }).toEqual({ options: a.options, urgency: a.urgency });
      }),
      { numRuns: 50, seed: 20261124 },
    );
  });

  it('a pathway that names a treatment or a stage that does not exist is refused at the word', () => {
    const folder = mkdtempSync(join(tmpdir(), 'heliotrope-pathway-'));
    cpSync('guideline', folder, { recursive: true });
    const text = readFileSync(join(folder, 'pathway.yaml'), 'utf8');
    writeFileSync(
      join(folder, 'pathway.yaml'),
      text.replace('myositis-antibody-panel', 'myositis-antibody-pannel').replace('[first-checks]', '[first-check]'),
    );
    const { diagnostics } = loadGuideline(folder);
    expect(
      diagnostics.map(({ code, message, at }) => ({ code, message, file: at.file.endsWith('pathway.yaml') })),
    ).toEqual([
      {
        code: 'unknown-name',
        message: 'There is no intervention called "myositis-antibody-pannel". Did you mean "myositis-antibody-panel"?',
        file: true,
      },
      {
        code: 'unknown-name',
        message: 'There is no stage called "first-check". Did you mean "first-checks"?',
        file: true,
      },
    ]);
  });
});
