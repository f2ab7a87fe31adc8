import { z } from 'zod';
import { defineQuery } from '../engine/query.js';
import { IN_SCOPE, scopeParams } from '../queries/scope.js';

/**
 * The commits that the artifacts of deployments were built from, a row for each artifact that is
 * known; with the deployment's `service`, `environment`, `id` and `finished_at`.
 *
 * Of the names that a deployment tells of an artifact the most exact one that is known counts: a
 * digest, else a tag. Several builds may have a name, as a tag moves: it meant the last one built
 * before the deployment finished, or the first of all where none was.
 *
 * @param deployments a SELECT of whole rows of `deployments`
 */
export const commitsOfArtifacts = (deployments: string) => `
  SELECT
    service,
    environment,
    id,
    finished_at,
    told.1 AS artifact,
    argMin(
      (CAST(build.repository, 'String'), build.sha),
      (
        exactness,
        ifNull(build.built_at > finished_at, false) AS is_later,
        if(is_later, 1, -1) * toUnixTimestamp64Milli(build.built_at),
        build.built
      )
    ) AS built_from,
    built_from.1 AS repository,
    built_from.2 AS sha
  FROM (
    SELECT service, environment, id, finished_at, told, name, exactness
    FROM (
      SELECT service, environment, id, finished_at, arrayJoin(artifacts) AS told
      FROM (${deployments})
    )
    ARRAY JOIN told.2 AS name, arrayEnumerate(told.2) AS exactness
  ) AS deployment
  INNER JOIN (
    SELECT name, artifact AS built, repository, sha, built_at
    FROM artifacts FINAL
    ARRAY JOIN names AS name
    WHERE artifact IN (
      SELECT artifact
      FROM artifact_names
      WHERE name IN (SELECT arrayJoin(arrayFlatten(artifacts.names)) FROM (${deployments}))
    )
  ) AS build ON build.name = deployment.name
  GROUP BY service, environment, id, finished_at, told`;

/** What the artifacts of some deployments are, in the order in which each names them. */
export const readArtifactsOf = defineQuery({
  name: 'artifacts-of-deployments',
  sql: `
    WITH named AS (
      SELECT *
      FROM deployments FINAL
      WHERE ${IN_SCOPE} AND id IN {ids:Array(String)} AND notEmpty(artifacts)
    )
    SELECT service, environment, id, told AS artifact, repository, sha
    FROM (
      SELECT
        service,
        environment,
        id,
        arrayJoin(arrayEnumerate(artifacts)) AS position,
        artifacts[position].1 AS told
      FROM named
    ) AS deployment
    LEFT JOIN (${commitsOfArtifacts('SELECT * FROM named')}) AS known
      ON known.service = deployment.service
      AND known.environment = deployment.environment
      AND known.id = deployment.id
      AND known.artifact = deployment.told
    ORDER BY service, environment, id, position`,
  params: z.object({ ...scopeParams, ids: z.array(z.string()) }),
  row: z
    .object({
      service: z.string(),
      environment: z.string(),
      id: z.string(),
      artifact: z.string(),
      repository: z.string(),
      sha: z.string(),
    })
    .transform(({ repository, sha, ...named }) => ({
      ...named,
      /** The commit that it was built from; undefined while no build of it is known. */
      commit: sha === '' ? undefined : { repository, sha },
    })),
});

/**
 * The deployments that name any artifact which was ever known by a name of these. Some may have
 * been corrected since: what they say is to be read from them.
 */
export const readDeploymentsOfArtifacts = defineQuery({
  name: 'deployments-of-artifacts',
  // Not FINAL: more than is due is found, but by an index.
  sql: `
    SELECT DISTINCT service, environment, id
    FROM deployments
    WHERE hasAny(
      arrayFlatten(artifacts.names),
      (
        SELECT groupUniqArray(name)
        FROM artifact_names
        WHERE artifact IN {artifacts:Array(String)}
      )
    )`,
  params: z.object({ artifacts: z.array(z.string()) }),
  row: z.object({ service: z.string(), environment: z.string(), id: z.string() }),
});
