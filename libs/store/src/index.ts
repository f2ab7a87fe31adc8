export type { Store, StoreOptions } from './engine/connect.js';
export { connectStore, DEFAULT_DATABASE } from './engine/connect.js';
export type { CallOptions, Query, QueryDefinition } from './engine/query.js';
export { defineQuery } from './engine/query.js';
export type { ColumnValue, Insert, InsertDefinition } from './engine/insert.js';
export { defineInsert } from './engine/insert.js';
export { StoreQueryError, UnexpectedRowError } from './engine/store-query-error.js';
export type {
  EngineOptions,
  EngineResult,
  InsertResult,
} from './engine/embedded/embedded-engine.js';
export { EmbeddedEngine } from './engine/embedded/embedded-engine.js';
export type { Statement } from './engine/embedded/statement.js';
export { DataDirectoryError } from './engine/embedded/engine-error.js';
export { migrate } from './migrations/migrate.js';
export { MigrationError } from './migrations/migration-error.js';
export * from './facts/activity-facts.js';
export * from './facts/change-facts.js';
export * from './facts/commit-facts.js';
export * from './facts/deployment-facts.js';
export * from './facts/incident-facts.js';
export * from './facts/progress.js';
export * from './facts/quarantine-facts.js';
export * from './facts/service-facts.js';
export * from './facts/stated-fact.js';
export * from './facts/verdict-facts.js';
export * from './shipments/contributions.js';
export * from './shipments/drift.query.js';
export * from './shipments/edges.query.js';
export * from './shipments/generations.js';
export * from './shipments/outdated-repositories.js';
export * from './shipments/shipments.js';
export type { ClickHouseClient } from '@clickhouse/client';
export * from './queries/catalogue.query.js';
export * from './queries/changes.query.js';
export * from './queries/commits.query.js';
export * from './queries/deployments.query.js';
export * from './queries/incidents.query.js';
export * from './queries/lead-times.query.js';
export * from './queries/quarantine.query.js';
export * from './queries/verdicts.query.js';
export type { DeploymentScope } from './queries/scope.js';
export type { PathPatterns } from './queries/shipped-commits.js';
export { connectPlace, openStore, type StorePlace } from './open-store.js';
export { inChunks } from './engine/in-chunks.js';
