// SPDX-License-Identifier: Apache-2.0
import type { Trial } from '../../../../authoring/trials.ts';
import type { Guideline } from '../../../../model/index.ts';
import type { Compared } from '../../components/intervals.tsx';
import { percent } from '../../../../evidence/index.ts';
import { difference, type Arm } from '../../components/people.tsx';

export type Outcome = Trial['outcomes'][number];
/** One outcome in the two groups that are compared; `others` are the further groups it was counted in. */
export type Main = { outcome: Outcome; treated: Arm; control: Arm; others: readonly Arm[] };

/** The published outcomes of improvement in plain words; any other outcome as its trial names it. */
const plainly: readonly (readonly [RegExp, string])[] = [
  [/TIS\D*(?:>=|at least|≥)\s*20/i, 'At least a little better (total improvement score 20 or more)'],
  [/TIS\D*(?:>=|at least|≥)\s*40/i, 'Clearly better (total improvement score 40 or more)'],
  [/TIS\D*(?:>=|at least|≥)\s*60/i, 'Very much better (total improvement score 60 or more)'],
  [/confirmed deterioration/i, 'Confirmed to be worse'],
  [/^PRINTO 20 improvement$/, 'At least three of six measures better by a fifth or more (PRINTO 20)'],
  [/^IMACS (?:definition of )?improvement$/, 'At least three of six measures better by a fifth or more (IMACS)'],
];
/** Words for unwanted effects, as people say them. */
const everyday: readonly (readonly [RegExp, string])[] = [
  [/infusional adverse event/gi, 'unwanted effect of a drip'],
  [/adverse event/gi, 'unwanted effect'],
  [/(?:treatment-)?emergent /gi, ''],
  [/thromboembolic event/gi, 'blood clot'],
  [/haemolytic transfusion reaction/gi, 'red blood cells broken down'],
  [/(\d)-(\d)/g, '$1 to $2'],
];
export const plain = (label: string): string => {
  const found =
    plainly.find(([words]) => words.test(label))?.[1]
    ?? everyday.reduce((text, [words, said]) => text.replace(words, said), label);
  return found.charAt(0).toUpperCase() + found.slice(1);
};

const isControl = (label: string): boolean => /placebo|dummy|sham|alone|control|usual|no treatment/i.test(label);

/** Which arms are compared: as published; else the arm that names the treatment (or the only other one) against the arm without
 *  it. A trial page without such an arm compares the first two; a treatment's page then shows nothing. */
function armsOf(
  trial: Trial,
  { difference }: Outcome,
  treatment: string | undefined,
): readonly [string, string] | undefined {
  if (difference) return [difference.treated, difference.control];
  const control = trial.arms.find(({ label }) => isControl(label));
  const others = trial.arms.filter((arm) => arm !== control);
  const named = others.find(
    ({ id, label }) => treatment !== undefined && `${id} ${label}`.toLowerCase().includes(treatment),
  );
  const about = treatment === undefined || `${trial.id} ${trial.label}`.toLowerCase().includes(treatment);
  const treated = named ?? (about && (others.length === 1 || treatment === undefined) ? others[0] : undefined);
  const without =
    control ?? others.find(({ label }) => named !== undefined && named.label !== label && named.label.includes(label));
  if (treated && without) return [treated.id, without.id];
  // The group that had only what the others had as well is what they are compared with.
  const only = trial.arms.find((arm) => trial.arms.some((more) => more.label.startsWith(`${arm.label} + `)));
  const added = only && trial.arms.find((more) => more.label.startsWith(`${only.label} + `));
  const [first, second] = only && added ? [added, only] : trial.arms;
  return treatment === undefined && first && second ? [first.id, second.id] : undefined;
}

/** An outcome that was counted in two arms; undefined otherwise. */
export function compared(trial: Trial, outcome: Outcome, treatment?: string): Main | undefined {
  const arm = (id: string): Arm | undefined => {
    const count = outcome.counts?.find((one) => one.arm === id);
    const label = trial.arms.find((one) => one.id === id)?.label;
    return count && label !== undefined
      ? { label: label.charAt(0).toUpperCase() + label.slice(1), events: count.events, of: count.of }
      : undefined;
  };
  const arms = armsOf(trial, outcome, treatment);
  const [treated, control] = [arms && arm(arms[0]), arms && arm(arms[1])];
  const others = (outcome.counts ?? []).flatMap(({ arm: id }) =>
    id !== undefined && !arms?.includes(id) ? (arm(id) ?? []) : [],
  );
  return treated && control ? { outcome, treated, control, others } : undefined;
}
/** The first outcome, primary before secondary, that can be drawn as people in two arms. */
export const mainOutcome = (trial: Trial, treatment?: string): Main | undefined =>
  trial.outcomes
    .filter(({ kind, label }) => kind !== 'safety' && !label.includes(';'))
    .toSorted((a, b) => Number(b.kind === 'primary') - Number(a.kind === 'primary'))
    .flatMap((outcome) => compared(trial, outcome, treatment) ?? [])[0];

/** Every outcome of these kinds that was counted in both arms, as rows of a plot. */
export const outcomesOf = (trial: Trial, kinds: readonly Outcome['kind'][], treatment?: string): readonly Compared[] =>
  trial.outcomes
    .filter(({ kind }) => kinds.includes(kind))
    .flatMap((outcome) => {
      const found = compared(trial, outcome, treatment);
      const under = [
        outcome.week === undefined ? '' : `week ${outcome.week}`,
        outcome.kind === 'primary' ? 'main aim' : '',
        outcome.basis === 'derived' ? 'counts worked back from percentages' : '',
      ];
      return found
        ? [
            {
              name: plain(outcome.label),
              under: under.filter(Boolean).join(', '),
              treated: found.treated,
              control: found.control,
            },
          ]
        : [];
    });

/** Trials whose publication a recommendation for this treatment, or what its page says of it, cites. */
export function trialsFor(guideline: Guideline, trials: readonly Trial[], id: string): readonly Trial[] {
  const about = guideline.interventions[id]?.about;
  const claims = [
    ...guideline.rules
      .filter((rule) => rule.intervention === id && rule.kind === 'recommendation' && rule.direction === 'for')
      .flatMap(({ because }) => because),
    ...(about ? about.onset.because : []),
  ];
  const cited = new Set(claims.flatMap((claim) => guideline.claims[claim]?.cites.map(({ source }) => source) ?? []));
  return trials.filter(({ source }) => cited.has(source));
}

/** Whom a trial counted: "children" when its description names children or juvenile disease, and no adults. */
export const whom = ({ population = '' }: Pick<Trial, 'population'>): 'people' | 'children' =>
  /juvenile|child/i.test(population) && !/adult/i.test(population) ? 'children' : 'people';

/** What the first trial of each treatment counted, in words and of 100 people, over how many weeks: the comparison reads it. */
export type Helped = {
  readonly [intervention: string]: {
    treated: string;
    control: string;
    hundred: { treated: number; control: number };
    interval: string;
    outcome: string;
    week?: number;
    trial: string;
    label: string;
  };
};
/** By how many more or fewer of 100, and how sure that is. */
function intervalWords(treated: Arm, control: Arm): string {
  const { more, interval } = difference(treated, control);
  return `That is about ${more} of 100. ${interval}`;
}
const ofHundred = (arm: Arm): number => Math.round(percent(arm));
export function helped({ guideline, trials }: { guideline: Guideline; trials: readonly Trial[] }): Helped {
  const rows = Object.keys(guideline.interventions).flatMap((id) =>
    trialsFor(guideline, trials, id)
      .flatMap((trial) => {
        const main = mainOutcome(trial, id);
        return main ? [{ trial, ...main }] : [];
      })
      .slice(0, 1)
      .map(({ trial, outcome, treated, control }) => ({
        id,
        treated: `${treated.events} of ${treated.of} ${whom(trial)}`,
        control: `${control.events} of ${control.of} (${control.label.toLowerCase()})`,
        hundred: { treated: ofHundred(treated), control: ofHundred(control) },
        interval: intervalWords(treated, control),
        outcome: plain(outcome.label),
        ...(outcome.week === undefined ? {} : { week: outcome.week }),
        trial: trial.id,
        label: trial.label,
      })),
  );
  return Object.fromEntries(rows.map(({ id, ...row }) => [id, row]));
}

/** What became of people who started nothing new: the dummy group of a trial, who went on with what they took. */
export type CarriedOn = { better: string; worse: string; week: number; trial: string; label: string };
export function carriedOn(trials: readonly Trial[]): CarriedOn | undefined {
  const found = trials.flatMap((trial): readonly CarriedOn[] => {
    const better = mainOutcome(trial);
    const worse = trial.outcomes.flatMap((outcome) =>
      plain(outcome.label) === 'Confirmed to be worse' ? (compared(trial, outcome) ?? []) : [],
    )[0];
    const week = better?.outcome.week;
    return better && worse && week !== undefined && week === worse.outcome.week && isControl(better.control.label)
      ? [
          {
            better: `${better.control.events} of ${better.control.of} people`,
            worse: `${worse.control.events} of ${worse.control.of}`,
            week,
            trial: trial.id,
            label: trial.label,
          },
        ]
      : [];
  });
  return found[0];
}
