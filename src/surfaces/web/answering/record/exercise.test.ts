// SPDX-License-Identifier: Apache-2.0
import { afterAll, expect, it, vi } from 'vitest';
import { loadExercise } from '../../../../authoring/exercise.ts';
import { loadGuideline } from '../../../../authoring/load.ts';
import { prepare } from '../interview.ts';
import { exerciseView } from './exercise.ts';

const { loaded } = loadGuideline('guideline');
if (!loaded) throw new Error('The guideline does not load.');
const { guideline } = loaded;
const { library } = loadExercise('guideline', guideline);
vi.stubGlobal('fetch', async () => new Response(JSON.stringify(library)));
afterAll(() => vi.unstubAllGlobals());

it('asks what has to be known before more exercise in the guideline’s own questions, each once', async () => {
  const { askFirst } = await exerciseView(prepare(guideline), { entries: [], open: [], today: '2026-11-24' });
  expect(askFirst.length).toBeGreaterThan(3);
  expect(new Set(askFirst.map(({ fact }) => fact)).size).toBe(askFirst.length);
  for (const { fact, question } of askFirst) {
    expect(question).toBe(guideline.facts[fact]?.question);
    expect(question).toMatch(/\?$/);
  }
});
