// SPDX-License-Identifier: Apache-2.0
// Units in the browser. Nearly every record has the units its rules are written in, and then the UCUM library (about 290 KB) is never
// fetched. Where a unit must be converted, the answer is worked out again once the library is there: it is never given without it.
type Utils = { convertUnitTo: (from: string, value: number, to: string) => { status: string; toVal: number | null } };

let library: Utils | undefined;
let wanted = false;
/** Pairs of units that were asked for. A file that is opened can write any unit, so there is an end to it: then it begins anew. */
const known = new Map<string, number | undefined>();
const most = 2000;
/** What UCUM units are written with; anything else is no unit. */
const ucumText = /^[!-~]+$/;

function byUcum(utils: Utils, from: string, to: string): number | undefined {
  try {
    const { status, toVal } = utils.convertUnitTo(from, 1, to);
    return status === 'succeeded' && toVal !== null ? toVal : undefined;
  } catch {
    return undefined; // The library throws on text that is no UCUM at all: to us that is a unit that is not known.
  }
}

/** How many of the second unit one of the first is; undefined when they do not measure the same thing, or until the library is there. */
export function ratio(from: string, to: string): number | undefined {
  if (from === to) return 1;
  if (!ucumText.test(from) || !ucumText.test(to)) return undefined;
  if (!library) {
    wanted = true;
    return undefined;
  }
  const key = `${from}|${to}`;
  if (known.has(key)) return known.get(key);
  const found = byUcum(library, from, to);
  if (known.size >= most) known.clear();
  known.set(key, found);
  return found;
}

/** Fetches the library when something asked for it. Gives true when it has just come: what was worked out has to be done again. */
export async function fetchUnits(): Promise<boolean> {
  if (!wanted || library) return false;
  const { UcumLhcUtils } = await import('@lhncbc/ucum-lhc');
  library = UcumLhcUtils.getInstance();
  return true;
}
