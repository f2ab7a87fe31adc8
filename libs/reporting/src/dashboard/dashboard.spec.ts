import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  createHttpApplication,
  createLogger,
  createToken,
  HealthRegistry,
  loadConfiguration,
  OpenApiModule,
} from '@throughline/service-kit';
import { DashboardModule } from './dashboard.module.js';

const INDEX = '<!doctype html><title>Throughline</title>';

@Module({})
class Api {}

/** A service with the dashboard beside an API of one address. */
async function serve(folder: string, { protectedByToken = false } = {}) {
  const lines: string[] = [];
  const tokens = [{ name: 'ci', sha256: createToken(['read']).sha256, scopes: ['read' as const] }];
  const application = await createHttpApplication(
    {
      module: Api,
      imports: [DashboardModule.register(pathToFileURL(`${folder}/`)), OpenApiModule.register({})],
    },
    {
      configuration: {
        ...loadConfiguration({ variables: {}, workingDirectory: folder }),
        tokens: protectedByToken ? tokens : [],
      },
      logger: createLogger({
        service: 'query-api',
        level: 'warn',
        destination: { write: (line) => lines.push(line) },
      }),
      health: new HealthRegistry(),
    },
  );
  await application.listen(0, '127.0.0.1');
  return { application, lines, url: await application.getUrl() };
}

let folder: string;
let application: NestFastifyApplication;
let url: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dashboard-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), INDEX);
  await writeFile(join(folder, 'favicon.svg'), '<svg/>');
  await writeFile(join(folder, 'assets', 'main-1a2B_3c.js'), 'main();');
  ({ application, url } = await serve(folder));
});

afterAll(async () => {
  await application.close();
  await rm(folder, { recursive: true });
});

/** Asks under another name; `fetch` sets the Host header itself. */
function statusUnderHost(host: string, headers: Record<string, string> = {}): Promise<number> {
  const { port } = (application.getHttpServer() as { address(): AddressInfo }).address();
  return new Promise((resolve, reject) => {
    httpRequest({ port, path: '/teams', headers: { host, ...headers } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

async function code(response: Response): Promise<unknown> {
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  return ((await response.json()) as { code: unknown }).code;
}

describe('the page of the dashboard', () => {
  it.each([
    '/',
    '/?from=2026-01-01',
    '/teams/payments',
    '/deployments/api/production/17',
    '/services/api.v2',
    '/services/%E2%82%AC%20and%2Fmore',
    '/v1beta',
    '/index.html',
  ])('is at %s, and asked for again each time', async (path) => {
    const response = await fetch(url + path);
    expect([response.status, await response.text()]).toEqual([200, INDEX]);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self';");
  });

  it('is at no address of the API', async () => {
    for (const path of ['/v1', '/v1/nothing', '/v1/deployments/api.html']) {
      const response = await fetch(url + path);
      expect([response.status, await code(response)]).toEqual([404, 'TL_NOT_FOUND']);
    }
    expect((await fetch(`${url}/livez`)).headers.get('content-type')).toMatch(/json/);
    expect((await fetch(`${url}/v1/openapi.json`)).headers.get('content-type')).toMatch(/json/);
  });

  it('takes no other method, and changes nothing about those of the API', async () => {
    const page = await fetch(`${url}/teams`, { method: 'POST' });
    expect([page.status, await code(page)]).toEqual([404, 'TL_NOT_FOUND']);
    const api = await fetch(`${url}/v1/openapi.json`, { method: 'DELETE' });
    expect([api.status, api.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    const head = await fetch(`${url}/teams`, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(INDEX.length)]);
  });

  it('is another one as soon as it was built again', async () => {
    const index = join(folder, 'index.html');
    await writeFile(index, INDEX.toUpperCase());
    try {
      expect(await (await fetch(url)).text()).toBe(INDEX.toUpperCase());
    } finally {
      await writeFile(index, INDEX);
    }
  });
});

describe('the files of the dashboard', () => {
  it('are kept for a year where their names say what is in them', async () => {
    const response = await fetch(`${url}/assets/main-1a2B_3c.js`);
    expect([response.status, await response.text()]).toEqual([200, 'main();']);
    expect(response.headers.get('content-type')).toMatch(/^(text|application)\/javascript/);
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it('are asked for again where they do not', async () => {
    const response = await fetch(`${url}/favicon.svg`);
    expect([response.headers.get('content-type'), await response.text()]).toEqual([
      'image/svg+xml',
      '<svg/>',
    ]);
    expect(response.headers.get('cache-control')).toBe('no-cache');
  });

  it.each([
    '/assets',
    '/assets/',
    '/assets/gone-1a2b.js',
    '/assets/sub/main.js',
    '/assets/..%2findex.html',
    '/assets/%2e%2e%5cindex.html',
    '/assets/.env',
  ])('are no pages: %s is not found', async (path) => {
    const response = await fetch(url + path);
    expect([response.status, await code(response)]).toEqual([404, 'TL_NOT_FOUND']);
  });
});

describe('who may see the dashboard', () => {
  it('is whoever calls this machine by its own name, while no token protects the API', async () => {
    expect(await statusUnderHost('localhost:4680')).toBe(200);
    expect(await statusUnderHost('throughline.example')).toBe(403);
    expect(await statusUnderHost('localhost', { 'sec-fetch-site': 'cross-site' })).toBe(200);
  });

  it('is everybody once a token protects the API', async () => {
    const service = await serve(folder, { protectedByToken: true });
    try {
      for (const path of ['/teams', '/assets/main-1a2B_3c.js', '/favicon.svg']) {
        const { statusCode } = await service.application.inject({
          url: path,
          headers: { host: 'throughline.example' },
        });
        expect([path, statusCode]).toEqual([path, 200]);
      }
    } finally {
      await service.application.close();
    }
  });
});

it('a dashboard that is not built says how to build it, at the start and at its address', async () => {
  const empty = await mkdtemp(join(tmpdir(), 'dashboard-'));
  const service = await serve(join(empty, 'dist'));
  try {
    expect(service.lines).toEqual([expect.stringContaining('dashboard.not_built')]);
    const page = await fetch(`${service.url}/teams`);
    const problem = (await page.json()) as { detail: string };
    expect([page.status, problem.detail]).toEqual([503, expect.stringContaining('npm run build')]);
    expect((await fetch(`${service.url}/assets/main.js`)).status).toBe(404);
    expect((await fetch(`${service.url}/v1/openapi.json`)).status).toBe(200);
  } finally {
    await service.application.close();
    await rm(empty, { recursive: true });
  }
});
