import { z } from 'zod';
import { defineQuery } from '../engine/query.js';
import { baselineParams, IS_BASELINE } from './baselines.js';
import { COMMITS_OF_CHANGE, STANDING_SHA } from './change-commits.js';
import { count, instant, optionalInstant } from './columns.js';
import { IN_SCOPE, scopeParams } from './scope.js';
import { OF_REPOSITORIES, OF_SERVICE, pathParams, repositoryParams } from './shipped-commits.js';

/** When the first commit of each change was authored, and the files they touch ([]: not told). */
export const touchedBy = (changes: string) => `
  SELECT
    part.repository AS repository,
    part.number AS number,
    minIf(commit.authored_at, part.is_reviewed) AS first_authored_at,
    countIf(part.is_reviewed) > 0 AS is_begun,
    if(countIf(empty(commit.paths)) > 0, [], groupUniqArrayArray(commit.paths)) AS paths
  FROM (
    SELECT
      repository,
      number,
      arrayJoin(${COMMITS_OF_CHANGE}) AS sha,
      has(commits, sha) OR sha = head_sha AS is_reviewed
    FROM ${changes}
  ) AS part
  INNER JOIN (
    SELECT repository, sha, authored_at, paths FROM commits FINAL
  ) AS commit ON commit.repository = part.repository AND commit.sha = part.sha
  GROUP BY part.repository, part.number`;

/**
 * Merged changes, once for every place that their repository is shipped to but that they had not
 * come to by `{from:Int64}`, or that were merged after that; with the deployment that first shipped
 * the commit which stands for them. In a monorepo: the places whose files they touch. One that is
 * merged after `{to:Int64}` counts if it was there before: teams deploy a branch, then merge it.
 */
export const readChangesOnTheirWay = defineQuery({
  name: 'changes-on-their-way',
  sql: `
    WITH
      merged AS (
        SELECT *, ${STANDING_SHA} AS sha
        FROM changes FINAL
        WHERE isNotNull(merged_at) AND ${OF_REPOSITORIES}
      ),
      places AS (
        SELECT DISTINCT repository, service, environment
        FROM first_shipments
        WHERE ${IN_SCOPE} AND repository != ''
      ),
      shipments_of_changes AS (
        SELECT repository, sha, service, environment, deployment_id, shipped_at
        FROM first_shipments
        WHERE ${IN_SCOPE} AND (repository, sha) IN (SELECT repository, sha FROM merged)
      )
    SELECT
      repository,
      number,
      title,
      service,
      environment,
      deployment_id AS deploymentId,
      toUnixTimestamp64Milli(opened_at) AS openedAt,
      toUnixTimestamp64Milli(first_review_at) AS firstReviewAt,
      toUnixTimestamp64Milli(assumeNotNull(merged_at)) AS mergedAt,
      if(is_begun, toUnixTimestamp64Milli(first_authored_at), NULL) AS firstCommitAt,
      toUnixTimestamp64Milli(started_at) AS startedAt,
      shippedAt,
      deployment_id != '' AND (${IS_BASELINE}) AS baseline
    FROM (
      SELECT
        change.repository AS repository,
        change.number AS number,
        change.title AS title,
        change.opened_at AS opened_at,
        change.first_review_at AS first_review_at,
        change.merged_at AS merged_at,
        place.service AS service,
        place.environment AS environment,
        shipment.deployment_id AS deployment_id,
        if(
          shipment.deployment_id = '', NULL, toUnixTimestamp64Milli(shipment.shipped_at)
        ) AS shippedAt,
        touched.paths AS paths,
        touched.is_begun AS is_begun,
        touched.first_authored_at AS first_authored_at,
        deployment.started_at AS started_at
      FROM merged AS change
      INNER JOIN places AS place ON place.repository = change.repository
      LEFT JOIN shipments_of_changes AS shipment
        ON shipment.repository = change.repository
        AND shipment.sha = change.sha
        AND shipment.service = place.service
        AND shipment.environment = place.environment
      LEFT JOIN (${touchedBy('merged')}) AS touched
        ON touched.repository = change.repository AND touched.number = change.number
      LEFT JOIN (
        SELECT service, environment, id, started_at FROM deployments FINAL
      ) AS deployment
        ON deployment.service = place.service
        AND deployment.environment = place.environment
        AND deployment.id = shipment.deployment_id
    )
    WHERE (${OF_SERVICE})
      AND (isNull(shippedAt) OR shippedAt >= {from:Int64} OR mergedAt >= {from:Int64})
      AND (mergedAt < {to:Int64} OR shippedAt < {to:Int64})
    ORDER BY mergedAt, repository, number, service, environment`,
  params: z.object({
    ...scopeParams,
    ...repositoryParams,
    ...pathParams,
    ...baselineParams,
    from: z.int(),
    to: z.int(),
  }),
  row: z.object({
    repository: z.string(),
    number: count,
    title: z.string(),
    service: z.string(),
    environment: z.string(),
    deploymentId: z.string().transform((id) => (id === '' ? undefined : id)),
    openedAt: instant,
    firstReviewAt: optionalInstant,
    mergedAt: instant,
    firstCommitAt: optionalInstant,
    startedAt: optionalInstant,
    shippedAt: optionalInstant,
    baseline: z.coerce.boolean(),
  }),
});
