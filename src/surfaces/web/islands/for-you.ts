// SPDX-License-Identifier: Apache-2.0
// On the page of a treatment: where it stands for the person of this device. Whoever only reads fetches nothing for it.

const place = document.querySelector<HTMLElement>('[data-standing]');
/** Whether anything was ever kept here; a browser that cannot say so is asked by opening the store. */
async function somethingKept(): Promise<boolean> {
  if (!('databases' in indexedDB)) return true;
  return (await indexedDB.databases()).some(({ name }) => name === 'heliotrope');
}

async function begin(at: HTMLElement): Promise<void> {
  if (!(await somethingKept())) return;
  const { showForYou } = await import('../for-you.tsx');
  showForYou(at);
}
if (place)
  addEventListener('load', () => {
    begin(place).catch((error: unknown) => console.warn('Your own answers could not be read here.', error));
  });
