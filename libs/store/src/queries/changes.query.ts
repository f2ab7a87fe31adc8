import { z } from 'zod';
import { defineQuery } from '../engine/query.js';
import { STANDING_SHA, touchedBy } from './change-commits.js';
import { count, instant, optionalInstant, optionalText } from './columns.js';
import { withReviews } from './reviewed-changes.js';
import { IN_SCOPE, scopeParams } from './scope.js';
import { OF_REPOSITORIES, OF_SERVICE, pathParams, repositoryParams } from './shipped-commits.js';

/**
 * A page of merged changes of some repositories, newest first, each with the earliest deployment in
 * scope that shipped the commit which stands for it; in a monorepo, the deployment of a service whose
 * files it touches.
 */
export const readChangesPage = defineQuery({
  name: 'changes-page',
  sql: `
    WITH
      changes_of_page AS (${withReviews(`
        SELECT *
        FROM changes FINAL
        WHERE isNotNull(merged_at)
          AND merged_at >= fromUnixTimestamp64Milli({from:Int64}, 'UTC')
          AND merged_at < fromUnixTimestamp64Milli({to:Int64}, 'UTC')
          AND ${OF_REPOSITORIES}
          AND (toUnixTimestamp64Milli(assumeNotNull(merged_at)), repository, number)
            < ({afterMerged:Int64}, {afterRepository:String}, {afterNumber:UInt64})
        ORDER BY merged_at DESC, repository DESC, number DESC
        LIMIT {limit:UInt32}`)}
      ),
      ends AS (
        SELECT repository, number, ${STANDING_SHA} AS sha FROM changes_of_page
      ),
      touched AS (${touchedBy('changes_of_page')}),
      shipped AS (
        SELECT
          ends.repository AS repository,
          ends.number AS number,
          argMin(
            (service, environment, deployment_id, toUnixTimestamp64Milli(shipped_at)), earliest
          ) AS first
        FROM ends
        INNER JOIN (
          SELECT * FROM first_shipments
          WHERE ${IN_SCOPE}
            AND (repository, sha) IN (SELECT repository, sha FROM ends)
        ) AS shipment ON shipment.repository = ends.repository AND shipment.sha = ends.sha
        LEFT JOIN touched
          ON touched.repository = ends.repository AND touched.number = ends.number
        WHERE ${OF_SERVICE}
        GROUP BY ends.repository, ends.number
      )
    SELECT
      change.repository AS repository,
      change.number AS number,
      change.title AS title,
      change.url AS url,
      toUnixTimestamp64Milli(change.opened_at) AS openedAt,
      toUnixTimestamp64Milli(change.ready_at) AS readyAt,
      toUnixTimestamp64Milli(change.first_review_at) AS firstReviewAt,
      toUnixTimestamp64Milli(change.approved_at) AS approvedAt,
      toUnixTimestamp64Milli(assumeNotNull(change.merged_at)) AS mergedAt,
      if(touched.is_begun, toUnixTimestamp64Milli(touched.first_authored_at), NULL) AS firstCommitAt,
      shipped.first.1 AS service,
      shipped.first.2 AS environment,
      shipped.first.3 AS deploymentId,
      if(shipped.first.3 = '', NULL, shipped.first.4) AS shippedAt,
      toUnixTimestamp64Milli(deployment.started_at) AS startedAt
    FROM changes_of_page AS change
    LEFT JOIN shipped USING (repository, number)
    LEFT JOIN touched USING (repository, number)
    LEFT JOIN (SELECT service, environment, id, started_at FROM deployments FINAL) AS deployment
      ON deployment.service = shipped.first.1
      AND deployment.environment = shipped.first.2
      AND deployment.id = shipped.first.3
    ORDER BY mergedAt DESC, repository DESC, number DESC`,
  params: z.object({
    ...scopeParams,
    ...repositoryParams,
    ...pathParams,
    from: z.int(),
    to: z.int(),
    afterMerged: z.int(),
    afterRepository: z.string(),
    afterNumber: z.int(),
    limit: z.int(),
  }),
  row: z.object({
    repository: z.string(),
    number: count,
    title: optionalText,
    url: optionalText,
    openedAt: instant,
    readyAt: optionalInstant,
    firstReviewAt: optionalInstant,
    approvedAt: optionalInstant,
    mergedAt: instant,
    firstCommitAt: optionalInstant,
    service: optionalText,
    environment: optionalText,
    deploymentId: optionalText,
    shippedAt: optionalInstant,
    startedAt: optionalInstant,
  }),
});
