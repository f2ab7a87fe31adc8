import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { until } from '@throughline/testing';
import { Webhook } from 'standardwebhooks';

const SECRET = 'a secret of the tests';

/** What a receiver was sent, and that it was signed as the published library checks it. */
export interface Received {
  readonly id: string;
  readonly at: number;
  /** `alert.opened` and so on. */
  readonly type: string;
  readonly alert: {
    readonly id: string;
    readonly kind: string;
    readonly title: string;
    readonly subject: { readonly service?: string };
  };
  readonly children: readonly unknown[];
}

/** A webhook receiver on loopback, as somebody else would write one. */
export class AlertReceiver {
  /** Everything that it answered 200 to. */
  readonly received: Received[] = [];
  /** How many requests it met with an error. */
  refused = 0;
  /** What it answers; 200 takes what is sent. */
  status = 200;
  readonly #verifier = new Webhook(Buffer.from(SECRET).toString('base64'));

  private constructor(private readonly server: Server) {}

  static async listen(): Promise<AlertReceiver> {
    const server = createServer();
    const receiver = new AlertReceiver(server);
    server.on('request', (request, response) => {
      void receiver.#take(request).then((status) => {
        response.writeHead(status).end();
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return receiver;
  }

  /** Writes a throughline.yaml that tells this receiver of everything. */
  async configure(folder: string): Promise<void> {
    const { port } = this.server.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}/alerts`;
    const receiver = `{ webhook: "${url}", secret: "${SECRET}", allowPrivate: true }`;
    await writeFile(
      join(folder, 'throughline.yaml'),
      `receivers: { tests: ${receiver} }\nroutes: { otherwise: [tests] }\n`,
    );
  }

  /** What was received of a type, of the services asked for. */
  of(type: string, services?: readonly string[]): readonly Received[] {
    return this.received.filter(
      (one) =>
        one.type === type &&
        (services === undefined || services.includes(one.alert.subject.service ?? '')),
    );
  }

  /** Waits for something that was received. */
  async until(what: string, found: () => boolean, withinMs?: number): Promise<void> {
    await until(what, () => (found() ? true : undefined), withinMs);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  async #take(request: IncomingMessage): Promise<number> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    if (this.status !== 200) {
      this.refused += 1;
      return this.status;
    }
    this.#verifier.verify(body, request.headers as Record<string, string>);
    const { type, data } = JSON.parse(body) as {
      type: string;
      data: { alert: Received['alert']; children?: readonly unknown[] };
    };
    const id = String(request.headers['webhook-id']);
    const { alert, children = [] } = data;
    this.received.push({ id, at: Date.now(), type, alert, children });
    return 200;
  }
}

/** The ids that were received more than once. */
export function repeated(received: readonly Received[]): readonly string[] {
  const ids = received.map(({ id }) => id);
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}
