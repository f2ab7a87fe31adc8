import {
  type ClickHouseClient,
  type Contribution,
  type Place,
  readContributions,
  readGiven,
  inChunks,
} from '@throughline/store';
import type { CommitGraph } from './commit-graph.js';
import { contributionKey } from './contribution-key.js';
import { type CurrentGeneration, currentGenerations } from './current-generations.js';
import { placeKey } from './place-key.js';
import { regenerate } from './regenerate.js';
import { shipContributions } from './ship-contributions.js';

/** A contribution that was given, and the generation that it was given to. */
type Given = Contribution & { readonly ofGeneration: string };

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
  if (deployments.length === 0) return;
  await graph.refresh();
  const places = uniquePlaces(deployments);
  const generations = await currentGenerations(client, places);
  const { wanted, given } = await compareWithFacts(client, places, deployments);
  const outdated = placesWithout(inCurrent(given, generations), wanted);
  for (const place of outdated.values()) await regenerate(client, graph, place);
  // Should another process begin a generation meanwhile, it looks for these after it has.
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
  if (wanted.some(({ built }) => built)) {
    await takeBackUntrue(client, graph, places, deployments);
  }
  if ((await graph.refresh()).size === 0) return;
  for (const place of places) await regenerate(client, graph, place);
}

/**
 * An artifact may have been corrected between the reading of what it told and the giving of it, and
 * whoever recorded the correction found nothing given. What is wanted anew is given by them.
 */
async function takeBackUntrue(
  client: ClickHouseClient,
  graph: CommitGraph,
  places: readonly Place[],
  deployments: readonly DeploymentIdentity[],
): Promise<void> {
  const generations = await currentGenerations(client, places);
  const { wanted, given } = await compareWithFacts(client, places, deployments);
  for (const place of placesWithout(inCurrent(given, generations), wanted).values()) {
    await regenerate(client, graph, place);
  }
}

function inCurrent(
  given: readonly Given[],
  generations: ReadonlyMap<string, CurrentGeneration>,
): readonly Given[] {
  return given.filter((row) => generations.get(placeKey(row))?.generation === row.ofGeneration);
}

async function compareWithFacts(
  client: ClickHouseClient,
  places: readonly Place[],
  deployments: readonly DeploymentIdentity[],
) {
  const keys = new Set(deployments.map(identityKey));
  const scope = {
    services: [...new Set(places.map(({ service }) => service))],
    environments: [...new Set(places.map(({ environment }) => environment))],
    every: false,
  };
  const ids = [...new Set(deployments.map(({ id }) => id))];
  // The scope is a product of names; the rows of other deployments in it are left out again.
  const ours = (row: Contribution) => keys.has(identityKey({ ...row, id: row.deploymentId }));
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
