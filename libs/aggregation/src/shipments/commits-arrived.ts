import type { Shipment } from '@throughline/dora';
import {
  type ClickHouseClient,
  readPlacesOfRepositories,
  readShipments,
  UNKNOWN_REPOSITORY,
  inChunks,
} from '@throughline/store';
import type { CommitGraph } from './commit-graph.js';
import { placeKey } from './place-key.js';
import { regenerate } from './regenerate.js';
import { type PlaceSeeds, RepositoryWalk } from './repository-walk.js';

/**
 * Passes on what commits hold: a value that waited for a commit goes to its parents now that they
 * are known. Called after the commits are in the store.
 *
 * @param commits the repository's commits that have just been stored, with their parents
 */
export async function commitsArrived(
  client: ClickHouseClient,
  graph: CommitGraph,
  repository: string,
  commits: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  const [any] = await readPlacesOfRepositories(client, {
    repositories: [repository, UNKNOWN_REPOSITORY],
  });
  if (any === undefined) return;
  await graph.refresh();
  const held = await inChunks([...commits.keys()], (shas) =>
    readShipments(client, { repositories: [repository, UNKNOWN_REPOSITORY], shas }),
  );
  const places = new Map<string, PlaceSeeds & { seeds: [string, Shipment][] }>();
  for (const row of held) {
    const { service, environment, ofGeneration: generation } = row;
    const key = placeKey(row);
    const place = places.get(key) ?? {
      place: { service, environment, generation },
      fresh: false,
      seeds: [],
    };
    places.set(key, place);
    if (row.repository === UNKNOWN_REPOSITORY) {
      // The deployment did not say where its commit lives; now it is known.
      place.seeds.push([row.sha, row]);
    } else {
      for (const parent of commits.get(row.sha) ?? []) place.seeds.push([parent, row]);
    }
  }
  await new RepositoryWalk(client, graph, repository).lower([...places.values()]);
  if ((await graph.refresh()).has(repository)) {
    for (const { place } of places.values()) await regenerate(client, graph, place);
  }
}
