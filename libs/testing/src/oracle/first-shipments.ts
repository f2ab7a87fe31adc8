import type { ArtifactEvent, CommitEvent, DeploymentEvent } from '@throughline/events';
import { withBuiltCommits } from './built-from.js';
import { Histories } from './histories.js';
import { isFinished, placesOf } from './places.js';

/** One commit that a deployment was the first to bring to an environment. */
export interface OracleShipment {
  readonly service: string;
  readonly environment: string;
  readonly repository: string;
  readonly sha: string;
  readonly deploymentId: string;
}

/** First shipments of every known commit, from all that each deployment brought. */
export function oracleFirstShipments(
  commits: readonly CommitEvent[],
  deployments: readonly DeploymentEvent[],
  artifacts: readonly ArtifactEvent[],
): readonly OracleShipment[] {
  const finished = withBuiltCommits(deployments, artifacts).filter(isFinished);
  const histories = new Histories(finished, commits);
  return placesOf(finished).flatMap((place) =>
    commits.flatMap(({ repository, sha }) => {
      const first = histories.first(place, repository, sha);
      return first === undefined ? [] : [{ ...place, repository, sha, deploymentId: first.id }];
    }),
  );
}
