import type { ClickHouseClient } from '@clickhouse/client';
import { z } from 'zod';
import { defineInsert } from '../engine/insert.js';
import { defineQuery } from '../engine/query.js';

/** A service in an environment: what a commit is shipped to. */
export interface Place {
  readonly service: string;
  readonly environment: string;
}

/** Which generation of a place's values counts. Generations are 64-bit numbers, kept as text. */
export interface PlaceGeneration extends Place {
  readonly generation: string;
}

export const insertGenerations = defineInsert({
  name: 'insert-generations',
  table: 'shipment_generations',
  columns: ['service', 'environment', 'generation'],
  row: ({ service, environment, generation }: PlaceGeneration) => [
    service,
    environment,
    generation,
  ],
});

/** The generations that count. A place that nothing was deployed to has none. */
export const readGenerations = defineQuery({
  name: 'generations',
  sql: `
    SELECT service, environment, toString(max(generation)) AS current
    FROM shipment_generations
    WHERE service IN {services:Array(String)}
    GROUP BY service, environment`,
  params: z.object({ services: z.array(z.string()) }),
  row: z.object({ service: z.string(), environment: z.string(), current: z.string() }),
});

/** Every place that anything was deployed to. */
export const readEveryPlace = defineQuery({
  name: 'every-place',
  sql: `
    SELECT service, environment, toString(max(generation)) AS current
    FROM shipment_generations
    GROUP BY service, environment
    ORDER BY service, environment`,
  params: z.object({}),
  row: z.object({ service: z.string(), environment: z.string(), current: z.string() }),
});

const countEarlierContributions = defineQuery({
  name: 'count-earlier-contributions',
  sql: `
    SELECT count() AS rows
    FROM shipment_contributions
    WHERE service = {service:String}
      AND environment = {environment:String}
      AND generation < {generation:UInt64}`,
  params: z.object({ service: z.string(), environment: z.string(), generation: z.string() }),
  row: z.object({ rows: z.coerce.number().int() }),
});

/** Deletes what a place held in generations before this one: nobody reads it any more. */
export async function deleteEarlierGenerations(
  client: ClickHouseClient,
  { service, environment, generation }: PlaceGeneration,
): Promise<void> {
  const [earlier] = await countEarlierContributions(client, { service, environment, generation });
  if (earlier?.rows === 0) return;
  for (const table of ['shipments', 'shipment_contributions']) {
    await client.command({
      query: `
        DELETE FROM ${table}
        WHERE service = {service:String}
          AND environment = {environment:String}
          AND generation < {generation:UInt64}`,
      query_params: { service, environment, generation },
      clickhouse_settings: { log_comment: 'delete-earlier-generations', wait_end_of_query: 1 },
    });
  }
}
