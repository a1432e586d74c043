// SPDX-License-Identifier: Apache-2.0
/** Where something is written; line and column count from 1. */
export type Place = { file: string; line: number; column: number; length: number };
/** A problem in content, told so that its author can act on it. Codes are explained in docs/diagnostics.md. */
export type Diagnostic = { code: string; severity: 'error' | 'warning'; message: string; at: Place; help?: string };

const longestLine = 200;
const longestQuoted = 80;
/** What is repeated from a file inside a message; of something long its beginning. */
export const clipped = (written: string): string =>
  written.length > longestQuoted ? `${written.slice(0, longestQuoted)}…` : written;

/** The part of a line that is shown, and where in it the column stands: its beginning, or what is around a column far out. */
function excerpt(line: string, column: number): { written: string; column: number } {
  if (column <= longestLine - longestQuoted) return { written: line.slice(0, longestLine), column };
  const from = column - longestQuoted / 2;
  return { written: `…${line.slice(from, from + longestLine - 1)}`, column: column - from + 1 };
}

/** A diagnostic as text: place, the line with the exact word underlined, and what to do. `text` is the file's content. */
export function show(diagnostic: Diagnostic, text: string): string {
  const { file, line, column, length } = diagnostic.at;
  const { written, column: shown } = excerpt(text.split('\n')[line - 1] ?? '', column);
  const gutter = String(line);
  const underline = '^'.repeat(Math.max(1, Math.min(length, written.length - shown + 1)));
  return [
    `${file}:${line}:${column}  ${diagnostic.severity === 'warning' ? 'warning ' : ''}${diagnostic.code}`,
    '',
    `  ${gutter} | ${written}`,
    `  ${' '.repeat(gutter.length)} | ${' '.repeat(shown - 1)}${underline}`,
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
