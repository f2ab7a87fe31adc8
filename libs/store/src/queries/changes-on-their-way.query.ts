import { z } from 'zod';
import { defineQuery } from '../engine/query.js';
import { baselineParams, IS_BASELINE } from './baselines.js';
import { COMMITS_OF_CHANGE, STANDING_SHA } from './change-commits.js';
import { withReviews } from './reviewed-changes.js';
import { IN_SCOPE, scopeParams } from './scope.js';
import { PLACES_OF_REPOSITORIES } from './places-of-repositories.js';
import { OF_REPOSITORIES, OF_SERVICE, pathParams, repositoryParams } from './shipped-commits.js';

/** Stands for a moment that is not known: `groupArray` leaves NULL out, and columns must stay in step. */
const UNKNOWN = -1;

const milliseconds = (column: string) =>
  `coalesce(toFloat64(toUnixTimestamp64Milli(${column})), ${UNKNOWN})`;

const moments = z.array(z.number());

const MOMENTS = ['opened_at', 'first_review_at', 'merged_at'];

const OF_CHANGE = ['repository', 'number', ...MOMENTS, 'commits', 'head_sha', 'merge_sha'];

/** What tells a change on its way to a place from others. */
const OF_PLACE = ['repository', 'number', 'service', 'environment'];

/** Columns of a side of a join under their plain names. */
const columnsOf = (side: string, names: readonly string[], aggregate = '') =>
  names.map((name) => `${aggregate}(${side}.${name}) AS ${name}`).join(', ');

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
      shipments_in_scope AS (
        SELECT repository, sha, service, environment, deployment_id, shipped_at
        FROM first_shipments
        WHERE ${IN_SCOPE} AND repository != ''
      ),
      merged_for_places AS (
        SELECT
          ${columnsOf('change', OF_CHANGE)},
          ${columnsOf('place', ['service', 'environment'])},
          ${STANDING_SHA} AS sha
        FROM (
          SELECT ${OF_CHANGE.join(', ')}
          FROM (${withReviews(`
            SELECT * FROM changes FINAL WHERE isNotNull(merged_at) AND ${OF_REPOSITORIES}`)})
        ) AS change
        INNER JOIN (${PLACES_OF_REPOSITORIES}) AS place ON place.repository = change.repository
      ),
      on_their_way AS (
        SELECT
          ${columnsOf('change', [...OF_CHANGE, 'service', 'environment'])},
          toUnixTimestamp64Milli(assumeNotNull(change.merged_at)) AS merged,
          shipment.deployment_id AS deployment_id,
          if(deployment_id = '', NULL, toUnixTimestamp64Milli(shipment.shipped_at)) AS shipped
        FROM shipments_in_scope AS shipment
        RIGHT JOIN merged_for_places AS change
          ON change.repository = shipment.repository
          AND change.sha = shipment.sha
          AND change.service = shipment.service
          AND change.environment = shipment.environment
        WHERE (isNull(shipped) OR shipped >= {from:Int64} OR merged >= {from:Int64})
          AND (merged < {to:Int64} OR shipped < {to:Int64})
      ),
      -- A change that names no commit has one part all the same, which no commit is.
      parts AS (
        SELECT
          ${[...OF_PLACE, 'deployment_id', ...MOMENTS, 'shipped'].join(', ')},
          arrayJoin(arrayPushFront(${COMMITS_OF_CHANGE}, '')) AS part,
          part != '' AND (has(commits, part) OR part = head_sha) AS is_reviewed
        FROM on_their_way
      ),
      touched AS (
        SELECT
          ${columnsOf('part', OF_PLACE)},
          ${columnsOf('part', [...MOMENTS, 'deployment_id', 'shipped'], 'any')},
          minIf(commit.authored_at, commit.is_known AND part.is_reviewed) AS first_authored_at,
          countIf(commit.is_known AND part.is_reviewed) > 0 AS is_begun,
          if(
            countIf(commit.is_known AND empty(commit.paths)) > 0, [], groupUniqArrayArray(commit.paths)
          ) AS paths
        FROM (SELECT repository, sha, authored_at, paths, true AS is_known FROM commits FINAL) AS commit
        RIGHT JOIN parts AS part ON part.repository = commit.repository AND part.part = commit.sha
        GROUP BY part.repository, part.number, part.service, part.environment
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
        ${columnsOf('change', [...OF_PLACE, ...MOMENTS, 'deployment_id', 'shipped'])},
        ${columnsOf('change', ['first_authored_at', 'is_begun'])},
        deployment.started_at AS started_at
      FROM (
        SELECT service, environment, id, started_at FROM deployments FINAL WHERE ${IN_SCOPE}
      ) AS deployment
      RIGHT JOIN (SELECT * FROM touched WHERE (${OF_SERVICE})) AS change
        ON change.service = deployment.service
        AND change.environment = deployment.environment
        AND change.deployment_id = deployment.id
    )
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
