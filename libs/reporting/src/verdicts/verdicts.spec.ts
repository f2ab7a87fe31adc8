import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { QueryApi } from '../query-api.fixture.js';

const ADDRESS = '/v1/deployments/api/production/r1/verdicts';

let api: QueryApi;

beforeAll(async () => {
  api = await QueryApi.start({ production: ['production'], services: {}, now: Date.now });
});

afterAll(() => api.stop());

const verdict = (deploymentId: string, said: object) => ({
  type: 'verdict',
  service: 'api',
  environment: 'production',
  deploymentId,
  ...said,
});

describe('GET /v1/deployments/{service}/{environment}/{id}/verdicts', () => {
  it('shows all that was said of the deployment, the latest first', async () => {
    const blamed = { failed: true, reason: 'no order went through', by: 'Ada, on call' };
    await api.record([
      verdict('r1', { retracted: true, by: 'Bo', at: '2026-02-03T00:00:00Z' }),
      verdict('r1', { ...blamed, at: '2026-02-01T00:00:00Z' }),
      verdict('r2', { ...blamed, at: '2026-02-01T00:00:00Z' }),
      verdict('r1', { ...blamed, failed: false, at: '2026-02-02T00:00:00Z' }),
    ]);
    const { status, body } = await api.ask(ADDRESS);
    expect([status, body]).toEqual([
      200,
      {
        items: [
          {
            takenBack: true,
            failed: null,
            reason: null,
            by: 'Bo',
            at: '2026-02-03T00:00:00.000Z',
          },
          { takenBack: false, ...blamed, failed: false, at: '2026-02-02T00:00:00.000Z' },
          { takenBack: false, ...blamed, at: '2026-02-01T00:00:00.000Z' },
        ],
      },
    ]);
  });

  it('is empty where nobody said anything, and takes no parameters', async () => {
    expect(await api.ask('/v1/deployments/api/staging/r1/verdicts')).toMatchObject({
      status: 200,
      body: { items: [] },
    });
    expect(await api.ask(`${ADDRESS}?limit=1`)).toMatchObject({ status: 400 });
  });
});
