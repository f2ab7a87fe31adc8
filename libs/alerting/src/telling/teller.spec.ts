import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Alert } from '@throughline/dora';
import { type AlertAction, type DecidedMessage, tellerKeyOf } from '@throughline/events';
import type { AlertRule, ReceiverSettings } from '@throughline/service-kit';
import {
  insertAcknowledgements,
  readAlerts,
  readDeliveriesOf,
  readFiring,
  readNotificationsOf,
} from '@throughline/store';
import { openTestStore, type TestStore } from '@throughline/testing';
import { alertOf, DAY, HOUR, MINUTE, NOON } from '../alert.fixture.js';
import { Decisions } from '../deciding/decisions.js';
import { SILENT, storeAlerts, TakingLog } from '../store.fixture.js';
import { Teller } from './teller.js';
import type { TellingSettings } from './telling-round.js';

const CHAT: ReceiverSettings = {
  ...{ kind: 'slack', url: 'https://chat.example/x', severities: ['notify', 'page'] },
  allowPrivate: false,
};

const RULE: AlertRule = {
  ...{ name: 'change-failures', rule: 'change-failure-spike', for: {}, notify: ['chat', 'pager'] },
  falseAlarmsPerYear: 1,
};

describe('what was decided', () => {
  let store: TestStore;
  let log: TakingLog;
  let now: number;
  let settings: TellingSettings;

  beforeAll(async () => {
    store = await openTestStore();
  });

  afterAll(() => store.close());

  beforeEach(() => {
    log = new TakingLog();
    now = NOON + MINUTE;
    settings = {
      alerts: [RULE],
      receivers: { chat: CHAT, pager: { ...CHAT, severities: ['page'] } },
      routes: { teams: {}, owners: {}, otherwise: [] },
      silences: [],
      quietHours: [],
      environmentClasses: { production: ['production'] },
      groupWaitMs: 1000,
    };
  });

  // Of one environment everything that fires is looked at together: each test ends what it began.
  afterEach(async () => {
    const firing = await readFiring(store.client, {});
    await storeAlerts(
      store.client,
      ...firing.map(({ alert }): Alert => ({ ...alert, state: 'resolved', revision: 99 })),
    );
  });

  function teller(): Teller {
    const decisions = new Decisions(store.client, log.log, SILENT, () => now);
    return new Teller(store.client, decisions, settings, SILENT, () => now);
  }

  const failing = (id: string, more: Partial<Alert> = {}) =>
    alertOf({ id, subject: { service: id, environment: 'production' }, ...more });

  async function tell(action: AlertAction, ...alerts: readonly Alert[]): Promise<void> {
    await storeAlerts(store.client, ...alerts);
    await teller().tell(alerts.map(({ id }) => ({ alertId: id, action, at: now })));
  }

  const told = async (id: string) =>
    (await readDeliveriesOf(store.client, { alertIds: [id] })).map(
      ({ action, receiver, state }) => `${action} ${receiver} ${state}`,
    );

  const reasons = async (id: string) =>
    (await readNotificationsOf(store.client, { alertIds: [id] })).map(
      ({ action, state, reason = '' }) => `${action} ${state} ${reason}`.trim(),
    );

  const over = (alert: Alert): Alert => ({
    ...alert,
    ...{ state: 'resolved', resolvedAt: NOON + HOUR, resolution: 'recovered', revision: 9 },
  });

  it('is delivered to whom it concerns, after a moment in which others may join', async () => {
    await tell('opened', failing('a'));
    expect(await told('a')).toEqual(['opened chat pending']);
    const [delivery] = await readDeliveriesOf(store.client, { alertIds: ['a'] });
    expect(delivery?.nextAttemptAt).toBe(now + 1000);
  });

  it('is told once, however often it is heard', async () => {
    await tell('opened', failing('b'));
    now += MINUTE;
    await tell('opened', failing('b'));
    expect(await told('b')).toEqual(['opened chat pending']);
    expect(await reasons('b')).toEqual(['opened sent_out']);
  });

  it('reaches a pager when it becomes a page, and its end whoever heard of it', async () => {
    const alert = failing('c');
    await tell('opened', alert);
    const page: Alert = { ...alert, severity: 'page', revision: 2 };
    await tell('escalated', page);
    await tell('resolved', over(page));
    expect((await told('c')).sort()).toEqual([
      'escalated chat pending',
      'escalated pager pending',
      'opened chat pending',
      'resolved chat pending',
      'resolved pager pending',
    ]);
  });

  it('is told to nobody where it is history, and neither is its end', async () => {
    const old = failing('d', { lastEventAt: NOON - 2 * DAY });
    await tell('opened', old);
    await tell('resolved', over(old));
    expect(await told('d')).toEqual([]);
    expect((await reasons('d')).sort()).toEqual([
      'opened unsaid history',
      'resolved unsaid history',
    ]);
    expect((await readAlerts(store.client, { ids: ['d'] }))[0]?.alert.unsaid).toBe('history');
  });

  it('waits for the end of a silence, and is told then if it still fires', async () => {
    const silence = { for: {}, until: NOON + HOUR, author: 'Ada', reason: 'migration' };
    settings = { ...settings, silences: [silence] };
    await tell('opened', failing('e'), failing('f'));
    expect(await reasons('e')).toEqual(['opened deferred silenced']);
    await tell('resolved', over(failing('f')));
    await teller().tellDeferred(() => true);
    expect(await told('e')).toEqual([]);

    now = NOON + HOUR;
    await teller().tellDeferred(() => false);
    expect(await told('e')).toEqual([]);
    await teller().tellDeferred(() => true);
    expect(await told('e')).toEqual(['opened chat pending']);
    expect(await told('f')).toEqual([]);
    expect((await reasons('f')).sort()).toEqual([
      'opened unsaid silenced',
      'resolved unsaid silenced',
    ]);
  });

  it('says that nobody is configured to be told', async () => {
    settings = { ...settings, alerts: [{ ...RULE, notify: ['owners'] }] };
    await tell('opened', failing('g'));
    expect(await reasons('g')).toEqual(['opened unsaid no_receiver']);
  });

  it('is told as one thing where three services begin to fail together', async () => {
    await tell('opened', failing('h'), failing('i'));
    expect(await told('h')).toEqual(['opened chat pending']);
    await tell('opened', failing('j'));

    const [message] = log.messages() as DecidedMessage[];
    expect(message).toMatchObject({ action: 'opened' });
    expect(log.records[0]?.key).toBe(tellerKeyOf('production'));
    const parentId = message?.alertId ?? '';
    await teller().tell([message as DecidedMessage]);
    expect(await told(parentId)).toEqual(['opened chat pending']);
    expect(await told('h')).toEqual(['opened chat dropped']);
    expect(await told('j')).toEqual([]);
    expect(await reasons('j')).toEqual(['opened unsaid part_of_parent']);

    await insertAcknowledgements(store.client, [
      { alertId: parentId, by: 'Ada', at: now, newNormal: false },
    ]);
    await teller().tell([{ alertId: parentId, action: 'acknowledged', at: now }]);
    expect(await told(parentId)).toContain('acknowledged chat pending');
    expect((await readAlerts(store.client, { ids: [parentId] }))[0]?.alert.acknowledged?.by).toBe(
      'Ada',
    );

    for (const id of ['h', 'i', 'j']) await tell('resolved', over(failing(id)));
    expect(log.messages()).toMatchObject([
      { action: 'opened' },
      { action: 'resolved', alertId: parentId },
    ]);
    expect(await told('j')).toEqual([]);
    expect((await readAlerts(store.client, { ids: [parentId] }))[0]?.alert.state).toBe('resolved');
  });

  it('is waited for when the store does not have it yet, and not for ever', async () => {
    const message = (at: number) => [{ alertId: 'nowhere', action: 'opened' as const, at }];
    await expect(teller().tell(message(now))).rejects.toThrow('not in the store yet');
    await expect(teller().tell(message(now - 2 * MINUTE))).resolves.toBeUndefined();
  });
});
