// SPDX-License-Identifier: Apache-2.0
// Loaded only for a batch, so that one question never waits for a reader of files.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { show } from '../../authoring/diagnostic.ts';
import { readFile, readText } from '../../authoring/read.ts';
import { Refusal } from './refusal.ts';

const batchFile = z.array(z.object({ id: z.union([z.string(), z.number()]), question: z.string() }));

type Asked = z.infer<typeof batchFile>[number];
/** The questions of a batch, or a refusal that says where the file is wrong. */
export function readBatch(path: string): readonly Asked[] {
  const file = path === '-' ? readText('stdin', readFileSync(0, 'utf8')) : readFile(path);
  const [problem] = file.problems;
  if (problem) throw new Refusal(show(problem, file.text));
  const parsed = batchFile.safeParse(file.value);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path ?? [];
  const { line, column } = file.at(where);
  const [item, field] = where;
  const inside = field === undefined ? '' : `"${String(field)}" of `;
  const what = typeof item === 'number' ? `${inside}item ${item + 1}` : 'the file';
  throw new Refusal(
    `${file.file}:${line}:${column}  A batch is a JSON list of { "id": "1", "question": "…" }. Here ${what} is something else.`,
  );
}
