import { describe, expect, it } from '@jest/globals';
import { BUILT_IN_DEFINITIONS } from '@throughline/dora';
import {
  createHttpApplication,
  createLogger,
  HealthRegistry,
  loadConfiguration,
} from '@throughline/service-kit';
import type { ClickHouseClient } from '@throughline/store';
import { ReportingModule } from './reporting.module.js';

/** What a question is answered with while every statement fails like this. */
async function answerTo(failure: Error) {
  const client = { query: () => Promise.reject(failure) } as unknown as ClickHouseClient;
  const options = {
    production: ['production'],
    environmentClasses: {},
    publicBadges: { everything: false, services: [], teams: [], repositories: [] },
    services: {},
    definitions: BUILT_IN_DEFINITIONS,
    now: Date.now,
  };
  const application = await createHttpApplication(ReportingModule.register(client, options), {
    configuration: loadConfiguration({ variables: {}, workingDirectory: import.meta.dirname }),
    logger: createLogger({ service: 'query-api', level: 'silent' }),
    health: new HealthRegistry(),
  });
  try {
    const { statusCode, headers, body } = await application.inject('/v1/metrics');
    const { code } = JSON.parse(body) as { code: string };
    return { statusCode, code, retryAfter: headers['retry-after'] };
  } finally {
    await application.close();
  }
}

describe('a question that the store fails to answer', () => {
  it('is to be asked again while the store is away', async () => {
    const away = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    expect(await answerTo(away)).toEqual({
      statusCode: 503,
      code: 'TL_STORE_UNAVAILABLE',
      retryAfter: '5',
    });
  });

  it('is a defect of ours where asking again is of no use', async () => {
    expect(await answerTo(new Error('no such column'))).toMatchObject({
      statusCode: 500,
      code: 'TL_INTERNAL',
    });
  });
});
