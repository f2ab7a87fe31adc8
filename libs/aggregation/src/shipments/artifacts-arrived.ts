import { type ClickHouseClient, inChunks, readDeploymentsOfArtifacts } from '@throughline/store';
import type { CommitGraph } from './commit-graph.js';
import { deploymentsArrived } from './deployments-arrived.js';

/**
 * Brings first shipments up to what artifacts now say: a deployment may have waited for one of
 * them, or brought a commit that it is no longer built from. Called after the artifacts are in the
 * store: write first, read second, as a deployment that arrives meanwhile does.
 *
 * @param artifacts what was stated or withdrawn
 */
export async function artifactsArrived(
  client: ClickHouseClient,
  graph: CommitGraph,
  artifacts: readonly string[],
): Promise<void> {
  const deployments = await inChunks([...new Set(artifacts)], (chunk) =>
    readDeploymentsOfArtifacts(client, { artifacts: chunk }),
  );
  await deploymentsArrived(client, graph, deployments);
}
