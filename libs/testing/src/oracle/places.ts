import type { DeploymentEvent } from '@throughline/events';

/** A service in an environment: deployments follow one another there. */
export interface Place {
  readonly service: string;
  readonly environment: string;
}

export function samePlace(a: Place, b: Place): boolean {
  return a.service === b.service && a.environment === b.environment;
}

/** The places of things, each once. */
export function placesOf(things: readonly Place[]): readonly Place[] {
  const places = things.map(({ service, environment }) => ({ service, environment }));
  return [...new Map(places.map((place) => [JSON.stringify(place), place])).values()];
}

/** A deployment that came to an end, good or bad. */
export type Finished = DeploymentEvent & { readonly finishedAt: number };

export function isFinished(deployment: DeploymentEvent): deployment is Finished {
  return deployment.status !== 'in_progress' && deployment.finishedAt !== undefined;
}

/** By when they finished; at one moment by id, character by character. */
export function inOrder(deployments: readonly Finished[]): readonly Finished[] {
  return [...deployments].sort(
    (a, b) => a.finishedAt - b.finishedAt || Buffer.compare(Buffer.from(a.id), Buffer.from(b.id)),
  );
}
