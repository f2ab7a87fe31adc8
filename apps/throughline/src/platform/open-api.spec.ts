import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { IngestionOptions } from '@throughline/ingestion';
import {
  type ApiDocument,
  createHttpApplication,
  createLogger,
  createToken,
  HealthRegistry,
  loadConfiguration,
} from '@throughline/service-kit';
import type { Store } from '@throughline/store';
import { PlatformModule } from './platform.module.js';

let application: NestFastifyApplication;
let document: ApiDocument;

beforeAll(async () => {
  const configuration = loadConfiguration({ variables: {}, workingDirectory: import.meta.dirname });
  // Nothing is asked of the log and the store: what is told apart here are addresses.
  const nothing = { sources: {} } as unknown as Store & IngestionOptions;
  const reporting = {
    production: [],
    environmentClasses: {},
    publicBadges: { everything: false, services: [], teams: [], repositories: [] },
    services: {},
    definitions: [],
    now: Date.now,
  };
  const tokens = [{ name: 'reader', sha256: createToken(['read']).sha256, scopes: ['read'] }];
  const dashboard = new URL('not-built/', import.meta.url);
  const alerting = { ...configuration, reporting, now: Date.now };
  const platform = PlatformModule.register(nothing, nothing, reporting, alerting, dashboard);
  application = await createHttpApplication(platform, {
    configuration: { ...configuration, tokens } as typeof configuration,
    logger: createLogger({ service: 'throughline', level: 'silent' }),
    health: new HealthRegistry(),
  });
  document = (await application.inject('/v1/openapi.json')).json();
});

afterAll(async () => {
  await application.close();
});

/** What is no part of the API: the dashboard's files and pages, and what only says what to send instead. */
const NOT_LISTED = [
  ...['GET /assets/{name}', 'GET *', 'PATCH /api/v2/dora/deployments'],
  // CloudEvents' own: what senders ask before they deliver.
  ...['OPTIONS /v1/events', 'OPTIONS /v1/webhooks/{source}'],
  'OPTIONS /v1/webhooks/{source}/{secret}',
];

/** `GET /v1/commits/{sha}`: what the server answers, read from Fastify's own list of routes. */
function routes(): string[] {
  const printed = application.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
  const open: string[] = [];
  return printed.split('\n').flatMap((line) => {
    const [, indent = '', path = '', methods = ''] =
      /^((?:│ {3}| {4})*)[├└]── (\S+) \(([A-Z, ]+)\)$/.exec(line) ?? [];
    if (path === '') return [];
    const depth = indent.length / 4;
    open.splice(depth, open.length, path);
    const address = open.join('').replaceAll(/:(\w+)/g, '{$1}');
    return methods
      .split(', ')
      .filter((method) => method !== 'HEAD')
      .map((method) => `${method} ${address}`);
  });
}

function operations() {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      operation: operation as NonNullable<typeof item.get>,
    })),
  );
}

describe('the OpenAPI document of the platform', () => {
  it('has every address that answers, and no other', () => {
    expect(
      operations()
        .map(({ name }) => name)
        .concat(NOT_LISTED)
        .sort(),
    ).toEqual(routes().sort());
    expect(routes()).toContain('GET /v1/deployments/{service}/{environment}/{id}/commits');
  });

  it('gives every operation an id of its own, a tag, a summary and what it answers', () => {
    const ids = operations().map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { name, operation } of operations()) {
      expect([name, operation]).toEqual([
        name,
        expect.objectContaining({
          operationId: expect.any(String) as unknown,
          tags: [expect.any(String)] as unknown,
          summary: expect.any(String) as unknown,
        }),
      ]);
      expect(Object.keys(operation.responses ?? {})[0]).toMatch(/^20[0-2]$/);
    }
  });

  it('says of each operation whether it needs a token, as the server does', async () => {
    for (const { name, operation } of operations()) {
      const [method, path] = name.split(' ') as ['GET' | 'POST', string];
      const url = path.replaceAll(/\{\w+\}/g, 'x');
      const { statusCode } = await application.inject({ method, url });
      const open = operation.security?.length === 0;
      expect([name, statusCode === 401]).toEqual([name, !open]);
      expect([name, open || '401' in (operation.responses ?? {})]).toEqual([name, true]);
    }
    expect(Object.keys(document.components?.securitySchemes ?? {})).toEqual(['bearer', 'apiKey']);
  });

  it('refers to nothing that it does not have', () => {
    const text = JSON.stringify(document);
    const references = [...text.matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g)];
    expect(references.length).toBeGreaterThan(0);
    for (const [reference, kind = '', name = ''] of references) {
      const components = document.components as Record<string, Record<string, unknown>>;
      expect([reference, components[kind]]).toEqual([
        reference,
        expect.objectContaining({ [name]: expect.anything() as unknown }),
      ]);
    }
    expect(text.match(/"\$ref"/g)).toHaveLength(references.length);
  });
});
