// SPDX-License-Identifier: Apache-2.0
// Published tables and limits, each entry and both sides of each edge: the vectors reach only some of them.
import { describe, expect, it } from 'vitest';
import { findMeasure, type Inputs, type Result } from './index.ts';

function scored(id: string, inputs: Inputs): Result {
  const found = findMeasure(id)?.score(inputs);
  if (!found?.ok) throw new Error(`Refused: ${JSON.stringify(found?.problems)}`);
  return found.result;
}
const refused = (id: string, inputs: Inputs): boolean => findMeasure(id)?.score(inputs).ok === false;

describe('2017 EULAR/ACR classification (Lundberg et al. 2017, table 2)', () => {
  const of = (biopsyAvailable: boolean, ageAtOnset: number, ...items: readonly string[]): Result =>
    scored('classification', { biopsyAvailable, ageAtOnset, ...Object.fromEntries(items.map((item) => [item, true])) });
  it.each([
    ['weaknessProximalUpper', 0.7, 0.7],
    ['weaknessProximalLower', 0.8, 0.5],
    ['neckFlexorsWeaker', 1.9, 1.6],
    ['legsProximalWeaker', 0.9, 1.2],
    ['heliotrope', 3.1, 3.2],
    ['gottronPapules', 2.1, 2.7],
    ['gottronSign', 3.3, 3.7],
    ['dysphagia', 0.7, 0.6],
    ['antiJo1', 3.9, 3.8],
    ['enzymesElevated', 1.3, 1.4],
    ['endomysialInfiltration', 0, 1.7],
    ['perimysialPerivascular', 0, 1.2],
    ['perifascicularAtrophy', 0, 1.9],
    ['rimmedVacuoles', 0, 3.1],
  ])('%s alone: %d without, %d with biopsy', (item, without, withBiopsy) =>
    expect([of(false, 10, item)['score'], of(true, 10, item)['score']]).toEqual([without, withBiopsy]),
  );
  it.each([
    [17, 0, 0],
    [18, 1.3, 1.5],
    [39, 1.3, 1.5],
    [40, 2.1, 2.2],
  ])('onset at %d: %d without, %d with biopsy', (age, without, withBiopsy) =>
    expect([of(false, age)['score'], of(true, age)['score']]).toEqual([without, withBiopsy]),
  );
  it.each<[boolean, number, number, string, readonly string[]]>([
    [false, 5.2, 10, 'not_iim', ['heliotrope', 'gottronPapules']],
    [false, 5.3, 18, 'possible', ['heliotrope', 'legsProximalWeaker']],
    [false, 5.4, 40, 'possible', ['gottronSign']],
    [false, 5.5, 18, 'probable', ['gottronSign', 'legsProximalWeaker']],
    [false, 7.4, 18, 'probable', ['heliotrope', 'gottronPapules', 'legsProximalWeaker']],
    [false, 7.5, 40, 'definite', ['gottronSign', 'gottronPapules']],
    [true, 6.4, 10, 'not_iim', ['gottronSign', 'gottronPapules']],
    [true, 6.5, 10, 'possible', ['gottronSign', 'neckFlexorsWeaker', 'legsProximalWeaker']],
    [true, 6.6, 18, 'possible', ['heliotrope', 'perifascicularAtrophy']],
    [true, 6.7, 10, 'probable', ['gottronSign', 'enzymesElevated', 'neckFlexorsWeaker']],
    [true, 8.6, 10, 'probable', ['gottronSign', 'heliotrope', 'endomysialInfiltration']],
    [true, 8.7, 10, 'definite', ['gottronSign', 'antiJo1', 'legsProximalWeaker']],
  ])('biopsy %s, a score of %d at %d is %s', (biopsy, total, age, category, items) => {
    expect(of(biopsy, age, ...items)).toMatchObject({ score: total, category });
  });
  it.each<[string, number, readonly string[], string]>([
    ['a child with skin signs', 17, ['gottronSign', 'heliotrope'], 'JDM'],
    ['a child without', 17, ['antiJo1', 'neckFlexorsWeaker'], 'JM_other'],
    ['skin signs and weakness', 18, ['gottronSign', 'heliotrope', 'weaknessProximalLower'], 'DM'],
    ['skin signs without weakness', 18, ['gottronSign', 'heliotrope'], 'ADM'],
    ['no skin signs', 40, ['antiJo1'], 'PM'],
    ['weak finger flexors alone', 40, ['antiJo1', 'fingerFlexorWeakness'], 'PM'],
    ['no response alone', 40, ['antiJo1', 'treatmentResponseNotImproved'], 'PM'],
    ['both of them', 40, ['antiJo1', 'fingerFlexorWeakness', 'treatmentResponseNotImproved'], 'IBM'],
  ])('%s at %d: %s → %s', (_what, age, items, subgroup) => expect(of(false, age, ...items)['subgroup']).toBe(subgroup));
});

describe('eGFR (CKD-EPI 2021)', () => {
  const stageOf = (value: number): string =>
    value >= 90 ? 'G1' : value >= 60 ? 'G2' : value >= 45 ? 'G3a' : value >= 30 ? 'G3b' : value >= 15 ? 'G4' : 'G5';
  it('has its stage by the value before rounding, for every creatinine', () => {
    for (let creatinine = 0.4; creatinine < 12; creatinine += 0.01) {
      const { egfr, stage } = scored('egfr', { creatinine, unit: 'mg/dL', age: 55, sex: 'female' });
      if (typeof egfr === 'number' && Math.abs(egfr - Math.round(egfr)) > 0.01) expect(stage).toBe(stageOf(egfr));
    }
  });
  it.each([
    [17, false],
    [18, true],
  ])('at %d years there is a number: %s', (age, given) =>
    expect(scored('egfr', { creatinine: 1, unit: 'mg/dL', age, sex: 'male' })['egfr'] !== null).toBe(given),
  );
  it('is the same from 88.4 µmol/L as from 1 mg/dL', () =>
    expect(scored('egfr', { creatinine: 88.4, unit: 'umol/L', age: 50, sex: 'male' })).toEqual(
      scored('egfr', { creatinine: 1, unit: 'mg/dL', age: 50, sex: 'male' }),
    ));
});

describe('CDASI version 2', () => {
  const activity = { erythema: 3, scale: 2, erosionUlceration: 1 };
  const damage = { poikiloderma: 1, calcinosis: 1 };
  const names = ['scalp', 'malar', 'periorbital', 'restOfFace', 'vNeckFrontal', 'posteriorNeck', 'upperBackShoulders', 'restOfBackButtocks', 'abdomen', 'lateralUpperThigh', 'restOfLegFeet', 'arm', 'mechanicsHand', 'dorsumHandsNotJoints', 'gottronNotOnHands']; // prettier-ignore
  const whole = {
    sites: Object.fromEntries(names.map((name) => [name, { ...activity, ...damage }])),
    gottronHands: { erythema: 3, papules: true, ulceration: 1, damage: 2 },
    periungual: 2,
    alopecia: 1,
  };
  it('is 100 and 32 when everything is at its worst', () =>
    expect(scored('cdasi', whole)).toMatchObject({ activity: 100, damage: 32, band: 'severe', missing: [] }));
  it.each([
    { ...whole, periungual: 3 },
    { ...whole, alopecia: 2 },
    { ...whole, gottronHands: { ...whole.gottronHands, damage: 3 } },
    { ...whole, sites: { ...whole.sites, scalp: { ...activity, ...damage, scale: 3 } } },
    { ...whole, sites: { ...whole.sites, scalp: { ...activity, ...damage, erosionUlceration: 2 } } },
    { ...whole, sites: { ...whole.sites, scalp: { ...activity, ...damage, calcinosis: 2 } } },
  ])('a grade above its highest is refused (%#)', (inputs) => expect(refused('cdasi', inputs)).toBe(true));
  it.each([
    [14, 'mild'],
    [15, 'moderate'],
    [26, 'moderate'],
    [27, 'severe'],
  ])('%d is %s', (total, band) => expect(scored('cdasi', { activity: total, damage: 0 })['band']).toBe(band));
  it.each([
    [20, 16, { meets4: true, meets5: false, meets40percent: false }],
    [20, 17, { meets4: false, meets5: false }],
    [20, 15, { meets4: true, meets5: true }],
    [20, 12, { meets40percent: true }],
    [20, 13, { meets40percent: false }],
    [14, 0, { meets40percent: false }],
    [15, 9, { meets40percent: true }],
    [0, 0, { percentImprovement: null, meets40percent: false }],
  ])('from %d to %d', (baselineActivity, followUpActivity, expected) =>
    expect(scored('cdasi', { change: { baselineActivity, followUpActivity } })).toMatchObject(expected),
  );
});

describe('inactive juvenile disease (PRINTO): 3 of 4', () => {
  const quiet = { ck: 150, cmas: 48, mmt8: 78, phga: 0.2 };
  it('each limit itself is quiet', () => expect(scored('inactive', quiet)).toMatchObject({ criteriaMet: 4, inactive: true, modified: true })); // prettier-ignore
  it.each([{ ck: 151 }, { cmas: 47 }, { mmt8: 77 }, { phga: 0.21 }])('%j is past its limit', (one) =>
    expect(scored('inactive', { ...quiet, ...one })['criteriaMet']).toBe(3),
  );
  it.each([
    { what: 'two quiet, one not, one missing: not decided', inputs: { ck: 100, cmas: 50, mmt8: 70 }, inactive: null },
    { what: 'two not quiet: decided', inputs: { ck: 200, mmt8: 70 }, inactive: false },
    { what: 'three quiet: decided', inputs: { ck: 100, cmas: 50, mmt8: 80 }, inactive: true },
  ])('$what', ({ inputs, inactive }) => expect(scored('inactive', inputs)['inactive']).toBe(inactive));
});

it.each([
  [3.9, 'mild'],
  [4, 'moderate'],
  [6.9, 'moderate'],
  [7, 'severe'],
])('a physician global of %d cm is %s (ProDERM)', (phga, stratum) =>
  expect(scored('global', { phga })['physicianStratum']).toBe(stratum),
);
it.each([
  { cmas: 48, cmasInactive: true },
  { cmas: 47, cmasInactive: false },
  { das: 3, dasInactive: true },
  { das: 4, dasInactive: false },
])('PRINTO’s limit: %j', (inputs) => expect(scored('cmas', inputs)).toMatchObject(inputs));

describe('MMT-8 grades of the MRC scale as Kendall grades (IMACS form)', () => {
  it.each([
    ['0', 0],
    ['2-', 1],
    ['2', 2],
    ['2+', 3],
    ['3-', 4],
    ['3', 5],
    ['3+', 6],
    ['4-', 7],
    ['4', 8],
    ['4+', 9],
    ['5', 10],
  ])('%s → %d', (mrc, kendall) => {
    const names = ['deltoidMiddle', 'bicepsBrachii', 'wristExtensors', 'gluteusMaximus', 'gluteusMedius', 'quadriceps', 'ankleDorsiflexors']; // prettier-ignore
    const pairs = Object.fromEntries(names.map((name) => [name, { right: mrc }]));
    expect(scored('mmt8', { mode: 'unilateral', scale: 'mrc0_5', neckFlexors: mrc, pairs })['unilateral']).toBe(
      kendall * 8,
    );
  });
  it.each(['1', '5-', '6', 'constructor'])('"%s" is not in the table and is refused', (neckFlexors) =>
    expect(refused('mmt8', { mode: 'unilateral', scale: 'mrc0_5', neckFlexors })).toBe(true),
  );
});

describe('stands in 30 seconds: below this number is below average (Rikli and Jones 1999)', () => {
  it.each([
    [60, 12, 14],
    [64, 12, 14],
    [65, 11, 12],
    [70, 10, 12],
    [75, 10, 11],
    [80, 9, 10],
    [85, 8, 8],
    [90, 4, 7],
    [94, 4, 7],
  ])('at %d: women %d, men %d', (age, women, men) => {
    const below = (sex: string, count: number) => scored('sts30', { count, age, sex })['belowAverage'];
    expect([below('female', women - 1), below('female', women)]).toEqual([true, false]);
    expect([below('male', men - 1), below('male', men)]).toEqual([true, false]);
  });
  it.each([59, 95])('at %d there is no norm', (age) =>
    expect(scored('sts30', { count: 10, age, sex: 'female' })['belowAverage']).toBeNull(),
  );
});

describe('what is outside the range of a body', () => {
  it.each([
    ['bsa', { heightCm: 29.9, weightKg: 70 }],
    ['bsa', { heightCm: 250.1, weightKg: 70 }],
    ['bsa', { heightCm: 170, weightKg: 0.9 }],
    ['bsa', { heightCm: 170, weightKg: 400.1 }],
    ['global', { phga: 10.1 }],
    ['global', { phga: 101, unit: 'mm' }],
    ['cmas', { cmas: 53 }],
    ['cmas', { das: 21 }],
    ['fi3', { shoulderFlexion: 61 }],
    ['sts30', { count: 61 }],
    ['tug', { seconds: 601 }],
  ])('%s %j is refused', (id, inputs) => expect(refused(id, inputs)).toBe(true));
  it.each([
    ['bsa', { heightCm: 30, weightKg: 1 }],
    ['bsa', { heightCm: 250, weightKg: 400 }],
    ['global', { phga: 0 }],
    ['global', { phga: 100, unit: 'mm' }],
    ['cmas', { cmas: 0 }],
    ['cmas', { das: 20 }],
    ['fi3', { shoulderFlexion: 60, neckFlexion: 0, hipFlexion: 0 }],
  ])('%s %j is taken', (id, inputs) => expect(refused(id, inputs)).toBe(false));
});
