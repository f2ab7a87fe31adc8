import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DeliveryEvent, VerdictEvent, WithdrawalOf } from '@throughline/events';
import { readVerdictHistory, readVerdicts } from '@throughline/store';
import { batchesOf, eventOf, openTestStore, type TestStore } from '@throughline/testing';
import fc from 'fast-check';
import { FactRecorder } from './fact-recorder.js';

const PLACE = { service: 'api', environment: 'production' };
const EVERYWHERE = { environments: ['production'], everyService: true, services: [] };

type Said = VerdictEvent | WithdrawalOf<'verdict'>;

let store: TestStore;

beforeAll(async () => {
  store = await openTestStore();
});

afterAll(() => store.close());

beforeEach(forget);

async function forget(): Promise<void> {
  for (const table of ['verdicts', 'verdict_history', 'service_versions']) {
    await store.client.command({ query: `TRUNCATE TABLE ${table}` });
  }
}

async function record(events: readonly DeliveryEvent[], batchSize: number): Promise<void> {
  const log = { append: () => Promise.reject(new Error('nothing here is unusable')) };
  const recorder = new FactRecorder(store.client, log as never, () => 0);
  for (let start = 0; start < events.length; start += batchSize) {
    for (const batch of batchesOf(events.slice(start, start + batchSize))) {
      await recorder.record(batch);
    }
  }
}

const trailOf = (deploymentId: string) =>
  readVerdictHistory(store.client, { ...PLACE, deploymentId });

const given = (deploymentId: string, failed: boolean, at: number) =>
  eventOf({
    ...{ type: 'verdict', ...PLACE, deploymentId, failed, at: 1_770_000_000 + at },
    reason: `as seen at ${at}`,
    by: `person ${at}`,
  }) as Said;

const takenBack = (deploymentId: string, at: number) =>
  eventOf({
    ...{ type: 'verdict', ...PLACE, deploymentId, retracted: true, at: 1_770_000_000 + at },
    by: `person ${at}`,
  }) as Said;

/** What somebody said of one of two deployments, each thing at a moment of its own. */
const trails = fc
  .array(
    fc.record({
      deploymentId: fc.constantFrom('r1', 'r2'),
      said: fc.constantFrom('failed', 'did not fail', 'taken back'),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((sayings) =>
    sayings.map(({ deploymentId, said }, at) =>
      said === 'taken back'
        ? takenBack(deploymentId, at)
        : given(deploymentId, said === 'failed', at),
    ),
  )
  .chain((events) =>
    fc.record({
      events: fc.constant(events),
      arrivals: fc
        .shuffledSubarray([...events, ...events], { minLength: events.length })
        .map((some) => [...some, ...events.filter((event) => !some.includes(event))]),
      batchSize: fc.integer({ min: 1, max: 12 }),
    }),
  );

describe('verdicts', () => {
  it('end as the last one says and keep all that was said, whatever the order, the repetition and the batches', async () => {
    await fc.assert(
      fc.asyncProperty(trails, async ({ events, arrivals, batchSize }) => {
        await forget();
        await record(arrivals, batchSize);
        const newestFirst = events.toReversed();
        const standing = ['r1', 'r2'].flatMap((deploymentId) => {
          const last = newestFirst.find((event) => event.deploymentId === deploymentId);
          if (last === undefined || last.retracted) return [];
          const { failed, reason, by, at } = last;
          return [{ ...PLACE, deploymentId, failed, reason, by, at }];
        });
        expect(await readVerdicts(store.client, EVERYWHERE)).toEqual(standing);
        for (const deploymentId of ['r1', 'r2']) {
          expect(await trailOf(deploymentId)).toEqual(
            newestFirst
              .filter((event) => event.deploymentId === deploymentId)
              .map((event) => ({
                takenBack: event.retracted,
                failed: event.retracted ? null : event.failed,
                reason: event.reason,
                by: event.by,
                at: event.at,
              })),
          );
        }
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it('are read for the services and environments that are asked for', async () => {
    await record([given('r1', true, 1)], 1);
    const read = (services: string[], environments = ['production']) =>
      readVerdicts(store.client, { environments, everyService: false, services });
    expect(await read(['api', 'web'])).toHaveLength(1);
    expect(await read(['web'])).toEqual([]);
    expect(await read(['api'], ['staging'])).toEqual([]);
  });
});

it('a service that moves between teams keeps its past, also where one batch has both', async () => {
  const owned = (team: string, updatedAt: number) =>
    eventOf({ type: 'service', name: 'api', team, updatedAt });
  await record([owned('payments', 1_770_000_002), owned('search', 1_770_000_001)], 2);
  const rows = await store.client.query({
    query: 'SELECT team FROM service_versions FINAL ORDER BY since',
    format: 'JSONEachRow',
  });
  expect(await rows.json()).toEqual([{ team: 'search' }, { team: 'payments' }]);
});
