// SPDX-License-Identifier: Apache-2.0
import { problemsIn, readNumber, type Measure, type Outcome, type Inputs } from '../measure.ts';

/** Body surface area in m²: the square root of height (cm, 30 to 250) times weight (kg, 1 to 400) over 3600.
 *  Mosteller RD, N Engl J Med 1987;317:1098. A published formula, free to use. */
function score(inputs: Inputs): Outcome {
  const [height, weight] = [readNumber(inputs, 'heightCm', 30, 250, 'cm'), readNumber(inputs, 'weightKg', 1, 400, 'kg')];
  if (typeof height !== 'number' || typeof weight !== 'number') return { ok: false, problems: problemsIn([height, weight]) };
  return { ok: true, result: { bsa: Math.sqrt((height * weight) / 3600) } };
}

export const bsa: Measure = { id: 'bsa_mosteller', shortNames: ['bsa'], title: 'Body surface area (Mosteller)',
  citation: 'Mosteller RD. N Engl J Med 1987;317:1098', licence: 'Published formula, free to use', score };
