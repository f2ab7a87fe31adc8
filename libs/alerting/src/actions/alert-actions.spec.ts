import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { EventLog } from '@throughline/event-log';
import { LogUnavailableError } from '@throughline/event-log';
import {
  insertDeliveries,
  insertReceiverStates,
  readAcknowledgements,
  readDeliveriesOf,
  readDisabledReceivers,
} from '@throughline/store';
import { openTestStore, type TestStore } from '@throughline/testing';
import { alertOf, NOON } from '../alert.fixture.js';
import { storeAlerts, TakingLog } from '../store.fixture.js';
import { deliveryRow } from '../telling/told-rows.js';
import { AlertActions } from './alert-actions.js';

describe('what people do about alerts', () => {
  let store: TestStore;
  let log: TakingLog;

  beforeAll(async () => {
    store = await openTestStore();
    await storeAlerts(
      store.client,
      alertOf({ id: 'firing' }),
      alertOf({ id: 'over', state: 'resolved', resolvedAt: NOON, resolution: 'recovered' }),
      alertOf({ id: 'slow', kind: 'threshold', rule: 'slow', subject: { team: 'payments' } }),
      alertOf({ id: 'cause', kind: 'common-cause', subject: { environment: 'production' } }),
    );
  });

  afterAll(() => store.close());

  beforeEach(() => {
    log = new TakingLog();
  });

  const actions = (over: EventLog = log.log) =>
    new AlertActions({ client: store.client, log: over, alerts: [], now: () => NOON });

  const ADA = { by: 'Ada', newNormal: false };

  it('is kept, and told to whoever decides about the alert', async () => {
    await actions().acknowledge('firing', { ...ADA, note: 'rolling back' });
    expect(await readAcknowledgements(store.client, { alertIds: ['firing'] })).toMatchObject([
      { by: 'Ada', note: 'rolling back', at: NOON, newNormal: false },
    ]);
    expect(log.messages()).toEqual([{ service: 'api', environment: 'production' }]);
    expect(log.records[0]?.key).toBe('service api');
  });

  it('counts once, however often the same is sent', async () => {
    await actions().acknowledge('slow', { ...ADA, at: NOON });
    await actions().acknowledge('slow', { ...ADA, at: NOON });
    expect(await readAcknowledgements(store.client, { alertIds: ['slow'] })).toHaveLength(1);
    expect(log.messages()).toEqual([{ rule: 'slow' }, { rule: 'slow' }]);
  });

  it('goes to whoever tells of an environment where a common cause is taken on', async () => {
    await actions().acknowledge('cause', ADA);
    expect(log.messages()).toMatchObject([{ alertId: 'cause', action: 'acknowledged' }]);
    expect(log.records[0]?.key).toBe('environment production');
  });

  it.each([
    ['over', { code: 'TL_ALERT_RESOLVED', status: 409 }],
    ['nowhere', { code: 'TL_NOT_FOUND', status: 404 }],
  ])('is refused of an alert that is %s', async (id, problem) => {
    await expect(actions().acknowledge(id, ADA)).rejects.toMatchObject(problem);
    expect(log.records).toEqual([]);
  });

  it('asks to be sent again when the log does not take it', async () => {
    const away = {
      append: () => Promise.reject(new LogUnavailableError('no brokers')),
    } as unknown as EventLog;
    await expect(actions(away).acknowledge('firing', ADA)).rejects.toMatchObject({
      code: 'TL_LOG_UNAVAILABLE',
      headers: { 'retry-after': '5' },
    });
  });

  it('sends a delivery again as if it had never been tried, also to a receiver that was gone', async () => {
    const occasion = { alertId: 'firing', action: 'opened', environment: 'production' } as const;
    const row = deliveryRow({ ...occasion, decidedAt: NOON }, 'hook', NOON);
    await insertDeliveries(store.client, [
      { ...row, state: 'disabled', attempts: 10, nextAttemptAt: undefined, version: 12 },
    ]);
    await insertReceiverStates(store.client, [
      { receiver: 'hook', disabled: true, changedAt: NOON - 1, reason: '410' },
    ]);
    await actions().sendAgain('firing', row.id);
    expect(await readDeliveriesOf(store.client, { alertIds: ['firing'] })).toMatchObject([
      { id: row.id, state: 'pending', attempts: 0, nextAttemptAt: NOON },
    ]);
    expect(await readDisabledReceivers(store.client, {})).toEqual([]);
    await expect(actions().sendAgain('firing', 'none')).rejects.toMatchObject({
      code: 'TL_NOT_FOUND',
    });
  });
});
