import type { CommitEvent, DeploymentEvent } from '@throughline/events';

/** One commit that a deployment was the first to bring to an environment. */
export interface OracleShipment {
  readonly service: string;
  readonly environment: string;
  readonly repository: string;
  readonly sha: string;
  readonly deploymentId: string;
}

/**
 * First shipments the most obvious way: take the deployments in time order, and give each what it
 * contains and no earlier one did. Shares no code with the product.
 */
export function oracleFirstShipments(
  commits: readonly CommitEvent[],
  deployments: readonly DeploymentEvent[],
): readonly OracleShipment[] {
  const byPlace = new Map<string, DeploymentEvent[]>();
  for (const deployment of deployments) {
    if (deployment.status !== 'succeeded') continue;
    const place = `${deployment.service}\n${deployment.environment}`;
    byPlace.set(place, [...(byPlace.get(place) ?? []), deployment]);
  }
  return [...byPlace.values()].flatMap((ofPlace) =>
    repositoriesOf(commits).flatMap((repository) => shipmentsOf(repository, ofPlace, commits)),
  );
}

function repositoriesOf(commits: readonly CommitEvent[]): readonly string[] {
  return [...new Set(commits.map(({ repository }) => repository))];
}

function shipmentsOf(
  repository: string,
  deployments: readonly DeploymentEvent[],
  commits: readonly CommitEvent[],
): readonly OracleShipment[] {
  const known = new Map(
    commits.filter((one) => one.repository === repository).map((one) => [one.sha, one]),
  );
  const inOrder = deployments.toSorted((a, b) =>
    a.finishedAt === b.finishedAt
      ? Buffer.compare(Buffer.from(a.id), Buffer.from(b.id))
      : (a.finishedAt ?? 0) - (b.finishedAt ?? 0),
  );
  const shipped = new Set<string>();
  return inOrder.flatMap((deployment) => {
    const contained: OracleShipment[] = [];
    const open = broughtFrom(repository, deployment);
    for (let sha = open.pop(); sha !== undefined; sha = open.pop()) {
      const commit = known.get(sha);
      if (commit === undefined || shipped.has(sha)) continue;
      shipped.add(sha);
      open.push(...commit.parents);
      const { service, environment, id } = deployment;
      contained.push({ service, environment, repository, sha, deploymentId: id });
    }
    return contained;
  });
}

/** Its own commit, unless it says that one lives elsewhere, and those of the repository beside it. */
function broughtFrom(repository: string, deployment: DeploymentEvent): string[] {
  const brought: string[] = [];
  const isElsewhere = deployment.repository !== undefined && deployment.repository !== repository;
  if (deployment.sha !== undefined && !isElsewhere) brought.push(deployment.sha);
  for (const beside of deployment.commits ?? []) {
    if (beside.repository === repository) brought.push(beside.sha);
  }
  return brought;
}
