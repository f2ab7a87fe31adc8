import { randomBytes } from 'node:crypto';
import { Agent, request as httpRequest } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Controller, Get, Header, Module, Post, StreamableFile } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ProblemError } from '../errors/problem-error.js';
import { PublicRoute } from '../tokens/access.js';
import { createHttpApplication } from './create-http-application.js';
import { HealthRegistry } from './health-registry.js';
import { recordingLogger, testConfiguration } from './http.fixture.js';

/** Compressible, and in any encoding far over a packet. */
const ROWS = Array.from({ length: 2_000 }, (_, id) => ({ id, name: `service ${id % 97}` }));
const LINES = ROWS.map(({ id, name }) => `${id},${name}\r\n`);

/** So much that no encoder holds all of it back. */
const NOISE = Array.from({ length: 40 }, () => randomBytes(64 * 1024).toString('base64'));

let rows: readonly object[] = ROWS;

@Controller('v1')
@PublicRoute()
class AnswersController {
  @Get('rows')
  rows() {
    return { rows };
  }

  @Post('rows')
  posted() {
    return { rows };
  }

  @Get('small')
  small() {
    return { small: true };
  }

  @Get('secret')
  @Header('cache-control', 'no-store')
  secret() {
    return { secret: true };
  }

  @Get('lines')
  @Header('content-type', 'text/csv; charset=utf-8')
  lines() {
    return new StreamableFile(Readable.from(LINES, { objectMode: false }));
  }

  @Get('half')
  @Header('content-type', 'text/csv; charset=utf-8')
  half() {
    return new StreamableFile(Readable.from(halfOf(NOISE), { objectMode: false }));
  }

  @Get('none')
  @Header('content-disposition', 'attachment; filename="none.csv"')
  @Header('content-type', 'text/csv; charset=utf-8')
  none() {
    return new StreamableFile(Readable.from(halfOf([]), { objectMode: false }));
  }

  @Get('faults')
  faults(): never {
    throw new ProblemError('TL_INVALID_QUERY', { extras: { faults: ROWS } });
  }

  @Get('events')
  @Header('content-type', 'text/event-stream')
  events() {
    return Readable.from(['data: x\n\n'.repeat(1000)], { objectMode: false });
  }
}

async function* halfOf(lines: readonly string[]): AsyncGenerator<string> {
  for (const line of lines.slice(0, lines.length / 2)) yield await Promise.resolve(line);
  throw new Error('the store is gone');
}

@Module({ controllers: [AnswersController] })
class AnswersModule {}

let application: NestFastifyApplication;
let port: number;
const agent = new Agent({ keepAlive: true });

beforeAll(async () => {
  application = await createHttpApplication(AnswersModule, {
    configuration: testConfiguration(),
    logger: recordingLogger().logger,
    health: new HealthRegistry(),
  });
  await application.listen(0, '127.0.0.1');
  ({ port } = (application.getHttpServer() as { address(): AddressInfo }).address());
});

afterAll(async () => {
  agent.destroy();
  await application.close();
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** What goes over the wire: `fetch` would decompress it and hide how. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    httpRequest({ port, path, method, headers, agent }, (response: IncomingMessage) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts),
        });
      });
    })
      .on('error', reject)
      .end();
  });
}

const rowsOf = (text: Buffer) => (JSON.parse(text.toString()) as { rows: unknown }).rows;
const GZIP = { 'accept-encoding': 'gzip' };
const BROWSER = { 'accept-encoding': 'gzip, deflate, br, zstd' };

describe('an answer', () => {
  it('is compressed as its reader accepts, and says that this is what it depends on', async () => {
    const plain = await ask('/v1/rows');
    const gzip = await ask('/v1/rows', GZIP);
    const brotli = await ask('/v1/rows', BROWSER);
    expect(
      [plain, gzip, brotli].map(({ headers }) => [headers['content-encoding'], headers['vary']]),
    ).toEqual([
      [undefined, 'accept-encoding'],
      ['gzip', 'accept-encoding'],
      ['br', 'accept-encoding'],
    ]);
    expect(rowsOf(plain.body)).toEqual(ROWS);
    expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
    expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true);
    expect(brotli.body.length).toBeLessThan(plain.body.length / 5);
  });

  it('stays as it is where that is small, or nothing is accepted that we can', async () => {
    for (const [path, accepted] of [
      ['/v1/small', 'br'],
      ['/v1/rows', 'identity'],
      ['/v1/rows', 'deflate'],
      ['/v1/rows', 'gzip;q=0, br;q=0'],
    ] as const) {
      const { headers } = await ask(path, { 'accept-encoding': accepted });
      expect([path, accepted, headers['content-encoding']]).toEqual([path, accepted, undefined]);
    }
  });

  it('is not sent to who has it already, in whatever encoding', async () => {
    const tags = [];
    for (const headers of [{}, GZIP, BROWSER]) {
      tags.push((await ask('/v1/rows', headers)).headers['etag'] ?? '');
    }
    expect(new Set(tags).size).toBe(1);
    const [tag = ''] = tags;
    expect(tag).toMatch(/^W\/"[\w-]+"$/);
    for (const condition of [tag, tag.slice(2), `"other", ${tag}`, '*']) {
      const again = await ask('/v1/rows', { ...BROWSER, 'if-none-match': condition });
      expect([condition, again.status, again.body.length]).toEqual([condition, 304, 0]);
      expect(again.headers).toMatchObject({
        etag: tag,
        vary: 'accept-encoding',
        'cache-control': 'private, no-cache',
      });
      expect(again.headers['content-encoding']).toBeUndefined();
      expect(again.headers['content-type']).toBeUndefined();
      expect(again.headers['content-length']).toBeUndefined();
    }
    // The connection is still good: nothing of a body was announced or left on it.
    expect(rowsOf((await ask('/v1/rows')).body)).toEqual(ROWS);
  });

  it('is sent once it is another one', async () => {
    const { headers } = await ask('/v1/rows');
    rows = [];
    try {
      const again = await ask('/v1/rows', { 'if-none-match': headers['etag'] ?? '' });
      expect([again.status, rowsOf(again.body)]).toEqual([200, []]);
      expect(again.headers['etag']).not.toBe(headers['etag']);
    } finally {
      rows = ROWS;
    }
  });

  it('to HEAD has the headers of the one to GET, uncompressed', async () => {
    const { headers } = await ask('/v1/rows');
    const head = await ask('/v1/rows', GZIP, 'HEAD');
    expect([head.status, head.body.length]).toEqual([200, 0]);
    for (const name of ['etag', 'cache-control', 'vary', 'content-type', 'content-length']) {
      expect([name, head.headers[name]]).toEqual([name, headers[name]]);
    }
    expect(head.headers['content-encoding']).toBeUndefined();
    const again = await ask('/v1/rows', { 'if-none-match': headers['etag'] ?? '' }, 'HEAD');
    expect([again.status, again.headers['content-length']]).toEqual([
      304,
      headers['content-length'],
    ]);
  });

  it('is kept by its reader alone, and not at all where the route says so', async () => {
    expect((await ask('/v1/rows')).headers['cache-control']).toBe('private, no-cache');
    expect((await ask('/v1/secret')).headers['cache-control']).toBe('no-store');
  });

  it('to POST, or that tells of a problem, has no tag', async () => {
    const posted = await ask('/v1/rows', { 'if-none-match': '*' }, 'POST');
    expect([posted.status, posted.headers['etag']]).toEqual([201, undefined]);
    const missing = await ask('/v1/nothing', { 'if-none-match': '*' });
    expect([missing.status, missing.headers['etag']]).toEqual([404, undefined]);
  });
});

describe('a problem', () => {
  it('is compressed like any other answer', async () => {
    const { status, headers, body } = await ask('/v1/faults', GZIP);
    expect([status, headers['content-encoding']]).toEqual([400, 'gzip']);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(JSON.parse(gunzipSync(body).toString())).toMatchObject({ faults: ROWS });
  });
});

describe('a file that is written while it is read', () => {
  it('is compressed on its way', async () => {
    const { headers, body } = await ask('/v1/lines', BROWSER);
    expect([headers['content-encoding'], headers['content-length'], headers['etag']]).toEqual([
      'br',
      undefined,
      undefined,
    ]);
    expect(brotliDecompressSync(body).toString()).toBe(LINES.join(''));
    expect((await ask('/v1/lines')).body.toString()).toBe(LINES.join(''));
  });

  it.each([{}, GZIP, BROWSER])('ends the connection where it breaks (%j)', async (headers) => {
    await expect(ask('/v1/half', headers)).rejects.toThrow('aborted');
  });

  it.each([{}, GZIP, BROWSER])(
    'that breaks before its first byte is a problem (%j)',
    async (headers) => {
      const answer = await ask('/v1/none', headers);
      expect(answer.status).toBe(500);
      expect(answer.headers['content-encoding']).toBeUndefined();
      expect(answer.headers['content-disposition']).toBeUndefined();
      expect(JSON.parse(answer.body.toString())).toMatchObject({ code: 'TL_INTERNAL' });
    },
  );
});

it('events go out one by one, and so uncompressed', async () => {
  const { headers } = await ask('/v1/events', BROWSER);
  expect(headers['content-encoding']).toBeUndefined();
});
