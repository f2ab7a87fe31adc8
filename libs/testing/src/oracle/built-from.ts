import { type ArtifactEvent, type DeploymentEvent, namesOfArtifact } from '@throughline/events';

/** Deployments that also list the commits which their artifacts were built from. */
export function withBuiltCommits(
  deployments: readonly DeploymentEvent[],
  artifacts: readonly ArtifactEvent[],
): readonly DeploymentEvent[] {
  return deployments.map((deployment) => {
    const named = [deployment.artifact ?? [], deployment.artifacts ?? []].flat();
    const built = named.flatMap((one) => buildOf(one, deployment, artifacts) ?? []);
    const commits = built.map(({ repository, sha }) => ({ repository, sha }));
    return { ...deployment, commits: [...(deployment.commits ?? []), ...commits] };
  });
}

/** By its digest, else by its tag: the last one built before the deployment finished, else the first. */
function buildOf(
  artifact: string,
  { finishedAt = Infinity }: DeploymentEvent,
  artifacts: readonly ArtifactEvent[],
): ArtifactEvent | undefined {
  for (const name of namesOfArtifact(artifact)) {
    const builds = artifacts
      .filter((one) =>
        [one.artifact, ...(one.alsoKnownAs ?? [])].flatMap(namesOfArtifact).includes(name),
      )
      .sort((a, b) => builtAt(a) - builtAt(b) || (a.artifact < b.artifact ? 1 : -1));
    const before = builds.filter((one) => builtAt(one) <= finishedAt);
    const later = builds.filter((one) => builtAt(one) > finishedAt);
    // Of those built at one moment the one whose name comes first.
    const first = later.filter((one) => builtAt(one) === builtAt(later[0] ?? one)).at(-1);
    const build = before.at(-1) ?? first;
    if (build !== undefined) return build;
  }
  return undefined;
}

function builtAt({ builtAt: at = 0 }: ArtifactEvent): number {
  return at;
}
