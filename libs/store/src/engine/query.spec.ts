import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { z } from 'zod';
import type { Store } from './connect.js';
import { connectStore } from './connect.js';
import { defineInsert } from './insert.js';
import { defineQuery } from './query.js';
import { StoreQueryError } from './store-query-error.js';

// A real engine on a busy machine: the default of 5 s says more about the machine than about the engine.
jest.setTimeout(60_000);

interface Sighting {
  bird: string;
  seenAt: Date;
  count: number;
  places: string[];
}

const insertSightings = defineInsert({
  name: 'insert-sightings',
  table: 'sightings',
  columns: ['bird', 'seen_at', 'count', 'places'],
  row: (sighting: Sighting) => [sighting.bird, sighting.seenAt, sighting.count, sighting.places],
});

const sightingsSince = defineQuery({
  name: 'sightings-since',
  sql: `SELECT bird, seen_at AS seenAt, count, places FROM sightings
        WHERE seen_at >= {since:DateTime64(3, 'UTC')} AND bird IN {birds:Array(String)} ORDER BY seen_at`,
  params: z.object({ since: z.date(), birds: z.array(z.string()) }),
  row: z.object({
    bird: z.string(),
    seenAt: z.iso.datetime().transform((text) => new Date(text)),
    count: z.coerce.bigint(),
    places: z.array(z.string()),
  }),
});

const AT = new Date('2024-03-04T05:06:07.089Z');
const sighting = (fields: Partial<Sighting> = {}): Sighting => ({
  bird: 'wren',
  seenAt: AT,
  count: 1,
  places: [],
  ...fields,
});

describe('queries and inserts that are declared once', () => {
  let folder: string;
  let store: Store;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'throughline-store-'));
    store = await connectStore({ dataDirectory: folder });
    await store.client.command({
      query: `CREATE TABLE sightings (bird String, seen_at DateTime64(3, 'UTC'), count UInt64, places Array(String))
              ENGINE = MergeTree ORDER BY bird`,
    });
  });
  afterAll(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  const failure = async (work: Promise<unknown>): Promise<StoreQueryError> => {
    const error = await work.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (!(error instanceof StoreQueryError)) throw new Error('expected a StoreQueryError');
    return error;
  };

  it('gives back what was inserted, in the types that the query declares', async () => {
    const birds = ['robin\'s \\ \t\n\n"quoted"', 'крапивник'];
    const items = birds.map((bird) =>
      sighting({ bird, count: 9_007_199_254_740_991, places: [bird] }),
    );
    await insertSightings(store.client, items);
    const rows = await sightingsSince(store.client, { since: AT, birds });
    expect(rows.map((row) => row.bird).sort()).toEqual([...birds].sort());
    expect(rows[0]).toMatchObject({ seenAt: AT, count: 9_007_199_254_740_991n });
    expect(rows[0]?.places).toEqual([rows[0]?.bird]);
  });

  it('keeps the milliseconds of a bound time', async () => {
    await insertSightings(store.client, [sighting({ bird: 'swift' })]);
    const since = new Date(AT.getTime() + 1);
    expect(await sightingsSince(store.client, { since, birds: ['swift'] })).toEqual([]);
    expect(await sightingsSince(store.client, { since: AT, birds: ['swift'] })).toHaveLength(1);
  });

  it('streams the same rows', async () => {
    await insertSightings(
      store.client,
      Array.from({ length: 25_000 }, (_, index) => sighting({ bird: 'starling', count: index })),
    );
    const params = { since: AT, birds: ['starling'] };
    const counts = new Set<bigint>();
    for await (const row of sightingsSince.stream(store.client, params)) counts.add(row.count);
    expect(counts.size).toBe(25_000);
    expect(await sightingsSince(store.client, params)).toHaveLength(25_000);
  });

  it('asks nothing of ClickHouse for an insert of no rows', async () => {
    const nowhere = defineInsert({
      name: 'nowhere',
      table: 'no_such_table',
      columns: ['a'],
      row: (value: string) => [value],
    });
    await nowhere(store.client, []);
    expect((await failure(nowhere(store.client, ['x']))).message).toBe(
      'nowhere: ClickHouse answered UNKNOWN_TABLE (60)',
    );
  });

  it('names the query that failed and not the values in it', async () => {
    const secretive = defineQuery({
      name: 'secretive',
      sql: `SELECT throwIf({secret:String} = 'hunter2') AS bad`,
      params: z.object({ secret: z.string() }),
      row: z.object({ bad: z.number() }),
    });
    const error = await failure(secretive(store.client, { secret: 'hunter2' }));
    expect(error).toMatchObject({ queryName: 'secretive', retryable: false });
    expect(error.message).toBe(
      'secretive: ClickHouse answered FUNCTION_THROW_IF_VALUE_IS_NON_ZERO (395)',
    );
    expect(error.cause).toMatchObject({ code: '395' });
  });

  it('calls a statement that ran out of time worth another try', async () => {
    const slow = defineQuery({
      name: 'slow',
      sql: 'SELECT sum(sleepEachRow(1)) AS slept FROM numbers(30) SETTINGS max_execution_time = 1, max_block_size = 1',
      params: z.object({}),
      row: z.object({ slept: z.number() }),
    });
    expect((await failure(slow(store.client, {}))).retryable).toBe(true);
  });

  it('refuses rows of another shape than declared, telling the column and not its value', async () => {
    const mistaken = defineQuery({
      name: 'mistaken',
      sql: `SELECT 'private' AS answer`,
      params: z.object({}),
      row: z.object({ answer: z.number() }),
    });
    const error = await failure(mistaken(store.client, {}));
    expect(error.message).toBe(
      'mistaken: a row has another shape than the query declares: answer (invalid_type)',
    );
    const streamed = mistaken.stream(store.client, {}).next();
    expect((await failure(streamed)).queryName).toBe('mistaken');
  });
});
