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
