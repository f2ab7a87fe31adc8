import { z } from 'zod';
import { defineInsert } from '../engine/insert.js';
import { defineQuery } from '../engine/query.js';
import { instant } from '../queries/columns.js';
import { broughtBy } from './brought-commits.js';

const contribution = z.object({
  service: z.string(),
  environment: z.string(),
  deploymentId: z.string(),
  repository: z.string(),
  sha: z.string(),
  finishedAt: instant,
});

/**
 * What a successful deployment gives to first shipments: a commit that it brought, and when it was
 * there. The repository is '' where the deployment did not name it.
 */
export type Contribution = z.infer<typeof contribution>;

const scope = {
  services: z.array(z.string()),
  environments: z.array(z.string()),
  /** All deployments of the scope, whatever the ids. */
  every: z.boolean(),
  ids: z.array(z.string()),
};

/** What deployments give by their facts, a row a commit; one that is not successful gives nothing. */
export const readContributions = defineQuery({
  name: 'contributions',
  sql: `
    SELECT
      service,
      environment,
      id AS deploymentId,
      repository,
      sha,
      toUnixTimestamp64Milli(assumeNotNull(finished_at)) AS finishedAt,
      built
    FROM (${broughtBy(`
      SELECT *
      FROM deployments FINAL
      WHERE service IN {services:Array(String)}
        AND environment IN {environments:Array(String)}
        AND ({every:Bool} OR id IN {ids:Array(String)})
        AND status = 'succeeded'
        AND isNotNull(finished_at)`)})`,
  params: z.object(scope),
  row: contribution.extend({
    /** An artifact tells it. */
    built: z.coerce.boolean(),
  }),
});

/** What deployments have given so far, in any generation. */
export const readGiven = defineQuery({
  name: 'given-contributions',
  sql: `
    SELECT DISTINCT
      service,
      environment,
      toString(generation) AS ofGeneration,
      deployment_id AS deploymentId,
      repository,
      sha,
      toUnixTimestamp64Milli(finished_at) AS finishedAt
    FROM shipment_contributions
    WHERE service IN {services:Array(String)}
      AND environment IN {environments:Array(String)}
      AND ({every:Bool} OR deployment_id IN {ids:Array(String)})`,
  params: z.object(scope),
  row: contribution.extend({ ofGeneration: z.string() }),
});

export const insertGiven = defineInsert({
  name: 'insert-given-contributions',
  table: 'shipment_contributions',
  columns: [
    'service',
    'environment',
    'generation',
    'deployment_id',
    'repository',
    'sha',
    'finished_at',
  ],
  row: (given: Contribution & { readonly generation: string }) => [
    given.service,
    given.environment,
    given.generation,
    given.deploymentId,
    given.repository,
    given.sha,
    given.finishedAt,
  ],
});
