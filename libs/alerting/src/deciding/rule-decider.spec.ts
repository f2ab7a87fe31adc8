import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { BUILT_IN_DEFINITIONS } from '@throughline/dora';
import { CatalogueReader, MetricsReport, ReportsModule } from '@throughline/reporting';
import { type AlertRule, alertRulesSchema } from '@throughline/service-kit';
import { insertConfigurationInForce, readAlertsOfDeciders } from '@throughline/store';
import { eventOf, openTestStore, recordEvents, type TestStore } from '@throughline/testing';
import { DAY, HOUR, NOON } from '../alert.fixture.js';
import { RuleLooker } from '../looking/rule-looker.js';
import { SILENT, TakingLog } from '../store.fixture.js';
import { Decisions } from './decisions.js';
import { RuleDecider } from './rule-decider.js';

const ENVIRONMENTS = { production: ['production'] };

const SERVICES = {
  api: { team: 'payments', paths: [], formerly: [] },
  web: { team: 'search', paths: [], formerly: [] },
};

/** A commit, and the deployment that brought it so many hours later. */
function shipped(service: string, index: number, at: number, hours: number, status = 'succeeded') {
  const repository = `acme/${service}`;
  const sha = (of: number) => `${of}`.padStart(40, service === 'api' ? 'a' : 'b');
  const moment = at - hours * HOUR;
  return [
    eventOf({
      ...{ type: 'commit', repository, sha: sha(index), authoredAt: moment, committedAt: moment },
      parents: index === 0 ? [] : [sha(index - 1)],
    }),
    eventOf({
      ...{ type: 'deployment', service, environment: 'production', id: `${service}-${index}` },
      ...{ repository, sha: sha(index), status, finishedAt: at },
    }),
  ];
}

/**
 * A hundred days: `api` ships a commit a day, five hours after it was written and for the last ten days
 * thirty; of its last ten deployments every second failed. `web` did so until twenty days ago.
 */
const EVENTS = Array.from({ length: 100 }, (_, index) => {
  const at = NOON - (99 - index) * DAY;
  const isLate = index >= 90;
  const status = isLate && index % 2 === 0 ? 'failed' : 'succeeded';
  return [
    ...shipped('api', index, at, isLate ? 30 + (index % 3) : 5 + (index % 3), status),
    ...(index < 80 ? shipped('web', index, at, 5) : []),
  ];
}).flat();

describe('rules about everything they are for', () => {
  let store: TestStore;
  let reports: INestApplicationContext;

  const reporting = {
    ...{ production: ['production'], environmentClasses: ENVIRONMENTS, services: SERVICES },
    definitions: BUILT_IN_DEFINITIONS,
    publicBadges: { everything: false, services: [], teams: [], repositories: [] },
    now: () => NOON,
  };

  beforeAll(async () => {
    store = await openTestStore();
    await insertConfigurationInForce(store.client, [
      { statedAt: NOON, production: ['production'], services: SERVICES },
    ]);
    // By topic: events are recorded in batches of one.
    for (const type of ['commit', 'deployment']) {
      await recordEvents(
        store.client,
        EVENTS.filter((event) => event.type === type),
      );
    }
    reports = await NestFactory.createApplicationContext(
      ReportsModule.register(store.client, reporting),
      { logger: false },
    );
  });

  afterAll(() => store.close());

  function parts(stated: readonly object[], now: number) {
    const alerts: AlertRule[] = alertRulesSchema.parse(stated);
    const { client } = store;
    const log = new TakingLog();
    const options = {
      ...{ alerts, receivers: {}, routes: { teams: {}, owners: {}, otherwise: [] } },
      ...{ quietHours: [], silences: [], publicUrl: undefined, environments: ENVIRONMENTS },
      ...{ reporting, now: () => now },
    };
    const looker = new RuleLooker(client, reports.get(MetricsReport), options);
    const catalogue = reports.get(CatalogueReader);
    const decisions = new Decisions(client, log.log, SILENT, () => now);
    const decider = new RuleDecider(client, looker, catalogue, decisions, options);
    return { alerts, log, looker, catalogue, decider };
  }

  /** What a rule leads to, decided twice: the second time comes to nothing new. */
  async function decided(
    stated: Readonly<Record<string, unknown>> & { readonly name: string },
    now = NOON + HOUR,
  ) {
    const { log, decider } = parts([stated], now);
    await decider.decide([stated.name]);
    const { length } = log.records;
    await decider.decide([stated.name]);
    expect(log.records).toHaveLength(length);
    const rows = await readAlertsOfDeciders(store.client, {
      deciderKeys: [`rule ${stated.name}`],
      since: 0,
    });
    return rows.map(({ alert }) => alert);
  }

  it('raise an alert for each service whose number is beyond its limit', async () => {
    const rule = { rule: 'threshold', metric: 'changeFailRate.rate', above: '30%', window: '10d' };
    expect(await decided({ name: 'failing', ...rule, atLeast: 5 })).toMatchObject([
      {
        ...{ kind: 'threshold', state: 'firing', team: 'payments' },
        subject: { service: 'api', environment: 'production' },
        title: 'api: change fail rate is 50 %, above 30 %',
      },
    ]);
  });

  it('raise none before the number was beyond its limit for long enough', async () => {
    const rule = { rule: 'threshold', metric: 'changeFailRate.rate', above: '45%', window: '10d' };
    expect(await decided({ name: 'held', ...rule, atLeast: 5, hold: '8d' })).toEqual([]);
    expect(await decided({ name: 'not-held', ...rule, atLeast: 5 })).toHaveLength(1);
  });

  it('raise one alert for a team, or for everything, where that is what they are for', async () => {
    const rule = { rule: 'threshold', metric: 'changeLeadTime.p50', above: '1d', window: '8d' };
    expect(await decided({ name: 'slow', ...rule, atLeast: 3, per: 'team' })).toMatchObject([
      { team: 'payments', subject: { team: 'payments' } },
    ]);
    expect(
      await decided({ name: 'slow-all', ...rule, atLeast: 3, per: 'everything' }),
    ).toMatchObject([{ subject: { environment: 'production' } }]);
    const search = { for: { team: ['search'] }, atLeast: 3 };
    expect(await decided({ name: 'slow-search', ...rule, ...search })).toEqual([]);
  });

  it('raise an alert for what takes longer than it did', async () => {
    // What failed went out with the next: of each two commits one waited a day longer.
    const rule = { rule: 'drift', metric: 'changeLeadTime', window: '10d', atLeast: 5 };
    expect(await decided({ name: 'drifting', ...rule })).toMatchObject([
      {
        ...{ kind: 'drift', subject: { service: 'api' } },
        title: 'api: change lead time has become longer, its median went from 6 h to 2 d 7 h',
      },
    ]);
  });

  it('raise an alert for what has gone silent', async () => {
    const silent = await decided({
      name: 'quiet',
      rule: 'source-silent',
      for: { service: ['web'] },
    });
    expect(silent).toMatchObject([
      {
        ...{ kind: 'source-silent', subject: { service: 'web', environment: 'production' } },
        title: 'web in production: no deployments for 20 d 1 h',
      },
    ]);
  });

  it('end their alerts once it is clear that they are over, and not for want of numbers', async () => {
    const rule = { rule: 'threshold', metric: 'changeFailRate.rate', above: '30%', window: '10d' };
    const stated = { name: 'ending', ...rule, atLeast: 5 };
    expect(await decided(stated)).toMatchObject([{ state: 'firing' }]);
    // Seven days later there are fewer than five deployments in the window.
    expect(await decided(stated, NOON + 7 * DAY)).toMatchObject([{ state: 'firing' }]);
    const calm = { ...stated, window: '90d' };
    expect(await decided(calm, NOON + 7 * DAY)).toMatchObject([
      { state: 'resolved', resolution: 'recovered' },
    ]);
  });

  it('say when they would have raised an alert', async () => {
    const rule = { rule: 'threshold', metric: 'changeFailRate.rate', above: '30%', window: '10d' };
    const { looker, alerts, catalogue } = parts([{ name: 'replayed', ...rule, atLeast: 5 }], NOON);
    const [checked] = alerts;
    if (checked === undefined) throw new Error('there is a rule');
    const looked = await looker.replay(checked, await catalogue.read(), NOON - 30 * DAY, NOON);
    const api = looked.find(({ subject }) => subject.service === 'api');
    expect(api?.episodes).toHaveLength(1);
    expect(api?.episodes[0]?.endedAt).toBeUndefined();
    expect(api?.episodes[0]?.finding.startedAt).toBeGreaterThan(NOON - 8 * DAY);
  });
});
