import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type DeliveryEvent, serialiseEvent, versionOf } from '@throughline/events';
import { type FactOf, insertArtifacts } from '@throughline/store';
import { eventOf, openTestStore, recordEvents, type TestStore } from '@throughline/testing';
import { FactRecorder } from '../facts/fact-recorder.js';

const sha = (letter: string) => letter.repeat(40);
const IMAGE = `ghcr.io/acme/shop@sha256:${'1'.repeat(64)}`;
const TAG = 'ghcr.io/acme/shop:1.4';

const commit = (repository: string, letter: string, ...parents: string[]) =>
  eventOf({
    type: 'commit',
    ...{ repository, sha: sha(letter), parents: parents.map(sha), authoredAt: 1_700_000_000 },
  });
const deployed = (id: string, stated: object) =>
  eventOf({
    type: 'deployment',
    ...{ service: 'shop', environment: 'live', id, status: 'succeeded' },
    finishedAt: 1_700_000_100,
    ...stated,
  });
const built = (letter: string, updatedAt: number, alsoKnownAs: readonly string[] = []) =>
  eventOf({
    type: 'artifact',
    ...{ artifact: IMAGE, alsoKnownAs, repository: 'acme/shop', sha: sha(letter), updatedAt },
  });

let store: TestStore;

beforeAll(async () => {
  store = await openTestStore();
});

afterAll(() => store.close());

beforeEach(async () => {
  for (const table of [
    ...['commits', 'artifacts', 'artifact_names', 'deployments'],
    ...['shipments', 'shipment_generations', 'shipment_contributions'],
  ]) {
    await store.client.command({ query: `TRUNCATE TABLE ${table}` });
  }
});

const record = (...events: DeliveryEvent[]) => recordEvents(store.client, events);

const shipped = async () => {
  const result = await store.client.query({
    query: `
      SELECT repository, substring(sha, 1, 1) AS letter, deployment_id AS id
      FROM first_shipments
      ORDER BY repository, letter`,
    format: 'JSONEachRow',
  });
  const rows = await result.json<{ repository: string; letter: string; id: string }>();
  return rows.map(({ repository, letter, id }) => `${repository} ${letter} ${id}`);
};

const sweep = () => new FactRecorder(store.client, {} as never, () => 0).sweep();

describe('a deployment of what a build made', () => {
  it('brings what that was built from, with its history, beside what it names itself', async () => {
    await record(
      ...[commit('acme/shop', 'a'), commit('acme/shop', 'b', 'a'), commit('acme/live', 'c')],
      deployed('argo', { repository: 'acme/live', sha: sha('c'), artifacts: [IMAGE] }),
      built('b', 1),
    );
    expect(await shipped()).toEqual(['acme/live c argo', 'acme/shop a argo', 'acme/shop b argo']);
    expect(await sweep()).toEqual([]);
  });

  it('brings nothing while it goes on or once it has failed', async () => {
    await record(
      built('a', 1),
      deployed('going', { status: 'in_progress', finishedAt: undefined, artifact: IMAGE }),
      deployed('failed', { status: 'failed', artifact: IMAGE }),
    );
    expect(await shipped()).toEqual([]);
  });

  it('brings what the build is of after all, or nothing once that is withdrawn', async () => {
    await record(built('a', 1), deployed('d1', { artifact: IMAGE }));
    await record(built('b', 2));
    expect(await shipped()).toEqual(['acme/shop b d1']);
    await record(eventOf({ type: 'artifact', artifact: IMAGE, retracted: true, updatedAt: 3 }));
    expect(await shipped()).toEqual([]);
    expect(await sweep()).toEqual([]);
  });

  it('is found by a name that the build had, also when a process died as it was taken back', async () => {
    await record(built('a', 1, [TAG]), deployed('d1', { artifact: TAG }));
    expect(await shipped()).toEqual(['acme/shop a d1']);
    const event = built('a', 2);
    const version = versionOf(event, serialiseEvent(event));
    // As far as the process came; the batch is handed over again.
    await insertArtifacts(store.client, [{ event, version } as FactOf<'artifact'>]);
    await record(event);
    expect(await shipped()).toEqual([]);
    expect(await sweep()).toEqual([]);
  });
});
