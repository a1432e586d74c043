// SPDX-License-Identifier: Apache-2.0
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { measures } from '../../../measures/index.ts';
import { fieldsOf, type Vector } from './measure-fields.ts';
import { named, wholeName } from './measure-words.ts';

const folders = readdirSync('src/measures', { withFileTypes: true }).filter((one) => one.isDirectory());
const vectorsOf = (id: string): readonly Vector[] => {
  const folder = folders.find(({ name }) => name.replaceAll('-', '_') === id);
  if (!folder) throw new Error(`There is no folder of ${id}.`);
  const read: { vectors: readonly Vector[] } = JSON.parse(
    readFileSync(`src/measures/${folder.name}/vectors.json`, 'utf8'),
  );
  return read.vectors;
};
const formOf = (id: string) => {
  const measure = measures.find((one) => one.id === id);
  if (!measure) throw new Error(`There is no measure ${id}.`);
  return fieldsOf(id, vectorsOf(id), measure.score);
};

describe('the parts of a measure have names', () => {
  it.each([
    ['sites.scalp.erythema', 'Scalp', 'Erythema'],
    ['phga.followUp', 'Physician global activity', 'Follow-up'],
    ['enzyme.readings.1.uln.value', 'Enzyme 2, upper limit of normal', 'Value'],
    ['items.dressing.1', '', 'Dressing 2'],
    ['pairs.deltoidMiddle.right', 'Deltoid middle', 'Right'],
    ['doses.0.doseMg', 'Steroid 1', 'Dose (mg)'],
  ])('%s is of "%s" and is called "%s"', (path, group, label) => {
    if (path === 'items.dressing.1') expect(named(path).label).toBe(label);
    else expect(named(path)).toEqual({ group, label });
  });
  it('a message names the whole of it', () => expect(wholeName('sites.scalp.erythema')).toBe('Scalp, erythema'));
  it.each(measures.map(({ id }) => id))('no part of %s is shown as a path', (id) => {
    for (const { group, label } of formOf(id)) expect(`${group} ${label}`).not.toMatch(/[a-z][A-Z]|_|\.\d|\w\.\w/);
  });
});

describe('a form offers whatever the measure takes', () => {
  it.each(measures.map(({ id }) => id))('%s: its example is scored, and each choice has all its words', (id) => {
    const fields = formOf(id);
    expect(fields.length).toBeGreaterThan(0);
    for (const { kind, options, example } of fields)
      if (kind === 'choice' && example) expect(options.map(({ value }) => value)).toContain(example);
  });
  it.each([
    ['sts30', 'sex', ['female', 'male']],
    ['mdaat', 'mitax.cutaneous', ['A', 'B', 'C', 'D', 'E']],
    ['eular_acr_iim_2017', 'heliotrope', ['true', 'false']],
  ])('%s, %s takes %j', (id, path, words) =>
    expect(
      formOf(id)
        .find((one) => one.path === path)
        ?.options.map(({ value }) => value),
    ).toEqual(words),
  );
  it('a strength grade is typed, with what it may be, on both sides', () => {
    const grades = formOf('mmt8').filter(({ path }) => path.startsWith('pairs.'));
    expect(grades).toHaveLength(14);
    for (const { kind, hint } of grades) expect([kind, hint]).toEqual(['number', '0 to 10']);
  });
});
