import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { commit, deployment, incident, sha } from '../events.fixture.js';
import { at, NOW } from '../organisation.fixture.js';
import { QueryApi } from '../query-api.fixture.js';
import type { arrivalsAnswerSchema } from './arrivals.controller.js';

let api: QueryApi;

beforeAll(async () => {
  api = await QueryApi.start({ production: [], services: {}, now: () => NOW });
});

afterAll(() => api.stop());

async function arrivals() {
  const { status, body } = await api.ask<z.infer<typeof arrivalsAnswerSchema>>('/v1/arrivals');
  expect(status).toBe(200);
  return body.items.map(({ source, type, facts, lastEventAt }) => [
    source,
    type,
    facts,
    lastEventAt,
  ]);
}

it('tells what came in, by source and type of event, and when it was last heard of', async () => {
  expect(await arrivals()).toEqual([]);
  const said = [
    commit('acme/mono', sha('a'), [], at(1), { source: 'github' }),
    commit('acme/mono', sha('b'), [sha('a')], at(2), { source: 'github' }),
    deployment('api', '1', at(3)),
    deployment('api', '2', at(4), {
      source: 'argo',
      status: 'in_progress',
      finishedAt: undefined,
      updatedAt: at(4),
    }),
    incident('api', 'INC-1', at(5)),
  ];
  await api.record(said);
  // Once more, corrected, and taken back.
  await api.record([
    ...said,
    deployment('api', '2', at(4, 1), { source: 'argo', updatedAt: at(6) }),
    { type: 'incident', source: 'pager', id: 'INC-1', retracted: true, updatedAt: at(7) },
    { type: 'feedback', source: 'survey', id: '1', question: 'ease', score: 4, at: at(8) },
  ]);
  expect(await arrivals()).toEqual([
    ['api', 'deployment', 1, '2026-03-03T00:00:00.000Z'],
    ['argo', 'deployment', 1, '2026-03-06T00:00:00.000Z'],
    ['github', 'commit', 2, '2026-03-02T00:00:00.000Z'],
    ['survey', 'feedback', 1, '2026-03-08T00:00:00.000Z'],
  ]);
  // Deployments of all sources are received as one kind; the builders' log says of each event that it
  // came when it was true.
  const { body } = await api.ask<z.infer<typeof arrivalsAnswerSchema>>('/v1/arrivals');
  expect(body.items.map(({ lastReceivedAt }) => lastReceivedAt?.slice(0, 10))).toEqual([
    '2026-03-06',
    '2026-03-06',
    '2026-03-02',
    '2026-03-08',
  ]);
});
