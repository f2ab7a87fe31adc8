import type { Shipment } from '@throughline/dora';
import { z } from 'zod';
import { defineInsert } from '../engine/insert.js';
import { defineQuery } from '../engine/query.js';
import { instant } from '../queries/columns.js';
import type { PlaceGeneration } from './generations.js';

/** The repository of a shipment whose deployment named none and whose commit is not known yet. */
export const UNKNOWN_REPOSITORY = '';

/** That a commit was first shipped to a place by a deployment, as far as is known. */
export interface ShippedCommit extends PlaceGeneration {
  readonly repository: string;
  readonly sha: string;
  readonly shipment: Shipment;
}

/**
 * Lowers stored values. All or none: a commit with a value whose parents did not get theirs would
 * stop every later walk.
 */
export const insertShipments = defineInsert({
  name: 'insert-shipments',
  table: 'shipments',
  columns: ['repository', 'sha', 'service', 'environment', 'generation', 'first'],
  row: (shipped: ShippedCommit) => [
    shipped.repository,
    shipped.sha,
    shipped.service,
    shipped.environment,
    shipped.generation,
    { finished_at: shipped.shipment.finishedAt, deployment_id: shipped.shipment.deploymentId },
  ],
  atomic: true,
});

/** The values that commits hold in any place, in the generations that count. */
export const readShipments = defineQuery({
  name: 'shipments',
  sql: `
    SELECT
      repository,
      sha,
      service,
      environment,
      toString(generation) AS ofGeneration,
      toUnixTimestamp64Milli(min(first).1) AS finishedAt,
      min(first).2 AS deploymentId
    FROM shipments
    WHERE repository IN {repositories:Array(String)}
      AND sha IN {shas:Array(String)}
      AND (service, environment, generation) IN (
        SELECT service, environment, max(generation)
        FROM shipment_generations
        GROUP BY service, environment
      )
    GROUP BY repository, sha, service, environment, generation`,
  params: z.object({ repositories: z.array(z.string()), shas: z.array(z.string()) }),
  row: z.object({
    repository: z.string(),
    sha: z.string(),
    service: z.string(),
    environment: z.string(),
    ofGeneration: z.string(),
    finishedAt: instant,
    deploymentId: z.string(),
  }),
});

/** The places that anything of some repositories was shipped to. */
export const readPlacesOfRepositories = defineQuery({
  name: 'places-of-repositories',
  sql: `
    SELECT DISTINCT service, environment
    FROM shipments
    WHERE repository IN {repositories:Array(String)}`,
  params: z.object({ repositories: z.array(z.string()) }),
  row: z.object({ service: z.string(), environment: z.string() }),
});
