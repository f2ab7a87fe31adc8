import type { Socket } from 'node:net';
import type { ReceiverSettings } from '@throughline/service-kit';
import { createTransport } from 'nodemailer';
import { outcomeOf } from '../delivery-error.js';
import { connectGuarded } from '../outside/connect-guarded.js';
import { networkFailure } from '../outside/network-failure.js';
import type { Outside } from '../outside/outside.js';
import type { Receiver } from '../receiver.js';
import { type Mail, mailOf } from './mail.js';
import { type MailServer, readMailServer } from './mail-server.js';
import { refusalOfSome, smtpFailure } from './smtp-failure.js';

/** Sends mail by SMTP. */
export function emailReceiver(
  { to, from, smtp, allowPrivate }: Extract<ReceiverSettings, { kind: 'email' }>,
  outside: Outside,
): Receiver {
  return {
    send: (notification) =>
      outcomeOf(async () => {
        const server = readMailServer(smtp);
        const limit = AbortSignal.timeout(outside.timeLimitMs);
        const place = `${server.hostname}:${server.port}`;
        let socket: Socket | undefined;
        try {
          socket = await connectGuarded({ ...server, allowPrivate }, outside, limit);
          await handIn(mailOf(notification, { from, to }), server, socket, outside, limit);
        } catch (error) {
          throw smtpFailure(error, place) ?? networkFailure(error, place, limit);
        } finally {
          socket?.destroy();
        }
      }),
  };
}

async function handIn(
  mail: Mail,
  { hostname, servername, secure, login }: MailServer,
  connection: Socket,
  { certificateAuthorities, timeLimitMs }: Outside,
  limit: AbortSignal,
): Promise<void> {
  const transport = createTransport({
    connection,
    host: hostname,
    secure,
    auth: login,
    // A password is never sent in the clear. Without one, TLS is taken where it is offered, whoever
    // the certificate is of: that is better than none, which would be taken too (RFC 7435).
    requireTLS: login !== undefined,
    tls: {
      servername,
      ca: certificateAuthorities,
      rejectUnauthorized: secure || login !== undefined,
    },
    greetingTimeout: timeLimitMs,
    socketTimeout: timeLimitMs,
    // What a mail is made of is all in it.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const { rejectedErrors } = await transport.sendMail({ ...mail, to: [...mail.to], signal: limit });
  const refused = refusalOfSome(mail.to.length, rejectedErrors ?? []);
  if (refused !== undefined) throw refused;
}
