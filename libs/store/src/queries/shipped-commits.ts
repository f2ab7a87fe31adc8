import { z } from 'zod';
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

export const shippedCommitParams = { ...scopeParams, ...pathParams };

/**
 * Every commit that was shipped in scope, with what its lead time is made of.
 *
 * @param condition on `shipped_at` and `deployment_id`: what it leaves out is not joined
 */
export const shippedCommits = (condition: string) => `
  SELECT
    shipped.service AS service,
    shipped.environment AS environment,
    shipped.repository AS repository,
    shipped.sha AS sha,
    shipped.deployment_id AS deployment_id,
    toUnixTimestamp64Milli(shipped.shipped_at) AS shipped,
    toUnixTimestamp64Milli(commit.authored_at) AS authored,
    (shipped - authored) / 1000 AS lead,
    length(commit.parents) > 1 AS merge
  FROM (
    SELECT repository, sha, service, environment, shipped_at, deployment_id
    FROM first_shipments
    WHERE ${IN_SCOPE} AND repository != '' AND ${condition}
  ) AS shipped
  INNER JOIN (
    SELECT repository, sha, authored_at, parents, paths
    FROM commits FINAL
  ) AS commit ON commit.repository = shipped.repository AND commit.sha = shipped.sha
  WHERE ${OF_SERVICE}`;

/**
 * Commits that are not merges, once for every place that their repository is shipped to but that
 * they had not come to by `{from:Int64}`, with when they did. A commit has all its places in one
 * row until then: nearly all of them were shipped everywhere long ago.
 */
export const COMMITS_TO_SHIP = `
  SELECT
    place.1 AS service,
    place.2 AS environment,
    repository,
    authored,
    place.3 AS shipped_or_null
  FROM (
    SELECT
      commit.repository AS repository,
      commit.paths AS paths,
      toUnixTimestamp64Milli(commit.authored_at) AS authored,
      arrayJoin(arrayFilter(
        place -> isNull(place.3) OR place.3 >= {from:Int64},
        arrayMap(
          (place, at) -> (place.1, place.2, if(at = 0, NULL, shipped.times[at])),
          target.places,
          arrayMap(place -> indexOf(shipped.places, place), target.places)
        )
      )) AS place
    FROM (
      SELECT repository, sha, authored_at, paths
      FROM commits FINAL
      WHERE length(parents) < 2
        AND authored_at < fromUnixTimestamp64Milli({to:Int64}, 'UTC')
    ) AS commit
    INNER JOIN (
      SELECT repository, groupUniqArray((service, environment)) AS places
      FROM first_shipments
      WHERE ${IN_SCOPE} AND repository != ''
      GROUP BY repository
    ) AS target ON target.repository = commit.repository
    LEFT JOIN (
      SELECT
        repository,
        sha,
        groupArray((service, environment)) AS places,
        groupArray(toUnixTimestamp64Milli(shipped_at)) AS times
      FROM first_shipments
      WHERE ${IN_SCOPE} AND repository != ''
      GROUP BY repository, sha
    ) AS shipped ON shipped.repository = commit.repository AND shipped.sha = commit.sha
  )
  WHERE ${OF_SERVICE}`;

export const groupParams = {
  groupBy: z.enum(['none', 'service', 'team', 'repository', 'environment']),
  teamServices: z.array(z.string()),
  teams: z.array(z.string()),
};

/** The group of a row with a service, an environment and a repository; '' where it has none. */
export const GROUP_KEY = `
  multiIf(
    {groupBy:String} = 'service', service,
    {groupBy:String} = 'team',
      transform(service, {teamServices:Array(String)}, {teams:Array(String)}, ''),
    {groupBy:String} = 'repository', repository,
    {groupBy:String} = 'environment', environment,
    ''
  )`;

export const repositoryParams = {
  everyRepository: z.boolean(),
  repositories: z.array(z.string()),
};

export const OF_REPOSITORIES = `
  ({everyRepository:Bool} OR repository IN {repositories:Array(String)})`;
