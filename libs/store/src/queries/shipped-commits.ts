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
 * Every commit that was shipped in scope, with what its lead time is made of, in milliseconds.
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
      SELECT repository, sha, service, environment, shipped_at, deployment_id
      FROM first_shipments
      WHERE ${IN_SCOPE} AND repository != '' AND ${condition}
    ) AS shipped
    INNER JOIN (
      SELECT repository, sha, authored_at, committed_at, author, parents, paths
      FROM commits FINAL
    ) AS commit ON commit.repository = shipped.repository AND commit.sha = shipped.sha
    WHERE ${OF_SERVICE}
  )`;

/** That a commit was first shipped in the window. */
export const SHIPPED_IN_WINDOW = `
  shipped_at >= fromUnixTimestamp64Milli({from:Int64}, 'UTC')
  AND shipped_at < fromUnixTimestamp64Milli({to:Int64}, 'UTC')`;

/** Joins to shipped commits, under the name `commit`, the deployment that brought each. */
export const WITH_DEPLOYMENT = `
  LEFT JOIN (
    SELECT service, environment, id, started_at FROM deployments FINAL
  ) AS deployment
    ON deployment.service = commit.service
    AND deployment.environment = commit.environment
    AND deployment.id = commit.deployment_id`;

/**
 * Commits that began before `{to:Int64}`, once for every place that their repository is shipped to
 * but that they had not come to by `{from:Int64}`, or that began after that; with when they came. A
 * commit has all its places in one row until then: nearly all of them were shipped everywhere long
 * ago. Merges are left out unless `{withMerges:Bool}`, and so is what is superseded and was never
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
    superseded
  FROM (
    SELECT
      place.1 AS service,
      place.2 AS environment,
      repository,
      sha,
      started,
      paths,
      place.3 AS shipped,
      place.4 AS deployment_id,
      (repository, sha) IN (${SUPERSEDED}) AS superseded
    FROM (
      SELECT
        commit.repository AS repository,
        commit.sha AS sha,
        commit.paths AS paths,
        ${CLOCK} AS started,
        arrayJoin(arrayFilter(
          place -> started >= {from:Int64} OR isNull(place.3) OR place.3 >= {from:Int64},
          arrayMap(
            (place, at) -> (
              place.1,
              place.2,
              if(at = 0, NULL, shipped.times[at]),
              if(at = 0, '', shipped.deployments[at])
            ),
            target.places,
            arrayMap(place -> indexOf(shipped.places, place), target.places)
          )
        )) AS place
      FROM (
        SELECT repository, sha, authored_at, committed_at, paths
        FROM commits FINAL
        WHERE {withMerges:Bool} OR length(parents) < 2
      ) AS commit
      INNER JOIN (
        SELECT repository, groupArray((service, environment)) AS places
        FROM (${PLACES_OF_REPOSITORIES})
        GROUP BY repository
      ) AS target ON target.repository = commit.repository
      LEFT JOIN (
        SELECT
          repository,
          sha,
          groupArray((service, environment)) AS places,
          groupArray(toUnixTimestamp64Milli(shipped_at)) AS times,
          groupArray(deployment_id) AS deployments
        FROM first_shipments
        WHERE ${IN_SCOPE} AND repository != ''
        GROUP BY repository, sha
      ) AS shipped ON shipped.repository = commit.repository AND shipped.sha = commit.sha
      WHERE started < {to:Int64}
    )
    WHERE ${OF_SERVICE}
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
