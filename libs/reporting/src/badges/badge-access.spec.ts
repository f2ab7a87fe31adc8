import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { BUILT_IN_DEFINITIONS } from '@throughline/dora';
import {
  type Configuration,
  createHttpApplication,
  createLogger,
  createToken,
  HealthRegistry,
  loadConfiguration,
  type PublicBadges,
} from '@throughline/service-kit';
import { openTestStore, type TestStore } from '@throughline/testing';
import { ReportingModule } from '../reporting.module.js';

const NOTHING: PublicBadges = { everything: false, services: [], teams: [], repositories: [] };

const reader = createToken(['read']);
const sender = createToken(['ingest']);

let store: TestStore;

beforeAll(async () => {
  store = await openTestStore();
});

afterAll(() => store.close());

/** Asks a platform that has tokens and shows these badges to anyone. */
async function asking(
  publicBadges: PublicBadges,
  ask: (statusOf: (query: string, token?: string) => Promise<number>) => Promise<void>,
): Promise<void> {
  const configuration: Configuration = {
    ...loadConfiguration({ variables: {}, workingDirectory: import.meta.dirname }),
    tokens: [
      { name: 'reader', sha256: reader.sha256, scopes: ['read'] },
      { name: 'sender', sha256: sender.sha256, scopes: ['ingest'] },
    ],
  };
  const options = {
    production: ['production'],
    environmentClasses: {},
    publicBadges,
    services: {},
    definitions: BUILT_IN_DEFINITIONS,
    now: Date.now,
  };
  const application: NestFastifyApplication = await createHttpApplication(
    ReportingModule.register(store.client, options),
    {
      configuration,
      logger: createLogger({ service: 'query-api', level: 'silent' }),
      health: new HealthRegistry(),
    },
  );
  try {
    await ask(async (query, token) => {
      const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
      const url = `/v1/badges/change-fail-rate.svg${query}`;
      return (await application.inject({ url, headers })).statusCode;
    });
    const { statusCode } = await application.inject('/v1/metrics?service=api');
    expect(statusCode).toBe(401);
  } finally {
    await application.close();
  }
}

describe('a badge', () => {
  it('needs a token that may read, if nothing is public', async () => {
    await asking(NOTHING, async (statusOf) => {
      expect(await statusOf('?service=api')).toBe(401);
      expect(await statusOf('?service=api', sender.token)).toBe(403);
      expect(await statusOf('?service=api', reader.token)).toBe(200);
    });
  });

  it('of what is public needs none, and every other one does', async () => {
    const listed = {
      ...NOTHING,
      services: ['api'],
      teams: ['payments'],
      repositories: ['acme/shop'],
    };
    await asking(listed, async (statusOf) => {
      expect(await statusOf('?service=api')).toBe(200);
      expect(await statusOf('?service=api&days=7&label=ours&style=for-the-badge')).toBe(200);
      expect(await statusOf('?team=payments')).toBe(200);
      expect(await statusOf('?repository=https://github.com/acme/shop.git')).toBe(200);
      expect(await statusOf('?service=web&team=payments')).toBe(200);
      expect(await statusOf('')).toBe(401);
      expect(await statusOf('?environment=production')).toBe(401);
      expect(await statusOf('?service=web')).toBe(401);
      expect(await statusOf('?service=api,web')).toBe(401);
      expect(await statusOf('?service=api&service=web')).toBe(401);
      expect(await statusOf('?service=payments')).toBe(401);
      expect(await statusOf('?service=api&sevice=web')).toBe(401);
      expect(await statusOf('?service=web', reader.token)).toBe(200);
    });
  });

  it('needs none where all are public', async () => {
    await asking({ ...NOTHING, everything: true }, async (statusOf) => {
      expect(await statusOf('')).toBe(200);
      expect(await statusOf('?service=web')).toBe(200);
      expect(await statusOf('?sevice=web')).toBe(400);
    });
  });
});
