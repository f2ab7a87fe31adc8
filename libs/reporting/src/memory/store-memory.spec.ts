import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventOf, openTestStore, recordEvents, type TestStore } from '@throughline/testing';
import { deployment } from '../events.fixture.js';
import { at } from '../organisation.fixture.js';
import { StoreMemory } from './store-memory.js';

let store: TestStore;
let memory: StoreMemory;
let works: string[];

beforeAll(async () => {
  store = await openTestStore();
  await record('first');
});

afterAll(() => store.close());

beforeEach(() => {
  memory = new StoreMemory(store.client);
  works = [];
});

const record = (id: string) => recordEvents(store.client, [eventOf(deployment('api', id, at(2)))]);

/** Asks, and says how many deployments there were when it was worked out. */
const ask = (question: string, bytes = 1) =>
  memory.recall(
    [question],
    async () => {
      works.push(question);
      const rows = await store.client.query({
        query: 'SELECT count() AS n FROM deployments FINAL',
        format: 'JSONEachRow',
      });
      const [row] = await rows.json<{ n: string }>();
      return Number(row?.n);
    },
    () => bytes,
  );

describe('what was worked out', () => {
  it('is known until anything more is stored', async () => {
    const before = await ask('how many');
    expect(await ask('how many')).toBe(before);
    expect(works).toEqual(['how many']);
    await record('second');
    expect(await ask('how many')).toBe(before + 1);
    expect(works).toHaveLength(2);
  });

  it('is the answer to its own question only', async () => {
    await ask('one');
    await ask('other');
    expect(works).toEqual(['one', 'other']);
  });

  it('is waited for by who asks meanwhile', async () => {
    await Promise.all([ask('how many'), ask('how many'), ask('how many')]);
    expect(works).toHaveLength(1);
  });

  it('is worked out again where that failed', async () => {
    const failing = memory.recall(
      ['how many'],
      () => Promise.reject(new Error('lost')),
      () => 1,
    );
    await expect(failing).rejects.toThrow('lost');
    expect(await ask('how many')).toBeGreaterThan(0);
  });

  it('makes room for what is asked later, the longest unused first', async () => {
    const third = 100 * 1024 * 1024;
    await ask('one', third);
    await ask('two', third);
    await ask('one', third);
    await ask('three', third);
    works = [];
    await ask('one', third);
    expect(works).toEqual([]);
    await ask('two', third);
    expect(works).toEqual(['two']);
  });

  it('is not kept of a store of which nothing tells how far it is', async () => {
    const empty = new StoreMemory(store.client);
    await store.client.command({ query: 'TRUNCATE TABLE ingestion_progress' });
    memory = empty;
    await ask('how many');
    await ask('how many');
    expect(works).toHaveLength(2);
  });
});
