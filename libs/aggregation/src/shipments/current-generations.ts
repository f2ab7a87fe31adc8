import {
  type ClickHouseClient,
  insertGenerations,
  type Place,
  readGenerations,
} from '@throughline/store';
import { placeKey } from './place-key.js';

/** A place begins with this generation; one that is worked out afresh has a greater one. */
const FIRST_GENERATION = '0';

/** The generation of a place that counts. */
export interface CurrentGeneration {
  readonly generation: string;
  /** It began with this question: nothing was shipped there before. */
  readonly fresh: boolean;
}

/** The generations that count in some places, by {@link placeKey}; begins those that have none. */
export async function currentGenerations(
  client: ClickHouseClient,
  places: readonly Place[],
): Promise<ReadonlyMap<string, CurrentGeneration>> {
  const generations = await readCurrent(client, places);
  const begun = places
    .filter((place) => !generations.has(placeKey(place)))
    .map((place) => ({ ...place, generation: FIRST_GENERATION }));
  await insertGenerations(client, begun);
  for (const place of begun) {
    generations.set(placeKey(place), { generation: place.generation, fresh: true });
  }
  return generations;
}

async function readCurrent(
  client: ClickHouseClient,
  places: readonly Place[],
): Promise<Map<string, CurrentGeneration>> {
  const services = [...new Set(places.map(({ service }) => service))];
  const rows = await readGenerations(client, { services });
  return new Map(rows.map((row) => [placeKey(row), { generation: row.current, fresh: false }]));
}

/**
 * A generation that nobody else begins: greater than the one before, and its last 20 bits are
 * chance, so that two processes that begin one at once do not write into each other's.
 */
export function nextGeneration(current: string, chance: number): string {
  const count = (BigInt(current) >> 20n) + 1n;
  return String((count << 20n) | BigInt(Math.floor(chance * 2 ** 20)));
}
