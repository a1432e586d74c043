// SPDX-License-Identifier: Apache-2.0
import { objectReader, outcome, reader, type Inputs, type Measure, type Outcome, type Reader } from '../measure.ts';
import {
  coreMeasures,
  deterioration,
  imacsImprovement,
  isConfirmed,
  printoImprovement,
  relativeChange,
  type CoreSet,
} from './change.ts';

const rules = [
  'IMACS_DOI',
  'RIM_DOI',
  'PRINTO20',
  'ProDERM_confirmedDeterioration',
  'RIM_worsening',
  'ProDERM_responder',
  'IMACS_relevantChange',
] as const;
type Rule = (typeof rules)[number];
/** The change of each measure that IMACS experts hold relevant, in percent of the value at the start. */
const relevant = { phga: 20, ptga: 20, strength: 15, function: 15, enzyme: 30, extramuscular: 20 } as const;
const responderAt = 20;

function coreSet(read: Reader): CoreSet {
  const found: CoreSet = {};
  for (const name of ['phga', 'ptga', 'extramuscular'] as const) {
    const value = read.optional(name, 0, 10, 'cm');
    if (value !== undefined) found[name] = value;
  }
  const [max, strength] = [read.optional('strengthMax', 1, 260), read.optional('strength', 0, 260)];
  if (max !== undefined) found.strengthMax = max;
  if (strength !== undefined) found.strength = strength;
  if (strength !== undefined && max !== undefined && strength > max)
    read.report('strength', `is ${strength}, above its maximum of ${max}.`);
  const [haq, enzyme, uln] = [
    read.optional('function', 0, 3),
    read.optional('enzyme', 0, 1e6),
    read.optional('enzymeUln', 0.001, 1e6),
  ];
  if (haq !== undefined) found.function = haq;
  if (enzyme !== undefined) found.enzyme = enzyme;
  if (uln !== undefined) found.enzymeUln = uln;
  return found;
}

const worsening = (before: CoreSet, visits: readonly CoreSet[], enzymeCounts: boolean) => {
  const perVisit = visits.map((visit) => deterioration(before, visit, enzymeCounts));
  return { perVisit, confirmed: isConfirmed(perVisit) };
};

function relevantChanges(before: CoreSet, last: CoreSet): Record<string, unknown> {
  const perMeasure = coreMeasures.map((measure) => {
    const change = relativeChange(measure, before, last);
    return [measure, change === undefined ? null : { change, relevant: change >= relevant[measure] }] as const;
  });
  return { perMeasure: Object.fromEntries(perMeasure) };
}

function decide(
  rule: Rule,
  before: CoreSet,
  visits: readonly CoreSet[],
  tis: number | undefined,
): Record<string, unknown> {
  const last = visits.at(-1) ?? {};
  switch (rule) {
    case 'IMACS_DOI':
      return imacsImprovement(before, last);
    case 'RIM_DOI': {
      const perVisit = visits.map((visit) => imacsImprovement(before, visit).met);
      return { perVisit, met: perVisit.some((met, i) => met && perVisit[i + 1] === true) };
    }
    case 'PRINTO20':
      return printoImprovement(before, last);
    case 'ProDERM_confirmedDeterioration':
      return worsening(before, visits, false);
    case 'RIM_worsening':
      return worsening(before, visits, true);
    case 'ProDERM_responder': {
      const found = worsening(before, visits, false);
      return {
        ...found,
        tis: tis ?? null,
        responder: tis === undefined ? null : tis >= responderAt && !found.confirmed,
      };
    }
    case 'IMACS_relevantChange':
      return relevantChanges(before, last);
    default:
      return rule satisfies never;
  }
}

/** Definitions of response and worsening as trials used them; percent of the value at the start, unlike the total improvement score.
 *  ProDERM (Aggarwal et al. 2022, 2024), RIM (Oddis et al. 2013), IMACS, PRINTO. A measure not taken counts neither way. */
function score(inputs: Inputs): Outcome {
  const read = reader(inputs);
  const rule = read.word('rule', rules);
  const before = coreSet(read.inside('baseline'));
  const visits = read.list('visits').map((visit, i) => coreSet(objectReader(visit, `visits.${i}.`, read.problems)));
  if (read.has('visits') && visits.length === 0) read.report('visits', 'is empty. Give the visits in their order.');
  if (!read.has('baseline')) read.report('baseline', 'is missing. Give the core set measures at the start.');
  const tis = read.optional('tis', 0, 100);
  if (rule === 'ProDERM_responder' && tis === undefined)
    read.report('tis', 'is missing. Give the total improvement score at week 16.');
  return outcome(read, () => (rule ? decide(rule, before, visits, tis) : {}));
}

export const trialDefinitions: Measure = {
  id: 'trial_definitions',
  shortNames: ['response', 'proderm', 'rim'],
  title: 'Response, worsening and deterioration as trials defined them',
  citation:
    'Aggarwal R et al. N Engl J Med 2022;387:1264-1278 and Arthritis Res Ther 2024;26:27; Oddis CV et al. Arthritis Rheum 2013;65:314-324; Rider LG et al. 2004',
  licence: 'Published definitions, free to use',
  score,
};
