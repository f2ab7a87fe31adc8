import { pathPattern } from '@throughline/dora';
import { defineInsert } from '../engine/insert.js';
import type { FactOf } from './stated-fact.js';

export const insertServiceVersions = defineInsert({
  name: 'insert-service-versions',
  table: 'service_versions',
  columns: [
    'name',
    'since',
    'team',
    'owner',
    'repository',
    'paths',
    'path_pattern',
    'tier',
    'runbook_url',
    'slo_url',
    'dashboard_url',
    'onboarded_at',
    'source',
    'labels',
    'withdrawn',
    'fact_version',
  ],
  row: ({ event, version }: FactOf<'service'>) => {
    const stated = event.retracted ? undefined : event;
    return [
      event.name,
      event.updatedAt,
      stated?.team ?? '',
      stated?.owner ?? '',
      stated?.repository ?? '',
      stated?.paths ?? [],
      pathPattern(stated?.paths ?? []),
      stated?.tier ?? null,
      stated?.runbookUrl ?? '',
      stated?.sloUrl ?? '',
      stated?.dashboardUrl ?? '',
      stated?.onboardedAt ?? null,
      event.source,
      event.labels,
      event.retracted,
      String(version),
    ];
  },
});
