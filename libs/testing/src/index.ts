export * from './builders/messages.js';
export * from './clickhouse-http-front/clickhouse-http-front.js';
export * from './clickhouse-lane.js';
export * from './test-store.js';
export { IS_BUILT, mainOf, type ProgramName, type ServiceName } from './processes/programs.js';
export { type Ending, RunningProgram } from './processes/running-program.js';
export { RunningServer } from './processes/running-server.js';
export { until } from './processes/until.js';
export { type CommandOutcome, type Settings, Workbench } from './processes/workbench.js';
export * from './kafka-lane.js';
export * from './builders/record-events.js';
export { oracleFirstShipments } from './oracle/first-shipments.js';
export { ORACLE_DEFINITIONS, type OracleDefinition } from './oracle/definitions.js';
export { oracleMetrics } from './oracle/metrics.js';
export type { OracleGrouping, OracleQuestion } from './oracle/question.js';
export * from './read-events.js';
export * from './tls/certificate.js';
export { kaplanMeier as oracleKaplanMeier } from './oracle/kaplan-meier.js';
export {
  expectation as oracleExpectation,
  type OracleQuantile,
  share as oracleShare,
  spread as oracleSpread,
} from './oracle/statistics.js';
