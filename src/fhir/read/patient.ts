// SPDX-License-Identifier: Apache-2.0
import { yearsBetween } from '../../record/index.ts';
import { span } from '../day.ts';
import { asked, ignored, type Context, type Finding } from '../finding.ts';
import { objects, text, truth } from '../json.ts';
import type { Located } from './bundle.ts';

const birthSex = 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex';
const sexes: Readonly<Record<string, string>> = { F: 'female', M: 'male', female: 'female', male: 'male' };

function age({ asOf }: Context, at: string, written: string | undefined): readonly Finding[] {
  if (written === undefined) return [];
  const born = span(written);
  if (!born) return [ignored(at, `The birth date "${written.slice(0, 40)}" is no day of the calendar.`)];
  if (born.last > asOf) return [ignored(at, 'The birth date is after the day asked about.')];
  const [most, least] = [yearsBetween(born.first, asOf), yearsBetween(born.last, asOf)];
  if (most !== least)
    return [asked('age', at, written, 'Only a part of the birth date is known, and the age could be one of two.')];
  return [{ kind: 'found', fact: 'age', value: most, on: asOf, from: at, said: `born ${written}`, how: 'worked-out' }];
}

/** A Patient: age on the day asked about, and sex at birth where it is recorded as such. The administrative gender is neither. */
export function readPatient(context: Context, { resource, at }: Located): readonly Finding[] {
  if (objects(resource, 'extension').some((each) => text(each, 'url')?.endsWith('/patient-animal')))
    return [ignored(at, 'This is an animal.')];
  const died = span(text(resource, 'deceasedDateTime'));
  if (truth(resource, 'deceasedBoolean') === true || (died && died.first <= context.asOf))
    return [ignored(at, 'This person is recorded as dead.')];
  const sex = objects(resource, 'extension').find((each) => text(each, 'url') === birthSex);
  const code = text(sex, 'valueCode') ?? '';
  const gender = text(resource, 'gender');
  const atBirth: readonly Finding[] = Object.hasOwn(sexes, code)
    ? [
        {
          kind: 'found',
          fact: 'sex-at-birth',
          value: sexes[code] ?? code,
          from: at,
          said: `birth sex ${code}`,
          how: 'code',
        },
      ]
    : gender === undefined
      ? []
      : [
          asked(
            'sex-at-birth',
            at,
            `gender ${gender}`,
            'A record’s gender is administrative; the sex at birth is another thing.',
          ),
        ];
  return [...age(context, at, text(resource, 'birthDate')), ...atBirth];
}
