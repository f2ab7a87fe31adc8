import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type ArtifactEvent,
  type CommitEvent,
  type DeliveryEvent,
  type DeploymentEvent,
  identityOf,
} from '@throughline/events';
import { connectStore, migrate, type Store } from '@throughline/store';
import { batchesOf, eventOf, oracleFirstShipments } from '@throughline/testing';
import fc from 'fast-check';
import { FactRecorder } from '../facts/fact-recorder.js';

const sha = (number: number) => number.toString(16).padStart(40, '0');

interface Shipped {
  readonly service: string;
  readonly environment: string;
  readonly repository: string;
  readonly sha: string;
  readonly deploymentId: string;
}

const digest = (number: number) => `sha256:${number.toString(16).padStart(64, '0')}`;

/** Two builds, a tag that moves between them, and both ways of naming a build at once. */
const REFERENCES = [
  `ghcr.io/acme/shop@${digest(1)}`,
  `mirror.example/shop:live@${digest(2)}`,
  'ghcr.io/acme/shop:live',
  `ghcr.io/acme/shop:live@${digest(3)}`,
  'pkg:npm/%40acme/web@1.2.3',
];
const references = fc.constantFrom(...REFERENCES);

const inOrder = (rows: readonly Shipped[]) =>
  rows
    .map((row) =>
      [row.service, row.environment, row.repository, row.sha, row.deploymentId].join(' '),
    )
    .sort();

/** One is a fork of the other: a commit of the same sha may be in both, with other parents. */
const repositories = fc.constantFrom('acme/shop', 'acme/lib');

/** An organisation's history: each thing stated once or more, corrected, or withdrawn. */
const history = fc
  .record({
    // Parents are drawn from commits before and from two that never arrive.
    commits: fc.array(
      fc.record({
        repository: repositories,
        parents: fc.uniqueArray(fc.nat({ max: 13 }), { maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 12 },
    ),
    corrections: fc.array(
      fc.record({
        repository: repositories,
        commit: fc.nat({ max: 11 }),
        parents: fc.uniqueArray(fc.nat(13), { maxLength: 2 }),
        retracted: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
    artifacts: fc.array(
      fc.record({
        artifact: references,
        alsoKnownAs: fc.uniqueArray(references, { maxLength: 2 }),
        repository: repositories,
        commit: fc.nat({ max: 13 }),
        builtAt: fc.option(fc.integer({ min: 0, max: 6 })),
        updatedAt: fc.integer({ min: 1, max: 4 }),
        retracted: fc.nat(4).map((chance) => chance === 0),
      }),
      { maxLength: 6 },
    ),
    deployments: fc.array(
      fc.record({
        service: fc.constantFrom('api', 'web'),
        environment: fc.constantFrom('production', 'staging'),
        id: fc.constantFrom('d1', 'd2', 'd3', 'd4'),
        repository: fc.option(repositories),
        commit: fc.option(fc.nat({ max: 13 }), { freq: 4 }),
        beside: fc.array(fc.record({ repository: repositories, commit: fc.nat({ max: 13 }) }), {
          maxLength: 3,
        }),
        artifacts: fc.uniqueArray(references, { maxLength: 2 }),
        status: fc.constantFrom('succeeded', 'succeeded', 'failed', 'rolled_back', 'in_progress'),
        finishedAt: fc.integer({ min: 1, max: 5 }),
        updatedAt: fc.integer({ min: 1, max: 4 }),
        retracted: fc.boolean().map((yes) => yes && fc.sample(fc.boolean(), 1)[0]),
      }),
      { minLength: 1, maxLength: 8 },
    ),
  })
  .map(({ commits, corrections, artifacts, deployments }) => {
    const commit = (
      repository: string,
      index: number,
      parents: readonly number[],
      updatedAt: number,
      retracted = false,
    ) =>
      eventOf({
        type: 'commit',
        ...(retracted ? { retracted } : {}),
        repository,
        sha: sha(index),
        parents: parents.filter((parent) => parent !== index).map(sha),
        authoredAt: 1_700_000_000 + index,
        updatedAt,
      });
    return [
      ...commits.map(({ repository, parents }, index) =>
        commit(
          repository,
          index,
          parents.map((parent) => (parent >= 12 ? parent : parent % (index + 1))),
          1,
        ),
      ),
      ...corrections.map(({ repository, commit: index, parents, retracted }, at) =>
        commit(repository, index, parents, 2 + at, retracted),
      ),
      ...artifacts.map(({ commit: of, retracted, builtAt, ...rest }) =>
        eventOf({
          type: 'artifact',
          ...rest,
          sha: sha(of),
          builtAt: builtAt === null ? null : 1_700_000_000 + builtAt,
          ...(retracted ? { retracted } : {}),
        }),
      ),
      ...deployments.map(({ commit: of, beside, retracted, finishedAt, ...rest }) =>
        eventOf({
          type: 'deployment',
          ...rest,
          sha: of === null ? null : sha(of),
          commits: beside.map(({ repository, commit }) => ({ repository, sha: sha(commit) })),
          finishedAt: 1_700_000_000 + finishedAt,
          ...(retracted === true ? { retracted: true } : {}),
        }),
      ),
    ];
  })
  .chain((events) =>
    fc.record({
      events: fc.constant(events),
      arrivals: fc.shuffledSubarray([...events, ...events], {
        minLength: events.length,
        maxLength: events.length * 2,
      }),
      batchSize: fc.integer({ min: 1, max: 8 }),
    }),
  )
  // Whatever the order and the repetitions, everything arrives at least once.
  .map(({ events, arrivals, batchSize }) => ({
    events,
    arrivals: [...arrivals, ...events.filter((event) => !arrivals.includes(event))],
    batchSize,
  }));

describe('first shipments', () => {
  let directory: string;
  let store: Store;
  let recorder: FactRecorder;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'throughline-aggregation-'));
    store = await connectStore({ dataDirectory: directory });
    await migrate(store);
  });

  afterAll(async () => {
    await store.close();
    await rm(directory, { recursive: true, force: true });
  });

  const log = { append: () => Promise.reject(new Error('nothing here is unusable')) };

  const clear = async () => {
    for (const table of [
      'commits',
      'artifacts',
      'artifact_names',
      'deployments',
      'shipments',
      'shipment_generations',
      'shipment_contributions',
      'outdated_repositories',
    ]) {
      await store.client.command({ query: `TRUNCATE TABLE ${table}` });
    }
  };

  const consume = async (
    consumer: FactRecorder,
    events: readonly DeliveryEvent[],
    batchSize: number,
  ) => {
    for (let start = 0; start < events.length; start += batchSize) {
      for (const batch of batchesOf(events.slice(start, start + batchSize))) {
        await consumer.record(batch);
      }
    }
  };

  const record = async (events: readonly DeliveryEvent[], batchSize: number) => {
    await clear();
    // Another process goes on where the first one ended: it remembers nothing.
    const half = Math.ceil(events.length / 2);
    for (const part of [events.slice(0, half), events.slice(half)]) {
      recorder = new FactRecorder(store.client, log as never, () => 0);
      await consume(recorder, part, batchSize);
    }
  };

  const shipped = async () => {
    const result = await store.client.query({
      query: `
        SELECT service, environment, repository, sha, deployment_id AS deploymentId
        FROM first_shipments
        WHERE (repository, sha) IN (SELECT repository, sha FROM commits FINAL)`,
      format: 'JSONEachRow',
    });
    return result.json<Shipped>();
  };

  /** The newest version of each thing, withdrawn ones left out; ties cannot be told apart here. */
  const newest = (events: readonly DeliveryEvent[]) => {
    const facts = new Map<string, DeliveryEvent>();
    for (const event of events) {
      const key = identityOf(event);
      const other = facts.get(key);
      if (other === undefined || other.updatedAt < event.updatedAt) facts.set(key, event);
    }
    return [...facts.values()].filter((event) => !event.retracted);
  };

  const withoutTies = (events: readonly DeliveryEvent[]) => {
    const seen = new Set<string>();
    return events.filter((event) => {
      const key = `${identityOf(event)} ${event.updatedAt}`;
      return seen.has(key) ? false : Boolean(seen.add(key));
    });
  };

  it('are what the oracle says, whatever the order, the repetition, the batches and the corrections', async () => {
    await fc.assert(
      fc.asyncProperty(history, async ({ events, arrivals, batchSize }) => {
        const once = new Set(withoutTies(events));
        await record(
          arrivals.filter((event) => once.has(event)),
          batchSize,
        );
        const facts = newest([...once]);
        const expected = oracleFirstShipments(
          facts.filter((event): event is CommitEvent => event.type === 'commit'),
          facts.filter((event): event is DeploymentEvent => event.type === 'deployment'),
          facts.filter((event): event is ArtifactEvent => event.type === 'artifact'),
        );
        expect(inOrder(await shipped())).toEqual(inOrder(expected));
        expect(await recorder.sweep()).toEqual([]);
      }),
      { numRuns: 25 },
    );
  }, 300_000);

  const commit = (index: number, ...parents: number[]) =>
    eventOf({
      type: 'commit',
      repository: 'acme/shop',
      sha: sha(index),
      parents: parents.map(sha),
      authoredAt: 1_700_000_000,
    });
  const deployed = (id: string, of: number, finishedAt: number) =>
    eventOf({
      type: 'deployment',
      service: 'api',
      environment: 'production',
      repository: 'acme/shop',
      id,
      sha: sha(of),
      status: 'succeeded',
      finishedAt,
    });

  it.each([
    [
      'a value that no deployment gave',
      `INSERT INTO shipments SELECT repository, sha, service, environment, generation,
         tuple(toDateTime64('2001-01-01 00:00:00', 3, 'UTC'), 'nobody') FROM shipments LIMIT 1`,
    ],
    ['a value that was lost', `DELETE FROM shipments WHERE sha = '${sha(1)}'`],
    [
      'a value that is too late',
      `ALTER TABLE shipments UPDATE first = tuple(toDateTime64('2030-01-01 00:00:00', 3, 'UTC'), 'd2')
         WHERE sha = '${sha(0)}' SETTINGS mutations_sync = 2`,
    ],
  ])('are compared with the facts and mended by the sweep: %s', async (_, damage) => {
    await record(
      [
        commit(0),
        commit(1, 0),
        commit(2, 1),
        deployed('d1', 1, 1_700_000_100),
        deployed('d2', 2, 1_700_000_200),
      ],
      5,
    );
    const before = inOrder(await shipped());
    expect(await recorder.sweep()).toEqual([]);
    await store.client.command({ query: damage });
    expect(inOrder(await shipped())).not.toEqual(before);

    const found = await recorder.sweep();
    expect(found).toMatchObject([{ service: 'api', environment: 'production' }]);
    expect(inOrder(await shipped())).toEqual(before);
    expect(await recorder.sweep()).toEqual([]);
  });

  const withdrawn = (index: number) =>
    eventOf({
      type: 'commit',
      repository: 'acme/shop',
      sha: sha(index),
      retracted: true,
      updatedAt: 1_700_000_500,
    });
  const deployedFromSomewhere = (id: string, of: number) =>
    eventOf({
      type: 'deployment',
      service: 'api',
      environment: 'production',
      id,
      sha: sha(of),
      status: 'succeeded',
      finishedAt: 1_700_000_100,
    });

  it('are not of a repository that only a withdrawn commit told', async () => {
    await record([deployedFromSomewhere('d1', 1), commit(1), withdrawn(1)], 1);
    expect(await recorder.sweep()).toEqual([]);
  });

  it('do not go through a withdrawn commit when what it was before arrives late', async () => {
    // The first half of the events and the second are recorded by two processes.
    await record([commit(0), withdrawn(1), deployedFromSomewhere('d1', 1), commit(1, 0)], 1);
    expect(await shipped()).toEqual([]);
    expect(await recorder.sweep()).toEqual([]);
  });
});
