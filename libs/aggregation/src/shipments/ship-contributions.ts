import type { Shipment } from '@throughline/dora';
import {
  type ClickHouseClient,
  type Contribution,
  insertGiven,
  insertShipments,
  type PlaceGeneration,
  readRepositoriesOf,
  UNKNOWN_REPOSITORY,
  inChunks,
} from '@throughline/store';
import type { CommitGraph } from './commit-graph.js';
import { placeKey } from './place-key.js';
import { type PlaceSeeds, RepositoryWalk } from './repository-walk.js';

/** What a deployment gives, and the generation it is given to. */
export interface Giving extends PlaceGeneration {
  /** The generation is new: it has no values yet. */
  readonly fresh: boolean;
  readonly contribution: Contribution;
}

/**
 * Gives deployments' contributions to a generation: says so first, so that a contribution can be
 * found again when it is no longer true, then lowers the first shipments of what they contain.
 */
export async function shipContributions(
  client: ClickHouseClient,
  graph: CommitGraph,
  givings: readonly Giving[],
): Promise<void> {
  await insertGiven(
    client,
    givings.map(({ contribution, generation }) => ({ ...contribution, generation })),
  );
  for (const [repository, places] of await byRepository(client, givings)) {
    await new RepositoryWalk(client, graph, repository).lower([...places.values()]);
  }
}

type Places = Map<string, PlaceSeeds & { seeds: [string, Shipment][] }>;

async function byRepository(
  client: ClickHouseClient,
  givings: readonly Giving[],
): Promise<ReadonlyMap<string, Places>> {
  const repositories = new Map<string, Places>();
  const add = (repository: string, giving: Giving) => {
    const { service, environment, generation, fresh, contribution } = giving;
    const places = repositories.get(repository) ?? (new Map() as Places);
    repositories.set(repository, places);
    const key = placeKey(contribution);
    const place = places.get(key) ?? {
      place: { service, environment, generation },
      fresh,
      seeds: [],
    };
    places.set(key, place);
    place.seeds.push([contribution.sha, contribution]);
  };
  const unplaced = givings.filter(
    ({ contribution }) => contribution.repository === UNKNOWN_REPOSITORY,
  );
  for (const giving of givings) {
    if (giving.contribution.repository !== UNKNOWN_REPOSITORY) {
      add(giving.contribution.repository, giving);
    }
  }
  for (const [sha, found] of await findCommits(client, unplaced)) {
    for (const giving of unplaced.filter(({ contribution }) => contribution.sha === sha)) {
      for (const repository of found) add(repository, giving);
    }
  }
  return repositories;
}

/**
 * The repositories in which commits of deployments that named none are known. The values are left
 * for a commit that has yet to come first, then looked for: write first, read second, as the
 * commit's own arrival does.
 */
async function findCommits(
  client: ClickHouseClient,
  unplaced: readonly Giving[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (unplaced.length === 0) return new Map();
  await insertShipments(
    client,
    unplaced.map(({ service, environment, generation, contribution }) => ({
      repository: UNKNOWN_REPOSITORY,
      sha: contribution.sha,
      service,
      environment,
      generation,
      shipment: contribution,
    })),
  );
  const shas = [...new Set(unplaced.map(({ contribution }) => contribution.sha))];
  const rows = await inChunks(shas, (chunk) => readRepositoriesOf(client, { shas: chunk }));
  const found = new Map<string, string[]>();
  for (const { sha, repository } of rows) {
    found.set(sha, [...(found.get(sha) ?? []), repository]);
  }
  return found;
}
