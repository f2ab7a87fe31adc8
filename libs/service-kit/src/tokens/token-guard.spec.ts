import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { echoService } from '../http/http.fixture.js';
import { createToken } from './create-token.js';
import type { Scope } from './scopes.js';

const issued = {
  ingest: createToken(['ingest']),
  read: createToken(['read']),
  respond: createToken(['respond']),
  admin: createToken(['admin']),
};

function configured(name: Scope) {
  return { name: `for-${name}`, sha256: issued[name].sha256, scopes: [name] };
}

describe('with tokens configured', () => {
  let application: NestFastifyApplication;

  beforeAll(async () => {
    ({ application } = await echoService({
      tokens: [configured('ingest'), configured('read'), configured('admin')],
    }));
  });

  afterAll(async () => {
    await application.close();
  });

  const send = (headers: Record<string, string | undefined> = {}) =>
    application.inject({ method: 'POST', url: '/v1/events', headers, payload: 'x' });

  it('lets a token with the scope in, by either header, and an administrator', async () => {
    for (const headers of [
      { authorization: `Bearer ${issued.ingest.token}` },
      { authorization: `bearer  ${issued.ingest.token}` },
      { 'x-api-key': issued.ingest.token },
      { authorization: `Bearer ${issued.admin.token}` },
    ]) {
      expect((await send(headers)).statusCode).toBe(201);
    }
  });

  it('asks for a token when there is none', async () => {
    const response = await send();
    expect(response.statusCode).toBe(401);
    expect(response.headers['www-authenticate']).toBe('Bearer realm="throughline"');
    expect(response.json()).toMatchObject({ code: 'TL_UNAUTHORIZED' });
  });

  it('refuses a token that is unknown, damaged, empty or in another scheme', async () => {
    const { token } = issued.ingest;
    for (const headers of [
      { authorization: `Bearer ${createToken(['ingest']).token}` },
      { authorization: `Bearer ${token.slice(0, -1)}` },
      { authorization: `Bearer ${issued.ingest.sha256}` },
      { authorization: 'Bearer ' },
      { authorization: `Basic ${token}` },
      { authorization: token },
      { 'x-api-key': '' },
    ]) {
      const response = await send(headers);
      expect(response.statusCode).toBe(401);
      expect(response.headers['www-authenticate']).toMatch(/^Bearer /);
      expect(response.body).not.toContain(token);
    }
  });

  it('refuses a token without the scope and says which one it takes', async () => {
    const response = await send({ authorization: `Bearer ${issued.read.token}` });
    expect(response.statusCode).toBe(403);
    expect(response.headers['www-authenticate']).toContain('scope="ingest"');
    expect(response.json()).toMatchObject({
      code: 'TL_FORBIDDEN',
      detail: 'The token "for-read" may read; this needs ingest.',
    });
  });

  it('leaves public routes open', async () => {
    const webhook = await application.inject({
      method: 'POST',
      url: '/v1/webhooks/github',
      payload: 'x',
    });
    expect(webhook.statusCode).toBe(201);
    expect((await application.inject('/livez')).statusCode).toBe(200);
  });
});

describe('without any token', () => {
  let application: NestFastifyApplication;

  beforeAll(async () => {
    ({ application } = await echoService());
  });

  afterAll(async () => {
    await application.close();
  });

  const ask = (headers: Record<string, string>) =>
    application.inject({ url: '/v1/metrics', headers });

  it('answers this machine, also a page it serves itself', async () => {
    for (const host of ['localhost', 'localhost:4680', '127.0.0.1:4680', '[::1]:4680']) {
      expect((await ask({ host, 'sec-fetch-site': 'same-origin' })).statusCode).toBe(200);
    }
  });

  it('refuses a name that is not this machine: the page of a stranger may have been rebound to it', async () => {
    for (const host of ['evil.example', 'localhost.evil.example:4680', '127.0.0.1.evil.example']) {
      const response = await ask({ host });
      expect(response.statusCode).toBe(403);
      expect(response.json()).toMatchObject({ code: 'TL_NOT_THIS_MACHINE' });
    }
  });

  it('refuses a browser that calls from a page of another site', async () => {
    const response = await application.inject({
      method: 'POST',
      url: '/v1/events',
      headers: { host: 'localhost:4680', 'sec-fetch-site': 'cross-site' },
      payload: '{}',
    });
    expect(response.statusCode).toBe(403);
  });
});
