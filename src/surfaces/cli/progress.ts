// SPDX-License-Identifier: Apache-2.0
/** Shows how far long work is, on one line of the terminal that it rewrites. */
export type Bar = { show: (label: string, done: number) => void; clear: () => void };
/** Counts steps of long work; `end` clears the line. */
export type Steps = { (): void; end: () => void };

const width = 24;
/** One line of progress: `done` is a share from 0 to 1; a label is cut so that the line fits 80 columns. */
export function barText(label: string, done: number): string {
  const share = Math.min(1, Math.max(0, done));
  const full = Math.round(share * width);
  return `[${'#'.repeat(full)}${'.'.repeat(width - full)}] ${String(Math.floor(share * 100)).padStart(3)} %  ${label.slice(0, 46)}`;
}

/** A bar on standard error when that is a terminal; otherwise nothing is shown, so that logs and pipes stay clean. */
export function progressBar(stream: NodeJS.WriteStream = process.stderr): Bar {
  if (!stream.isTTY) return { show: () => undefined, clear: () => undefined };
  return {
    show: (label, done) => stream.write(`\r\u001b[K${barText(label, done)}`),
    clear: () => stream.write('\r\u001b[K'),
  };
}

/** The same bar for work of so many steps: "120 of 1457 proved". It is rewritten at every tenth step, and at the last. */
export function steps(done: string, of: number, bar: Bar = progressBar()): Steps {
  let many = 0;
  const step = (): void => {
    many += 1;
    if (many % 10 === 0 || many === of) bar.show(`${many} of ${of} ${done}`, many / of);
  };
  return Object.assign(step, { end: bar.clear });
}
