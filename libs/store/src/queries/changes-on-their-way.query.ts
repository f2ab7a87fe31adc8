import { z } from 'zod';
import { defineQuery } from '../engine/query.js';
import { baselineParams, IS_BASELINE } from './baselines.js';
import { COMMITS_OF_CHANGE, STANDING_SHA } from './change-commits.js';
import { IN_SCOPE, scopeParams } from './scope.js';
import { PLACES_OF_REPOSITORIES } from './places-of-repositories.js';
import { OF_REPOSITORIES, OF_SERVICE, pathParams, repositoryParams } from './shipped-commits.js';

/** Stands for a moment that is not known: `groupArray` leaves NULL out, and columns must stay in step. */
const UNKNOWN = -1;

const milliseconds = (column: string) =>
  `coalesce(toFloat64(toUnixTimestamp64Milli(${column})), ${UNKNOWN})`;

const moments = z.array(z.number());

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
        ${PLACES_OF_REPOSITORIES}
      ),
      shipments_of_changes AS (
        SELECT repository, sha, service, environment, deployment_id, shipped_at
        FROM first_shipments
        WHERE ${IN_SCOPE} AND (repository, sha) IN (SELECT repository, sha FROM merged)
      )
    SELECT
      repository,
      service,
      environment,
      groupArray(toFloat64(number)) AS numbers,
      groupArray(deployment_id) AS deploymentIds,
      groupArray(${milliseconds('opened_at')}) AS openedAt,
      groupArray(${milliseconds('first_review_at')}) AS firstReviewAt,
      groupArray(${milliseconds('merged_at')}) AS mergedAt,
      groupArray(if(is_begun, ${milliseconds('first_authored_at')}, ${UNKNOWN})) AS firstCommitAt,
      groupArray(${milliseconds('started_at')}) AS startedAt,
      groupArray(coalesce(toFloat64(shipped), ${UNKNOWN})) AS shippedAt,
      groupArray(deployment_id != '' AND (${IS_BASELINE})) AS baseline
    FROM (
      SELECT
        change.repository AS repository,
        change.number AS number,
        change.opened_at AS opened_at,
        change.first_review_at AS first_review_at,
        change.merged_at AS merged_at,
        place.service AS service,
        place.environment AS environment,
        shipment.deployment_id AS deployment_id,
        if(
          shipment.deployment_id = '', NULL, toUnixTimestamp64Milli(shipment.shipped_at)
        ) AS shipped,
        toUnixTimestamp64Milli(assumeNotNull(change.merged_at)) AS merged,
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
      AND (isNull(shipped) OR shipped >= {from:Int64} OR merged >= {from:Int64})
      AND (merged < {to:Int64} OR shipped < {to:Int64})
    GROUP BY repository, service, environment`,
  params: z.object({
    ...scopeParams,
    ...repositoryParams,
    ...pathParams,
    ...baselineParams,
    from: z.int(),
    to: z.int(),
  }),
  row: z
    .object({
      repository: z.string(),
      service: z.string(),
      environment: z.string(),
      numbers: z.array(z.number()),
      deploymentIds: z.array(z.string()),
      openedAt: moments,
      firstReviewAt: moments,
      mergedAt: moments,
      firstCommitAt: moments,
      startedAt: moments,
      shippedAt: moments,
      baseline: z.array(z.coerce.boolean()),
    })
    .transform((columns) =>
      columns.numbers.map((number, index) => changeAt(columns, number, index)),
    ),
});

/** Columns of one place, an entry a change: a row a change would take longer to read than to find. */
interface Columns {
  readonly repository: string;
  readonly service: string;
  readonly environment: string;
  readonly deploymentIds: readonly string[];
  readonly openedAt: readonly number[];
  readonly firstReviewAt: readonly number[];
  readonly mergedAt: readonly number[];
  readonly firstCommitAt: readonly number[];
  readonly startedAt: readonly number[];
  readonly shippedAt: readonly number[];
  readonly baseline: readonly boolean[];
}

function changeAt(columns: Columns, number: number, index: number) {
  const { repository, service, environment } = columns;
  const deploymentId = columns.deploymentIds[index] ?? '';
  return {
    repository,
    number,
    service,
    environment,
    deploymentId: deploymentId === '' ? undefined : deploymentId,
    openedAt: columns.openedAt[index] ?? 0,
    firstReviewAt: momentAt(columns.firstReviewAt, index),
    mergedAt: columns.mergedAt[index] ?? 0,
    firstCommitAt: momentAt(columns.firstCommitAt, index),
    startedAt: momentAt(columns.startedAt, index),
    shippedAt: momentAt(columns.shippedAt, index),
    baseline: columns.baseline[index] ?? false,
  };
}

function momentAt(moments: readonly number[], index: number): number | undefined {
  const moment = moments[index];
  return moment === undefined || moment === UNKNOWN ? undefined : moment;
}
