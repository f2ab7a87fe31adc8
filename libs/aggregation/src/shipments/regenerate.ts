import {
  type ClickHouseClient,
  type Contribution,
  insertGenerations,
  type Place,
  readContributions,
  readGiven,
} from '@throughline/store';
import type { CommitGraph } from './commit-graph.js';
import { contributionKey } from './contribution-key.js';
import { currentGenerations, nextGeneration } from './current-generations.js';
import { placeKey } from './place-key.js';
import { shipContributions } from './ship-contributions.js';

/**
 * Works out a place's first shipments afresh from its deployments, under a new generation, which
 * counts from when it is complete: readers see the old values or the new ones, never a mixture.
 */
export async function regenerate(
  client: ClickHouseClient,
  graph: CommitGraph,
  place: Place,
): Promise<void> {
  for (;;) {
    await graph.refresh();
    const before = await currentGeneration(client, place);
    const generation = nextGeneration(before, Math.random());
    const contributions = await contributionsOf(client, place);
    await ship(client, graph, { ...place, generation }, contributions, true);
    await insertGenerations(client, [{ ...place, generation }]);

    // Deployments judged while this was worked out went into the generation before.
    const now = await contributionsOf(client, place);
    const given = await givenTo(client, place, generation);
    const wanted = new Set(now.map(contributionKey));
    const missing = now.filter((contribution) => !given.has(contributionKey(contribution)));
    await ship(client, graph, { ...place, generation }, missing, false);
    const isTrue = [...given].every((key) => wanted.has(key));
    if (isTrue && (await graph.refresh()).size === 0) return;
  }
}

async function ship(
  client: ClickHouseClient,
  graph: CommitGraph,
  place: Place & { readonly generation: string },
  contributions: readonly Contribution[],
  fresh: boolean,
): Promise<void> {
  const { service, environment, generation } = place;
  const givings = contributions.map((contribution) => ({
    service,
    environment,
    generation,
    fresh,
    contribution,
  }));
  await shipContributions(client, graph, givings);
}

async function currentGeneration(client: ClickHouseClient, place: Place): Promise<string> {
  const generations = await currentGenerations(client, [place]);
  return generations.get(placeKey(place))?.generation ?? '0';
}

function contributionsOf(client: ClickHouseClient, { service, environment }: Place) {
  return readContributions(client, {
    services: [service],
    environments: [environment],
    every: true,
    ids: [],
  });
}

async function givenTo(
  client: ClickHouseClient,
  { service, environment }: Place,
  generation: string,
): Promise<ReadonlySet<string>> {
  const scope = { services: [service], environments: [environment], every: true, ids: [] };
  const given = await readGiven(client, scope);
  return new Set(
    given.filter(({ ofGeneration }) => ofGeneration === generation).map(contributionKey),
  );
}
