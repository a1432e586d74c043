// SPDX-License-Identifier: Apache-2.0
import type { Option } from '../../../model/index.ts';

/** Where a treatment stands for one person, in the five words that people see. */
export type Standing = 'fits' | 'check' | 'waits' | 'not' | 'stage';
export const standings: readonly Standing[] = ['fits', 'check', 'waits', 'not', 'stage'];
export const standingWords: Readonly<Record<Standing, string>> = {
  fits: 'Fits now',
  check: 'Check first',
  waits: 'Waiting for an answer',
  not: 'Not for you now',
  stage: 'For another stage',
};

/** How many stand so, in words. */
export const tallyWords = (of: Standing, many: number): string =>
  ({
    fits: many === 1 ? '1 fits now' : `${many} fit now`,
    check: `${many} to check first`,
    waits: many === 1 ? '1 waits for an answer' : `${many} wait for an answer`,
    not: `${many} not for you now`,
    stage: `${many} for other stages or other kinds of disease`,
  })[of];

export function standing(option: Option): Standing {
  switch (option.status) {
    case 'recommended':
    case 'suggested':
      return 'fits';
    case 'undetermined':
      return option.indicated === 'true' ? 'check' : 'waits';
    case 'contraindicated':
    case 'advised-against':
      return 'not';
    case 'not-indicated':
      return 'stage';
    default:
      return option.status satisfies never;
  }
}
