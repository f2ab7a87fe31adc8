import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { BODY_LIMIT, WEBHOOK_BODY_LIMIT } from './body-limits.js';
import { echoService } from './http.fixture.js';

type Service = Awaited<ReturnType<typeof echoService>>;

let service: Service;
let address: string;
let port: number;

beforeAll(async () => {
  service = await echoService();
  await service.application.listen(0, '127.0.0.1');
  const server = service.application.getHttpServer() as { address(): AddressInfo };
  port = server.address().port;
  address = `http://127.0.0.1:${port}`;
});

afterAll(async () => {
  await service.application.close();
});

const send = (path: string, init: RequestInit = {}) => fetch(`${address}${path}`, init);
const post = (body: Uint8Array | string, headers: Record<string, string> = {}) =>
  send('/v1/events', { method: 'POST', body, headers });

async function expectProblem(response: Response, status: number, code: string) {
  const body = (await response.json()) as Record<string, unknown>;
  expect({ status: response.status, code: body['code'] }).toEqual({ status, code });
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(body).toMatchObject({ status, type: `/problems/${code}` });
  return body;
}

describe('a request body', () => {
  it('reaches the handler as the bytes that were sent, whatever it says it is', async () => {
    for (const type of ['application/json', 'text/plain', 'application/cloudevents+json', 'x/y']) {
      const response = await post('{ not json', { 'content-type': type });
      expect(await response.json()).toEqual({ bytes: 10, text: '{ not json' });
    }
  });

  it('may come without a content type or be empty', async () => {
    const untyped = await post(new TextEncoder().encode('hello'));
    expect(await untyped.json()).toEqual({ bytes: 5, text: 'hello' });
    const empty = await send('/v1/events', { method: 'POST' });
    expect(await empty.json()).toEqual({ bytes: 0, text: '' });
  });

  it('is decompressed', async () => {
    const response = await post(gzipSync('squeezed'), { 'content-encoding': 'GZIP' });
    expect(await response.json()).toEqual({ bytes: 8, text: 'squeezed' });
  });

  it('is refused when it decompresses to more than the limit', async () => {
    const bomb = gzipSync(Buffer.alloc(BODY_LIMIT + 1));
    expect(bomb.length).toBeLessThan(BODY_LIMIT / 100);
    await expectProblem(await post(bomb, { 'content-encoding': 'gzip' }), 413, 'TL_BODY_TOO_LARGE');
    const full = await post(gzipSync(Buffer.alloc(BODY_LIMIT)), { 'content-encoding': 'gzip' });
    expect(full.status).toBe(201);
  });

  it('is refused when its gzip stream is cut off, damaged or no gzip at all', async () => {
    const whole = gzipSync('a stream of some length, so that there is something to cut');
    const damaged = Buffer.from(whole);
    damaged.writeUInt32LE(0, damaged.length - 8);
    for (const body of [whole.subarray(0, -9), damaged, Buffer.from('plain'), Buffer.alloc(0)]) {
      const response = await post(body, { 'content-encoding': 'gzip' });
      await expectProblem(response, 400, 'TL_BODY_NOT_DECODABLE');
    }
  });

  it('is refused in an encoding that is not understood, with those that are', async () => {
    const response = await post('x', { 'content-encoding': 'br' });
    expect(response.headers.get('accept-encoding')).toBe('gzip, identity');
    await expectProblem(response, 415, 'TL_UNSUPPORTED_ENCODING');
  });

  it('may be 16 MiB of events, 25 MiB of a webhook, and not a byte more', async () => {
    const webhook = (length: number) =>
      send('/v1/webhooks/github', { method: 'POST', body: Buffer.alloc(length) });
    expect((await post(Buffer.alloc(BODY_LIMIT))).status).toBe(201);
    await expectProblem(await post(Buffer.alloc(BODY_LIMIT + 1)), 413, 'TL_BODY_TOO_LARGE');
    expect(await (await webhook(WEBHOOK_BODY_LIMIT)).json()).toEqual({
      source: 'github',
      bytes: WEBHOOK_BODY_LIMIT,
    });
    await expectProblem(await webhook(WEBHOOK_BODY_LIMIT + 1), 413, 'TL_BODY_TOO_LARGE');
  });
});

describe('an address', () => {
  it('that leads nowhere is not found', async () => {
    await expectProblem(await send('/v1/nothing?token=secret'), 404, 'TL_NOT_FOUND');
  });

  it('answers a wrong method with the right ones', async () => {
    const response = await send('/v1/events', { method: 'DELETE' });
    expect(response.headers.get('allow')).toBe('POST');
    await expectProblem(response, 405, 'TL_METHOD_NOT_ALLOWED');
    const webhook = await send('/v1/webhooks/github');
    expect(webhook.headers.get('allow')).toBe('POST');
    await expectProblem(webhook, 405, 'TL_METHOD_NOT_ALLOWED');
  });

  it('that is not valid percent-encoding is a malformed request', async () => {
    await expectProblem(await send('/v1/%zz'), 400, 'TL_MALFORMED_REQUEST');
  });

  it('with a part that is too long says so', async () => {
    const response = await send(`/v1/webhooks/${'x'.repeat(1025)}`, { method: 'POST' });
    await expectProblem(response, 414, 'TL_ADDRESS_TOO_LONG');
  });

  it('may have a query of any bytes', async () => {
    const response = await send('/v1/metrics?a=%ff%fe&__proto__=1&b=%00&c');
    expect(response.status).toBe(200);
  });
});

describe('a failure nobody foresaw', () => {
  it('says nothing of what is inside, and everything to the log under the same request id', async () => {
    const response = await send('/v1/broken', { headers: { 'x-request-id': 'trace-me-1' } });
    expect(response.headers.get('x-request-id')).toBe('trace-me-1');
    const body = await expectProblem(response, 500, 'TL_INTERNAL');
    expect(JSON.stringify(body)).not.toContain('hunter2');
    expect(body['instance']).toBe('urn:throughline:request:trace-me-1');
    expect(service.lines).toContainEqual(
      expect.objectContaining({
        event: 'http.request.failed',
        requestId: 'trace-me-1',
        route: '/v1/broken',
        err: expect.objectContaining({ message: 'the password is hunter2' }) as unknown,
      }),
    );
  });

  it('is what a route is that does not say who may call it', async () => {
    await expectProblem(await send('/v1/undeclared'), 500, 'TL_INTERNAL');
  });
});

describe('bytes that are not HTTP', () => {
  const talk = (bytes: string) =>
    new Promise<string>((resolve, reject) => {
      let answer = '';
      const socket = connect(port, '127.0.0.1', () => socket.end(bytes));
      socket.setEncoding('utf8').on('data', (part: string) => (answer += part));
      socket.on('close', () => {
        resolve(answer);
      });
      socket.on('error', reject);
    });

  it.each([
    ['a request line of nonsense', 'HELLO\r\n\r\n', /^HTTP\/1\.1 400 .*TL_MALFORMED_REQUEST/s],
    [
      'a length that is no number',
      'POST /v1/events HTTP/1.1\r\nhost: localhost\r\ncontent-length: ten\r\n\r\n',
      /^HTTP\/1\.1 400 .*TL_MALFORMED_REQUEST/s,
    ],
    [
      'headers without end',
      `GET / HTTP/1.1\r\nhost: localhost\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`,
      /^HTTP\/1\.1 431 .*TL_HEADERS_TOO_LARGE/s,
    ],
    [
      'a media type that is none',
      'POST /v1/events HTTP/1.1\r\nhost: localhost\r\ncontent-type: ;\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}',
      /^HTTP\/1\.1 415 .*TL_UNSUPPORTED_MEDIA_TYPE/s,
    ],
  ])('are answered as a problem: %s', async (_name, bytes, expected) => {
    expect(await talk(bytes)).toMatch(expected);
  });
});

describe('every answer', () => {
  it('has a request id and headers that keep foreign scripts and frames out', async () => {
    for (const path of ['/livez', '/v1/nothing', '/v1/broken']) {
      const { headers } = await send(path, { headers: { 'x-request-id': 'not\tfit for a log' } });
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
      expect(headers.get('content-security-policy')).toContain("default-src 'self'");
      expect(headers.get('content-security-policy')).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
    }
  });

  it('is measured by the template of its route', async () => {
    await (await send('/v1/webhooks/measured', { method: 'POST', body: 'x' })).text();
    const lines = (await (await send('/metrics')).text()).split('\n');
    const counts = lines.filter((line) =>
      /^http_server_request_duration_seconds_count\{.*http_route="\/v1\/webhooks\/:source"/.test(
        line,
      ),
    );
    expect(counts).toContainEqual(expect.stringMatching(/http_request_method="POST".*_code="201"/));
    expect(lines.filter((line) => line.includes('measured'))).toEqual([]);
    expect(lines).toContainEqual(expect.stringMatching(/^process_memory_usage_bytes \d+$/));
  });
});

describe('a problem', () => {
  it('has a type that leads to what to do about it', async () => {
    const { type } = (await (await send('/v1/nothing')).json()) as { type: string };
    const explained = (await (await send(type)).json()) as Record<string, unknown>;
    expect(explained).toMatchObject({ code: 'TL_NOT_FOUND', status: 404 });
    expect(explained['remedy']).toEqual(expect.any(String));
    await expectProblem(await send('/problems/TL_NONE'), 404, 'TL_NOT_FOUND');
    await expectProblem(await send('/problems/toString'), 404, 'TL_NOT_FOUND');
  });
});

describe('readiness', () => {
  it('needs every check and names those that fail; liveness does not care', async () => {
    const { application, health } = await echoService();
    try {
      let reachable = false;
      health.register('event log', () => Promise.resolve());
      health.register('store', () =>
        reachable ? Promise.resolve() : Promise.reject(new Error('connection refused')),
      );
      const unready = await application.inject({ url: '/readyz' });
      expect(unready.statusCode).toBe(503);
      expect(unready.json()).toMatchObject({
        code: 'TL_NOT_READY',
        detail: 'store: connection refused',
        checks: [
          { name: 'event log', ok: true },
          { name: 'store', ok: false, reason: 'connection refused' },
        ],
      });
      expect((await application.inject({ url: '/livez' })).statusCode).toBe(200);
      reachable = true;
      expect((await application.inject({ url: '/readyz' })).statusCode).toBe(200);
    } finally {
      await application.close();
    }
  });
});
