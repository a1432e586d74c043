// SPDX-License-Identifier: Apache-2.0
import { convertUnit, findMeasure } from '../measures/index.ts';
import type { Fact, FactId, Guideline, Patient } from '../model/index.ts';
import type { Report } from './problem.ts';
import type { Dated, LaboratoryEntry } from './record.ts';
import { factOf, misfit, type Statement } from './statement.ts';

type Result = Dated & LaboratoryEntry;
/** How a test becomes a fact: as the number itself, as multiples of the upper limit, or as above or below a limit. */
type Reading = { fact: FactId; as: 'value' | 'times-upper-limit' | 'above-upper' | 'below-lower'; analyte: string };
/** Names of tests, as people and laboratories write them, and the fact each one gives. A fact's own id is always known. */
const readings: Readonly<Record<string, Reading>> = {
  'creatine-kinase': { fact: 'creatine-kinase-times-upper-limit', as: 'times-upper-limit', analyte: 'CK' },
  alt: { fact: 'alt-times-upper-limit', as: 'times-upper-limit', analyte: 'ALT' },
  troponin: { fact: 'troponin-raised', as: 'above-upper', analyte: 'troponin' },
  'troponin-i': { fact: 'troponin-raised', as: 'above-upper', analyte: 'troponin' },
  ggt: { fact: 'ggt-raised', as: 'above-upper', analyte: 'GGT' },
  igg: { fact: 'low-igg', as: 'below-lower', analyte: 'IgG' },
  egfr: { fact: 'egfr', as: 'value', analyte: '' },
  haemoglobin: { fact: 'haemoglobin', as: 'value', analyte: 'haemoglobin' },
  neutrophils: { fact: 'neutrophil-count', as: 'value', analyte: '' },
  lymphocytes: { fact: 'lymphocyte-count', as: 'value', analyte: '' },
  platelets: { fact: 'platelet-count', as: 'value', analyte: '' },
  ferritin: { fact: 'ferritin', as: 'value', analyte: '' },
  fvc: { fact: 'fvc-percent-predicted', as: 'value', analyte: '' },
  weight: { fact: 'body-weight', as: 'value', analyte: 'weight' },
};
const otherNames: Readonly<Record<string, string>> = {
  ck: 'creatine-kinase',
  cpk: 'creatine-kinase',
  'alanine-aminotransferase': 'alt',
  'gamma-gt': 'ggt',
  hemoglobin: 'haemoglobin',
  hb: 'haemoglobin',
  'neutrophil-count': 'neutrophils',
  'lymphocyte-count': 'lymphocytes',
  'platelet-count': 'platelets',
  'creatine-kinase-times-upper-limit': 'creatine-kinase',
  'alt-times-upper-limit': 'alt',
  'troponin-raised': 'troponin',
  'ggt-raised': 'ggt',
  'low-igg': 'igg',
  'body-weight': 'weight',
  'fvc-percent-predicted': 'fvc',
};

/** The one name under which a test is kept: "CK", "Creatine kinase" and "creatine-kinase" are the same test. Nothing is remembered: a
 *  name is free text, and may hold somebody's own. */
export function testName(written: string): string {
  if (Object.hasOwn(readings, written)) return written;
  const plain = written
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-');
  return Object.hasOwn(otherNames, plain) ? (otherNames[plain] ?? plain) : plain;
}

const unitless = new Set(['', '1', '{times_upper_limit}', '{score}']);
/** Another unit in which the number would make sense, to help whoever typed it. */
function likelier(fact: Fact, value: number, unit: string, analyte: string): string {
  if (fact.value.type !== 'quantity') return '';
  const { min, max, unit: own } = fact.value;
  const fits = ['g/L', 'g/dL', 'mmol/L', '10*6/L', '10*9/L', 'umol/L', 'mg/dL'].find((other) => {
    const found = other === unit ? undefined : convertUnit(value, other, own, analyte);
    return found !== undefined && found >= min && found <= max;
  });
  return fits === undefined ? '' : ` Is it ${value} ${fits}?`;
}

const unreadable = ({ test, unit, id }: Result, own: string, report: Report): void =>
  report(
    'unit-mix-up',
    'error',
    `${test} in "${unit}" cannot be read as ${own}. Write the unit as it stands on the paper.`,
    id,
  );

function valueOf(result: Result, { as, analyte }: Reading, fact: Fact, report: Report): boolean | number | undefined {
  const { value, unit, upperLimit, lowerLimit, id, test } = result;
  if (as === 'value') {
    const own = fact.value.type === 'quantity' ? fact.value.unit : '';
    const inOwn = unitless.has(unit) && unitless.has(own) ? value : convertUnit(value, unit, own, analyte);
    if (inOwn === undefined) unreadable(result, own, report);
    return inOwn;
  }
  if (as === 'times-upper-limit' && unit === '{times_upper_limit}') return value;
  const limit = as === 'below-lower' ? lowerLimit : upperLimit;
  if (limit === undefined || limit <= 0) {
    report(
      'missing-limit',
      'warning',
      `${test}: without the laboratory's ${as === 'below-lower' ? 'lower' : 'upper'} limit, ${value} ${unit} cannot be called high or low. Add it.`,
      id,
    );
    return undefined;
  }
  return as === 'times-upper-limit' ? value / limit : as === 'above-upper' ? value > limit : value < limit;
}

/** Kidney function from creatinine, for adults whose age and sex are known (CKD-EPI 2021). */
function egfrFrom(result: Result, patient: Patient, report: Report): number | undefined {
  const creatinine = convertUnit(result.value, result.unit, 'mg/dL', 'creatinine');
  if (creatinine === undefined) {
    unreadable(result, 'mg/dL', report);
    return undefined;
  }
  const found = findMeasure('egfr')?.score({
    creatinine,
    unit: 'mg/dL',
    age: patient['age'],
    sex: patient['sex-at-birth'],
  });
  const value = found?.ok ? found.result['egfr'] : undefined;
  return typeof value === 'number' ? value : undefined;
}

/** What a laboratory result says about a fact. `background` gives age and sex. A result that no rule reads gives none. */
export function laboratoryStatement(
  guideline: Guideline,
  result: Result,
  background: Patient,
  report: Report,
): Statement | undefined {
  const name = testName(result.test);
  const reading: Reading | undefined = Object.hasOwn(readings, name)
    ? readings[name]
    : { fact: name === 'creatinine' ? 'egfr' : name, as: 'value', analyte: name };
  const fact = reading && factOf(guideline, reading.fact);
  if (!reading || !fact || fact.value.type === 'code') return undefined;
  if (!Number.isFinite(result.value)) {
    report('wrong-value', 'error', `${result.test} has no number.`, result.id);
    return undefined;
  }
  const value = name === 'creatinine' ? egfrFrom(result, background, report) : valueOf(result, reading, fact, report);
  if (value === undefined) return undefined;
  const wrong = misfit(fact, value);
  if (wrong) {
    report('unit-mix-up', 'error', `${wrong}${likelier(fact, result.value, result.unit, reading.analyte)}`, result.id);
    return undefined;
  }
  return {
    fact: fact.id,
    value,
    on: result.on,
    from: 'derived',
    entries: [result.id],
    how: `${result.test} was ${result.value} ${result.unit}${result.upperLimit === undefined ? '' : ` (upper limit ${result.upperLimit})`} on ${result.on}.`,
  };
}
