import { type DeploymentEvent, namesOfArtifact } from '@throughline/events';
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
    'commits',
    'version',
    'artifact',
    'artifacts',
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
      stated?.commits ?? [],
      stated?.version ?? '',
      stated?.artifact ?? '',
      artifactsOf(stated),
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

/** Every artifact that it names, each once, with the names by which that is found. */
function artifactsOf({ artifact, artifacts = [] }: Partial<DeploymentEvent> = {}) {
  const told = new Set([...(artifact === undefined ? [] : [artifact]), ...artifacts]);
  return [...told].map((one) => ({ artifact: one, names: namesOfArtifact(one) }));
}
