// SPDX-License-Identifier: Apache-2.0
// On the page of a treatment: where it stands for the person of this device. Nothing when nothing is known of anybody.
import { render } from 'preact';
import { ask, tracked } from './answering/client.ts';
import type { ForYou } from './answering/for-you.ts';
import { StatusWord } from './components/status.tsx';
import { counted } from './counted.ts';
import { live, patientOf } from './kept.ts';
import { today } from './navigator.ts';
import { onOtherTab, openStore, read } from './storage.ts';

const without = {
  waits: 'What you told us does not decide it yet.',
  stage: 'Nothing you told us speaks for it now.',
} as const;

const Line = ({ standing, text, you, waits, stopping }: ForYou) => (
  <p class={`for-you ${standing}`}>
    <b>For you:</b> <StatusWord standing={standing} />.{' '}
    {standing === 'waits' || standing === 'stage' ? without[standing] : text}
    {you.length ? ` You told us: ${you.join('; ')}.` : ''} {stopping}{' '}
    {waits.length && standing !== 'not' && standing !== 'stage' ? (
      <a href={`/path/#ask=${waits.join(',')}`}>
        {waits.length === 1 ? 'Answer what is missing' : `Answer the ${waits.length} that are missing`}
      </a>
    ) : (
      <a href="/path/guidance/">Your guidance</a>
    )}
  </p>
);

async function show(place: HTMLElement): Promise<void> {
  const kept = await counted(await read(await openStore()), today());
  const entries = live(kept.entries);
  if (entries.length === 0) return render(null, place);
  tracked(entries, today());
  const found = await ask('forYou', patientOf(kept), place.dataset['standing'] ?? '');
  render(found ? <Line {...found} /> : null, place);
}

/** A device that keeps nothing leaves the page as it was: it reads well without this line. */
const unsaid = (error: unknown): void => console.warn('Your own answers could not be read here.', error);

/** Says where the treatment of this place stands, now and whenever another tab stores something. */
export function showForYou(place: HTMLElement): void {
  show(place).catch(unsaid);
  onOtherTab(() => void show(place).catch(unsaid));
}
