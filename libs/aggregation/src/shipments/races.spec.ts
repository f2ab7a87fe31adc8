import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DeliveryEvent } from '@throughline/events';
import type { ClickHouseClient } from '@throughline/store';
import { batchesOf, eventOf, openTestStore, type TestStore } from '@throughline/testing';
import fc from 'fast-check';
import { FactRecorder } from '../facts/fact-recorder.js';

/** Lets a consumer run so many statements and then holds it. */
class Gate {
  private permits = 0;
  private pass: (() => void) | undefined;
  private held: (() => void) | undefined;

  client(client: ClickHouseClient): ClickHouseClient {
    const through =
      <Call, Answer>(run: (call: Call) => Promise<Answer>) =>
      async (call: Call): Promise<Answer> => {
        await this.enter();
        return run(call);
      };
    return Object.create(client, {
      query: { value: through((call: never) => client.query(call)) },
      insert: { value: through((call: never) => client.insert(call)) },
    }) as ClickHouseClient;
  }

  /** Resolves when the consumer has run them all and waits for more, or has come to its end. */
  async run(statements: number, end: Promise<void>): Promise<void> {
    const isHeld = new Promise<void>((resolve) => (this.held = resolve));
    this.permits = statements;
    this.pass?.();
    await Promise.race([isHeld, end]);
  }

  private async enter(): Promise<void> {
    while (this.permits === 0) {
      this.held?.();
      await new Promise<void>((resolve) => (this.pass = resolve));
    }
    this.permits -= 1;
  }
}

const sha = (number: number) => number.toString(16).padStart(40, '0');

/** The events of one run; each run has names of its own. */
const eventsOf = (run: string) => {
  const repository = `acme/shop-${run}`;
  const place = { service: `api-${run}`, environment: 'production' };
  const commitAt = (updatedAt: number, index: number, parents: readonly number[]) =>
    eventOf({
      type: 'commit',
      repository,
      sha: sha(index),
      parents: parents.map(sha),
      authoredAt: 1_700_000_000,
      updatedAt,
    });
  return {
    commit: (index: number, ...parents: number[]) => commitAt(1_700_000_000, index, parents),
    corrected: (index: number, ...parents: number[]) => commitAt(1_700_000_001, index, parents),
    deployed: (id: string, of: number, finishedAt: number) =>
      eventOf({
        type: 'deployment',
        ...place,
        ...{ repository, id, sha: sha(of), status: 'succeeded', finishedAt },
      }),
    /** A deployment of another repository, which a consumer of that one takes in. */
    deployedElsewhere: (id: string, of: number, finishedAt: number) =>
      eventOf({
        type: 'deployment',
        ...place,
        ...{ repository: `acme/site-${run}`, id, sha: sha(99), status: 'succeeded', finishedAt },
        commits: [{ repository, sha: sha(of) }],
      }),
    /** A deployment that says only what was built of it. */
    deployedArtifact: (id: string, finishedAt: number) =>
      eventOf({
        type: 'deployment',
        ...place,
        ...{ id, artifact: `acme/shop:${run}`, status: 'succeeded', finishedAt },
      }),
    built: (of: number, updatedAt: number) =>
      eventOf({
        type: 'artifact',
        ...{ artifact: `acme/shop:${run}`, repository, sha: sha(of), updatedAt },
      }),
    withdrawn: (id: string) =>
      eventOf({ type: 'deployment', ...place, id, retracted: true, updatedAt: 1_800_000_000 }),
  };
};

type Events = ReturnType<typeof eventsOf>;

interface Meeting {
  readonly name: string;
  readonly before: (events: Events) => readonly DeliveryEvent[];
  readonly here: (events: Events) => DeliveryEvent;
  readonly there: (events: Events) => DeliveryEvent;
  readonly shipped: readonly (readonly [commit: number, deployment: string])[];
}

const MEETINGS: readonly Meeting[] = [
  {
    name: 'a commit arrives while its child is being shipped',
    before: ({ commit }) => [commit(2, 1), commit(0)],
    here: ({ deployed }) => deployed('d1', 2, 1_700_000_100),
    there: ({ commit }) => commit(1, 0),
    shipped: [
      [0, 'd1'],
      [1, 'd1'],
      [2, 'd1'],
    ],
  },
  {
    name: 'a commit arrives while a deployment of another repository brings its child',
    before: ({ commit }) => [commit(2, 1), commit(0)],
    here: ({ commit }) => commit(1, 0),
    there: ({ deployedElsewhere }) => deployedElsewhere('d1', 2, 1_700_000_100),
    shipped: [
      [0, 'd1'],
      [1, 'd1'],
      [2, 'd1'],
    ],
  },
  {
    name: 'a deployment is withdrawn while a later one is being shipped',
    before: ({ commit, deployed }) => [
      ...[commit(0), commit(1, 0), commit(2, 1)],
      deployed('d1', 1, 1_700_000_100),
    ],
    here: ({ deployed }) => deployed('d2', 2, 1_700_000_200),
    there: ({ withdrawn }) => withdrawn('d1'),
    shipped: [
      [0, 'd2'],
      [1, 'd2'],
      [2, 'd2'],
    ],
  },
  {
    name: 'two deployments are withdrawn at once',
    before: ({ commit, deployed }) => [
      ...[commit(0), commit(1, 0)],
      ...['d1', 'd2', 'd3'].map((id, index) => deployed(id, 1, 1_700_000_100 + index)),
    ],
    here: ({ withdrawn }) => withdrawn('d1'),
    there: ({ withdrawn }) => withdrawn('d2'),
    shipped: [
      [0, 'd3'],
      [1, 'd3'],
    ],
  },
  {
    name: 'a commit loses its parent while it is being shipped',
    before: ({ commit }) => [commit(0), commit(1, 0)],
    here: ({ deployed }) => deployed('d1', 1, 1_700_000_100),
    there: ({ corrected }) => corrected(1),
    shipped: [[1, 'd1']],
  },
  {
    name: 'an artifact arrives while it is being deployed',
    before: ({ commit }) => [commit(0), commit(1, 0)],
    here: ({ deployedArtifact }) => deployedArtifact('d1', 1_700_000_100),
    there: ({ built }) => built(1, 1_700_000_000),
    shipped: [
      [0, 'd1'],
      [1, 'd1'],
    ],
  },
  {
    name: 'an artifact is corrected while it is being deployed',
    before: ({ commit, built }) => [commit(0), commit(1, 0), built(1, 1_700_000_000)],
    here: ({ deployedArtifact }) => deployedArtifact('d1', 1_700_000_100),
    there: ({ built }) => built(0, 1_700_000_001),
    shipped: [[0, 'd1']],
  },
];

/** `SHIPMENT_RACES=300` tries nearly every pair of interruptions. */
const RUNS = Number(process.env['SHIPMENT_RACES'] ?? 25);

/** More than the statements that any of these events takes before it is shipped. */
const STATEMENTS = 16;

const log = { append: () => Promise.reject(new Error('nothing here is unusable')) };

describe('two consumers that relate one repository at once', () => {
  let store: TestStore;
  let runs = 0;

  beforeAll(async () => {
    store = await openTestStore();
  });

  afterAll(() => store.close());

  const recorder = (client: ClickHouseClient) => new FactRecorder(client, log as never, () => 0);

  const record = async (consumer: FactRecorder, events: readonly DeliveryEvent[]) => {
    for (const batch of batchesOf(events)) await consumer.record(batch);
  };

  /** One consumer is held after so many statements, the other then runs so many, and both go on. */
  const meet = async (meeting: Meeting, first: number, second: number) => {
    runs += 1;
    const run = String(runs);
    const events = eventsOf(run);
    const [gate, otherGate] = [new Gate(), new Gate()];
    // One consumer was there before, and so remembers; the other has just started.
    const here = recorder(gate.client(store.client));
    const before = record(here, meeting.before(events));
    await gate.run(Infinity, before);
    await before;
    await gate.run(0, Promise.resolve());
    const there = recorder(otherGate.client(store.client));

    const hereDone = record(here, [meeting.here(events)]);
    await gate.run(first, hereDone);
    const thereDone = record(there, [meeting.there(events)]);
    await otherGate.run(second, thereDone);
    await gate.run(Infinity, hereDone);
    await hereDone;
    await otherGate.run(Infinity, thereDone);
    await thereDone;
    return shipped(run);
  };

  const shipped = async (run: string) => {
    const result = await store.client.query({
      query: `
        SELECT sha, deployment_id AS id
        FROM first_shipments
        WHERE service = {service:String}
          AND repository = {repository:String}
          AND sha IN (SELECT sha FROM commits FINAL WHERE repository = {repository:String})
        ORDER BY sha`,
      query_params: { service: `api-${run}`, repository: `acme/shop-${run}` },
      format: 'JSONEachRow',
    });
    const rows = await result.json<{ sha: string; id: string }>();
    return rows.map(({ sha: name, id }) => [Number.parseInt(name, 16), id]);
  };

  it.each(MEETINGS)(
    'agree, wherever one is interrupted: $name',
    async (meeting) => {
      const statements = fc.nat({ max: STATEMENTS });
      await fc.assert(
        fc.asyncProperty(statements, statements, async (first, second) => {
          expect(await meet(meeting, first, second)).toEqual(meeting.shipped);
        }),
        // What catches a commit that is not looked for again, a parent that is remembered, and what an
        // artifact told that is given after it was corrected.
        {
          numRuns: RUNS,
          examples: [
            [8, 4],
            [2, 10],
            [5, 7],
          ],
        },
      );
    },
    300_000,
  );
});
