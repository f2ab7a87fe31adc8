import {
  type ClickHouseClient,
  countDrift,
  deleteEarlierGenerations,
  type Place,
  readEveryPlace,
} from '@throughline/store';
import type { CommitGraph } from './commit-graph.js';
import { regenerate } from './regenerate.js';

/** A place whose first shipments were not what its facts say. */
export interface Drift extends Place {
  /** How many commits held another value than they should. */
  readonly commits: number;
}

/**
 * Compares every place's first shipments with what its facts say, works out afresh what differs,
 * and deletes what generations before left behind. It should find nothing; what it finds is
 * reported as a fault of ours.
 *
 * @param exclusively runs a task while this process relates nothing else
 */
export async function sweep(
  client: ClickHouseClient,
  graph: CommitGraph,
  exclusively: <Result>(task: () => Promise<Result>) => Promise<Result>,
): Promise<readonly Drift[]> {
  const drifts: Drift[] = [];
  for (const { service, environment, current } of await readEveryPlace(client, {})) {
    const place = { service, environment };
    const commits = await exclusively(() => drifted(client, place));
    if (commits > 0) {
      drifts.push({ ...place, commits });
      await exclusively(() => regenerate(client, graph, place));
    } else if (current !== '0') {
      await deleteEarlierGenerations(client, { ...place, generation: current });
    }
  }
  return drifts;
}

/** Twice the same: a batch that another process is just relating is no drift. */
async function drifted(client: ClickHouseClient, place: Place): Promise<number> {
  const [first] = await countDrift(client, place);
  if (first === undefined || first.commits === 0) return 0;
  const [second] = await countDrift(client, place);
  return second?.commits === first.commits ? first.commits : 0;
}
