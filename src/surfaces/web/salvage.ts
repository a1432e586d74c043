// SPDX-License-Identifier: Apache-2.0
// When the store is damaged or full: what can still be read is given to the person as a file. Nothing is guessed.

/** Gives the person a file. Nothing leaves the device by itself. */
export function download(name: string, text: string, type = 'application/json'): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

const opened = (): Promise<IDBDatabase> =>
  new Promise((done, failed) => {
    const asked = indexedDB.open('heliotrope');
    asked.addEventListener('success', () => done(asked.result));
    asked.addEventListener('error', () => failed(asked.error ?? new Error('The store cannot be opened.')));
  });
const rowsOf = (db: IDBDatabase, name: string): Promise<readonly unknown[]> =>
  new Promise((done) => {
    const asked = db.transaction(name).objectStore(name).getAll();
    asked.addEventListener('success', () => done(asked.result));
    asked.addEventListener('error', () => done([`This part could not be read: ${asked.error?.name ?? 'unknown'}`]));
  });

/** Everything that a damaged store still gives, part by part, as text; or why it gives nothing. */
export async function salvage(): Promise<string> {
  try {
    const db = await opened();
    const parts = await Promise.all(
      [...db.objectStoreNames].map(async (name) => [name, await rowsOf(db, name)] as const),
    );
    db.close();
    return JSON.stringify({ heliotrope: 'salvaged/1', ...Object.fromEntries(parts) }, null, 2);
  } catch (error) {
    return JSON.stringify({ heliotrope: 'salvaged/1', problem: error instanceof Error ? error.message : 'unknown' });
  }
}

/** Puts the damaged store away and makes room for a new one. */
export const startAnew = (): Promise<void> =>
  new Promise((done, failed) => {
    const asked = indexedDB.deleteDatabase('heliotrope');
    asked.addEventListener('success', () => done());
    asked.addEventListener('blocked', () => failed(new Error('Close the other tabs of this page first.')));
    asked.addEventListener('error', () => failed(asked.error ?? new Error('The store cannot be deleted.')));
  });
