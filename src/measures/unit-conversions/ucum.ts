// SPDX-License-Identifier: Apache-2.0
// The one place where the UCUM library is called. The web's build puts its own file here, which fetches the library when it is needed.
import { UcumLhcUtils } from '@lhncbc/ucum-lhc';

/** Pairs of units that were asked for. Whoever sends records can write any unit, so there is an end to it: then it begins anew. */
const known = new Map<string, number | undefined>();
const most = 2000;
/** What UCUM units are written with. On anything else the library prints the unit, which may be a person's data. */
const ucumText = /^[!-~]+$/;
/** The library throws on some units that are no UCUM at all, such as "mg/(((": to us they are units that are not known. */
function byUcum(from: string, to: string): number | undefined {
  if (!ucumText.test(from) || !ucumText.test(to)) return undefined;
  try {
    const { status, toVal } = UcumLhcUtils.getInstance().convertUnitTo(from, 1, to);
    return status === 'succeeded' && toVal !== null ? toVal : undefined;
  } catch {
    return undefined;
  }
}

/** How many of the second unit one of the first is, by UCUM; undefined when they do not measure the same thing. */
export function ratio(from: string, to: string): number | undefined {
  if (from === to) return 1;
  const key = `${from}|${to}`;
  if (known.has(key)) return known.get(key);
  const found = byUcum(from, to);
  if (known.size >= most) known.clear();
  known.set(key, found);
  return found;
}
