import {
  type ClickHouseClient,
  type Contribution,
  type Place,
  readContributions,
  readGiven,
} from '@throughline/store';
import { inChunks } from './chunks.js';
import type { CommitGraph } from './commit-graph.js';
import { contributionKey } from './contribution-key.js';
import { currentGenerations } from './current-generations.js';
import { placeKey } from './place-key.js';
import { regenerate } from './regenerate.js';
import { shipContributions } from './ship-contributions.js';

/** Names a deployment. */
export interface DeploymentIdentity extends Place {
  readonly id: string;
}

/**
 * Brings first shipments up to what deployments now say: what they contain is lowered, and where
 * one no longer gives what it gave, its place is worked out afresh. Called after the deployments are in
 * the store; what they say is read from there, so that an older version that arrives late changes
 * nothing.
 */
export async function deploymentsArrived(
  client: ClickHouseClient,
  graph: CommitGraph,
  deployments: readonly DeploymentIdentity[],
): Promise<void> {
  let places = uniquePlaces(deployments);
  const byKey = new Map(deployments.map((deployment) => [identityKey(deployment), deployment]));
  while (places.length > 0) {
    await graph.refresh();
    const generations = await currentGenerations(client, places);
    const { wanted, given } = await compareWithFacts(client, places, byKey);
    const current = given.filter(
      (row) => generations.get(placeKey(row))?.generation === row.ofGeneration,
    );
    const outdated = placesWithout(current, wanted);
    for (const place of outdated.values()) await regenerate(client, graph, place);
    await shipContributions(
      client,
      graph,
      wanted.flatMap((contribution) => {
        const current = generations.get(placeKey(contribution));
        if (current === undefined || outdated.has(placeKey(contribution))) return [];
        const { service, environment } = contribution;
        return [{ service, environment, ...current, contribution }];
      }),
    );
    // Another process may have begun a generation meanwhile; it may not have seen these.
    const after = await currentGenerations(client, places);
    places = places.filter(
      (place) =>
        !outdated.has(placeKey(place)) &&
        after.get(placeKey(place))?.generation !== generations.get(placeKey(place))?.generation,
    );
  }
}

async function compareWithFacts(
  client: ClickHouseClient,
  places: readonly Place[],
  deployments: ReadonlyMap<string, DeploymentIdentity>,
) {
  const scope = {
    services: [...new Set(places.map(({ service }) => service))],
    environments: [...new Set(places.map(({ environment }) => environment))],
    every: false,
  };
  const ids = [...new Set([...deployments.values()].map(({ id }) => id))];
  // The scope is a product of names; the rows of other deployments in it are left out again.
  const ours = (row: Contribution) =>
    deployments.has(identityKey({ ...row, id: row.deploymentId })) &&
    places.some((place) => placeKey(place) === placeKey(row));
  const wanted = await inChunks(ids, (chunk) =>
    readContributions(client, { ...scope, ids: chunk }),
  );
  const given = await inChunks(ids, (chunk) => readGiven(client, { ...scope, ids: chunk }));
  return { wanted: wanted.filter(ours), given: given.filter(ours) };
}

/** The places that were given something that is not among what is wanted. */
function placesWithout(
  given: readonly Contribution[],
  wanted: readonly Contribution[],
): ReadonlyMap<string, Place> {
  const facts = new Set(wanted.map(contributionKey));
  return new Map(
    given
      .filter((contribution) => !facts.has(contributionKey(contribution)))
      .map(({ service, environment }) => {
        const place = { service, environment };
        return [placeKey(place), place];
      }),
  );
}

function identityKey({ service, environment, id }: DeploymentIdentity): string {
  return JSON.stringify([service, environment, id]);
}

function uniquePlaces(deployments: readonly DeploymentIdentity[]): readonly Place[] {
  return [
    ...new Map(
      deployments.map(({ service, environment }) => {
        const place = { service, environment };
        return [placeKey(place), place] as const;
      }),
    ).values(),
  ];
}
