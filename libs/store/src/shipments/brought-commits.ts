import { commitsOfArtifacts } from './built-commits.js';

/**
 * The commits that a row of `deployments` says it brought, as a column of tuples (repository, sha),
 * a row each: the one that it was deployed at and those that it lists beside. The repository of the
 * first is '' where the deployment did not name it.
 */
const SAID = `
  arrayJoin(
    arrayDistinct(
      arrayFilter(
        one -> one.2 != '',
        arrayPushFront(commits, (CAST(repository, 'String'), sha))
      )
    )
  )`;

/**
 * Every commit that deployments brought, a row each, said by them or told of their artifacts
 * (`built`); with the columns `service`, `environment`, `id` and `finished_at` of the deployment.
 *
 * @param deployments a SELECT of whole rows of `deployments`
 */
export const broughtBy = (deployments: string) => `
  SELECT service, environment, id, finished_at, repository, sha, max(is_built) AS built
  FROM (
    SELECT
      service,
      environment,
      id,
      finished_at,
      said.1 AS repository,
      said.2 AS sha,
      false AS is_built
    FROM (SELECT service, environment, id, finished_at, ${SAID} AS said FROM (${deployments}))
    UNION ALL
    SELECT service, environment, id, finished_at, repository, sha, true AS is_built
    FROM (${commitsOfArtifacts(deployments)})
  )
  GROUP BY service, environment, id, finished_at, repository, sha`;
