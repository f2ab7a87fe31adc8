import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { afterEach, expect, it } from '@jest/globals';
import { type Certificate, selfSigned } from '@throughline/testing';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { hostile, opened } from '../notification.fixture.js';
import { type Outside, OUTSIDE } from '../outside/outside.js';
import { emailReceiver } from './email-receiver.js';

interface Taken {
  readonly from: string;
  readonly to: readonly string[];
  readonly user: unknown;
  readonly secure: boolean;
  readonly text: string;
}

const open: SMTPServer[] = [];

afterEach(closeAll);

async function closeAll(): Promise<void> {
  const closing = open.splice(0).map(
    (server) =>
      new Promise<void>((closed) => {
        server.close(closed);
      }),
  );
  await Promise.all(closing);
}

/** A real mail server on loopback. */
async function mailServer(options: SMTPServerOptions = {}) {
  const taken: Taken[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        taken.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          user: session.user,
          secure: session.secure,
          text: Buffer.concat(chunks).toString('utf8'),
        });
        done();
      });
    },
    onAuth: ({ username, password }, _session, done) => {
      if (username === 'ada' && password === 'pass/word') done(null, { user: username });
      else done(Object.assign(new Error('no such user: pass/word'), { responseCode: 535 }));
    },
    ...options,
  });
  // What goes wrong on the way is what some of these tests are about.
  server.on('error', () => undefined);
  open.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.server.address() as AddressInfo;
  return { port, taken };
}

/** A world in which every name is this machine’s. */
const here: Outside = {
  ...OUTSIDE,
  resolve: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
};

const trusting = ({ cert }: Certificate): Outside => ({ ...here, certificateAuthorities: cert });

function send(
  smtp: string,
  outside = here,
  settings: { to?: string[]; allowPrivate?: boolean } = {},
) {
  const { to = ['oncall@example.com'], allowPrivate = true } = settings;
  const receiver = emailReceiver(
    {
      kind: 'email',
      to,
      from: 'throughline@example.com',
      smtp,
      allowPrivate,
      severities: ['page', 'notify'],
    },
    outside,
  );
  return receiver.send(opened, Date.now());
}

it('hands in a mail', async () => {
  const { port, taken } = await mailServer();
  expect(await send(`smtp://mail.example:${port}`)).toEqual({ outcome: 'delivered' });
  expect(taken).toHaveLength(1);
  expect(taken[0]).toMatchObject({
    from: 'throughline@example.com',
    to: ['oncall@example.com'],
    secure: false,
  });
  const headers = taken[0]?.text.split('\r\n\r\n')[0]?.replaceAll('\r\n ', ' ').split('\r\n');
  expect(headers).toEqual(
    expect.arrayContaining([
      'From: throughline@example.com',
      'To: oncall@example.com',
      'Subject: [Throughline] Page: api in production: 6 of the last 10 deployments failed',
      'Message-ID: <alert.0123456789abcdef0123456789abcdef@example.com>',
      'Auto-Submitted: auto-generated',
    ]),
  );
});

it('lets no name write a header or name a recipient', async () => {
  const { port, taken } = await mailServer();
  const receiver = emailReceiver(
    {
      kind: 'email',
      to: ['oncall@example.com'],
      from: 'throughline@example.com',
      smtp: `smtp://127.0.0.1:${port}`,
      allowPrivate: true,
      severities: ['page', 'notify'],
    },
    OUTSIDE,
  );
  expect(await receiver.send(hostile, Date.now())).toEqual({ outcome: 'delivered' });
  expect(taken[0]?.to).toEqual(['oncall@example.com']);
  expect(taken[0]?.text).not.toMatch(/^Bcc:/im);
});

it('keeps out of one’s own network', async () => {
  const { port, taken } = await mailServer();
  expect(await send(`smtp://mail.example:${port}`, here, { allowPrivate: false })).toMatchObject({
    outcome: 'failed',
    message:
      'refused: mail.example is at 127.0.0.1, a loopback address; if the receiver is meant to be there, set "allowPrivate: true" on it',
  });
  expect(taken).toEqual([]);
});

it('takes the TLS that it is offered, whoever the certificate is of, when there is no password', async () => {
  const { port, taken } = await mailServer({
    ...selfSigned('other.example'),
    disabledCommands: [],
  });
  expect(await send(`smtp://mail.example:${port}`)).toEqual({ outcome: 'delivered' });
  expect(taken[0]?.secure).toBe(true);
});

it('says a password only to the server that is meant, over TLS', async () => {
  const certificate = selfSigned('mail.example');
  const { port, taken } = await mailServer({ ...certificate, disabledCommands: [] });
  const login = (host: string) => `smtp://ada:pass%2Fword@${host}:${port}`;
  expect(await send(login('mail.example'), trusting(certificate))).toEqual({
    outcome: 'delivered',
  });
  expect(taken[0]).toMatchObject({ user: 'ada', secure: true });
  for (const attempt of [
    send(login('mail.example')),
    send(login('other.example'), trusting(certificate)),
  ]) {
    const outcome = await attempt;
    expect(outcome).toMatchObject({ outcome: 'failed', again: true });
    expect(JSON.stringify(outcome)).toMatch(/the certificate of .* is not accepted/);
  }
  expect(taken).toHaveLength(1);
});

it('does not say a password where there is no TLS', async () => {
  const { port, taken } = await mailServer();
  const outcome = await send(`smtp://ada:pass%2Fword@mail.example:${port}`);
  expect(outcome).toEqual({
    outcome: 'failed',
    again: true,
    message: `mail.example:${port} offers no TLS, and a password is not sent without; use smtps:// or a port that has STARTTLS`,
  });
  expect(taken).toEqual([]);
});

it('speaks TLS from the first byte to smtps', async () => {
  const certificate = selfSigned('mail.example');
  const { port, taken } = await mailServer({ ...certificate, secure: true });
  expect(await send(`smtps://mail.example:${port}`, trusting(certificate))).toEqual({
    outcome: 'delivered',
  });
  expect(taken[0]?.secure).toBe(true);
  expect(await send(`smtps://mail.example:${port}`)).toMatchObject({
    outcome: 'failed',
    again: true,
    message: expect.stringContaining(`the certificate of mail.example:${port} is not accepted`),
  });
});

it('says that the password is wrong, without what the server says of it', async () => {
  const certificate = selfSigned('mail.example');
  const { port } = await mailServer({ ...certificate, disabledCommands: [] });
  const outcome = await send(`smtp://ada:guessed@mail.example:${port}`, trusting(certificate));
  expect(outcome).toEqual({
    outcome: 'failed',
    again: true,
    message: `mail.example:${port} does not accept the user and password of "smtp" (535)`,
  });
});

it.each([
  [550, false],
  [450, true],
])('goes by what the server says of its recipients: %i', async (responseCode, again) => {
  const { port, taken } = await mailServer({
    onRcptTo: ({ address }, _session, done) => {
      done(address.startsWith('gone') ? Object.assign(new Error('no'), { responseCode }) : null);
    },
  });
  const smtp = `smtp://mail.example:${port}`;
  expect(await send(smtp, here, { to: ['gone@example.com'] })).toMatchObject({
    outcome: 'failed',
    again,
  });
  expect(taken).toEqual([]);
  expect(await send(smtp, here, { to: ['oncall@example.com', 'gone@example.com'] })).toEqual({
    outcome: 'failed',
    again,
    message: `1 of 2 recipients were refused: gone@example.com (${responseCode})`,
  });
  expect(taken[0]?.to).toEqual(['oncall@example.com']);
});

it('waits for no mail server for ever', async () => {
  const silent = createServer();
  await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening));
  const { port } = silent.address() as AddressInfo;
  const closed = new Promise((ended) =>
    silent.once('connection', (socket) => socket.once('close', ended)),
  );
  const outcome = await send(`smtp://mail.example:${port}`, { ...here, timeLimitMs: 200 });
  expect(outcome).toEqual({
    outcome: 'failed',
    again: true,
    message: `mail.example:${port} did not answer in time`,
  });
  await closed;
  silent.close();
});

it('says that nobody listens', async () => {
  const { port } = await mailServer();
  await closeAll();
  expect(await send(`smtp://mail.example:${port}`)).toMatchObject({
    outcome: 'failed',
    again: true,
    message: `mail.example:${port} refuses connections: is it running, and is the port right? (ECONNREFUSED)`,
  });
});
