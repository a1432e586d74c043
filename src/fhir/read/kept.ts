// SPDX-License-Identifier: Apache-2.0
import type { Entry } from '../../record/index.ts';
import { keptCodes } from '../codes/lookup.ts';
import type { Span } from '../day.ts';
import { ignored, type Finding } from '../finding.ts';
import type { Json } from '../json.ts';
import { inUnit, ucum } from '../unit.ts';
import { lookUp, type Coded } from './coded.ts';
import { measured, type Measured } from './result.ts';

/** A number as it was reported, as an entry under the name that a record keeps it by. */
export function laboratoryEntry(
  test: string,
  { value, unit, upperLimit, lowerLimit }: Measured,
  on: string,
  from: string,
): Entry {
  return {
    kind: 'laboratory',
    id: `${from}:${test}`,
    on,
    by: 'import',
    from,
    test,
    value,
    unit: ucum(unit),
    ...(upperLimit === undefined ? {} : { upperLimit }),
    ...(lowerLimit === undefined ? {} : { lowerLimit }),
  };
}

type Kept = { test: string; unit: string; least: number; most: number };
const keptOf = (concept: Coded): Kept | undefined => {
  const [hit] = lookUp(keptCodes(), concept);
  const [test = '', unit = '', least, most] = hit?.key.split(' ') ?? [];
  return hit && { test, unit, least: Number(least), most: Number(most) };
};

/** Why a number cannot be kept: its unit measures something else, or it is out of all bounds in that unit. */
function mixedUp({ test, unit, least, most }: Kept, found: Measured): string | undefined {
  const value = inUnit(found.value, found.unit, unit, test);
  const said = found.unit.slice(0, 40);
  if (value === undefined) return `its unit "${said}" cannot be turned into ${unit}`;
  if (value >= least && value <= most) return undefined;
  return `${found.value} "${said}" is ${Number(value.toPrecision(3))} ${unit}, outside ${least} to ${most}: the unit may be mixed up`;
}

/** A result that is kept although no rule asks for it; absent when its code is none of those. */
export function readKept(
  concept: Coded,
  observation: Json,
  day: Span | undefined,
  at: string,
  name: string,
): Finding | undefined {
  const kept = keptOf(concept);
  if (!kept) return undefined;
  const found = measured(observation);
  const problem = 'ignore' in found ? found.ignore : mixedUp(kept, found);
  if ('ignore' in found || problem !== undefined) return ignored(at, `${name}: ${problem}.`);
  if (!day || day.first !== day.last) return ignored(at, `${name}: the day is not known.`);
  const entry: Entry =
    kept.test === 'six-minute-walk'
      ? {
          kind: 'strength',
          id: `${at}:${kept.test}`,
          on: day.first,
          by: 'import',
          from: at,
          test: kept.test,
          ...of(found),
        }
      : laboratoryEntry(kept.test, found, day.first, at);
  return { kind: 'entry', from: at, entry };
}
const of = ({ value, unit }: Measured): { value: number; unit: string } => ({ value, unit: ucum(unit) });
