// SPDX-License-Identifier: Apache-2.0
/** How far a long piece of work has come. */
export type Progress = { (): void; end: () => void };

/** Shows "120 of 1,457 proved" on a terminal's last line, which `end` clears; says nothing where nobody watches. */
export function progress(done: string, of: number): Progress {
  let many = 0;
  const show = (text: string): void => {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
  };
  const step = (): void => {
    many += 1;
    if (many % 10 === 0 || many === of) show(`${many} of ${of} ${done}`);
  };
  return Object.assign(step, { end: () => show('') });
}
