import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Alert } from '@throughline/dora';
import {
  type Delivery,
  insertAcknowledgements,
  insertAlertParents,
  insertDeliveries,
  insertNotifications,
} from '@throughline/store';
import { parseCsv } from '../csv/parse-csv.fixture.js';
import { at, NOW } from '../organisation.fixture.js';
import type { Page } from '../paging/paging.js';
import { QueryApi } from '../query-api.fixture.js';
import type { ListedDelivery } from './alert-deliveries.controller.js';
import type { AlertDetail } from './alert-detail.js';
import type { AlertItem } from './alert-item.js';
import { alertOf, storeAlerts } from './alert.fixture.js';

const TABLES = [
  'alerts',
  'alert_parents',
  'alert_acknowledgements',
  'alert_notifications',
  'alert_deliveries',
];

let api: QueryApi;

beforeAll(async () => {
  api = await QueryApi.start({
    production: ['production'],
    environmentClasses: { live: ['production', 'eu'] },
    services: {},
    now: () => NOW,
  });
});

afterAll(() => api.stop());

beforeEach(async () => {
  for (const table of TABLES) {
    await api.store.client.command({ query: `TRUNCATE TABLE ${table}` });
  }
});

const store = (...alerts: readonly Alert[]) => storeAlerts(api.store.client, ...alerts);

async function list(query = ''): Promise<Page<AlertItem>> {
  const { status, body } = await api.ask<Page<AlertItem>>(`/v1/alerts${query}`);
  expect(status).toBe(200);
  return body;
}

const ids = async (query = '') => (await list(query)).items.map(({ id }) => id);

async function one(id: string): Promise<AlertDetail> {
  const { status, body } = await api.ask<AlertDetail>(`/v1/alerts/${id}`);
  expect(status).toBe(200);
  return body;
}

const over = (day: number, resolution: Alert['resolution'] = 'recovered'): Partial<Alert> => ({
  state: 'resolved',
  resolvedAt: at(day),
  resolution,
});

describe('the list of alerts', () => {
  it('has what fired at any moment of the window, what began last first', async () => {
    await store(
      alertOf('before', { startedAt: at(1), ...over(3) }),
      alertOf('into', { startedAt: at(2), ...over(6) }),
      alertOf('within', { startedAt: at(6), ...over(7) }),
      alertOf('out of', { startedAt: at(7), ...over(12) }),
      alertOf('across', { startedAt: at(1) }),
      alertOf('after', { startedAt: at(9) }),
    );
    expect(await ids('?from=2026-03-05&to=2026-03-08')).toEqual([
      'out of',
      'within',
      'into',
      'across',
    ]);
    expect(await ids()).toHaveLength(6);
  });

  it('can be narrowed down', async () => {
    await store(
      alertOf('api', { startedAt: at(9), severity: 'page' }),
      alertOf('web', {
        startedAt: at(8),
        rule: 'broken',
        kind: 'open-failure',
        subject: { service: 'web', environment: 'eu', deploymentId: '7' },
        team: 'shop',
      }),
      alertOf('team', {
        startedAt: at(7),
        rule: 'slow',
        kind: 'threshold',
        subject: { team: 'shop' },
        team: undefined,
        ...over(8),
      }),
      alertOf('source', {
        startedAt: at(6),
        rule: 'quiet',
        kind: 'source-silent',
        subject: { source: 'github' },
        team: undefined,
      }),
    );
    expect(await ids('?service=web,api')).toEqual(['api', 'web']);
    expect(await ids('?team=shop')).toEqual(['web', 'team']);
    expect(await ids('?environment=eu')).toEqual(['web']);
    expect(await ids('?environment=live')).toEqual(['api', 'web']);
    expect(await ids('?rule=slow,quiet')).toEqual(['team', 'source']);
    expect(await ids('?kind=open-failure,source-silent')).toEqual(['web', 'source']);
    expect(await ids('?severity=page')).toEqual(['api']);
    expect(await ids('?state=resolved')).toEqual(['team']);
    expect(await ids('?state=firing&team=shop')).toEqual(['web']);
  });

  it('is read page by page, each alert once, also where several began together', async () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    await store(...names.map((name) => alertOf(name)));
    const read: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Page<AlertItem> = await list(`?limit=2${cursor && `&cursor=${cursor}`}`);
      read.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(read).toEqual(['e', 'd', 'c', 'b', 'a']);
  });

  it('says what is known of each, and null of what is not', async () => {
    await store(alertOf('a', { openedAt: at(6) }));
    expect((await list()).items).toEqual([
      {
        id: 'a',
        rule: 'change-failures',
        kind: 'change-failure-spike',
        severity: 'notify',
        state: 'firing',
        title: 'a fires',
        subject: {
          service: 'api',
          environment: 'production',
          team: null,
          source: null,
          deploymentId: null,
        },
        team: 'payments',
        owner: null,
        tier: null,
        startedAt: '2026-03-05T00:00:00.000Z',
        openedAt: '2026-03-06T00:00:00.000Z',
        escalatedAt: null,
        acknowledged: null,
        resolvedAt: null,
        resolution: null,
        parentId: null,
        children: 0,
        unsaid: null,
      },
    ]);
  });

  it('is one file as CSV', async () => {
    await store(alertOf('a', { title: 'api, "again"' }), alertOf('b', over(7)));
    const { headers, text } = await api.ask('/v1/alerts?format=csv&to=2026-03-20');
    expect(headers.get('content-disposition')).toContain('throughline-alerts-2025-12-20-to-');
    const column = (name: string) => parseCsv(text).map((line) => line.get(name));
    expect(column('title')).toEqual(['b fires', 'api, "again"']);
    expect(column('subject.service')).toEqual(['api', 'api']);
    expect(column('resolution')).toEqual(['recovered', '']);
  });

  it('refuses what it cannot be asked', async () => {
    for (const query of ['severity=loud', 'state=', 'repository=acme/shop', 'cursor=x']) {
      const { status, body } = await api.ask<{ code: string }>(`/v1/alerts?${query}`);
      expect([query, status, body.code]).toEqual([query, 400, 'TL_INVALID_QUERY']);
    }
  });
});

describe('who took an alert on', () => {
  it('is shown before its decider has heard of it, and is the first who did', async () => {
    await store(alertOf('a'), alertOf('b'));
    await insertAcknowledgements(api.store.client, [
      { alertId: 'a', by: 'Bo', at: at(7), newNormal: true },
      { alertId: 'a', by: 'Ada', at: at(6), note: 'rolling back', newNormal: false },
    ]);
    const ada = {
      by: 'Ada',
      at: '2026-03-06T00:00:00.000Z',
      note: 'rolling back',
      newNormal: false,
    };
    const [b, a] = (await list()).items;
    expect([a?.acknowledged, b?.acknowledged]).toEqual([ada, null]);
    expect((await one('a')).acknowledged).toEqual(ada);
  });

  it('stays who its decider wrote down', async () => {
    await store(alertOf('a', { acknowledged: { by: 'Cy', at: at(5), newNormal: false } }));
    await insertAcknowledgements(api.store.client, [
      { alertId: 'a', by: 'Ada', at: at(4), newNormal: false },
    ]);
    expect((await one('a')).acknowledged).toMatchObject({ by: 'Cy', note: null });
  });
});

describe('an alert about a common cause', () => {
  it('has its parts, which know it', async () => {
    await store(
      alertOf('parent', { kind: 'common-cause', subject: { environment: 'production' } }),
      alertOf('first', { startedAt: at(3) }),
      alertOf('second', { startedAt: at(4) }),
      alertOf('other'),
    );
    await insertAlertParents(
      api.store.client,
      ['first', 'second'].map((alertId) => ({ alertId, parentId: 'parent', joinedAt: at(5) })),
    );
    const { items } = await list();
    expect(items.map(({ id, children, parentId }) => [id, children, parentId])).toEqual([
      ['parent', 2, null],
      ['other', 0, null],
      ['second', 0, 'parent'],
      ['first', 0, 'parent'],
    ]);
    const parent = await one('parent');
    expect(parent.children.map(({ id }) => id)).toEqual(['first', 'second']);
    expect((await one('first')).parentId).toBe('parent');
  });
});

describe('an alert that nobody was told of', () => {
  it('says why', async () => {
    await store(alertOf('a'));
    await insertNotifications(api.store.client, [
      {
        ...{ id: 'n1', alertId: 'a', action: 'opened', environment: 'production' },
        ...{ decidedAt: at(5), state: 'deferred', reason: 'quiet_hours', statedAt: at(5) },
      },
    ]);
    expect((await one('a')).unsaid).toBe('quiet_hours');
  });
});

describe('one alert', () => {
  it('says what it rests on', async () => {
    await store(
      alertOf('a', {
        runbookUrl: 'https://wiki.example/api',
        explanation: ['First.', 'Then.'],
        evidence: {
          numbers: [
            { name: 'baseline_rate', label: 'usual rate', value: 0.1, unit: 'share', low: 0.05 },
          ],
          deployments: [
            { id: '1', finishedAt: at(4), failed: false, reasons: [], points: -1, scoreAfter: 0 },
            { id: '2', finishedAt: at(5), failed: true, failedAt: at(6), reasons: ['status'] },
          ],
        },
      }),
    );
    expect(await one('a')).toMatchObject({
      runbookUrl: 'https://wiki.example/api',
      explanation: ['First.', 'Then.'],
      evidence: {
        numbers: [
          {
            ...{ name: 'baseline_rate', label: 'usual rate', value: 0.1, unit: 'share' },
            ...{ low: 0.05, high: null },
          },
        ],
        deployments: [
          {
            ...{ id: '1', finishedAt: '2026-03-04T00:00:00.000Z', failed: false, failedAt: null },
            ...{ reasons: [], points: -1, scoreAfter: 0 },
          },
          {
            ...{ id: '2', finishedAt: '2026-03-05T00:00:00.000Z', failed: true },
            ...{ failedAt: '2026-03-06T00:00:00.000Z', reasons: ['status'] },
            ...{ points: null, scoreAfter: null },
          },
        ],
      },
      children: [],
      deliveries: [],
      history: [],
    });
  });

  it('knows the other episodes of its rule about the same thing', async () => {
    const quiet = (id: string, source: string, day: number) =>
      alertOf(id, {
        ...{ rule: 'quiet', kind: 'source-silent', subject: { source }, startedAt: at(day) },
        ...over(day + 1),
      });
    await store(
      alertOf('now', { startedAt: at(9) }),
      alertOf('earlier', { startedAt: at(2), ...over(3, 'new_normal') }),
      alertOf('later', { startedAt: at(4), ...over(5) }),
      alertOf('of another rule', { rule: 'burning' }),
      alertOf('elsewhere', { subject: { service: 'api', environment: 'staging' } }),
      quiet('github', 'github', 2),
      quiet('github again', 'github', 5),
      quiet('gitlab', 'gitlab', 5),
    );
    expect((await one('now')).history).toEqual([
      {
        id: 'later',
        startedAt: '2026-03-04T00:00:00.000Z',
        resolvedAt: '2026-03-05T00:00:00.000Z',
        resolution: 'recovered',
      },
      {
        id: 'earlier',
        startedAt: '2026-03-02T00:00:00.000Z',
        resolvedAt: '2026-03-03T00:00:00.000Z',
        resolution: 'new_normal',
      },
    ]);
    expect((await one('github')).history.map(({ id }) => id)).toEqual(['github again']);
  });

  it('is a problem of its own where there is none', async () => {
    const { status, body } = await api.ask<{ code: string; detail: string }>('/v1/alerts/nothing');
    expect([status, body.code]).toEqual([404, 'TL_NOT_FOUND']);
    expect(body.detail).toContain('nothing');
  });
});

describe('deliveries', () => {
  const delivery = (id: string, more: Partial<Delivery>): Delivery => ({
    ...{ id, notificationId: 'n', alertId: 'a', action: 'opened', environment: 'production' },
    ...{ receiver: 'chat', state: 'delivered', attempts: 1, createdAt: at(5), version: 1 },
    ...more,
  });

  it('are shown with their alert, oldest first', async () => {
    await store(alertOf('a'));
    await insertDeliveries(api.store.client, [
      delivery('2', { createdAt: at(6), action: 'resolved', state: 'pending', version: 1 }),
      delivery('1', { settledAt: at(7) }),
      delivery('0', { alertId: 'b' }),
    ]);
    expect((await one('a')).deliveries).toEqual([
      {
        ...{ id: '1', action: 'opened', receiver: 'chat', state: 'delivered', attempts: 1 },
        ...{ createdAt: '2026-03-05T00:00:00.000Z', nextAttemptAt: null },
        ...{ settledAt: '2026-03-07T00:00:00.000Z', lastError: null },
      },
      expect.objectContaining({ id: '2', action: 'resolved', state: 'pending', settledAt: null }),
    ]);
  });

  it('that failed can be listed, newest first, page by page', async () => {
    await insertDeliveries(api.store.client, [
      delivery('1', { state: 'failed', lastError: 'HTTP 500', attempts: 10 }),
      delivery('2', { createdAt: at(6) }),
      delivery('3', { createdAt: at(7), state: 'disabled', alertId: 'b' }),
    ]);
    const read = async (query: string) =>
      (await api.ask<Page<ListedDelivery>>(`/v1/alerts/deliveries${query}`)).body;
    expect((await read('?state=failed,disabled')).items).toMatchObject([
      { id: '3', alertId: 'b' },
      { id: '1', alertId: 'a', lastError: 'HTTP 500', attempts: 10 },
    ]);
    const first = await read('?limit=2');
    expect(first.items.map(({ id }) => id)).toEqual(['3', '2']);
    const rest = await read(`?limit=2&cursor=${first.nextCursor}`);
    expect(rest.items.map(({ id }) => id)).toEqual(['1']);
    expect(rest.nextCursor).toBeNull();
  });
});
