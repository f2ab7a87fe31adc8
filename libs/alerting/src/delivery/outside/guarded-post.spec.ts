import { createServer, type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { selfSigned } from '@throughline/testing';
import { guardedPost, type Post } from './guarded-post.js';
import { type LocalServer, startLocalServer } from './local-server.fixture.js';
import { type Outside, OUTSIDE } from './outside.js';

const open: LocalServer[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function server(...parameters: Parameters<typeof startLocalServer>): Promise<LocalServer> {
  const started = await startLocalServer(...parameters);
  open.push(started);
  return started;
}

const post = (url: string): Post => ({ url, body: '{"a":1}', allowPrivate: true });

/** A world in which every name is this machine’s. */
const here: Outside = {
  ...OUTSIDE,
  resolve: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
};

it('posts JSON and gives back the answer', async () => {
  const { url, requests, port } = await server((response) => {
    response.writeHead(202, { 'retry-after': '7' }).end('taken');
  });
  const answer = await guardedPost({ ...post(`${url}/hook?x=1`), headers: { a: 'b' } }, OUTSIDE);
  expect(answer).toEqual({
    place: `127.0.0.1:${port}`,
    status: 202,
    retryAfter: '7',
    location: undefined,
    body: 'taken',
  });
  expect(requests).toHaveLength(1);
  expect(requests[0]).toMatchObject({
    method: 'POST',
    path: '/hook?x=1',
    body: '{"a":1}',
    headers: { 'content-type': 'application/json', 'content-length': '7', a: 'b' },
  });
});

it('keeps out of one’s own network', async () => {
  const { url, port, requests } = await server((response) => response.end());
  const refused = guardedPost({ ...post(url), allowPrivate: false }, OUTSIDE);
  await expect(refused).rejects.toThrow('refused: 127.0.0.1 is a loopback address');
  const named = { ...post(`http://hooks.example:${port}`), allowPrivate: false };
  await expect(guardedPost(named, here)).rejects.toThrow('refused: hooks.example is at 127.0.0.1');
  expect(requests).toEqual([]);
});

it('connects to the address that was checked, although the name says another one the second time', async () => {
  const { port, requests } = await server((response) => response.end());
  const answers = ['127.0.0.1', '192.0.2.1'];
  let asked = 0;
  const rebinding: Outside = {
    ...OUTSIDE,
    resolve: () => Promise.resolve([{ address: answers[asked++] ?? '', family: 4 }]),
  };
  await guardedPost(post(`http://hooks.example:${port}/`), rebinding);
  expect(asked).toBe(1);
  expect(requests[0]?.headers.host).toBe(`hooks.example:${port}`);
});

it('opens a connection for every post, since one that is kept open was checked for another', async () => {
  const { url, requests } = await server((response) => response.end());
  await guardedPost(post(url), OUTSIDE);
  expect(requests[0]?.headers.connection).toBe('close');
});

it('does not follow a redirection', async () => {
  const inner = await server((response) => response.end());
  const { url } = await server((response) => {
    response.writeHead(307, { location: `${inner.url}/secret` }).end();
  });
  const answer = await guardedPost(post(url), OUTSIDE);
  expect(answer).toMatchObject({ status: 307, location: `${inner.url}/secret` });
  expect(inner.requests).toEqual([]);
});

it('does not use the proxy of the environment', async () => {
  const proxy = await server((response) => response.end());
  const { url, requests } = await server((response) => response.end());
  const before = process.env['HTTP_PROXY'];
  process.env['HTTP_PROXY'] = proxy.url;
  try {
    await guardedPost(post(url), OUTSIDE);
  } finally {
    if (before === undefined) delete process.env['HTTP_PROXY'];
    else process.env['HTTP_PROXY'] = before;
  }
  expect(requests).toHaveLength(1);
  expect(proxy.requests).toEqual([]);
});

describe('receivers that misbehave', () => {
  const hasty: Outside = { ...OUTSIDE, timeLimitMs: 200 };

  it('waits for no answer for ever', async () => {
    const { url, port } = await server(() => undefined);
    await expect(guardedPost(post(url), hasty)).rejects.toThrow(
      `127.0.0.1:${port} did not answer in time`,
    );
  });

  it('waits for no name server for ever', async () => {
    const silent: Outside = { ...hasty, resolve: () => new Promise(() => undefined) };
    await expect(guardedPost(post('http://hooks.example'), silent)).rejects.toThrow(
      'hooks.example did not answer in time',
    );
  });

  it('goes by the status of an answer that never ends', async () => {
    const { url } = await server((response) => {
      response.writeHead(200).write('still');
    });
    expect(await guardedPost(post(url), hasty)).toMatchObject({ status: 200, body: 'still' });
  });

  it('reads no more than the beginning of an answer', async () => {
    const { url } = await server((response) => {
      const more = () => {
        while (response.write('x'.repeat(1024)));
      };
      response.on('drain', more);
      more();
    });
    // Whoever reads on reads for ever: nothing but the limit ends this answer.
    const patient = { ...OUTSIDE, timeLimitMs: 600_000 };
    const { body } = await guardedPost(post(url), patient);
    expect(body).toBe('x'.repeat(64 * 1024));
  });

  it('says that nobody listens', async () => {
    const closed = await startLocalServer(() => undefined);
    await closed.close();
    await expect(guardedPost(post(closed.url), OUTSIDE)).rejects.toThrow(
      'refuses connections: is it running, and is the port right? (ECONNREFUSED)',
    );
  });

  it('says that the connection was closed', async () => {
    const { url } = await server((response) => response.destroy());
    await expect(guardedPost(post(url), OUTSIDE)).rejects.toThrow(
      'closed the connection before it answered (ECONNRESET)',
    );
  });

  it('says that a name is unknown', async () => {
    const unknown: Outside = {
      ...OUTSIDE,
      resolve: () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' })),
    };
    await expect(guardedPost(post('http://hooks.example'), unknown)).rejects.toThrow(
      'hooks.example is not known to the name server',
    );
  });

  it('says that it does not speak HTTP', async () => {
    const babbler = createServer((socket) => socket.end('220 mail.example ESMTP\r\n'));
    await new Promise<void>((listening) => babbler.listen(0, '127.0.0.1', listening));
    const { port } = babbler.address() as AddressInfo;
    await expect(guardedPost(post(`http://127.0.0.1:${port}`), OUTSIDE)).rejects.toThrow(
      /could not be reached \(HPE_/,
    );
    babbler.close();
  });
});

describe('TLS', () => {
  const certificate = selfSigned('hooks.example');

  it('goes by the name, although it connects to an address', async () => {
    const { port } = await server((response) => response.end(), certificate);
    const trusting = { ...here, certificateAuthorities: certificate.cert };
    const answer = await guardedPost(post(`https://hooks.example:${port}`), trusting);
    expect(answer.status).toBe(200);
  });

  it('refuses a certificate that nobody vouches for', async () => {
    const { port, requests } = await server((response) => response.end(), certificate);
    await expect(guardedPost(post(`https://hooks.example:${port}`), here)).rejects.toThrow(
      `the certificate of hooks.example:${port} is not accepted (DEPTH_ZERO_SELF_SIGNED_CERT)`,
    );
    expect(requests).toEqual([]);
  });

  it('refuses the certificate of another name', async () => {
    const { port } = await server((response) => response.end(), certificate);
    const trusting = { ...here, certificateAuthorities: certificate.cert };
    await expect(guardedPost(post(`https://other.example:${port}`), trusting)).rejects.toThrow(
      'is not accepted (ERR_TLS_CERT_ALTNAME_INVALID)',
    );
  });

  it('says that there is no TLS', async () => {
    const { port } = await server((response) => response.end());
    await expect(guardedPost(post(`https://127.0.0.1:${port}`), OUTSIDE)).rejects.toThrow(
      'does not speak TLS there',
    );
  });
});

it.each([
  ['ftp://hooks.example/', 'is not an http or https one'],
  ['file:///etc/passwd', 'is not an http or https one'],
  ['no address', 'is not an http or https one'],
  ['https://user:secret@hooks.example/', 'at hooks.example has a user or a password in it'],
])('refuses %j', async (url, why) => {
  const refused = guardedPost(post(url), OUTSIDE);
  await expect(refused).rejects.toThrow(why);
  await expect(refused).rejects.not.toThrow('secret');
});
