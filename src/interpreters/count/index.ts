// SPDX-License-Identifier: Apache-2.0
// COUNT: the statuses of a whole cohort, as SQL. Needs no DuckDB unless files are read: then load engine.ts.
export { countStatement, statusColumn, urgencyColumn } from './count.ts';
export { dialects, toSql, type Dialect } from './sql.ts';
export { partNames, statusCases, statusConditions, statusRules, type StatusParts } from './status.ts';
