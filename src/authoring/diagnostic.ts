// SPDX-License-Identifier: Apache-2.0
/** Where something is written; line and column count from 1. */
export type Place = { file: string; line: number; column: number; length: number };
/** A problem in content, told so that its author can act on it. Codes are explained in docs/diagnostics.md. */
export type Diagnostic = { code: string; severity: 'error' | 'warning'; message: string; at: Place; help?: string };

/** A diagnostic as text: place, the line with the exact word underlined, and what to do. `text` is the file's content. */
export function show(diagnostic: Diagnostic, text: string): string {
  const { file, line, column, length } = diagnostic.at;
  const written = (text.split('\n')[line - 1] ?? '').slice(0, 200);
  const gutter = String(line);
  const underline = '^'.repeat(Math.max(1, Math.min(length, written.length - column + 1)));
  return [
    `${file}:${line}:${column}  ${diagnostic.severity === 'warning' ? 'warning ' : ''}${diagnostic.code}`,
    '',
    `  ${gutter} | ${written}`,
    `  ${' '.repeat(gutter.length)} | ${' '.repeat(column - 1)}${underline}`,
    '',
    `  ${diagnostic.message}`,
    ...(diagnostic.help ? [`  ${diagnostic.help}`] : []),
    `  More help: docs/diagnostics.md#${diagnostic.code}`,
  ].join('\n');
}

/** Diagnostics as text, in their order, each beside the line it stands on. `files` are those that were read. */
export const showAll = (diagnostics: readonly Diagnostic[], files: readonly { file: string; text: string }[]): string =>
  diagnostics.map((one) => show(one, files.find(({ file }) => file === one.at.file)?.text ?? '')).join('\n\n');

/** Levenshtein distance, for "did you mean". */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The known name nearest to what was written, when it is near enough to be a slip; otherwise ''. */
export function didYouMean(written: string, known: Iterable<string>): string {
  let best = '';
  let least = Math.max(2, Math.floor(written.length / 4)) + 1;
  if (written.length > 100) return '';
  for (const name of known) {
    const far = distance(written, name);
    if (far < least) [best, least] = [name, far];
  }
  return best && ` Did you mean "${best}"?`;
}
