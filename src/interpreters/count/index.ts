// SPDX-License-Identifier: Apache-2.0
// COUNT: the statuses of a whole cohort, as SQL. Needs no DuckDB unless files are read: then load engine.ts.
export { columns, countStatement, type CountOptions } from './count.ts';
export { monitoringRules, onColumn, overdue, sinceColumn, withMonitoring, type Monitoring } from './monitoring.ts';
export { reasonsOf, type Decides } from './reasons.ts';
export { completeness, prepareSample, seeded, type Random } from './sample.ts';
export { dialects, sqlMeaning, toSql, type Dialect } from './sql.ts';
export { partNames, statusCases, statusConditions, statusRules, type StatusParts } from './status.ts';
export type { BadLine, Counts, Listed } from './engine.ts';
export type { ByTruth, Reason, Tally } from './tally.ts';
export { bitLogic, fill, size, type BitLogic, type Mask, type Truths } from './bits.ts';
export { statusPeople } from './tally.ts';
