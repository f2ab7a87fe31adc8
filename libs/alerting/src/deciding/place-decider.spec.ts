import { afterEach, describe, expect, it } from '@jest/globals';
import { NestFactory } from '@nestjs/core';
import { BUILT_IN_DEFINITIONS } from '@throughline/dora';
import type { DeliveryEvent } from '@throughline/events';
import { CatalogueReader, Judgements, ReportsModule } from '@throughline/reporting';
import type { AlertRule } from '@throughline/service-kit';
import { insertAcknowledgements, readAlertsOfDeciders } from '@throughline/store';
import { eventOf, openTestStore, recordEvents, type TestStore } from '@throughline/testing';
import { DAY, HOUR, MINUTE, NOON } from '../alert.fixture.js';
import { Fleet } from '../looking/fleet.js';
import { PlaceLooker } from '../looking/place-looker.js';
import { SILENT, TakingLog } from '../store.fixture.js';
import { Decisions } from './decisions.js';
import { PlaceDecider } from './place-decider.js';

const SPIKES: AlertRule = {
  ...{ name: 'change-failures', rule: 'change-failure-spike', for: {}, notify: [] },
  falseAlarmsPerYear: 1,
};

const OPEN: AlertRule = {
  ...{ name: 'still-broken', rule: 'open-failure', for: {}, notify: [], severity: 'page' },
};

const ENVIRONMENTS = { production: ['production'] };

const deployed = (id: string, finishedAt: number, status = 'succeeded', more: object = {}) =>
  eventOf({
    ...{ type: 'deployment', service: 'api', environment: 'production' },
    ...{ id, status, finishedAt, ...more },
  });

const QUARTER = Array.from({ length: 90 }, (_, day) =>
  deployed(`usual-${day}`, NOON - (95 - day) * DAY, day % 15 === 7 ? 'failed' : 'succeeded', {
    ...(day % 15 === 8 ? { fixes: [`usual-${day - 1}`] } : {}),
  }),
);

const RUN = Array.from({ length: 6 }, (_, index) =>
  deployed(`failing-${index}`, NOON - (6 - index) * MINUTE, 'failed'),
);

/** What is known only later, and corrects what was known before. */
const LATE = [
  eventOf({
    ...{ type: 'incident', id: 'i1', service: 'api', openedAt: NOON - 3 * HOUR },
    ...{ causedBy: { deploymentId: 'usual-89' }, environment: 'production' },
  }),
  eventOf({
    ...{ type: 'verdict', service: 'api', environment: 'production', deploymentId: 'usual-7' },
    ...{ failed: false, reason: 'a probe was wrong', by: 'Ada', at: NOON - 4 * DAY },
  }),
];

describe('an alerter that looks at a service', () => {
  const stores: TestStore[] = [];

  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
  });

  async function decider(rules: readonly AlertRule[] = [SPIKES]) {
    const store = await openTestStore();
    stores.push(store);
    const { client } = store;
    const reporting = {
      ...{ production: ['production'], environmentClasses: ENVIRONMENTS, services: {} },
      definitions: BUILT_IN_DEFINITIONS,
      publicBadges: { everything: false, services: [], teams: [], repositories: [] },
      now: () => NOON,
    };
    const reports = await NestFactory.createApplicationContext(
      ReportsModule.register(client, reporting),
      { logger: false },
    );
    const judgements = reports.get(Judgements);
    const log = new TakingLog();
    const decide = (now = NOON, alerts = rules) => {
      const fleet = new Fleet(client, judgements, ENVIRONMENTS.production);
      const looker = new PlaceLooker(client, judgements, fleet, ENVIRONMENTS);
      const decisions = new Decisions(client, log.log, SILENT, () => now);
      const options = {
        ...{ alerts: [...alerts], receivers: {}, routes: { teams: {}, owners: {}, otherwise: [] } },
        ...{ quietHours: [], silences: [], publicUrl: undefined, environments: ENVIRONMENTS },
        ...{ reporting, now: () => now },
      };
      const catalogue = reports.get(CatalogueReader);
      return new PlaceDecider(client, looker, catalogue, decisions, options).decide(['api']);
    };
    const alerts = async () => {
      const rows = await readAlertsOfDeciders(client, { deciderKeys: ['service api'], since: 0 });
      return rows.map(({ alert }) => alert);
    };
    const record = (events: readonly DeliveryEvent[]) => recordEvents(client, events);
    return { client, record, decide, alerts, log };
  }

  it('comes to the same alerts whatever the order, the batches and the repetitions', async () => {
    const events = [...QUARTER, ...RUN, ...LATE];
    const orders = [
      [events],
      [[...events].reverse()],
      [
        events.filter((_, index) => index % 2 === 0),
        events.filter((_, index) => index % 2 === 1),
        events,
      ],
    ];
    const found = [];
    for (const batches of orders) {
      const one = await decider();
      for (const batch of batches) await one.record(batch);
      await one.decide();
      found.push(await one.alerts());
      await stores.pop()?.close();
    }
    // Three failures in a row make 15 points, the first of them known three hours before by its incident.
    expect(found[0]).toMatchObject([{ state: 'firing', startedAt: NOON - 5 * MINUTE }]);
    expect(found[1]).toEqual(found[0]);
    expect(found[2]).toEqual(found[0]);
  });

  it('says nothing twice, whoever decides again', async () => {
    const { record, decide, log } = await decider();
    await record([...QUARTER, ...RUN]);
    await decide();
    await decide(NOON + MINUTE);
    await record(RUN);
    await decide(NOON + 2 * MINUTE);
    expect(log.messages()).toMatchObject([{ action: 'opened' }]);
  });

  it('takes an alert back when what it rested on is corrected', async () => {
    const { record, decide, alerts, log } = await decider();
    await record([...QUARTER, ...RUN]);
    await decide();
    const cleared = RUN.map((_, index) =>
      eventOf({
        ...{ type: 'verdict', service: 'api', environment: 'production' },
        ...{ deploymentId: `failing-${index}`, failed: false, reason: 'a dry run', by: 'Ada' },
        at: NOON + MINUTE,
      }),
    );
    await record(cleared);
    await decide(NOON + 2 * MINUTE);
    expect(await alerts()).toMatchObject([{ state: 'resolved', resolution: 'corrected' }]);
    expect(log.messages()).toMatchObject([{ action: 'opened' }, { action: 'resolved' }]);
  });

  it('ends an alert of what is the new normal, and does not raise it again', async () => {
    const { client, record, decide, alerts, log } = await decider();
    await record([...QUARTER, ...RUN]);
    await decide();
    const [alert] = await alerts();
    const at = NOON + MINUTE;
    await insertAcknowledgements(client, [
      { alertId: alert?.id ?? '', by: 'Ada', at, newNormal: true },
    ]);
    await decide(NOON + 2 * MINUTE);
    expect(await alerts()).toMatchObject([
      { resolution: 'new_normal', acknowledged: { by: 'Ada', newNormal: true } },
    ]);
    await record([deployed('next', NOON + HOUR, 'failed')]);
    await decide(NOON + 2 * HOUR);
    expect(log.messages()).toMatchObject([
      { action: 'opened' },
      { action: 'acknowledged' },
      { action: 'resolved' },
    ]);
  });

  it('ends what a rule led to that is no more', async () => {
    const { record, decide, alerts } = await decider();
    await record([...QUARTER, ...RUN]);
    await decide();
    await decide(NOON + MINUTE, []);
    expect(await alerts()).toMatchObject([{ state: 'resolved', resolution: 'rule_removed' }]);
  });

  it('says when a failure will have been open for too long, and raises an alert then', async () => {
    const { record, decide, alerts, log } = await decider([OPEN]);
    await record([...QUARTER, deployed('broken', NOON - HOUR, 'failed')]);
    const dueAt = (await decide()).get('api') ?? 0;
    expect(log.messages().length).toBe(0);
    expect(dueAt).toBe(NOON - HOUR + DAY);

    await decide(dueAt);
    expect(await alerts()).toMatchObject([
      { kind: 'open-failure', severity: 'page', subject: { deploymentId: 'broken' } },
    ]);
    await record([deployed('mended', dueAt + MINUTE, 'succeeded', { fixes: ['broken'] })]);
    await decide(dueAt + HOUR);
    expect(await alerts()).toMatchObject([{ state: 'resolved', resolution: 'recovered' }]);
  });
});
