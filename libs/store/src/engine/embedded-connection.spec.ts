import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import type { ClickHouseClient, DataFormat } from '@clickhouse/client';
import { ClickHouseError } from '@clickhouse/client';
import { Session } from 'chdb';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { connectStore } from './connect.js';
import type { StoreFixture } from './embedded-store.fixture.js';
import { openEmbeddedStore } from './embedded-store.fixture.js';

// A real engine on a busy machine: the default of 5 s says more about the machine than about the engine.
jest.setTimeout(60_000);

/** One session, so that whatever a statement leaves behind meets the next one. */
const ONE_SESSION = { maxConcurrency: 1 };

describe('the embedded connection', () => {
  let fixture: StoreFixture;
  let client: ClickHouseClient;

  beforeAll(async () => {
    fixture = await openEmbeddedStore(ONE_SESSION);
    client = fixture.store.client;
  });
  afterAll(() => fixture.close());
  beforeEach(async () => {
    await client.command({ query: 'DROP TABLE IF EXISTS birds SYNC' });
    await client.command({
      query: `CREATE TABLE birds (name String, n UInt32) ENGINE = MergeTree ORDER BY name
              SETTINGS non_replicated_deduplication_window = 100`,
    });
  });

  const rows = async (query: string, format: DataFormat = 'JSONCompactEachRow') =>
    (await client.query({ query, format })).json<unknown>();
  const names = async () => rows('SELECT name FROM birds ORDER BY name');
  const codeOf = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'no error',
      (error: unknown) => (error instanceof ClickHouseError ? error.code : String(error)),
    );

  describe('keeps nothing of a statement for the next one', () => {
    it('no setting', async () => {
      const settingsOf = async (settings: object) => {
        const query = `SELECT getSetting('max_block_size'), getSetting('log_comment')`;
        const result = await client.query({
          query,
          format: 'JSONCompactEachRow',
          clickhouse_settings: { ...settings },
        });
        return (await result.json<unknown>())[0];
      };
      const before = await settingsOf({});
      expect(await settingsOf({ max_block_size: '77', log_comment: `it's` })).toEqual([77, `it's`]);
      expect(await settingsOf({})).toEqual(before);
    });

    it('no setting of a SET or USE statement', async () => {
      const query = `SELECT getSetting('max_block_size'), currentDatabase()`;
      const before = await rows(query);
      await client.command({ query: 'SET max_block_size = 77' });
      await client.command({ query: 'USE system' });
      expect(await rows(query)).toEqual(before);
    });

    it('no readonly', async () => {
      const readonly = { readonly: '1' } as const;
      const write = { query: `INSERT INTO birds VALUES ('wren', 1)` };
      expect(await codeOf(client.command({ ...write, clickhouse_settings: readonly }))).toBe('164');
      await client.query({ query: 'SELECT 1', clickhouse_settings: readonly });
      await client.command({ ...write, clickhouse_settings: { max_threads: 1 } });
      expect(await names()).toEqual([['wren']]);
    });

    it('no deduplication token', async () => {
      const insert = (n: number, token?: string) =>
        client.insert({
          table: 'birds',
          values: [{ name: 'wren', n }],
          clickhouse_settings: token === undefined ? {} : { insert_deduplication_token: token },
          format: 'JSONEachRow',
        });
      await insert(1, 'a');
      await insert(2, 'a');
      expect(await rows('SELECT n FROM birds')).toEqual([[1]]);
      await insert(3);
      await insert(4);
      expect(await rows('SELECT n FROM birds ORDER BY n')).toEqual([[1], [3], [4]]);
    });

    it('no parameter', async () => {
      const query = 'SELECT {name:String} AS name';
      await (await client.query({ query, query_params: { name: 'wren' } })).json();
      expect(await codeOf(client.query({ query }))).toBe('456');
    });

    it('no row of a statement that failed half-way', async () => {
      const failing = `SELECT number, throwIf(number = 250000) FROM numbers(300000)`;
      expect(await codeOf(rows(failing))).toBe('395');
      expect(await rows('SELECT 1')).toEqual([[1]]);
      expect(await codeOf(rows(failing, 'JSON'))).toBe('395');
      expect(await rows('SELECT 2')).toEqual([[2]]);
    });
  });

  describe('takes data for data', () => {
    const insertText = (format: 'CSV' | 'TabSeparated', text: string) =>
      client.insert({
        table: 'birds',
        values: Readable.from([text], { objectMode: false }),
        format,
      });

    it('with a blank line inside a value', async () => {
      await insertText('CSV', '"wren\n\nDROP TABLE birds",1\n"robin",2\n');
      expect(await names()).toEqual([['robin'], ['wren\n\nDROP TABLE birds']]);
    });

    it('with a blank line between rows', async () => {
      const json = Readable.from(['{"name":"wren"}\n\n{"name":"robin"}\n']);
      await client.exec({ query: 'INSERT INTO birds FORMAT JSONEachRow', values: json });
      expect(await names()).toEqual([['robin'], ['wren']]);
    });

    it('with SQL after a blank line', async () => {
      const sql = 'INSERT INTO birds FORMAT JSONEachRow\n{"name":"wren"}\n\nDROP TABLE birds';
      expect(await codeOf(client.command({ query: sql }))).toBe('27');
      expect(await codeOf(client.exec({ query: sql }))).toBe('27');
      expect(await names()).toEqual([]);
    });

    it('of binary formats, whatever bytes they hold', async () => {
      const row = (name: string, n: number) => {
        const count = Buffer.alloc(4);
        count.writeUInt32LE(n);
        return Buffer.concat([Buffer.from([name.length]), Buffer.from(name), count]);
      };
      const values = Readable.from([row('wren', 0x0a0a0a0a), row('\n\n', 2)]);
      await client.exec({ query: 'INSERT INTO birds FORMAT RowBinary', values });
      expect(await rows('SELECT name, n FROM birds ORDER BY n')).toEqual([
        ['\n\n', 2],
        ['wren', 0x0a0a0a0a],
      ]);
    });

    it('of a stream of objects', async () => {
      const values = Readable.from(
        Array.from({ length: 5000 }, (_, n) => ({ name: `${'\n'.repeat(n % 3)}${n}`, n })),
      );
      await client.insert({ table: 'birds', values, format: 'JSONEachRow' });
      expect(await rows('SELECT sum(n), uniqExact(name) FROM birds')).toEqual([
        ['12497500', '5000'],
      ]);
    });
  });

  it('tells how many rows an insert wrote', async () => {
    const values = [1, 2, 3].map((n) => ({ name: `${n}`, n }));
    const inline = await client.insert({ table: 'birds', values, format: 'JSONEachRow' });
    expect(inline.summary?.written_rows).toBe('3');
    const text = Readable.from(['a\t1\nb\t2\n'], { objectMode: false });
    const spooled = await client.insert({ table: 'birds', values: text, format: 'TabSeparated' });
    expect(spooled.summary?.written_rows).toBe('2');
  });

  it.each([
    'SELECT 1; DROP TABLE birds',
    '; SELECT 1; DROP TABLE birds',
    `INSERT INTO birds VALUES ('a', 1); DROP TABLE birds`,
    'SELECT 1 -- ;\n; DROP TABLE birds',
  ])('refuses two statements in one: %j', async (query) => {
    expect(await codeOf(client.command({ query }))).toBe('62');
    expect(await codeOf(client.query({ query, format: 'JSON' }))).toBe('62');
    expect(await codeOf(client.query({ query, format: 'JSONEachRow' }))).toBe('62');
    expect(await names()).toEqual([]);
  });

  it('takes a semicolon at the end', async () => {
    await client.command({ query: `INSERT INTO birds VALUES (';', 1);` });
    expect(await rows('SELECT name FROM birds;')).toEqual([[';']]);
  });

  it('binds values of every type as the HTTP interface does', async () => {
    const text = `tab\t newline\n\n quote' "double" back\\slash \\N {x:String} ; -- 鳥`;
    const at = new Date('2024-01-02T03:04:05.678Z');
    const result = await client.query({
      query: `SELECT {text:String}, {texts:Array(String)}, {at:DateTime64(3)} = toDateTime64('2024-01-02 03:04:05.678', 3),
              {big:UInt64}, {yes:Bool}, {none:Nullable(String)}, {map:Map(String, UInt8)}, count() FROM {table:Identifier}`,
      query_params: {
        text,
        texts: [text, ''],
        at,
        big: 18_446_744_073_709_551_615n,
        yes: true,
        none: null,
        map: { a: 1 },
        table: 'birds',
      },
      format: 'JSONCompactEachRow',
    });
    expect(await result.json<unknown>()).toEqual([
      [text, [text, ''], 1, '18446744073709551615', true, null, { a: 1 }, '0'],
    ]);
  });

  it('binds lists longer than a query may be', async () => {
    const names = Array.from({ length: 50_000 }, (_, n) => `bird '${n}'`);
    const result = await client.query({
      query: 'SELECT length({names:Array(String)})',
      query_params: { names },
      format: 'JSONCompactEachRow',
    });
    expect(await result.json<unknown>()).toEqual([['50000']]);
  });

  it("reports errors in the client's own type, with ClickHouse's code and type", async () => {
    await expect(rows('SELECT * FROM no_such_table')).rejects.toMatchObject({
      constructor: ClickHouseError,
      code: '60',
      type: 'UNKNOWN_TABLE',
    });
    const badRow = client.insert({ table: 'birds', values: [{ n: 'x' }], format: 'JSONEachRow' });
    expect(await codeOf(badRow)).toBe('27');
    const settings = { no_such_setting: 1 };
    expect(await codeOf(client.command({ query: 'SELECT 1', clickhouse_settings: settings }))).toBe(
      '115',
    );
  });

  it('refuses a session id rather than ignoring it', async () => {
    await expect(client.query({ query: 'SELECT 1', session_id: 'a' })).rejects.toThrow(
      /session_id/,
    );
  });

  it('serves statements in the order they were asked', async () => {
    const served: number[] = [];
    const asked = [1, 2, 3, 4, 5];
    await Promise.all(
      asked.map(async (n) => {
        await client.command({ query: `SELECT sleep(${n === 1 ? 0.2 : 0})` });
        served.push(n);
      }),
    );
    expect(served).toEqual(asked);
  });

  it('answers ping', async () => {
    expect(await client.ping()).toEqual({ success: true });
  });
});

describe('a statement that is not waited for to the end', () => {
  let fixture: StoreFixture;
  let client: ClickHouseClient;
  beforeAll(async () => {
    fixture = await openEmbeddedStore({ maxConcurrency: 2 });
    client = fixture.store.client;
  });
  afterAll(() => fixture.close());

  /** Hours of work. */
  const ENDLESS = `SELECT number, sipHash64(number) FROM numbers(1000000000000) WHERE sipHash64(number) = 1`;
  const running = async (): Promise<number> => {
    const query = `SELECT query FROM system.processes WHERE query LIKE '%1000000000000%'`;
    const found = await (
      await client.query({ query, format: 'JSONEachRow' })
    ).json<{ query: string }>();
    return found.filter((process) => !process.query.includes('system.processes')).length;
  };
  const untilRunning = async (count: number): Promise<void> => {
    while ((await running()) !== count) await delay(10);
  };

  it.each(['JSON', 'JSONEachRow'] as const)('is killed when aborted (%s)', async (format) => {
    const abort = new AbortController();
    const asking = client.query({ query: ENDLESS, format, abort_signal: abort.signal });
    await untilRunning(1);
    abort.abort();
    await expect(asking).rejects.toThrow('aborted');
    await untilRunning(0);
  });

  it('gives its place in the queue up when aborted before its turn', async () => {
    const abort = new AbortController();
    const asked = [1, 2, 3].map(() =>
      client.query({ query: ENDLESS, format: 'JSON', abort_signal: abort.signal }),
    );
    const outcomes = Promise.allSettled(asked);
    abort.abort();
    expect((await outcomes).map(({ status }) => status)).toEqual(asked.map(() => 'rejected'));
    await untilRunning(0);
  });

  const WIDE = `SELECT number, repeat('x', 1000) AS filler FROM numbers(100000000)`;

  it('streams rows before the statement is done, and ends when the reader leaves', async () => {
    const result = await client.query({ query: WIDE, format: 'JSONEachRow' });
    for await (const batch of result.stream()) {
      expect(batch.length).toBeGreaterThan(0);
      break;
    }
    // Both places of the pool are free again.
    const both = [1, 2].map(() => client.query({ query: 'SELECT 1', format: 'JSON' }));
    await Promise.all((await Promise.all(both)).map((answer) => answer.json()));
  });

  it('frees its place when its result is closed unread', async () => {
    for (let round = 0; round < 3; round += 1) {
      (await client.query({ query: WIDE, format: 'JSONEachRow' })).close();
    }
    const answer = await client.query({ query: 'SELECT 1', format: 'JSONCompactEachRow' });
    expect(await answer.json()).toEqual([[1]]);
  });

  it('holds a small result, so that an unread one blocks nobody', async () => {
    const unread = await Promise.all(
      [1, 2, 3].map((n) => client.query({ query: `SELECT ${n}`, format: 'JSONCompactEachRow' })),
    );
    expect(await Promise.all(unread.map((result) => result.json()))).toEqual([[[1]], [[2]], [[3]]]);
  });

  it('fails its reader when it fails after the first rows', async () => {
    const query = `SELECT repeat('x', 1000), throwIf(number = 90000000) FROM numbers(100000000) SETTINGS max_block_size = 1000`;
    const failing = query.replace('90000000', '9000');
    const result = await client.query({ query: failing, format: 'JSONCompactEachRow' });
    await expect(result.json()).rejects.toMatchObject({ code: '395' });
  });
});

describe('a data directory', () => {
  it('can be left for another one in the same process', async () => {
    const first = await openEmbeddedStore();
    const other = { dataDirectory: join(first.directory, 'other') };
    await expect(connectStore(other)).rejects.toThrow(/holds one directory per process/);
    const slow = first.store.client.query({ query: 'SELECT sleep(0.3)', format: 'JSON' });
    await first.close();
    await slow;
    await expect(first.store.client.query({ query: 'SELECT 1' })).rejects.toThrow(/closed/);
    await (await openEmbeddedStore()).close();
  });

  it('is free the moment that close resolves, whatever was aborted before', async () => {
    const [first, second] = await Promise.all(
      ['a-', 'b-'].map((name) => mkdtemp(join(tmpdir(), name))),
    );
    const store = await connectStore({ dataDirectory: first });
    const abort = new AbortController();
    const aborted = [1, 2, 3].map((n) =>
      store.client.query({ query: `SELECT sleep(${n})`, abort_signal: abort.signal }),
    );
    const outcomes = Promise.allSettled(aborted);
    await store.client.ping();
    abort.abort();
    await store.close();
    new Session(second).close();
    expect((await outcomes).map(({ status }) => status)).toEqual(aborted.map(() => 'rejected'));
    await Promise.all([first, second].map((directory) => rm(directory ?? '', { recursive: true })));
  });

  it('is refused while another process has it, with what to do about it', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'throughline-store-'));
    const chdb = createRequire(import.meta.url).resolve('chdb');
    const holder = spawn(process.execPath, [
      '-e',
      'const { Session } = require(process.argv[1]); new Session(process.argv[2]); console.log("open"); setInterval(() => {}, 1000)',
      chdb,
      directory,
    ]);
    await once(holder.stdout, 'data');
    await expect(connectStore({ dataDirectory: directory })).rejects.toThrow(
      `${directory} is in use by process ${String(holder.pid)}. Stop that process`,
    );
    holder.kill('SIGKILL');
    await once(holder, 'close');
    // What it left behind is no obstacle.
    await (await connectStore({ dataDirectory: directory })).close();
    await rm(directory, { recursive: true });
  });
});
