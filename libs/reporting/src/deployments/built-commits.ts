import { type Deployment, deploymentKey, groupBy } from '@throughline/dora';
import { type ClickHouseClient, inChunks, readArtifactsOf } from '@throughline/store';

interface BuiltCommit {
  readonly repository: string;
  readonly sha: string;
}

/**
 * Of the deployments that do not name their commit, the one that the first of their artifacts with a
 * known build was made of; of the repository that a deployment names, where it names one.
 *
 * @returns them by the deployment's key
 */
export async function readBuiltCommits(
  client: ClickHouseClient,
  deployments: readonly Deployment[],
): Promise<ReadonlyMap<string, BuiltCommit>> {
  const unnamed = deployments.filter(({ sha }) => sha === undefined);
  const scope = {
    environments: [...new Set(unnamed.map(({ environment }) => environment))],
    everyService: false,
    services: [...new Set(unnamed.map(({ service }) => service))],
  };
  const artifacts = groupBy(
    await inChunks([...new Set(unnamed.map(({ id }) => id))], (ids) =>
      readArtifactsOf(client, { ...scope, ids }),
    ),
    deploymentKey,
  );
  return new Map(
    unnamed.flatMap((deployment) => {
      const key = deploymentKey(deployment);
      const built = (artifacts.get(key) ?? []).flatMap(({ commit }) => commit ?? []);
      const own = built.find(
        ({ repository }) => (deployment.repository ?? repository) === repository,
      );
      return own === undefined ? [] : [[key, own] as const];
    }),
  );
}
