import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer as createHttpServer, request, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { createRequire } from 'node:module';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { selfSigned } from '@throughline/testing';

const CLIENT = createRequire(import.meta.url).resolve('@datadog/datadog-ci');

/** What a team sets DD_SITE to: the client calls `https://api.<site>`. */
const SITE = 'delivery.test';

export interface Ran {
  readonly exitCode: number | null;
  readonly said: string;
}

/**
 * Runs Datadog's own client against a server on loopback. The client insists on TLS and on a name, so
 * between them stand a proxy that leads every name to this machine and a server that speaks TLS, as the
 * proxy in front of the platform does.
 *
 * @param to `http://127.0.0.1:…`
 */
export async function runDatadogCi(
  to: string,
  apiKey: string,
  words: readonly string[],
): Promise<Ran> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-datadog-ci-'));
  const { key, cert } = selfSigned(`api.${SITE}`);
  const authorities = join(folder, 'authorities.pem');
  await writeFile(authorities, cert);

  const front = createHttpsServer({ key, cert }, (incoming, response) => {
    const { method, url, headers } = incoming;
    const onward = request(`${to}${url ?? ''}`, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    incoming.pipe(onward);
  });
  const frontPort = await listening(front);
  const names = createHttpServer().on('connect', (_request, client) => {
    const tunnel = connect(frontPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      tunnel.pipe(client).pipe(tunnel);
    });
  });
  const namesPort = await listening(names);

  try {
    const client = spawn(process.execPath, [CLIENT, ...words], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        DD_API_KEY: apiKey,
        DD_SITE: SITE,
        HTTPS_PROXY: `http://127.0.0.1:${namesPort}`,
        NODE_EXTRA_CA_CERTS: authorities,
      },
    });
    const [stdout, stderr, [exitCode]] = await Promise.all([
      text(client.stdout),
      text(client.stderr),
      once(client, 'exit') as Promise<[number | null]>,
    ]);
    return { exitCode, said: stdout + stderr };
  } finally {
    front.closeAllConnections();
    front.close();
    names.close();
    await rm(folder, { recursive: true });
  }
}

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}
