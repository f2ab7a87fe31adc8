import { z } from 'zod';
import { baselineParams, IS_BASELINE } from './baselines.js';
import { SUPERSEDED } from './change-commits.js';
import { PLACES_OF_REPOSITORIES } from './places-of-repositories.js';
import { IN_SCOPE, scopeParams } from './scope.js';

/** Which files make up a service: a pattern (RE2) for each service that has one. */
export const pathParams = {
  pathServices: z.array(z.string()),
  pathPatterns: z.array(z.string()),
};

export interface PathPatterns {
  readonly pathServices: string[];
  readonly pathPatterns: string[];
}

/**
 * Whether a commit is one of a service's: the service has no pattern, the source did not tell what
 * the commit touched, or it touched a file of the service.
 */
export const OF_SERVICE = `
  empty(paths)
  OR transform(service, {pathServices:Array(String)}, {pathPatterns:Array(String)}, '') = ''
  OR arrayExists(
    path -> match(path, transform(service, {pathServices:Array(String)}, {pathPatterns:Array(String)}, '')),
    paths
  )`;

/** Which moment of a commit its lead time starts from. */
export const clockParams = { clock: z.enum(['authored', 'committed']) };

export const shippedCommitParams = {
  ...scopeParams,
  ...pathParams,
  ...baselineParams,
  ...clockParams,
};

const CLOCK = `
  toUnixTimestamp64Milli(
    if({clock:String} = 'committed', commit.committed_at, commit.authored_at)
  )`;

/**
 * Every commit that was shipped in scope, with what its lead time is made of, in milliseconds. A join
 * keeps its right side in memory: here and below that is what the question narrows down.
 *
 * @param condition on `shipped_at` and `deployment_id`: what it leaves out is not joined
 */
export const shippedCommits = (condition: string) => `
  SELECT
    *,
    shipped - started AS lead,
    ${IS_BASELINE} AS baseline
  FROM (
    SELECT
      shipped.service AS service,
      shipped.environment AS environment,
      shipped.repository AS repository,
      shipped.sha AS sha,
      shipped.deployment_id AS deployment_id,
      toUnixTimestamp64Milli(shipped.shipped_at) AS shipped,
      toUnixTimestamp64Milli(commit.authored_at) AS authored,
      toUnixTimestamp64Milli(commit.committed_at) AS committed,
      ${CLOCK} AS started,
      commit.author AS author,
      length(commit.parents) > 1 AS merge
    FROM (
      SELECT repository, sha, authored_at, committed_at, author, parents, paths
      FROM commits FINAL
    ) AS commit
    INNER JOIN (
      SELECT repository, sha, service, environment, shipped_at, deployment_id
      FROM first_shipments
      WHERE ${IN_SCOPE} AND repository != '' AND ${condition}
    ) AS shipped ON shipped.repository = commit.repository AND shipped.sha = commit.sha
    WHERE ${OF_SERVICE}
  )`;

/** That a commit was first shipped in the window. */
export const SHIPPED_IN_WINDOW = `
  shipped_at >= fromUnixTimestamp64Milli({from:Int64}, 'UTC')
  AND shipped_at < fromUnixTimestamp64Milli({to:Int64}, 'UTC')`;

/** Joins to shipped commits, under the name `commit`, the deployment that brought each. */
export const WITH_DEPLOYMENT = `
  LEFT JOIN (
    SELECT service, environment, id, started_at FROM deployments FINAL WHERE ${IN_SCOPE}
  ) AS deployment
    ON deployment.service = commit.service
    AND deployment.environment = commit.environment
    AND deployment.id = commit.deployment_id`;

/**
 * Commits that began before `{to:Int64}`, once for every place that their repository is shipped to
 * but that they had not come to by `{from:Int64}`, or that began after that; with when they came.
 * Merges are left out unless `{withMerges:Bool}`, and so is what is superseded and was never
 * shipped; if it was, it came there, but did not wait for it.
 */
export const COMMITS_ON_THEIR_WAY = `
  SELECT
    service,
    environment,
    repository,
    sha,
    started,
    shipped,
    deployment_id,
    isNotNull(shipped) AND (${IS_BASELINE}) AS baseline,
    (repository, sha) IN (${SUPERSEDED}) AS superseded
  FROM (
    SELECT
      target.service AS service,
      target.environment AS environment,
      target.repository AS repository,
      target.sha AS sha,
      target.started AS started,
      shipment.deployment_id AS deployment_id,
      if(deployment_id = '', NULL, toUnixTimestamp64Milli(shipment.shipped_at)) AS shipped
    FROM (
      SELECT repository, sha, service, environment, shipped_at, deployment_id
      FROM first_shipments
      WHERE ${IN_SCOPE} AND repository != ''
    ) AS shipment
    RIGHT JOIN (
      SELECT
        place.service AS service,
        place.environment AS environment,
        commit.repository AS repository,
        commit.sha AS sha,
        ${CLOCK} AS started,
        commit.paths AS paths
      FROM (
        SELECT repository, sha, authored_at, committed_at, paths
        FROM commits FINAL
        WHERE {withMerges:Bool} OR length(parents) < 2
      ) AS commit
      INNER JOIN (${PLACES_OF_REPOSITORIES}) AS place ON place.repository = commit.repository
      WHERE started < {to:Int64} AND (${OF_SERVICE})
    ) AS target
      ON target.repository = shipment.repository
      AND target.sha = shipment.sha
      AND target.service = shipment.service
      AND target.environment = shipment.environment
    WHERE started >= {from:Int64} OR isNull(shipped) OR shipped >= {from:Int64}
  )
  WHERE isNotNull(shipped) OR NOT superseded`;

export const groupParams = {
  groupBy: z.enum(['none', 'service', 'team', 'repository', 'environment']),
};

export const repositoryParams = {
  everyRepository: z.boolean(),
  repositories: z.array(z.string()),
};

export const OF_REPOSITORIES = `
  ({everyRepository:Bool} OR repository IN {repositories:Array(String)})`;
