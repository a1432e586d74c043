// SPDX-License-Identifier: Apache-2.0
// The one place where the UCUM library is called. The web's build puts its own file here, which fetches the library when it is needed.
import { UcumLhcUtils } from '@lhncbc/ucum-lhc';

const known = new Map<string, number | undefined>();
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
  if (!known.has(key)) known.set(key, byUcum(from, to));
  return known.get(key);
}
