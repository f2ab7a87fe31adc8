import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { insertConfigurationInForce } from '@throughline/store';
import fc from 'fast-check';
import { alertOf, storeAlerts } from '../alerts/alert.fixture.js';
import { commit, deployment, incident, sha } from '../events.fixture.js';
import type { MetricsAnswer } from '../metrics/metrics-row.js';
import { organisation } from '../metrics/random-organisation.fixture.js';
import { CONFIGURATION, NOW, PRODUCTION } from '../metrics/random-question.fixture.js';
import { QueryApi } from '../query-api.fixture.js';
import { parseExposition, type ReadFamily } from './parse-exposition.fixture.js';

jest.setTimeout(300_000);

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let now = NOW;
let api: QueryApi;

beforeAll(async () => {
  api = await QueryApi.start({ production: PRODUCTION, services: CONFIGURATION, now: () => now });
  await insertConfigurationInForce(api.store.client, [
    { statedAt: NOW, production: PRODUCTION, services: CONFIGURATION },
  ]);
});

afterAll(() => api.stop());

beforeEach(async () => {
  await api.forget();
  now += 60_000;
});

type Labels = Readonly<Record<string, string>>;

async function scrape(): Promise<ReadonlyMap<string, ReadFamily>> {
  const { status, text } = await api.ask('/v1/prometheus');
  expect(status).toBe(200);
  return parseExposition(text);
}

/** `sum(name{labels})` in PromQL. */
function sum(families: ReadonlyMap<string, ReadFamily>, name: string, labels: Labels): number {
  const family = name.replace(/_(?:bucket|sum|count)$/, '');
  const { samples } = families.get(name) ?? families.get(family) ?? { samples: [] };
  return samples
    .filter(
      (sample) =>
        sample.name === name &&
        Object.entries(labels).every(([label, value]) => sample.labels[label] === value),
    )
    .reduce((all, { value }) => all + value, 0);
}

describe('what Prometheus scrapes', () => {
  it('counts what happened', async () => {
    const brought = (name: string) => ({ repository: 'acme/shop', sha: sha(name) });
    const start = NOW - 10 * DAY;
    await api.record([
      commit('acme/shop', sha('a'), [], start),
      commit('acme/shop', sha('b'), [sha('a')], start),
      deployment('shop', '1', start + HOUR, brought('a')),
      // 30 hours after it was written.
      deployment('shop', '2', start + 30 * HOUR, brought('b')),
      deployment('shop', '3', start + 40 * HOUR, { ...brought('b'), status: 'failed' }),
      deployment('shop', '4', start + 43 * HOUR, { ...brought('b'), kind: 'hotfix', fixes: ['3'] }),
      deployment('shop', '5', start + 50 * HOUR, { status: 'failed', environment: 'staging' }),
      deployment('shop', '6', start + 51 * HOUR, { status: 'in_progress', finishedAt: undefined }),
      deployment('shop', '7', start + 52 * HOUR, { status: 'cancelled' }),
      incident('shop', 'i1', NOW - DAY, { resolvedAt: undefined, environment: undefined }),
      incident('shop', 'i2', NOW - 2 * DAY, { service: undefined, services: ['shop', 'web'] }),
    ]);
    const families = await scrape();
    const inProduction = { service: 'shop', environment: 'production' };
    const of = (name: string, labels: Labels = {}) =>
      sum(families, name, { ...inProduction, ...labels });
    expect({
      succeeded: of('dora_deployments_total', { status: 'succeeded' }),
      failed: of('dora_deployments_total', { status: 'failed' }),
      finished: of('dora_deployments_total'),
      failures: of('dora_change_failures_total'),
      rework: of('dora_rework_deployments_total'),
      open: of('dora_open_change_failures'),
      leadTimes: of('dora_change_lead_time_seconds_count'),
      upToADay: of('dora_change_lead_time_seconds_bucket', { le: '86400' }),
      upToTwoDays: of('dora_change_lead_time_seconds_bucket', { le: '172800' }),
      seconds: of('dora_change_lead_time_seconds_sum'),
      recoverySeconds: of('dora_failed_deployment_recovery_seconds_sum'),
      recoveredInFourHours: of('dora_failed_deployment_recovery_seconds_bucket', { le: '14400' }),
      recoveredInTwoHours: of('dora_failed_deployment_recovery_seconds_bucket', { le: '7200' }),
      incidents: of('dora_incidents_total'),
    }).toEqual({
      succeeded: 3,
      failed: 1,
      finished: 5,
      failures: 1,
      rework: 1,
      open: 0,
      leadTimes: 1,
      upToADay: 0,
      upToTwoDays: 1,
      seconds: 30 * 3600,
      recoverySeconds: 3 * 3600,
      recoveredInFourHours: 1,
      recoveredInTwoHours: 0,
      incidents: 1,
    });
    expect(of('dora_open_change_failures', { environment: 'staging' })).toBe(1);
    expect(of('dora_open_incidents', { environment: '' })).toBe(1);
    expect(sum(families, 'dora_incidents_total', { service: 'web' })).toBe(1);
    expect(sum(families, 'dora_source_last_event_timestamp_seconds', { type: 'incident' })).toBe(
      NOW / 1000 - 24 * 3600,
    );
  });

  it('has the numbers of the API, from which it can work out the same rates', async () => {
    await fc.assert(
      fc.asyncProperty(organisation, async (inputs) => {
        await api.forget();
        await api.record(inputs);
        now += 60_000;
        const families = await scrape();
        for (const environment of ['production', 'prod', 'staging']) {
          const { body } = await api.ask<MetricsAnswer>(
            `/v1/metrics?groupBy=service&from=2020-01-01&to=2030-01-01&environment=${environment}`,
          );
          for (const row of body.rows) {
            const labels = { service: row.group['service'] ?? '', environment };
            const of = (name: string, more: Labels = {}) =>
              sum(families, name, { ...labels, ...more });
            const finished =
              of('dora_deployments_total') - of('dora_deployments_total', { status: 'cancelled' });
            const { changeFailRate, changeLeadTime, recoveryTime, reworkRate } = row;
            expect({
              ...labels,
              deployments: of('dora_deployments_total', { status: 'succeeded' }),
              finished,
              rate: finished === 0 ? null : of('dora_change_failures_total') / finished,
              rework: of('dora_rework_deployments_total'),
              open: of('dora_open_change_failures'),
              commits: of('dora_change_lead_time_seconds_count'),
              recovered: of('dora_failed_deployment_recovery_seconds_count'),
            }).toEqual({
              ...labels,
              deployments: row.deploymentFrequency?.deployments,
              finished: changeFailRate?.deployments,
              rate: changeFailRate?.rate,
              rework: reworkRate?.rework,
              open: recoveryTime?.open,
              commits: changeLeadTime?.commits,
              recovered: recoveryTime?.recovered,
            });
            const total = of('dora_change_lead_time_seconds_sum');
            const seconds = (changeLeadTime?.mean ?? 0) * (changeLeadTime?.commits ?? 0);
            expect(total).toBeCloseTo(seconds, 1);
            const p50 = changeLeadTime?.p50 ?? Infinity;
            const half = (changeLeadTime?.commits ?? 0) / 2;
            for (const le of ['900', '86400', '604800']) {
              const atMost = of('dora_change_lead_time_seconds_bucket', { le });
              expect([le, atMost > half]).toEqual([le, p50 <= Number(le)]);
            }
          }
        }
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });

  it('counts what fires, by whose and how bad it is, and forgets what is over', async () => {
    const web = { service: 'web', environment: 'production' };
    await storeAlerts(
      api.store.client,
      alertOf('a', { severity: 'page' }),
      alertOf('b', { subject: web, team: undefined }),
      alertOf('c', { subject: { ...web, deploymentId: '1' }, kind: 'open-failure', team: 'shop' }),
      alertOf('d', { subject: { ...web, deploymentId: '2' }, kind: 'open-failure', team: 'shop' }),
      alertOf('e', { subject: { team: 'shop' }, kind: 'threshold', team: undefined }),
      alertOf('f', { state: 'resolved', resolvedAt: NOW }),
    );
    const { samples } = (await scrape()).get('dora_firing_alerts') ?? { samples: [] };
    const spike = 'change-failure-spike';
    const nowhere = { service: '', environment: '' };
    expect(samples.map(({ labels, value }) => ({ ...labels, value }))).toEqual([
      { ...web, service: 'api', team: 'payments', severity: 'page', kind: spike, value: 1 },
      { ...web, team: '', severity: 'notify', kind: spike, value: 1 },
      { ...web, team: 'shop', severity: 'notify', kind: 'open-failure', value: 2 },
      { ...nowhere, team: 'shop', severity: 'notify', kind: 'threshold', value: 1 },
    ]);
    await api.store.client.command({ query: 'TRUNCATE TABLE alerts' });
  });

  it('is an exposition without series where nothing has happened', async () => {
    const families = await scrape();
    expect(families.size).toBe(10);
    expect([...families.values()].flatMap(({ samples }) => samples)).toEqual([]);
  });

  it('is worked out once in fifteen seconds, and falls with a correction', async () => {
    const count = async () => sum(await scrape(), 'dora_deployments_total', {});
    await api.record([deployment('shop', '1', NOW), deployment('shop', '2', NOW)]);
    expect(await count()).toBe(2);
    await api.record([deployment('shop', '2', NOW, { retracted: true, updatedAt: NOW + 1 })]);
    now += 14_000;
    expect(await count()).toBe(2);
    now += 1_000;
    expect(await count()).toBe(1);
  });

  it('is the text format 0.0.4, and nobody may keep it', async () => {
    const { headers } = await api.ask('/v1/prometheus');
    expect(headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-store');
    expect((await api.ask('/v1/prometheus?service=shop')).status).toBe(400);
  });
});
