import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Store } from '@throughline/store';
import { connectStore, defineInsert, defineQuery, migrate } from '@throughline/store';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { z } from 'zod';
import type { ClickHouseHttpFront } from './clickhouse-http-front.js';
import { startClickHouseHttpFront } from './clickhouse-http-front.js';

// A real engine on a busy machine: the default of 5 s says more about the machine than about the engine.
jest.setTimeout(60_000);

const insertBirds = defineInsert({
  name: 'insert-birds',
  table: 'birds',
  columns: ['name', 'n'],
  row: (bird: { name: string; n: number }) => [bird.name, bird.n],
});
const selectBirds = defineQuery({
  name: 'select-birds',
  sql: 'SELECT name FROM birds WHERE name IN {names:Array(String)} ORDER BY name',
  params: z.object({ names: z.array(z.string()) }),
  row: z.object({ name: z.string() }),
});

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe('the HTTP front, to the unmodified client', () => {
  let directory: string;
  let front: ClickHouseHttpFront;
  let store: Store;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'throughline-front-'));
    front = await startClickHouseHttpFront({ directory });
    store = await connectStore({ url: `${front.url}/aviary` });
  });
  afterAll(async () => {
    await store.close();
    await front.close();
    await rm(directory, { recursive: true });
  });
  beforeEach(async () => {
    await store.client.command({ query: 'DROP TABLE IF EXISTS birds SYNC' });
    await store.client.command({
      query: `CREATE TABLE birds (name String, n UInt32) ENGINE = MergeTree ORDER BY name
              SETTINGS non_replicated_deduplication_window = 100`,
    });
  });

  const rows = async (query: string) =>
    (await store.client.query({ query, format: 'JSONCompactEachRow' })).json();

  it('answers ping', async () => {
    expect(await store.client.ping()).toEqual({ success: true });
    expect(await store.client.ping({ select: true })).toEqual({ success: true });
  });

  it('made the database of the URL', async () => {
    expect(await rows('SELECT currentDatabase()')).toEqual([['aviary']]);
  });

  it('takes inserts and answers queries, streamed and whole', async () => {
    const names = ['wren', `robin's \n\n "tab\t" \\ 鳥`, ''];
    await insertBirds(
      store.client,
      names.map((name, n) => ({ name, n })),
    );
    const expected = [...names].sort().map((name) => ({ name }));
    expect(await selectBirds(store.client, { names })).toEqual(expected);
    expect(await collect(selectBirds.stream(store.client, { names }))).toEqual(expected);
  });

  it('takes lists of parameters that are too long for a URL', async () => {
    await insertBirds(store.client, [{ name: 'wren', n: 1 }]);
    const names = Array.from({ length: 100_000 }, (_, n) => `bird '${n}'`).concat('wren');
    expect(await selectBirds(store.client, { names })).toEqual([{ name: 'wren' }]);
  });

  it('tells how many rows were written', async () => {
    const values = [{ name: 'a' }, { name: 'b' }];
    const { summary } = await store.client.insert({
      table: 'birds',
      values,
      format: 'JSONEachRow',
    });
    expect(summary?.written_rows).toBe('2');
  });

  it('takes text and binary rows with blank lines in them', async () => {
    const csv = Readable.from(['"a\n\nDROP TABLE birds",1\n'], { objectMode: false });
    await store.client.insert({ table: 'birds', values: csv, format: 'CSV' });
    const binary = Readable.from([Buffer.from([2, 10, 10, 10, 10, 10, 10])]);
    const query = 'INSERT INTO birds FORMAT RowBinary';
    const { stream } = await store.client.exec({ query, values: binary });
    stream.resume();
    expect(await rows('SELECT name, n FROM birds ORDER BY name')).toEqual([
      ['\n\n', 0x0a0a0a0a],
      ['a\n\nDROP TABLE birds', 1],
    ]);
  });

  it('answers exec with the rows that the statement asks for', async () => {
    const { stream } = await store.client.exec({ query: `SELECT 'a', 1 FORMAT CSV` });
    expect(await new Response(Readable.toWeb(stream) as ReadableStream).text()).toBe('"a",1\n');
  });

  it('reports errors with the code and type of ClickHouse', async () => {
    await expect(rows('SELECT * FROM no_such_table')).rejects.toMatchObject({
      code: '60',
      type: 'UNKNOWN_TABLE',
    });
    await expect(rows('SELECT {missing:String}')).rejects.toMatchObject({ code: '456' });
    const badRow = store.client.insert({
      table: 'birds',
      values: [{ n: 'x' }],
      format: 'JSONEachRow',
    });
    await expect(badRow).rejects.toMatchObject({ code: '27' });
  });

  it('reports an error after the first rows, and nothing of it afterwards', async () => {
    const failing = `SELECT repeat('x', 1000), throwIf(number = 9000) FROM numbers(100000) SETTINGS max_block_size = 1000`;
    const result = await store.client.query({ query: failing, format: 'JSONCompactEachRow' });
    await expect(result.json()).rejects.toMatchObject({ code: '395' });
    expect(await rows('SELECT 1')).toEqual([[1]]);
  });

  it('keeps settings to their request', async () => {
    const insert = (n: number, token?: string) =>
      store.client.insert({
        table: 'birds',
        values: [{ name: 'wren', n }],
        format: 'JSONEachRow',
        clickhouse_settings: token === undefined ? {} : { insert_deduplication_token: token },
      });
    await insert(1, 'a');
    await insert(2, 'a');
    expect(await rows('SELECT n FROM birds')).toEqual([[1]]);
    for (let n = 3; n < 9; n += 1) await insert(n);
    expect(await rows('SELECT count() FROM birds')).toEqual([['7']]);
  });

  it('refuses two statements in one', async () => {
    const query = 'SELECT 1; DROP TABLE birds';
    await expect(store.client.command({ query })).rejects.toMatchObject({ code: '62' });
    expect(await rows('EXISTS TABLE birds')).toEqual([[1]]);
  });

  it('kills what the client does not wait for', async () => {
    const endless = 'SELECT sum(sipHash64(number)) FROM numbers(1000000000000)';
    const running = async () =>
      (await rows(`SELECT count() FROM system.processes WHERE query LIKE '%1000000000000%'
                   AND query NOT LIKE '%system.processes%'`)) as [[string]];
    const until = async (count: string) => {
      while ((await running())[0][0] !== count) await delay(10);
    };
    const abort = new AbortController();
    const asking = store.client.query({ query: endless, abort_signal: abort.signal });
    await until('1');
    abort.abort();
    await expect(asking).rejects.toThrow('aborted');
    await until('0');
  });

  it('is migrated once by processes that start together', async () => {
    const others = await Promise.all(
      [1, 2, 3].map(() => connectStore({ url: `${front.url}/together` })),
    );
    const applied = await Promise.all(others.map((other) => migrate(other)));
    expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
    await Promise.all(others.map((other) => other.close()));
  });

  it('reads and writes gzip', async () => {
    const url = new URL(front.url);
    url.search = new URLSearchParams({
      database: 'aviary',
      query: 'INSERT INTO birds FORMAT JSONEachRow',
    }).toString();
    const body = gzipSync('{"name":"wren","n":7}\n');
    const written = await fetch(url, {
      method: 'POST',
      body,
      headers: { 'Content-Encoding': 'gzip' },
    });
    expect(written.status).toBe(200);
    for (const whole of ['0', '1']) {
      url.search = new URLSearchParams({
        database: 'aviary',
        enable_http_compression: '1',
        wait_end_of_query: whole,
      }).toString();
      const sql = 'SELECT name, n FROM birds FORMAT JSONCompactEachRow';
      const read = await fetch(url, { method: 'POST', body: sql });
      expect(read.headers.get('content-encoding')).toBe('gzip');
      expect(await read.text()).toBe('["wren", 7]\n');
    }
  });
});
