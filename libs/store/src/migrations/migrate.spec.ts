import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Store } from '../engine/connect.js';
import { connectStore } from '../engine/connect.js';
import { migrate } from './migrate.js';
import { isAbandoned, LEASE_SECONDS, withMigrationLock } from './migration-lock.js';

// A real engine on a busy machine: the default of 5 s says more about the machine than about the engine.
jest.setTimeout(60_000);

describe('migrations', () => {
  let root: string;
  let folder: URL;
  let store: Store;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'throughline-migrations-'));
    folder = pathToFileURL(`${await mkdtemp(join(root, 'sql-'))}/`);
    store = await connectStore({ dataDirectory: join(root, 'data') });
  });
  afterEach(async () => {
    await store.close();
    await rm(root, { recursive: true });
  });

  const file = (name: string, sql: string) => writeFile(new URL(name, folder), sql);
  const rows = async (query: string): Promise<unknown[]> =>
    (await store.client.query({ query, format: 'JSONCompactEachRow' })).json();

  const BIRDS = `
    -- Birds; and a semicolon that ends nothing.
    CREATE TABLE IF NOT EXISTS birds (name String DEFAULT 'a;b') ENGINE = MergeTree ORDER BY name;
    INSERT INTO birds VALUES ('wren; or robin');`;

  it('applies files in the order of their numbers, each once', async () => {
    await file('0001-birds.sql', BIRDS);
    await file('0002-more-birds.sql', `INSERT INTO birds SELECT name || '!' FROM birds`);
    expect(await migrate(store, folder)).toEqual(['0001-birds.sql', '0002-more-birds.sql']);
    expect(await migrate(store, folder)).toEqual([]);
    expect(await rows('SELECT name FROM birds ORDER BY name')).toEqual([
      ['wren; or robin'],
      ['wren; or robin!'],
    ]);
  });

  it('is done once when several processes start together', async () => {
    await file('0001-birds.sql', BIRDS);
    const others = await Promise.all(
      [1, 2, 3].map(() => connectStore({ dataDirectory: join(root, 'data') })),
    );
    const applied = await Promise.all([store, ...others].map((each) => migrate(each, folder)));
    await Promise.all(others.map((each) => each.close()));
    expect(applied.flat()).toEqual(['0001-birds.sql']);
    expect(await rows('SELECT count() FROM birds')).toEqual([['1']]);
  });

  it('goes on where a failed migration stopped', async () => {
    await file('0001-birds.sql', BIRDS);
    await file('0002-broken.sql', 'SELECT 1; SELECT * FROM no_such_table');
    await expect(migrate(store, folder)).rejects.toThrow(
      /0002-broken\.sql failed at its statement 2: .*no_such_table/,
    );
    await file('0002-broken.sql', 'SELECT 1');
    expect(await migrate(store, folder)).toEqual(['0002-broken.sql']);
    expect(await rows('SELECT count() FROM birds')).toEqual([['1']]);
  });

  it('refuses an applied migration whose text was changed', async () => {
    await file('0001-birds.sql', BIRDS);
    await migrate(store, folder);
    await file('0001-birds.sql', `${BIRDS} -- and a note`);
    await expect(migrate(store, folder)).rejects.toThrow(/0001-birds\.sql was changed after/);
  });

  it('takes a file with other line ends for the same file', async () => {
    await file('0001-birds.sql', BIRDS);
    await migrate(store, folder);
    await file('0001-birds.sql', BIRDS.replaceAll('\n', '\r\n'));
    expect(await migrate(store, folder)).toEqual([]);
  });

  it('refuses a database that a newer version migrated', async () => {
    await file('0001-birds.sql', BIRDS);
    await file('0002-later.sql', 'SELECT 1');
    await migrate(store, folder);
    await rm(new URL('0002-later.sql', folder));
    await expect(migrate(store, folder)).rejects.toThrow(
      /newer version: it has 0002-later\.sql, and this version ends at 0001-birds\.sql/,
    );
  });

  it.each([
    ['a gap', ['0001-a.sql', '0003-c.sql']],
    ['a number used twice', ['0001-a.sql', '0001-b.sql']],
    ['a file without a number', ['0001-a.sql', 'later.sql']],
  ])('refuses %s', async (_, names) => {
    await Promise.all(names.map((name) => file(name, 'SELECT 1')));
    await expect(migrate(store, folder)).rejects.toThrow(/numbered from 0001 without gaps/);
  });

  it('breaks the lock that a dead process left in its data directory', async () => {
    await file('0001-birds.sql', BIRDS);
    await store.client.command({
      query: `CREATE TABLE schema_migrations_lock (held UInt8) ENGINE = Memory COMMENT 'a dead process'`,
    });
    expect(await migrate(store, folder)).toEqual(['0001-birds.sql']);
    expect(await rows(`EXISTS TABLE schema_migrations_lock`)).toEqual([[0]]);
  });

  it('frees the lock when the work under it fails', async () => {
    const failing = withMigrationLock(store, () => Promise.reject(new Error('work failed')));
    await expect(failing).rejects.toThrow('work failed');
    expect(await withMigrationLock(store, () => Promise.resolve('free'))).toBe('free');
  });

  it('leaves the lock of a server to its holder until the lease is over', () => {
    const lock = { uuid: '', holder: 'another host' };
    expect(isAbandoned({ ...lock, ageSeconds: LEASE_SECONDS - 1 }, 'server')).toBe(false);
    expect(isAbandoned({ ...lock, ageSeconds: LEASE_SECONDS + 1 }, 'server')).toBe(true);
  });
});
