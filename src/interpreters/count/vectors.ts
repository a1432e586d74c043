// SPDX-License-Identifier: Apache-2.0
// Truths as DuckDB holds them in memory: a byte a person, and a bit a person that says whether it is known.
import duckdb from '@duckdb/node-bindings';
import type { DuckDBConnection } from '@duckdb/node-api';

/** Some people, and their truths by the place of a column. */
export type People = { people: number; column: (place: number) => { values: Uint8Array; known: Uint8Array | null } };

/** The rows of a statement whose columns are all truths, as they come: at most 2,048 people at a time. */
export async function* truthsOf(connection: DuckDBConnection, sql: string): AsyncIterable<People> {
  const result = await connection.stream(sql);
  for (let next = await result.fetchChunk(); next && next.rowCount > 0; next = await result.fetchChunk()) {
    const { chunk, rowCount: people } = next;
    yield {
      people,
      column: (place) => {
        const vector = duckdb.data_chunk_get_vector(chunk, place);
        return {
          values: duckdb.vector_get_data(vector, people),
          known: duckdb.vector_get_validity(vector, Math.ceil(people / 64) * 8),
        };
      },
    };
  }
}
