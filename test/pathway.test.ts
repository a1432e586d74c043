// SPDX-License-Identifier: Apache-2.0
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
});

describe('a name that does not exist is refused at the word', () => {
  it.each([
    [
      'a treatment in the pathway',
      'pathway.yaml',
      'myositis-antibody-panel',
      'myositis-antibody-pannel',
      'There is no intervention called "myositis-antibody-pannel". Did you mean "myositis-antibody-panel"?',
    ],
    [
      'a stage that another leads to',
      'pathway.yaml',
      '[first-checks]',
      '[first-check]',
      'There is no stage called "first-check". Did you mean "first-checks"?',
    ],
    [
      'a wish that is not a yes/no fact',
      'wishes.yaml',
      'fact: dislikes-needles',
      'fact: body-weight',
      'There is no yes/no fact called "body-weight".',
    ],
    [
      'a treatment that goes against a wish',
      'wishes.yaml',
      'subcutaneous-immunoglobulin,',
      'subcutaneous-immunoglobulins,',
      'There is no intervention called "subcutaneous-immunoglobulins". Did you mean "subcutaneous-immunoglobulin"?',
    ],
    [
      'a contraindication that is less urgent while taken',
      'taken.yaml',
      '- tofacitinib-age',
      '- tofacitinib-old-age',
      'There is no contraindication called "tofacitinib-old-age". Did you mean "tofacitinib-age"?',
    ],
    [
      'a fact that a case calls unknown',
      'cases/not-known-yet.yaml',
      'unknown: [tpmt]',
      'unknown: [tpmtt]',
      'There is no fact called "tpmtt". Did you mean "tpmt"?',
    ],
  ])('%s', (_what, file, right, wrong, message) => {
    const folder = mkdtempSync(join(tmpdir(), 'heliotrope-names-'));
    cpSync('guideline', folder, { recursive: true });
    const text = readFileSync(join(folder, file), 'utf8');
    expect(text).toContain(right);
    writeFileSync(join(folder, file), text.replace(right, wrong));
    const { diagnostics } = loadGuideline(folder);
    const [first] = diagnostics;
    expect(first?.code).toBe('unknown-name');
    expect(first?.at.file.endsWith(file)).toBe(true);
    expect(first?.message).toContain(message);
    rmSync(folder, { recursive: true });
  });
});
