import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { QueryApi } from '../query-api.fixture.js';
import type { ServiceItem } from './services.controller.js';

let api: QueryApi;

beforeAll(async () => {
  api = await QueryApi.start({
    production: ['production'],
    services: { shop: { team: 'configured', paths: [] } },
    now: Date.now,
  });
}, 30_000);

afterAll(() => api.stop());

it('lets the configuration outrank events, and keeps what only events can say', async () => {
  const onboardedAt = '2026-03-01T00:00:00.000Z';
  await api.record([
    { type: 'service', name: 'shop', team: 'stated', onboardedAt, updatedAt: onboardedAt },
  ]);
  const { body } = await api.ask<{ items: ServiceItem[] }>('/v1/services');
  expect(body.items).toMatchObject([{ name: 'shop', team: 'configured', onboardedAt }]);
});
