// SPDX-License-Identifier: Apache-2.0
// Loaded only for a batch, so that one question never waits for a reader of files.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { readFile, readText } from '../../authoring/read.ts';
import { Refusal } from './refusal.ts';

const batchFile = z.array(z.object({ id: z.union([z.string(), z.number()]), question: z.string() }));

type Asked = z.infer<typeof batchFile>[number];
/** The questions of a batch, or a refusal that says where the file is wrong. */
export function readBatch(path: string): readonly Asked[] {
  const file = path === '-' ? readText('stdin', readFileSync(0, 'utf8')) : readFile(path);
  const [problem] = file.problems;
  if (problem)
    throw new Refusal(
      `${problem.at.file}:${problem.at.line}:${problem.at.column}  ${problem.code}\n\n  ${problem.message}`,
    );
  const parsed = batchFile.safeParse(file.value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const { line, column } = file.at(issue?.path ?? []);
  throw new Refusal(
    `${path}:${line}:${column}  A batch is a JSON list of { "id": "1", "question": "…" }. Here ${issue?.path.length ? `"${issue.path.join('.')}"` : 'the file'} is something else.`,
  );
}
