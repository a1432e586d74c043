// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { loadGuideline } from '../../../../authoring/load.ts';
import type { Entry } from '../../../../record/index.ts';
import { guidanceView } from '../guidance.ts';
import { prepare } from '../interview.ts';
import { chartsOf } from './charts.ts';
import { deriveTold } from './told.ts';
import { trackView } from './track.ts';
import { visitNote, visitView } from './visit.ts';

const { loaded } = loadGuideline('guideline');
if (!loaded) throw new Error('The guideline does not load.');
const prepared = prepare(loaded.guideline);
const told = (...entries: readonly Entry[]) => ({ entries, open: [], today: '2026-03-01' });
const daily: Entry = {
  kind: 'medicine',
  id: 'm',
  on: '2026-02-01',
  intervention: 'methotrexate',
  event: 'start',
  dose: { value: 15, unit: 'mg' },
  frequency: { times: 1, per: 'day' },
};

describe('daily methotrexate', () => {
  it('is said once, with the entry to correct, on the track page and on the visit page', () => {
    const track = trackView(prepared, told(daily));
    const sheet = visitView(prepared, told(daily), '2026-01-01');
    const said = [...track.flags.map(({ advice }) => advice), ...track.problems.map(({ message }) => message)];
    expect(said.filter((one) => /methotrexate is/i.test(one))).toHaveLength(1);
    expect(
      [...sheet.flags.map(({ advice }) => advice), ...sheet.problems].filter((one) => /methotrexate is/i.test(one)),
    ).toHaveLength(1);
  });
  it('still names mouth sores, bleeding and fever as a reason to go to an emergency department', () =>
    expect(trackView(prepared, told(daily)).problems[0]?.message).toMatch(
      /mouth sores, bleeding or fever.*emergency department/,
    ));
});

describe('a measure entered part by part', () => {
  const muscles = [
    'deltoidMiddle',
    'bicepsBrachii',
    'wristExtensors',
    'gluteusMaximus',
    'gluteusMedius',
    'quadriceps',
    'ankleDorsiflexors',
  ];
  const mmt8 = (id: string, on: string, grade: number): Entry => ({
    kind: 'measure',
    id,
    on,
    measure: 'mmt8',
    inputs: {
      scale: 'kendall0_10',
      mode: 'bilateral',
      neckFlexors: grade,
      pairs: Object.fromEntries(muscles.map((muscle) => [muscle, { right: grade, left: grade }])),
    },
  });
  const charts = (...entries: readonly Entry[]) =>
    chartsOf(prepared.guideline, deriveTold(prepared.guideline, told(...entries)));
  it('draws the same chart as its score would', () =>
    expect(charts(mmt8('a', '2026-01-01', 8), mmt8('b', '2026-02-01', 9))).toEqual(
      charts(
        { kind: 'measure', id: 'a', on: '2026-01-01', measure: 'mmt8', score: 120 },
        { kind: 'measure', id: 'b', on: '2026-02-01', measure: 'mmt8', score: 135 },
      ),
    ));
  it('draws one chart for each global score that it holds', () =>
    expect(
      charts({
        kind: 'measure',
        id: 'g',
        on: '2026-01-01',
        measure: 'global_activity_vas',
        inputs: { phga: 4, ptga: 5, extramuscular: 2 },
      }).map(({ name, points }) => [name, points[0]?.value]),
    ).toEqual([
      ['How active it is, by your doctor', 4],
      ['How active it is, by you', 5],
      ['How active it is beyond muscle', 2],
    ]));
  it('draws nothing from parts that cannot be scored', () =>
    expect(
      charts({ kind: 'measure', id: 'x', on: '2026-01-01', measure: 'mmt8', inputs: { mode: 'bilateral' } }),
    ).toEqual([]));
});

describe('the note for the clinician', () => {
  it('opens with what the person typed: worries, how sure they are, and their own questions', () => {
    const note = visitNote(prepared, told(), '2026-01-01', {
      worries: ['I fear steroids.'],
      sure: ['Not yet: I feel sure about what is best for me.'],
      asks: ['When can I work?'],
    });
    expect(note).toContain('- I fear steroids.');
    expect(note).toContain('- Not yet: I feel sure about what is best for me.');
    expect(note).toMatch(/QUESTIONS\n- When can I work\?$/);
  });
  it('has no empty part where nothing was typed', () =>
    expect(visitNote(prepared, told(), '2026-01-01')).not.toMatch(/own words|how sure/i));
});

describe('a steroid that is taken', () => {
  it('comes with the words not to stop it alone, whose source is numbered', () => {
    const { groups } = guidanceView(prepared, { 'taking-prednisone': true, 'diagnosis-status': 'confirmed' });
    const prednisone = Object.values(groups)
      .flat()
      .find(({ id }) => id === 'prednisone');
    expect(prednisone?.stopping?.text).toMatch(/Do not stop it by yourself/);
    expect(prednisone?.stopping?.refs.length).toBeGreaterThan(0);
  });
  it('is not told so to somebody who does not take it', () => {
    const { groups } = guidanceView(prepared, { 'taking-prednisone': false });
    expect(
      Object.values(groups)
        .flat()
        .filter(({ stopping }) => stopping),
    ).toEqual([]);
  });
});
