// SPDX-License-Identifier: Apache-2.0
// The printed guidance: what to take away, and the sources of what is printed. The page on a screen holds more, one click below.
import { inSentence } from '../../../model/index.ts';
import type { GuidanceView, OptionView } from './guidance.ts';

/** `cited`: the numbers of the sources that a page printed with everything closed names. */
export type OnPaper = { takeaways: readonly string[]; cited: ReadonlySet<number> };

const treats = (option: OptionView): boolean => option.kind === 'medicine' || option.kind === 'infusion';
/** Up to four names in a sentence, and how many more there are. */
function named(options: readonly OptionView[]): string {
  const [shown, more] = [options.slice(0, 4).map(({ label }) => inSentence(label)), options.length - 4];
  if (more > 0) return `${shown.join(', ')} and ${more} more`;
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}` : shown.join('');
}

/** What is said of each treatment that is taken, with what must not be done alone. */
const taken = ({ label, going, stopping }: OptionView): string =>
  [`${label}: ${going?.replace(/^You/, 'you')}`, ...(stopping ? [stopping.text] : [])].join(' ');

/** The guidance in a few lines: what is taken, what can be talked over, what has to be checked, what is not for now. */
function takeawaysOf({ groups }: GuidanceView): readonly string[] {
  const all = [...groups.fits, ...groups.check, ...groups.waits, ...groups.not, ...groups.stage];
  const line = (words: string, options: readonly OptionView[]): readonly string[] =>
    options.length ? [`${words}: ${named(options)}.`] : [];
  return [
    ...all.filter(({ going }) => going !== undefined).map(taken),
    ...line(
      'To talk over now',
      groups.fits.filter((option) => treats(option) && option.going === undefined),
    ),
    ...line('Only once something is checked', groups.check.filter(treats)),
    ...line('Not for you now', groups.not.filter(treats)),
    'Urgent signs come first: call, do not wait for the visit.',
  ];
}

/** What a sheet of paper needs of the guidance. */
export function onPaper(view: GuidanceView): OnPaper {
  const { fits, check, not } = view.groups;
  const reasons = [...fits, ...check, ...not].flatMap(({ reason, stopping }) => [
    ...reason.refs,
    ...(stopping?.refs ?? []),
  ]);
  return { takeaways: takeawaysOf(view), cited: new Set([...reasons, ...view.stages.flatMap(({ refs }) => refs)]) };
}
