import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { EventLog, LogRecord } from '@throughline/event-log';
import { TOPICS } from '@throughline/events';
import { batchesOf, eventOf, openTestStore, type TestStore } from '@throughline/testing';
import { FactRecorder } from '../facts/fact-recorder.js';
import { ChangeTeller } from './change-teller.js';

const NOW = Date.UTC(2026, 2, 10, 12);
const HOUR = 60 * 60 * 1000;

let store: TestStore;
let recorder: FactRecorder;
const told: LogRecord[] = [];

beforeAll(async () => {
  store = await openTestStore();
  recorder = new FactRecorder(store.client, {} as EventLog, () => NOW);
  await tellOf([
    deployed('shop', 'd1', { version: '1.4.0', sha: 'a'.repeat(40) }),
    deployed('search', 'd2', { environment: 'live' }),
    { type: 'incident', id: 'i1', service: 'mobile', openedAt: NOW - HOUR },
  ]);
});

afterAll(() => store.close());

function deployed(service: string, id: string, more: object) {
  return {
    ...{ type: 'deployment', service, environment: 'production', id, status: 'succeeded' },
    ...{ finishedAt: NOW - HOUR, ...more },
  };
}

/** The places that are told to have changed, as `service environment`. */
async function tellOf(inputs: readonly object[]): Promise<readonly string[]> {
  told.length = 0;
  const log = { append: (records: readonly LogRecord[]) => Promise.resolve(told.push(...records)) };
  const production = ['production', 'live'];
  const teller = new ChangeTeller(store.client, log as unknown as EventLog, production, () => NOW);
  for (const batch of batchesOf(inputs.map((input) => eventOf(input)))) {
    await teller.tell(await recorder.record(batch));
  }
  return told
    .map(({ value }) => JSON.parse(value.toString()) as Record<string, string>)
    .map(({ service, environment }) => `${service} ${environment}`)
    .sort();
}

it('is told of where a deployment was made, keyed by its service', async () => {
  expect(await tellOf([deployed('shop', 'd3', {})])).toEqual(['shop production']);
  expect(told).toMatchObject([{ topic: TOPICS.changed, key: 'service shop' }]);
});

it('is told of a place once, however many facts are about it', async () => {
  const inputs = [deployed('shop', 'd4', {}), deployed('shop', 'd5', {})];
  expect(await tellOf(inputs)).toEqual(['shop production']);
});

it.each([
  ['a verdict, where its deployment is', verdictOn('search', 'd2'), ['search production']],
  [
    'an incident that says no environment, in all that are production',
    { type: 'incident', id: 'i2', services: ['shop', 'search'], openedAt: NOW },
    ['search live', 'search production', 'shop live', 'shop production'],
  ],
  [
    'an incident that names no service, where the version is that it names',
    { type: 'incident', id: 'i3', openedAt: NOW, causedBy: { version: '1.4.0' } },
    ['shop production'],
  ],
  [
    'an incident that names a commit, where it was deployed',
    { type: 'incident', id: 'i4', openedAt: NOW, causedBy: { sha: 'a'.repeat(40) } },
    ['shop production'],
  ],
  [
    'a fix, there and where the deployment is that it fixes',
    deployed('gateway', 'g1', { fixes: ['d2'] }),
    ['gateway production', 'search live'],
  ],
  [
    'a fix of an incident, where that happened',
    deployed('gateway', 'g2', { fixes: ['i1'] }),
    ['gateway production', 'mobile live', 'mobile production'],
  ],
])('is told of %s', async (_name, input, places) => {
  expect(await tellOf([input])).toEqual(places);
});

it('is not hurried by what is older than two days: that wakes nobody', async () => {
  const old = NOW - 49 * HOUR;
  expect(await tellOf([deployed('shop', 'old', { finishedAt: old })])).toEqual([]);
  expect(await tellOf([{ type: 'commit', ...COMMIT }])).toEqual([]);
});

const COMMIT = {
  ...{ repository: 'acme/shop', sha: 'b'.repeat(40), parents: [] },
  ...{ authoredAt: NOW, committedAt: NOW },
};

function verdictOn(service: string, deploymentId: string) {
  return {
    ...{ type: 'verdict', service, environment: 'production', deploymentId },
    ...{ failed: true, reason: 'no order went through', by: 'Ada', at: NOW },
  };
}
