import { defineInsert } from '../engine/insert.js';
import type { FactOf } from './stated-fact.js';

export const insertIncidents = defineInsert({
  name: 'insert-incidents',
  table: 'incidents',
  columns: [
    'source',
    'id',
    'services',
    'environment',
    'severity',
    'opened_at',
    'acknowledged_at',
    'resolved_at',
    'cause_deployment_id',
    'cause_sha',
    'cause_version',
    'title',
    'url',
    'labels',
    'fact_version',
    'retracted',
  ],
  row: ({ event, version }: FactOf<'incident'>) => {
    const stated = event.retracted ? undefined : event;
    return [
      event.source,
      event.id,
      event.services,
      stated?.environment ?? '',
      stated?.severity ?? '',
      stated?.openedAt ?? 0,
      stated?.acknowledgedAt ?? null,
      stated?.resolvedAt ?? null,
      stated?.causedBy?.deploymentId ?? '',
      stated?.causedBy?.sha ?? '',
      stated?.causedBy?.version ?? '',
      stated?.title ?? '',
      stated?.url ?? '',
      event.labels,
      String(version),
      event.retracted ? 1 : 0,
    ];
  },
});
