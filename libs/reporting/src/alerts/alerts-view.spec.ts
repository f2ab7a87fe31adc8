import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  insertAcknowledgements,
  insertAlertParents,
  insertConfigurationInForce,
} from '@throughline/store';
import { at, NOW } from '../organisation.fixture.js';
import type { Page } from '../paging/paging.js';
import { QueryApi } from '../query-api.fixture.js';
import type { AlertItem } from './alert-item.js';
import { alertOf, storeAlerts } from './alert.fixture.js';

let api: QueryApi;

beforeAll(async () => {
  api = await QueryApi.start({ production: ['production'], services: {}, now: () => NOW });
});

afterAll(() => api.stop());

const over = { state: 'resolved', resolvedAt: at(7), resolution: 'recovered' } as const;

it('the view public_alerts says what the list of alerts says', async () => {
  await storeAlerts(
    api.store.client,
    alertOf('taken', { startedAt: at(8), severity: 'page' }),
    alertOf('quiet', { ...over, subject: { source: 'github' }, kind: 'source-silent' }),
    alertOf('part', { startedAt: at(4), subject: { service: 'api', environment: 'staging' } }),
  );
  await insertAcknowledgements(api.store.client, [
    { alertId: 'taken', by: 'Bo', at: at(9), newNormal: false },
    { alertId: 'taken', by: 'Ada', at: at(8), newNormal: false },
  ]);
  await insertAlertParents(api.store.client, [
    { alertId: 'part', parentId: 'parent', joinedAt: at(4) },
  ]);
  await insertConfigurationInForce(api.store.client, [
    { statedAt: NOW, production: ['production'], services: {} },
  ]);
  const answer = await api.store.client.query({
    query: 'SELECT * FROM public_alerts ORDER BY started_at DESC',
    format: 'JSONEachRow',
  });
  const time = (text: unknown) =>
    typeof text === 'string' ? `${text.replace(' ', 'T')}${text.endsWith('Z') ? '' : 'Z'}` : null;
  const rows = (await answer.json<Record<string, unknown>>()).map((row) => ({
    ...row,
    ...{ started_at: time(row['started_at']), opened_at: time(row['opened_at']) },
    ...{ resolved_at: time(row['resolved_at']), acknowledged_at: time(row['acknowledged_at']) },
  }));
  const { items } = (await api.ask<Page<AlertItem>>('/v1/alerts')).body;
  expect(items).toHaveLength(3);
  expect(rows).toEqual(
    items.map(({ id, subject, acknowledged, startedAt, resolvedAt, ...item }) => ({
      id,
      ...{ rule: item.rule, kind: item.kind, severity: item.severity, title: item.title },
      service: subject.service ?? '',
      environment: subject.environment ?? '',
      is_production: subject.environment !== 'staging',
      source: subject.source ?? '',
      team: item.team ?? '',
      ...{ started_at: startedAt, opened_at: item.openedAt, resolved_at: resolvedAt },
      resolution: item.resolution ?? '',
      firing_seconds:
        resolvedAt === null ? null : (Date.parse(resolvedAt) - Date.parse(startedAt)) / 1000,
      acknowledged_at: acknowledged?.at ?? null,
      acknowledged_by: acknowledged?.by ?? '',
      parent_id: item.parentId ?? '',
    })),
  );
});
