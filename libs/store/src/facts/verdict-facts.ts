import { defineInsert } from '../engine/insert.js';
import type { FactOf } from './stated-fact.js';

/** Verdicts as they stand: of the versions of one, the table keeps the greatest. */
export const insertVerdicts = defineInsert({
  name: 'insert-verdicts',
  table: 'verdicts',
  columns: [
    'service',
    'environment',
    'deployment_id',
    'failed',
    'reason',
    'given_by',
    'given_at',
    'source',
    'labels',
    'fact_version',
    'retracted',
  ],
  row: ({ event, version }: FactOf<'verdict'>) => [
    event.service,
    event.environment,
    event.deploymentId,
    event.retracted ? false : event.failed,
    event.reason ?? '',
    event.by,
    event.at,
    event.source,
    event.labels,
    String(version),
    event.retracted ? 1 : 0,
  ],
});

/** Every version of a verdict: who gave it or took it back, when and why. */
export const insertVerdictHistory = defineInsert({
  name: 'insert-verdict-history',
  table: 'verdict_history',
  columns: [
    'service',
    'environment',
    'deployment_id',
    'fact_version',
    'taken_back',
    'failed',
    'reason',
    'given_by',
    'given_at',
    'source',
    'labels',
  ],
  row: ({ event, version }: FactOf<'verdict'>) => [
    event.service,
    event.environment,
    event.deploymentId,
    String(version),
    event.retracted,
    event.retracted ? null : event.failed,
    event.reason ?? '',
    event.by,
    event.at,
    event.source,
    event.labels,
  ],
});
