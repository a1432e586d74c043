// SPDX-License-Identifier: Apache-2.0
import type { DuckDBConnection } from '@duckdb/node-api';

type Row = Readonly<Record<string, unknown>>;
/** What a statement gives, at once: for few rows. */
export const rowsOf = async (connection: DuckDBConnection, sql: string): Promise<readonly Row[]> =>
  (await connection.runAndReadAll(sql)).getRowObjectsJson();
/** A text that DuckDB gave; anything else is empty. */
export const told = (value: unknown): string => (typeof value === 'string' ? value : '');
