import { connectStore } from '@throughline/store';
import { expect, it, jest } from '@jest/globals';
import { openTestClickHouse } from './clickhouse-lane.js';
import { openTestStore } from './test-store.js';

jest.setTimeout(60_000);

it('a test store starts with the tables of this version, and one after the other can be opened', async () => {
  for (const round of [1, 2]) {
    const store = await openTestStore();
    const result = await store.client.query({
      query: 'SELECT version FROM schema_migrations',
      format: 'JSON',
    });
    expect({ round, rows: (await result.json()).rows }).not.toEqual({ round, rows: 0 });
    await store.close();
  }
});

it('a test ClickHouse speaks HTTP and has a database of its own', async () => {
  const clickHouse = await openTestClickHouse();
  const store = await connectStore({ url: clickHouse.url });
  expect(store.kind).toBe('server');
  const result = await store.client.query({ query: 'SHOW TABLES', format: 'JSON' });
  expect((await result.json()).rows).toBe(0);
  await store.close();
  await clickHouse.close();
});
