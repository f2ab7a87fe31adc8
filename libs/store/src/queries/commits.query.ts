import { z } from 'zod';
import { defineQuery } from '../engine/query.js';
import { instant, optionalText } from './columns.js';

/** A commit in every repository that has it. */
export const readCommit = defineQuery({
  name: 'commit',
  sql: `
    SELECT
      repository,
      sha,
      parents,
      toUnixTimestamp64Milli(authored_at) AS authoredAt,
      toUnixTimestamp64Milli(committed_at) AS committedAt,
      branch,
      paths
    FROM commits FINAL
    WHERE sha = {sha:String}
    ORDER BY repository`,
  params: z.object({ sha: z.string() }),
  row: z.object({
    repository: z.string(),
    sha: z.string(),
    parents: z.array(z.string()),
    authoredAt: instant,
    committedAt: instant,
    branch: optionalText,
    paths: z.array(z.string()),
  }),
});

/** Where a commit of some repositories was shipped to, and by what. */
export const readShipmentsOfCommit = defineQuery({
  name: 'shipments-of-commit',
  sql: `
    SELECT
      repository,
      service,
      environment,
      deployment_id AS deploymentId,
      toUnixTimestamp64Milli(shipped_at) AS shippedAt
    FROM first_shipments
    WHERE repository IN {repositories:Array(String)} AND sha = {sha:String}
    ORDER BY shipped_at, service, environment`,
  params: z.object({ sha: z.string(), repositories: z.array(z.string()) }),
  row: z.object({
    repository: z.string(),
    service: z.string(),
    environment: z.string(),
    deploymentId: z.string(),
    shippedAt: instant,
  }),
});
