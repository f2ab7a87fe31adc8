import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadConfiguration } from '@throughline/service-kit';
import { eventOf, openTestStore, recordEvents, type TestStore } from '@throughline/testing';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stateConfiguration } from './state-configuration.js';

const NOW = Date.UTC(2026, 2, 2);

let store: TestStore;

beforeEach(async () => {
  store = await openTestStore();
});

afterEach(async () => {
  await store.close();
});

async function state(yaml: string, at: number): Promise<void> {
  await writeFile(join(store.dataDirectory, 'throughline.yaml'), yaml);
  const workingDirectory = store.dataDirectory;
  await stateConfiguration(
    store.client,
    loadConfiguration({ variables: {}, workingDirectory }),
    at,
  );
}

async function ask(query: string): Promise<unknown[]> {
  return (await store.client.query({ query, format: 'JSONEachRow' })).json();
}

const deployed = (service: string, environment: string, finishedAt: string) =>
  eventOf({
    type: 'deployment',
    service,
    environment,
    id: finishedAt,
    status: 'succeeded',
    finishedAt,
  });

describe('the configuration that views know', () => {
  it('is the one stated last, whole, whatever is written first', async () => {
    await state('environments: { production: [live] }', NOW);
    await state('environments: { production: [prod] }\nservices: { api: { team: shop } }', NOW - 1);
    await recordEvents(store.client, [
      deployed('api', 'live', '2026-02-01T00:00:00Z'),
      deployed('api', 'prod', '2026-02-01T00:00:00Z'),
    ]);
    expect(
      await ask('SELECT environment, is_production FROM public_places ORDER BY environment'),
    ).toEqual([
      { environment: 'live', is_production: true },
      { environment: 'prod', is_production: false },
    ]);
    expect(await ask('SELECT service, team, in_catalogue FROM public_services')).toEqual([
      { service: 'api', team: '', in_catalogue: false },
    ]);
  });

  it('says more than events do of a service, and whose it was before', async () => {
    await recordEvents(store.client, [
      eventOf({ type: 'service', name: 'api', team: 'told', updatedAt: '2026-01-01T00:00:00Z' }),
      eventOf({ type: 'service', name: 'web', team: 'told', updatedAt: '2026-01-01T00:00:00Z' }),
      deployed('api', 'production', '2026-01-10T00:00:00Z'),
      deployed('api', 'production', '2026-02-10T00:00:00Z'),
    ]);
    await state(
      'services: { api: { team: shop, formerly: [{ team: search, until: 2026-02-01 }], tier: 1 } }',
      NOW,
    );
    expect(await ask('SELECT service, team, tier FROM public_services ORDER BY service')).toEqual([
      { service: 'api', team: 'shop', tier: 1 },
      { service: 'web', team: 'told', tier: null },
    ]);
    expect(await ask('SELECT team FROM public_deployments ORDER BY finished_at')).toEqual([
      { team: 'search' },
      { team: 'shop' },
    ]);
  });

  it('says which files a service is made of', async () => {
    const [first, api, other] = ['1', '2', '3'].map((digit) => digit.repeat(40));
    const commit = (sha: string | undefined, parents: unknown[], paths: string[]) =>
      eventOf({
        type: 'commit',
        repository: 'acme/mono',
        sha,
        parents,
        authoredAt: '2026-01-01T00:00:00Z',
        paths,
      });
    const release = (sha: string | undefined, finishedAt: string) =>
      eventOf({
        type: 'deployment',
        service: 'api',
        environment: 'production',
        repository: 'acme/mono',
        sha,
        status: 'succeeded',
        finishedAt,
      });
    await recordEvents(store.client, [
      commit(first, [], ['api/a']),
      commit(api, [first], ['api/b']),
      commit(other, [api], ['web/c']),
      release(first, '2026-01-02T00:00:00Z'),
      release(other, '2026-01-03T00:00:00Z'),
    ]);
    await state(`services: { api: { repository: acme/mono, paths: ['api/**'] } }`, NOW);
    expect(
      await ask('SELECT sha, is_baseline, lead_seconds FROM public_lead_times ORDER BY sha'),
    ).toEqual([
      { sha: first, is_baseline: true, lead_seconds: null },
      { sha: api, is_baseline: false, lead_seconds: 2 * 24 * 3600 },
    ]);
  });
});
