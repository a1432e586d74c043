// SPDX-License-Identifier: Apache-2.0
// JSON.parse keeps the last of two equal names and says nothing: which of them is meant, nobody can tell.

/** Where a text that opens at `from` closes: at the next quotation mark that is not escaped. No pattern over whole texts, which
 *  may hold a picture of many megabytes. */
function endOfText(text: string, from: number): number {
  for (let end = text.indexOf('"', from + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text[end - 1 - escapes] === '\\') escapes += 1;
    if (escapes % 2 === 0) return end;
  }
  return text.length;
}

/** The place, in characters, of a name that one object of a well-formed JSON text holds twice; undefined when none does. */
export function namedTwice(text: string): number | undefined {
  const mark = /["[\]{}]/g;
  const colon = /\s*:/y;
  const open: (Set<string> | undefined)[] = [];
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    const { 0: character, index } = found;
    if (character === '{') open.push(new Set());
    else if (character === '[') open.push(undefined);
    else if (character !== '"') open.pop();
    else {
      const end = endOfText(text, index);
      mark.lastIndex = colon.lastIndex = end + 1;
      const names = open.at(-1);
      if (names === undefined || !colon.test(text)) continue;
      const name = text.slice(index + 1, end);
      if (names.has(name)) return index;
      names.add(name);
    }
  }
  return undefined;
}
