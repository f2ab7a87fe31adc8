import { defineInsert } from '../engine/insert.js';
import type { FactOf } from './stated-fact.js';

export const insertDeployments = defineInsert({
  name: 'insert-deployments',
  table: 'deployments',
  columns: [
    'service',
    'environment',
    'id',
    'repository',
    'sha',
    'version',
    'artifact',
    'status',
    'kind',
    'unplanned',
    'fixes',
    'change_failure',
    'started_at',
    'finished_at',
    'url',
    'actor',
    'source',
    'labels',
    'fact_version',
    'retracted',
  ],
  row: ({ event, version }: FactOf<'deployment'>) => {
    const stated = event.retracted ? undefined : event;
    return [
      event.service,
      event.environment,
      event.id,
      stated?.repository ?? '',
      stated?.sha ?? '',
      stated?.version ?? '',
      stated?.artifact ?? '',
      stated?.status ?? '',
      stated?.kind ?? '',
      stated?.unplanned ?? null,
      stated?.fixes ?? [],
      stated?.changeFailure ?? null,
      stated?.startedAt ?? null,
      stated?.finishedAt ?? null,
      stated?.url ?? '',
      stated?.actor ?? '',
      event.source,
      event.labels,
      String(version),
      event.retracted ? 1 : 0,
    ];
  },
});
