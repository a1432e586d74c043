// SPDX-License-Identifier: Apache-2.0
import { outcome, reader, type Inputs, type Measure, type Outcome } from '../measure.ts';

/** Body surface area in m²: the square root of height (cm, 30 to 250) times weight (kg, 1 to 400) over 3600.
 *  Mosteller RD, N Engl J Med 1987;317:1098. A published formula, free to use. */
function score(inputs: Inputs): Outcome {
  const read = reader(inputs);
  const [height, weight] = [read.number('heightCm', 30, 250, 'cm') ?? 0, read.number('weightKg', 1, 400, 'kg') ?? 0];
  return outcome(read, () => ({ bsa: Math.sqrt((height * weight) / 3600) }));
}

export const bsa: Measure = {
  id: 'bsa_mosteller',
  shortNames: ['bsa'],
  title: 'Body surface area (Mosteller)',
  citation: 'Mosteller RD. N Engl J Med 1987;317:1098',
  licence: 'Published formula, free to use',
  score,
};
